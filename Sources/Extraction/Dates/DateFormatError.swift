/// What is wrong with the source of a ``DateFormat``.
public struct DateFormatError: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case empty
    /// A `%` with a letter that means nothing here.
    case unknownDirective(Character)
    case danglingPercent
    /// The same part of a date twice.
    case repeated(Character)
    /// No `%Y` or `%y`.
    case missingYear
    /// Month names are asked for in a language that has no table.
    case unknownLanguage(String)
  }

  public var reason: Reason
  /// Where in the source the fault is, in bytes from 0.
  public var offset: Int
}

extension DateFormatError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .empty: "the date format is empty"
    case .unknownDirective(let letter):
      "unknown directive '%\(letter)'; known are \(DateFormat.directives.map { "%\($0)" }.joined(separator: " "))"
    case .danglingPercent: "a '%' at the end; write '%%' for a percent sign"
    case .repeated(let letter): "'%\(letter)' says again what the format already has"
    case .missingYear: "the format has no year: add %Y"
    case .unknownLanguage(let language): "no month names are known for language '\(language)'"
    }
  }
}
