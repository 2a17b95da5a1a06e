/// Why a command could not do what it was asked to; plain data, made text of in `CommandError+Description.swift`.
enum CommandError: Error, Equatable {
  // Could not run.
  case missing(path: String)
  case isDirectory(path: String)
  case notDirectory(path: String)
  case unreadable(path: String, errno: Int32)
  case cannotWrite(to: String, errno: Int32)
  case notWritten(path: String, reason: String)
  case alreadyExists(path: String)
  case unknownName(kind: String, name: String, known: [String], command: String)
  case invalidSelector(message: String)
  case noTree(path: String)
  case notRule(path: String)
  /// The folder of the built-in rules that an environment variable names is not there.
  case noRulesFolder(path: String, variable: String)
  case invalidConfiguration(String)

  // Ran, and the input was no good.
  case emptyInput(path: String)
  /// Compressed, and not to be unpacked to its end.
  case damaged(path: String)
  case tooLarge(path: String, bytes: Int, limit: Int)
  case extraction(path: String, message: String)
  case nothingSelected(selector: String)

  /// 2 where the command could not run, 1 where it ran and something failed.
  var exitCode: Int32 {
    switch self {
    case .emptyInput, .damaged, .tooLarge, .extraction, .nothingSelected: 1
    default: 2
    }
  }
}

/// The command could not run, and everything has been said.
struct NotStarted: Error {}

/// The command ran, everything has been said, and something failed.
struct Failed: Error {}
