#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Which file a path or a descriptor means, however it is written: through links, by another name, before the file is there.
public struct FileIdentity: Sendable, Hashable {
  private var device: UInt64
  private var inode: UInt64
  /// What is still to be made below what is there.
  private var names: [String] = []

  /// The longest path that systems take.
  private static let pathLimit = 4096

  /// - Returns: `nil` for what is no regular file, such as a folder or a pipe, and where nothing can be said.
  public init?(path: String) {
    guard !path.isEmpty, path.utf8.count <= Self.pathLimit, !path.utf8.contains(0) else { return nil }
    if let status = FileStatus(path: path), status.kind != .file { return nil }
    var folder = path
    var below: [String] = []
    var information = stat()
    while stat(folder, &information) != 0 {
      guard errno == ENOENT, folder != ".", folder != "/" else { return nil }
      while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      let slash = folder.lastIndex(of: "/")
      let name = String(slash.map { folder[folder.index(after: $0)...] } ?? folder[...])
      // A way up from a folder that is not there yet leads nowhere until it is made.
      if name == ".." { return nil }
      if name != ".", !name.isEmpty { below.append(name) }
      folder = slash.map { $0 == folder.startIndex ? "/" : String(folder[..<$0]) } ?? "."
    }
    device = UInt64(truncatingIfNeeded: information.st_dev)
    inode = UInt64(truncatingIfNeeded: information.st_ino)
    names = below.reversed()
  }

  /// - Returns: `nil` for what is no regular file.
  public init?(descriptor: Int32) {
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(truncatingIfNeeded: information.st_dev)
    inode = UInt64(truncatingIfNeeded: information.st_ino)
  }
}
