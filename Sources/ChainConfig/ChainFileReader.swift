#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A chain file cannot be read at all.
public struct ChainFileError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    case missing
    case notAFile
    case unreadable(errno: Int32)
    case tooBig(limit: Int)
  }

  public var path: String
  public var reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  public var description: String {
    switch reason {
    case .missing: "\(path): no such file"
    case .notAFile: "\(path): not a file"
    case .unreadable(let errno): "\(path): \(String(cString: strerror(errno)))"
    case .tooBig(let limit): "\(path): bigger than \(limit) bytes"
    }
  }
}

enum ChainFileReader {
  /// Reads a file of at most `limit` bytes. Anything but a regular file is refused, so that a pipe without a writer cannot block.
  static func contents(of path: String, limit: Int) throws(ChainFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ChainFileError(path: path, reason: errno == ENOENT ? .missing : .unreadable(errno: errno))
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw ChainFileError(path: path, reason: .unreadable(errno: errno)) }
    guard information.st_mode & S_IFMT == S_IFREG else { throw ChainFileError(path: path, reason: .notAFile) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw ChainFileError(path: path, reason: .unreadable(errno: errno))
      }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw ChainFileError(path: path, reason: .tooBig(limit: limit)) }
    }
  }
}
