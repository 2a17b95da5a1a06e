import Copydesk

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension CommandError: CustomStringConvertible {
  /// The message for a person: what is wrong with what, and what to do next where that is known. The wording is not API.
  var description: String {
    switch self {
    case .missing(let path) where path.hasPrefix("https://") || path.hasPrefix("http://"):
      "\(path): nothing is fetched here; give the page itself: `curl -s '\(path)' | copydesk extract - --url '\(path)'`"
    case .missing(""):
      "the file's name is empty"
    case .missing(let path):
      "\(path): there is no such file or folder"
    case .isDirectory(let path):
      "\(path): this is a folder; name a file in it, or `-` for standard input"
    case .notDirectory(let path):
      "\(path): this is not a folder"
    case .unreadable(let path, let code):
      "\(path): cannot be read: \(systemMessage(code))"
    case .cannotWrite(let target, let code):
      "\(target): cannot be written: \(systemMessage(code))"
    case .notWritten(let path, let reason):
      "\(path): cannot be written: \(reason)"
    case .alreadyExists(let path):
      "\(path): already exists; nothing has been changed"
    case .unknownName(let kind, let name, let known, let command):
      "unknown \(kind) '\(name)'" + (NearestName.find(name, in: known).map { ", did you mean '\($0)'?" } ?? "")
        + " (`\(command)` shows all)"
    case .invalidSelector(let message):
      message
    case .noTree(let path):
      "\(path): this is a text dump, which has lines and no tree; `copydesk explain` shows its blocks"
    case .notRule(let path):
      "\(path): there is no rule here; a rule is a file named rule.lua in a folder named after the publisher's domain"
    case .noRulesFolder(let path, let variable):
      "\(path): there is no such folder; the environment variable \(variable) names it as the folder of the built-in rules"
    case .invalidConfiguration(let message):
      message
    case .emptyInput(let path):
      "\(path): the input is empty"
    case .damaged(let path):
      "\(path): the compressed data is damaged or cut short"
    case .tooLarge(let path, let bytes, let limit):
      "\(path): \(bytes) bytes are more than the limit of \(limit)"
    case .extraction(let path, let message):
      "\(path): \(message)"
    case .nothingSelected(let selector):
      "nothing on the page fits '\(selector)'"
    }
  }
}

/// The system's words for an error number.
func systemMessage(_ code: Int32) -> String {
  var buffer = [CChar](repeating: 0, count: 256)
  guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
  return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
