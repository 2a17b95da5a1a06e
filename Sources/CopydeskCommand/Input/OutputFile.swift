#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes whole files.
enum OutputFile {
  /// Writes a file in place of one of that name, all of it or nothing.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try requireNoFolder(path)
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw CommandError.notWritten(path: path, reason: reason(error))
    }
  }

  private static func requireNoFolder(_ path: String) throws {
    if isDirectory(path) { throw CommandError.notWritten(path: path, reason: "this is a folder; name a file in it") }
  }

  /// Checks that a file of that name can be written, for work that would otherwise be done in vain.
  static func check(_ path: String) throws {
    try requireNoFolder(path)
    let folder = parentFolder(of: path)
    guard isDirectory(folder) else {
      throw CommandError.notWritten(path: path, reason: "there is no such folder")
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw CommandError.notWritten(path: path, reason: "permission denied")
    }
  }

  /// Foundation's errors say a good deal more than a person wants to read: the system's words are enough where there are any.
  static func reason(_ error: any Error) -> String {
    guard let error = error as? CocoaError else { return String(describing: error) }
    switch error.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: return "there is no such folder"
    case .fileWriteNoPermission, .fileReadNoPermission: return "permission denied"
    case .fileWriteOutOfSpace: return "the disk is full"
    case .fileWriteVolumeReadOnly: return "the disk is read-only"
    default: return "the system refuses it (\(error.code.rawValue))"
    }
  }
}
