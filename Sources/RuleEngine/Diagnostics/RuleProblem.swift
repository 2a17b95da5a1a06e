/// What is wrong, or doubtful, in a rule: plain data; the words are made in `RuleProblem+Text.swift`.
public enum RuleProblem: Sendable, Hashable {
  // The file.
  case unreadable(reason: String)
  case outsideDirectory
  case tooLarge(bytes: Int, limit: Int)
  case notARule(found: String)
  case notATransform(found: String)
  /// Lua could not compile or run the file.
  case lua(message: String)
  /// The file calls a function that there is not.
  case unknownFunction(String, known: [String])

  // Keys and types.
  case unknownKey(String, path: String, known: [String])
  /// Two values for one key, of which Lua would take the last.
  case repeatedKey(String, path: String)
  case positionalValue(path: String)
  case namedValue(String, path: String)
  case missingKey(String, path: String)
  case wrongType(path: String, expected: String, found: String)
  case unknownChoice(String, path: String, what: String, known: [String])
  case outOfRange(path: String, expected: String, found: String)
  case wrongConstructor(String, path: String, allowed: [String])
  case bareString(path: String, allowed: [String])
  case conflict(path: String, first: String, second: String)
  case emptyClause(path: String, constructor: String, needs: String)
  case unsupportedVersion(Int, supported: Int)

  // What stands in strings.
  case badSelector(message: String)
  case badXPath(message: String)
  case badTemplate(message: String)
  case badDateFormat(message: String)
  case badDate(String)
  case badHost(String, why: String)
  case badLanguage(String)
  case badTimezone(String)
  case unknownCapture(String, field: String, known: [String])

  // Between rules.
  case overlappingHost(String, other: String)
  case hostIsPublicSuffix(String)
  case domainNotInHosts(domain: String)
  case shortFingerprint(text: String, minimum: Int)
  case sharedFingerprint(text: String, other: String)

  // Doubts.
  case unusedCapture(String, path: String)
  case unanchoredPhrase(text: String)
  case wordlessTemplate(text: String)
  case broadSelector(String)
  case unboundedRemoval
  case commonFingerprint(text: String)
  case buildHash(name: String)
  case versionsNotAscending(date: String, previous: String)
  case duplicateClause(path: String, line: Int)
  case duplicateHost(String)
  case nothingToDo

  /// Whether the rule cannot be used, or merely deserves a second look.
  public var severity: RuleDiagnostic.Severity {
    switch self {
    case .unusedCapture, .unanchoredPhrase, .wordlessTemplate, .broadSelector, .unboundedRemoval, .commonFingerprint, .buildHash,
      .duplicateClause, .duplicateHost, .nothingToDo, .domainNotInHosts,
      .sharedFingerprint:
      .warning
    default: .error
    }
  }
}
