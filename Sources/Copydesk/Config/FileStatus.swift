#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is at a path, links followed.
public struct FileStatus: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case file, directory, fifo, other
  }

  public var kind: Kind
  public var size: Int

  /// - Returns: `nil` where there is nothing, or nothing that can be looked at.
  public init?(path: String) {
    var information = stat()
    guard !path.utf8.contains(0), stat(path, &information) == 0 else { return nil }
    switch information.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .directory
    case S_IFIFO: kind = .fifo
    default: kind = .other
    }
    size = Int(information.st_size)
  }
}
