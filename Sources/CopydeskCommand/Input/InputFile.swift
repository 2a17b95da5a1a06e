#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads a whole input: a file, a FIFO or standard input.
enum InputFile {
  /// The most bytes that are read of one document.
  static let defaultLimit = 256 << 20

  /// Returns the bytes of a file, or of standard input for `-`.
  /// - Throws: ``CommandError`` where there is no file, it is a folder, it cannot be read, it is empty, or it is longer than `limit`.
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

/// A file opened for reading; whoever opens it closes it.
struct OpenFile: Sendable {
  let path: String
  private let fileDescriptor: Int32
  /// The size of a regular file; `nil` for pipes and devices, which may go on for ever.
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
    size = kind == S_IFREG && fileDescriptor != 0 ? Int(facts.st_size) : nil
  }

  /// Reads what there is, waiting until there is something; 0 means the end.
  func read(into buffer: inout [UInt8]) throws -> Int { try buffer.withUnsafeMutableBytes { try read(into: $0) } }

  /// The same into memory that need not be initialised.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
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

  func close() {
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
