import Copydesk
import Synchronization

/// The files that this program reads and writes at this moment.
///
/// What is read must not be overwritten, and what is written must not be written from two places. Steps of a chain do not know of
/// each other and reach one file by many names, so the files themselves are remembered here, for as long as they are open.
enum FilesInUse {
  private struct Use {
    var readers = 0
    var isWritten = false
    /// Whether a reader came while it was written, and was sent away: it is an input after all.
    var isWanted = false
  }

  private static let uses = Mutex<[FileIdentity: Use]>([:])

  /// - Returns: `false` where the file is being written.
  static func startReading(_ file: FileIdentity) -> Bool {
    uses.withLock { uses in
      if uses[file]?.isWritten == true {
        uses[file]?.isWanted = true
        return false
      }
      uses[file, default: Use()].readers += 1
      return true
    }
  }

  static func stopReading(_ file: FileIdentity) {
    uses.withLock { uses in
      uses[file]?.readers -= 1
      if let use = uses[file], use.readers <= 0, !use.isWritten { uses[file] = nil }
    }
  }

  /// - Returns: why the file cannot be written; `nil` where it can.
  static func startWriting(_ file: FileIdentity) -> FileError.Reason? {
    uses.withLock { uses in
      let use = uses[file, default: Use()]
      if use.isWritten { return .isOutput }
      if use.readers > 0 { return .isInput }
      uses[file] = Use(isWritten: true)
      return nil
    }
  }

  static func stopWriting(_ file: FileIdentity) { uses.withLock { $0[file] = nil } }

  /// Whether somebody wanted to read a file that is being written.
  static func isWanted(_ file: FileIdentity) -> Bool { uses.withLock { $0[file]?.isWanted == true } }
}
