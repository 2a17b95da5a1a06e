import Copydesk

extension FieldValue {
  /// Whether two values say the same, apart from typography, case, and how precisely a date is stated.
  func agrees(with other: FieldValue) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): Self.agree(a, b)
    case (.number(let a), .number(let b)): a == b
    case (.flag(let a), .flag(let b)): a == b
    case (.date(let a), .date(let b)): Self.agree(a, b)
    case (.authors(let a), .authors(let b)):
      a.elementsEqual(b) { $0.name == $1.name } || Set(a.map { Self.key($0.name) }) == Set(b.map { Self.key($0.name) })
    case (.publisher(let a), .publisher(let b)): Self.agree(a.name, b.name) || Self.agree(a.domain, b.domain)
    case (.origination(let a), .origination(let b)): Self.agree(a.name, b.name) || Self.agree(a.domain, b.domain)
    case (.words(let a), .words(let b)): a.count == b.count && zip(a, b).allSatisfy { Self.agree($0, $1) }
    case (.images(let a), .images(let b)): a.first?.url == b.first?.url
    default: false
    }
  }

  /// Letters and digits in lower case: what is left when typography and punctuation are taken away.
  static func key(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var key: [UInt8] = []
      key.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          if byte &- 0x61 < 26 || byte &- 0x30 < 10 { key.append(byte) }
          if byte &- 0x41 < 26 { key.append(byte | 0x20) }
          continue
        }
        guard let scalar = Unicode.Scalar(UTF8Scalar.next(in: bytes, at: &index)) else { continue }
        switch scalar.value {
        case 0xC0...0xD6, 0xD8...0xDE: UTF8Scalar.encode(scalar.value + 0x20) { key.append($0) }
        case 0xDF...0xF6, 0xF8...0xFF, 0x430...0x44F, 0x4E00...0x9FFF: UTF8Scalar.encode(scalar.value) { key.append($0) }
        case 0x2010...0x2027: break
        default:
          let properties = scalar.properties
          guard properties.isAlphabetic || properties.numericType != nil else { continue }
          key.append(contentsOf: properties.lowercaseMapping.utf8)
        }
      }
      return String(decoding: key, as: UTF8.self)
    }
  }

  private static func agree(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return false }
    if a == b { return true }
    var (one, other) = (a, b)
    return one.withUTF8 { one in other.withUTF8 { other in haveSameASCIIKey(one, other) } } ?? (key(a) == key(b))
  }

  /// Whether two texts have the same key; `nil` where the first that is not the same in both is of a character outside of ASCII.
  private static func haveSameASCIIKey(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool? {
    /// The next byte of a text's key, or of a character outside of ASCII; 0 at its end.
    func next(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt8 {
      while index < text.count {
        let byte = text[index]
        index += 1
        if byte >= 0x80 || byte &- 0x30 < 10 { return byte }
        if (byte | 0x20) &- 0x61 < 26 { return byte | 0x20 }
      }
      return 0
    }
    var (i, j) = (0, 0)
    while true {
      let (one, other) = (next(a, &i), next(b, &j))
      // The same character has the same key, whatever that is.
      if one != other { return one >= 0x80 || other >= 0x80 ? nil : false }
      if one == 0 { return true }
    }
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
