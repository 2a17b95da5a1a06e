import Copydesk

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file, or standard output, that is written in whole pieces.
final class OutputFile {
  enum Mode: String {
    case overwrite, append
  }

  private let descriptor: Int32
  private let path: String
  private let isOwned: Bool
  private let isRegular: Bool
  /// What is remembered in ``FilesInUse``.
  private let identity: FileIdentity?
  /// Whether what the file had before is still in it.
  private var isStale: Bool
  private var isOpen = true

  /// Opens a file for writing and makes the folders above it. What was in it stays until something is written.
  init(path: String, mode: Mode) throws {
    try Self.createParents(of: path)
    // Without O_NONBLOCK a pipe that nobody reads would block here for ever.
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | (mode == .append ? O_APPEND : 0)
    let opened = open(path, flags, 0o666)
    guard opened >= 0 else { throw FileError(path: path, errno: errno) }
    _ = fcntl(opened, F_SETFL, fcntl(opened, F_GETFL) & ~O_NONBLOCK)
    let identity = FileIdentity(descriptor: opened)
    if let identity, let reason = FilesInUse.startWriting(identity) {
      _ = systemClose(opened)
      throw FileError(path: path, reason)
    }
    descriptor = opened
    self.identity = identity
    isRegular = identity != nil
    isStale = isRegular && mode == .overwrite
    self.path = path
    isOwned = true
  }

  private init(stream: Int32, name: String) {
    descriptor = stream
    path = name
    isOwned = false
    isRegular = false
    identity = nil
    isStale = false
  }

  static var standardOutput: OutputFile { OutputFile(stream: 1, name: "standard output") }

  deinit {
    if isOwned, isOpen {
      if let identity { FilesInUse.stopWriting(identity) }
      _ = systemClose(descriptor)
    }
  }

  /// Takes away what the file had before, unless that is done. Called when the run came to its end, also without anything to write.
  func complete() throws {
    guard isStale else { return }
    if let identity, FilesInUse.isWanted(identity) { throw FileError(path: path, .isInput) }
    while ftruncate(descriptor, 0) != 0 {
      guard errno == EINTR else { throw FileError(path: path, errno: errno) }
    }
    isStale = false
  }

  /// Writes all bytes. When that fails half-way in a file, what was written of them is taken back, so that a retry repeats nothing.
  /// - Throws: `OutputClosed` when the reader of a pipe has gone away.
  func write(_ bytes: [UInt8]) throws {
    try complete()
    let start = isRegular ? lseek(descriptor, 0, SEEK_END) : -1
    try bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = systemWrite(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count >= 0 {
          written += count
          continue
        }
        let error = errno
        if error == EINTR { continue }
        if error == EAGAIN {
          var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&request, 1, 100)
          try Task.checkCancellation()
          continue
        }
        if start >= 0 {
          _ = ftruncate(descriptor, start)
          lseek(descriptor, start, SEEK_SET)
        }
        if error == EPIPE { throw OutputClosed() }
        throw FileError(path: path, errno: error)
      }
    }
  }

  /// - Throws: when the system could not keep what was written after all.
  func close() throws {
    guard isOwned, isOpen else { return }
    isOpen = false
    if let identity { FilesInUse.stopWriting(identity) }
    guard systemClose(descriptor) == 0 || errno == EINTR else { throw FileError(path: path, errno: errno) }
  }

  /// Writes a whole file such that it is there completely or not at all.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    let draft = path + ".part"
    let file = try OutputFile(path: draft, mode: .overwrite)
    do {
      try file.write(bytes)
      try file.close()
      guard rename(draft, path) == 0 else { throw FileError(path: path, errno: errno) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Makes the folders that a path leads through.
  static func createParents(of path: String) throws(FileError) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    try createDirectory(String(path[..<slash]))
  }

  static func createDirectory(_ path: String) throws(FileError) {
    if FileStatus(path: path)?.kind == .directory { return }
    try createParents(of: path)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileError(path: path, errno: errno) }
  }
}

// The type's own `write` and `close` hide the system's.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { write(descriptor, bytes, count) }
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
