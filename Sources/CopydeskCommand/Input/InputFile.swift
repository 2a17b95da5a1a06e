import CZlib

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads a whole input: a file, which may be gzip-compressed, a FIFO or standard input.
enum InputFile {
  /// The most bytes that are read of one document.
  static let defaultLimit = 256 << 20

  /// Returns the bytes of a file, or of standard input for `-`.
  /// - Throws: ``CommandError`` where there is no file, it is a folder, it cannot be read, it is empty, or it is longer than `limit` once unpacked.
  static func read(_ path: String, limit: Int = defaultLimit) throws -> [UInt8] {
    let file = try OpenFile(reading: path)
    defer { file.close() }
    var bytes: [UInt8] = []
    if let size = file.size {
      if size > limit { throw CommandError.tooLarge(path: path, bytes: size, limit: limit) }
      bytes.reserveCapacity(size + 1)
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try file.read(into: &chunk)
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit { throw CommandError.tooLarge(path: path, bytes: bytes.count, limit: limit) }
    }
    if bytes.isEmpty { throw CommandError.emptyInput(path: path) }
    return bytes
  }
}

/// A file opened for reading; whoever opens it closes it. A gzip-compressed one is read as what it holds; of pipes and devices the bytes are not known
/// before they are read, so those are read as they are.
struct OpenFile: Sendable {
  let path: String
  private let fileDescriptor: Int32
  /// zlib's handle of a compressed file. Whoever reads does so from one place at a time.
  nonisolated(unsafe) private let compressed: gzFile?
  /// The size of a regular file; `nil` for pipes and devices, which may go on for ever, and for compressed files, which may be bombs.
  let size: Int?

  init(reading path: String) throws {
    self.path = path == "-" ? "standard input" : path
    if path == "-" {
      fileDescriptor = 0
    } else {
      fileDescriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard fileDescriptor >= 0 else {
        throw errno == ENOENT || errno == ENOTDIR ? CommandError.missing(path: path) : .unreadable(path: path, errno: errno)
      }
    }
    var facts = stat()
    guard fstat(fileDescriptor, &facts) == 0 else { throw CommandError.unreadable(path: self.path, errno: errno) }
    let kind = facts.st_mode & S_IFMT
    if kind == S_IFDIR {
      if fileDescriptor != 0 { systemClose(fileDescriptor) }
      throw CommandError.isDirectory(path: self.path)
    }
    compressed = kind == S_IFREG && Self.isCompressed(fileDescriptor) ? gzdopen(dup(fileDescriptor), "rb") : nil
    size = kind == S_IFREG && fileDescriptor != 0 && compressed == nil ? Int(facts.st_size) : nil
  }

  /// Whether a regular file begins as RFC 1952, section 2.3.1, has it.
  private static func isCompressed(_ fileDescriptor: Int32) -> Bool {
    var magic: [UInt8] = [0, 0, 0]
    return pread(fileDescriptor, &magic, 3, 0) == 3 && magic == [0x1F, 0x8B, 0x08]
  }

  /// Reads what there is, waiting until there is something; 0 means the end.
  func read(into buffer: inout [UInt8]) throws -> Int { try buffer.withUnsafeMutableBytes { try read(into: $0) } }

  /// The same into memory that need not be initialised.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if let compressed { return try unpack(compressed, into: buffer) }
    while true {
      let count = systemRead(fileDescriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno == EAGAIN {
        var waiting = pollfd(fd: fileDescriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw errno == EISDIR ? CommandError.isDirectory(path: path) : .unreadable(path: path, errno: errno)
      }
    }
  }

  /// Waits until there is something to read, or the end; `false` once that is no longer wanted. A pipe can be silent for hours.
  func wait(unless isStopped: () -> Bool) -> Bool {
    if size != nil || compressed != nil { return !isStopped() }
    while !isStopped() {
      var waiting = pollfd(fd: fileDescriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 100) != 0 { return true }
    }
    return false
  }

  private func unpack(_ file: gzFile, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = gzread(file, buffer.baseAddress, UInt32(min(buffer.count, 1 << 30)))
    // A file that was cut short ends like any other, and says so only when asked.
    var status: Int32 = Z_OK
    if count == 0 { _ = gzerror(file, &status) }
    guard count >= 0, status >= 0 else { throw CommandError.damaged(path: path) }
    return Int(count)
  }

  func close() {
    if let compressed { gzclose(compressed) }
    if fileDescriptor != 0 { systemClose(fileDescriptor) }
  }
}

private func systemRead(_ fileDescriptor: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  #if canImport(Darwin)
    Darwin.read(fileDescriptor, base, count)
  #elseif canImport(Glibc)
    Glibc.read(fileDescriptor, base, count)
  #elseif canImport(Musl)
    Musl.read(fileDescriptor, base, count)
  #endif
}

private func systemClose(_ fileDescriptor: Int32) {
  #if canImport(Darwin)
    _ = Darwin.close(fileDescriptor)
  #elseif canImport(Glibc)
    _ = Glibc.close(fileDescriptor)
  #elseif canImport(Musl)
    _ = Musl.close(fileDescriptor)
  #endif
}
