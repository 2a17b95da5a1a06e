import Copydesk

extension FieldValue {
  /// Whether two values say the same, apart from typography, case, and how precisely a date is stated.
  func agrees(with other: FieldValue) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): Self.key(a) == Self.key(b)
    case (.number(let a), .number(let b)): a == b
    case (.flag(let a), .flag(let b)): a == b
    case (.date(let a), .date(let b)): Self.agree(a, b)
    case (.authors(let a), .authors(let b)): Set(a.map { Self.key($0.name) }) == Set(b.map { Self.key($0.name) })
    case (.publisher(let a), .publisher(let b)): Self.agree(a.name, b.name) || Self.agree(a.domain, b.domain)
    case (.origination(let a), .origination(let b)): Self.agree(a.name, b.name) || Self.agree(a.domain, b.domain)
    case (.words(let a), .words(let b)): a.map(Self.key) == b.map(Self.key)
    case (.images(let a), .images(let b)): a.first?.url == b.first?.url
    default: false
    }
  }

  /// Letters and digits in lower case: what is left when typography and punctuation are taken away.
  static func key(_ text: String) -> String {
    var key = ""
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      key += scalar.properties.lowercaseMapping
    }
    return key
  }

  private static func agree(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return false }
    return key(a) == key(b)
  }

  /// Two dates agree when every part that both state is the same. Times are compared only where both state an offset or neither does.
  private static func agree(_ a: PartialDate, _ b: PartialDate) -> Bool {
    func same(_ x: Int?, _ y: Int?) -> Bool { x == nil || y == nil || x == y }
    guard a.year == b.year, same(a.month, b.month), same(a.day, b.day) else { return false }
    guard a.offsetMinutes == b.offsetMinutes else { return true }
    return same(a.hour, b.hour) && same(a.minute, b.minute)
  }
}

extension FieldValue: CustomStringConvertible {
  /// The value in one line, as losing candidates are shown.
  public var description: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .date(let date): date.description
    case .authors(let authors):
      authors.map { author in author.affiliation.map { "\(author.name) (\($0))" } ?? author.name }.joined(separator: "; ")
    case .publisher(let publisher): publisher.name ?? publisher.domain ?? ""
    case .origination(let origination): origination.name ?? origination.domain ?? origination.url ?? ""
    case .words(let words): words.joined(separator: "; ")
    case .images(let images): images.map(\.url).joined(separator: " ")
    }
  }
}
