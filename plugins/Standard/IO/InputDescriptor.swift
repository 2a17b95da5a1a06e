import Copydesk

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An open file, or standard input, that is read in pieces. Waiting for a pipe ends when the task is cancelled.
struct InputDescriptor: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private let isOwned: Bool
  /// What is remembered in ``FilesInUse``.
  private let identity: FileIdentity?
  /// Whether a read may block, so that it has to be waited for.
  private let mayBlock: Bool
  /// The size of a regular file when it was opened; 0 for a stream.
  let size: Int

  /// Opens a regular file. Anything else is refused; a pipe without a writer would block for ever.
  init(path: String) throws(FileError) {
    let opened = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { throw FileError(path: path, errno: errno) }
    var information = stat()
    guard fstat(opened, &information) == 0 else {
      let error = errno
      close(opened)
      throw FileError(path: path, errno: error)
    }
    let kind = information.st_mode & S_IFMT
    guard kind == S_IFREG else {
      close(opened)
      throw FileError(path: path, kind == S_IFDIR ? .isDirectory : .notRegular)
    }
    let identity = FileIdentity(descriptor: opened)
    if let identity, !FilesInUse.startReading(identity) {
      close(opened)
      throw FileError(path: path, .isOutput)
    }
    descriptor = opened
    self.identity = identity
    self.path = path
    isOwned = true
    mayBlock = false
    size = Int(information.st_size)
  }

  private init(stream: Int32, name: String) {
    descriptor = stream
    identity = nil
    path = name
    isOwned = false
    mayBlock = true
    size = 0
  }

  static var standardInput: InputDescriptor { InputDescriptor(stream: 0, name: "standard input") }

  deinit {
    if let identity { FilesInUse.stopReading(identity) }
    if isOwned { close(descriptor) }
  }

  /// Reads what is there into the buffer.
  /// - Returns: how many bytes were read; 0 at the end.
  /// - Throws: `CancellationError` when the task is cancelled while there is nothing to read, else ``FileError``.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      if mayBlock { try waitUntilReadable() }
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno == EINTR || errno == EAGAIN { continue }
      throw FileError(path: path, errno: errno)
    }
  }

  private func waitUntilReadable() throws {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      try Task.checkCancellation()
      // A short wait, as nothing wakes it when the task is cancelled.
      let ready = poll(&request, 1, 100)
      if ready > 0 { return }
      if ready < 0, errno != EINTR { throw FileError(path: path, errno: errno) }
    }
  }

  /// Reads everything, up to a limit.
  consuming func readAll(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    if size > limit { throw FileError(path: path, .tooBig(limit: limit)) }
    // One more than the file has, so that its end is seen without another round.
    var piece = max(1, min(size, limit) + 1)
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: piece))
      let count = try bytes.withUnsafeMutableBytes { try read(into: UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
      bytes.removeLast(piece - count)
      if count == 0 { return bytes }
      guard bytes.count <= limit else { throw FileError(path: path, .tooBig(limit: limit)) }
      piece = 65536
    }
  }
}
