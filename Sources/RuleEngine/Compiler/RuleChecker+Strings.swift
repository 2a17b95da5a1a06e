import Extraction
import Pages

extension RuleChecker {
  /// Checks what a string of some kind says. What is malformed is reported with its place inside the string.
  mutating func check(_ text: String, _ kind: ValueSpec.StringKind, _ cursor: RuleCursor) {
    switch kind {
    case .text, .metaName:
      if text.utf8.allSatisfy({ $0 <= 0x20 }) { emptyString(cursor) }
    case .jsonPath:
      if text.split(separator: ".", omittingEmptySubsequences: false).contains(where: \.isEmpty) {
        report.value(.outOfRange(path: cursor.path, expected: "names apart by dots", found: "\"\(text)\""), cursor)
      }
    case .host:
      do {
        _ = try HostName(rule: text)
      } catch {
        report.value(.badHost(text, why: error.why), cursor)
      }
    case .language:
      if !Self.isLanguageTag(text) { report.value(.badLanguage(text), cursor) }
    case .timezone:
      if !Self.isTimezone(text) { report.value(.badTimezone(text), cursor) }
    case .date:
      if CalendarDay(text) == nil { report.value(.badDate(text), cursor) }
    case .dateFormat:
      do {
        _ = try DateFormat(text)
      } catch {
        report.string(.badDateFormat(message: "\(error)"), cursor, at: error.offset)
      }
    case .selector:
      do {
        _ = try CSSSelector(text)
      } catch {
        report.string(.badSelector(message: error.description), cursor, at: error.range.lowerBound, length: error.range.count)
      }
    case .xpath:
      do {
        _ = try XPathExpression(text)
      } catch {
        report.string(.badXPath(message: error.description), cursor, at: error.range.lowerBound, length: error.range.count)
      }
    case .template:
      do {
        _ = try TextTemplate(text)
      } catch {
        report.string(.badTemplate(message: "\(error)"), cursor, at: error.offset)
      }
    }
  }

  private mutating func emptyString(_ cursor: RuleCursor) {
    report.value(.outOfRange(path: cursor.path, expected: "a text", found: "empty"), cursor)
  }

  /// The shape of a BCP 47 tag: a language of two or three letters, then subtags of letters and digits.
  static func isLanguageTag(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.utf8.count), language.utf8.allSatisfy(isLetter) else {
      return false
    }
    return parts.dropFirst().allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy { isLetter($0) || isDigit($0) } }
  }

  /// The shape of a name of the tz database: `Europe/London`, `America/Argentina/Salta`, `UTC`.
  static func isTimezone(_ name: String) -> Bool {
    if name == "UTC" || name == "GMT" { return true }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return false }
    return parts.allSatisfy { part in
      guard let first = part.utf8.first, isLetter(first) else { return false }
      return part.utf8.allSatisfy {
        isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
