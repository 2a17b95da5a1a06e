import Copydesk

extension RuleProblem {
  /// What is wrong, in one line without place.
  public var message: String {
    switch self {
    case .unreadable(let reason): "cannot read the rule: \(reason)"
    case .outsideDirectory: "the file lies outside the rules directory"
    case .tooLarge(let bytes, let limit): "the file has \(bytes) bytes; a rule may have \(limit)"
    case .notARule(let found): "the file returns \(found), not a publisher"
    case .notATransform(let found): "the file returns \(found), not a transform"
    case .lua(let message): message
    case .unknownFunction(let name, _): "unknown function '\(name)'"
    case .unknownKey(let key, let path, _): "unknown key '\(key)'" + Self.inside(path)
    case .repeatedKey(let key, let path): "'\(key)' stands here twice" + Self.inside(path)
    case .positionalValue(let path): "a value without a key" + Self.inside(path)
    case .namedValue(let key, let path): "unexpected key '\(key)' in the list \(Self.quoted(path))"
    case .missingKey(let key, let path): "'\(key)' is missing" + Self.inside(path)
    case .wrongType(let path, let expected, let found): "\(Self.quoted(path)) is \(found), expected \(expected)"
    case .unknownChoice(let name, let path, let what, _): "unknown \(what) '\(name)'" + Self.inside(path)
    case .outOfRange(let path, let expected, let found): "\(Self.quoted(path)) is \(found), expected \(expected)"
    case .wrongConstructor(let name, let path, _): "'\(name)' cannot stand in \(Self.quoted(path))"
    case .bareString(let path, _): "\(Self.quoted(path)) is a string by itself"
    case .conflict(let path, let first, let second): "'\(first)' and '\(second)' exclude each other" + Self.inside(path)
    case .emptyClause(let path, let constructor, let needs): "'\(constructor)' needs \(needs)" + Self.inside(path)
    case .unsupportedVersion(let version, let supported): "api \(version) is not known; this program speaks api \(supported)"
    case .badSelector(let message): "not a CSS selector: \(message)"
    case .badXPath(let message): "not an XPath expression: \(message)"
    case .badTemplate(let message): "not a text template: \(message)"
    case .badDateFormat(let message): "not a date format: \(message)"
    case .badDate(let text): "'\(text)' is not a date"
    case .badHost(let host, let why): "'\(host)' is not a host: \(why)"
    case .badLanguage(let tag): "'\(tag)' is not a language tag"
    case .badTimezone(let name): "'\(name)' is not a timezone"
    case .unknownCapture(let name, let field, _): "unknown capture '${\(name)}' for '\(field)'"
    case .overlappingHost(let host, let other): "host '\(host)' is claimed by \(other) as well"
    case .hostIsPublicSuffix(let host): "'\(host)' is a public suffix: it belongs to no one publisher"
    case .domainNotInHosts(let domain): "the folder is named '\(domain)', which is not under any of the hosts"
    case .shortFingerprint(let text, let minimum):
      "'\(text)' is too short to recognise a publisher by; it takes \(minimum) characters"
    case .sharedFingerprint(let text, let other): "'\(text)' recognises \(other) as well; such documents are routed to neither"
    case .unusedCapture(let name, let path): "the capture '${\(name)}' in \(Self.quoted(path)) goes nowhere"
    case .unanchoredPhrase(let text): "'\(text)' is short and may stand anywhere"
    case .wordlessTemplate(let text): "'\(text)' fits any line"
    case .broadSelector(let selector): "'\(selector)' fits most of a page"
    case .unboundedRemoval: "everything down to the end goes, however much that is"
    case .commonFingerprint(let text): "'\(text)' may stand in anyone's text"
    case .buildHash(let name): "'\(name)' looks like the name a build tool made up"
    case .versionsNotAscending(let date, let previous): "the version until \(date) comes after the one until \(previous)"
    case .duplicateClause(let path, let line): "\(Self.quoted(path)) says the same as line \(line)"
    case .duplicateHost(let host): "host '\(host)' is listed twice"
    case .nothingToDo: "the rule takes, keeps and drops nothing"
    }
  }

  /// What to do about it, for the caret line; `nil` where the message says it all.
  public var hint: String? {
    switch self {
    case .unknownKey(let key, _, let known): Self.suggestion(key, known, "known keys")
    case .unknownFunction(let name, let known): Self.suggestion(name, known, "known functions")
    case .unknownChoice(let name, _, _, let known): Self.suggestion(name, known, "known")
    case .unknownCapture(let name, _, let known): Self.suggestion(name, known, "known captures")
    case .positionalValue: "write key = value"
    case .namedValue: "a list holds values only"
    case .notARule: "end the file with `return publisher { … }`"
    case .notATransform: "end the file with `return transform { … }`"
    case .wrongConstructor(_, _, let allowed): "use " + Self.list(allowed)
    case .bareString(_, let allowed): "say what it is: " + Self.list(allowed)
    case .badDate: "write it as \"2024-06-30\""
    case .badLanguage: "write a BCP 47 tag such as \"en\" or \"pt-BR\""
    case .badTimezone: "write a name of the tz database such as \"Europe/London\""
    case .hostIsPublicSuffix: "name the publisher's own domain"
    case .unanchoredPhrase: "add a place, such as at = \"tail\" or after = …"
    case .wordlessTemplate: "write the words that such lines share, or a place such as after = … or nth = 1"
    case .broadSelector: "name a class, an id or an attribute"
    case .unboundedRemoval: "say how much it may be at most, such as max_share = 0.1"
    case .commonFingerprint: "take an address, or a notice with the publisher's name in it"
    case .buildHash: "it will change with the next build; look for a stable name, an attribute or metadata"
    case .versionsNotAscending: "put the oldest first"
    case .outsideDirectory: "a rule is a plain file inside its folder"
    case .unsupportedVersion(_, let supported): "write api = \(supported)"
    default: nil
    }
  }

  static func quoted(_ path: String) -> String { path.isEmpty ? "the rule" : "'\(path)'" }

  private static func inside(_ path: String) -> String { path.isEmpty ? "" : " in '\(path)'" }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func suggestion(_ name: String, _ known: [String], _ lead: String) -> String? {
    if let nearest = Copydesk.NearestName.find(name, in: known) { return "did you mean '\(nearest)'?" }
    guard !known.isEmpty else { return nil }
    return "\(lead): " + known.sorted().joined(separator: ", ")
  }
}
