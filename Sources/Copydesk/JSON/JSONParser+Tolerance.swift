/// What a tolerant parser forgives.
struct JSONTolerance: OptionSet {
  let rawValue: UInt16

  static let controls = JSONTolerance(rawValue: 1 << 0)
  static let commas = JSONTolerance(rawValue: 1 << 1)
  static let comments = JSONTolerance(rawValue: 1 << 2)
  static let escapes = JSONTolerance(rawValue: 1 << 3)
  static let literals = JSONTolerance(rawValue: 1 << 4)
  static let truncation = JSONTolerance(rawValue: 1 << 5)
  static let quotes = JSONTolerance(rawValue: 1 << 6)

  /// What can be forgiven without guessing at the author's meaning.
  static let safe: JSONTolerance = [.controls, .commas, .comments, .escapes, .literals]
}

/// What had to be repaired to read a text as JSON.
public struct JSONRepairs: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Line feeds, tabs or other control characters stood bare in a string.
  public static let controls = JSONRepairs(rawValue: 1 << 0)
  /// A comma too many, or one missing.
  public static let commas = JSONRepairs(rawValue: 1 << 1)
  /// Comments, CDATA or `<!--` around or between values.
  public static let comments = JSONRepairs(rawValue: 1 << 2)
  /// Escapes that JSON does not know.
  public static let escapes = JSONRepairs(rawValue: 1 << 3)
  /// `undefined` or `NaN` for a value, or leading zeros.
  public static let literals = JSONRepairs(rawValue: 1 << 4)
  /// The text ended within a value.
  public static let truncation = JSONRepairs(rawValue: 1 << 5)
  /// Quotes stood bare in a string.
  public static let quotes = JSONRepairs(rawValue: 1 << 6)
  /// Several values one after another.
  public static let concatenation = JSONRepairs(rawValue: 1 << 7)
  /// Quotes were written as HTML character references.
  public static let htmlEscapes = JSONRepairs(rawValue: 1 << 8)

  private static let names: [(JSONRepairs, String)] = [
    (.controls, "bare control characters"), (.commas, "commas"), (.comments, "comments"), (.escapes, "escapes"),
    (.literals, "literals"), (.truncation, "cut short"), (.quotes, "bare quotes"), (.concatenation, "several values"),
    (.htmlEscapes, "HTML escapes"),
  ]

  /// The names of the repairs, for a reader.
  public var labels: [String] { Self.names.filter { contains($0.0) }.map(\.1) }
}

/// What a tolerant parser made of a text.
public struct TolerantJSON: Sendable, Hashable {
  /// The values found, one after another; empty where nothing could be read.
  public var values: [JSONValue]
  public var repairs: JSONRepairs
}

extension JSONParser {
  /// Reads JSON as it is found in pages in the wild.
  ///
  /// Sound JSON is never reinterpreted: bare control characters, stray or missing commas, comments and CDATA, unknown escapes, several
  /// values and a text cut short are forgiven where they are met, and up to there nothing is read otherwise. Only a text that cannot
  /// be read so to its end is read anew, with bare quotes within strings (a quote closes a string only where a comma, colon,
  /// bracket or the end follows); and one of which nothing can be read, with `&quot;` for quotes.
  public static func parseTolerantly(_ bytes: UnsafeBufferPointer<UInt8>) -> TolerantJSON {
    var best = TolerantJSON(values: [], repairs: [])
    for tolerance in [JSONTolerance.safe.union(.truncation), [.safe, .quotes, .truncation]] {
      var parser = JSONParser(bytes, tolerance: tolerance)
      parser.skipByteOrderMark()
      let (values, isComplete) = parser.parseSeveral()
      if isComplete, !values.isEmpty { return TolerantJSON(values: values, repairs: parser.repairs) }
      if values.count > best.values.count { best = TolerantJSON(values: values, repairs: parser.repairs.union(.truncation)) }
    }
    if best.values.isEmpty, let unescaped = Self.resolvingQuoteReferences(bytes) {
      var outcome = unescaped.withUnsafeBufferPointer { parseTolerantly($0) }
      outcome.repairs.insert(.htmlEscapes)
      return outcome
    }
    return best
  }

  /// Reads JSON as it is found in pages in the wild. See ``parseTolerantly(_:)-(UnsafeBufferPointer<UInt8>)``.
  public static func parseTolerantly(_ bytes: some Collection<UInt8>) -> TolerantJSON {
    bytes.withContiguousStorageIfAvailable { parseTolerantly($0) }
      ?? Array(bytes).withUnsafeBufferPointer { parseTolerantly($0) }
  }

  /// Reads values until the end or the first fault.
  private mutating func parseSeveral() -> (values: [JSONValue], isComplete: Bool) {
    var values: [JSONValue] = []
    while true {
      skipSpace()
      while position < base.count, base[position] == UInt8(ascii: ";") || base[position] == UInt8(ascii: ",") {
        position += 1
        skipSpace()
      }
      guard position < base.count else { break }
      guard let value = try? parseValue() else { return (values, false) }
      if !values.isEmpty { repairs.insert(.concatenation) }
      values.append(value)
    }
    return (values, true)
  }

  /// Skips a comment, a CDATA or comment wrapper, or a space that JSON does not know.
  mutating func skipWrapper() -> Bool {
    if base[position] >= 0x80 {
      let spaces: [[UInt8]] = [[0xC2, 0xA0], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]]
      for space in spaces where stands(space) {
        position += space.count
        repairs.insert(.controls)
        return true
      }
      return false
    }
    switch base[position] {
    case UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "-"), UInt8(ascii: "]"): break
    default: return false
    }
    if stands("/*".utf8) {
      position = end(of: "*/".utf8, from: position + 2)
    } else if stands("<!--".utf8) {
      position += 4
    } else if stands("-->".utf8) {
      position += 3
    } else if stands("<![CDATA[".utf8) {
      position += 9
    } else if stands("]]>".utf8) {
      position += 3
    } else if stands("//".utf8) {
      // `//<![CDATA[` is a wrapper with the value on the same line now and then; other comments go to the end of the line.
      position += 2
      if !stands("<![CDATA[".utf8), !stands("]]>".utf8), !stands("-->".utf8) { position = end(of: "\n".utf8, from: position) }
    } else {
      return false
    }
    repairs.insert(.comments)
    return true
  }

  mutating func consumeStrayComma(before closing: Unicode.Scalar) -> Bool {
    while consume(",") {
      repairs.insert(.commas)
      skipSpace()
    }
    guard consume(closing) else { return false }
    repairs.insert(.commas)
    return true
  }

  /// Whether a container may end here because the text does.
  mutating func cutShort() -> Bool {
    guard forgiven(.truncation) else { return false }
    repairs.insert(.truncation)
    position = base.count
    return true
  }

  /// Whether what follows a quote makes it a closing one.
  func quoteCloses(at index: Int) -> Bool {
    func next(from start: Int) -> Int {
      var index = start
      let limit = min(base.count, start + 256)
      while index < limit, base[index] <= 0x20 { index += 1 }
      return index
    }
    let following = next(from: index + 1)
    guard following < base.count else { return true }
    switch base[following] {
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"): return true
    case UInt8(ascii: ","):
      let after = next(from: following + 1)
      guard after < base.count else { return true }
      switch base[after] {
      case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"): return true
      default: return false
      }
    case UInt8(ascii: "\""):
      // A comma was forgotten: a key follows on the next line.
      return base[index..<following].contains(0x0A)
    default: return false
    }
  }

  private func stands(_ bytes: some Collection<UInt8>) -> Bool {
    var index = position
    for byte in bytes {
      guard index < base.count, base[index] == byte else { return false }
      index += 1
    }
    return true
  }

  private func end(of bytes: some Collection<UInt8>, from start: Int) -> Int {
    guard let first = bytes.first else { return start }
    var index = start
    while index + bytes.count <= base.count {
      if base[index] == first, base[index..<index + bytes.count].elementsEqual(bytes) { return index + bytes.count }
      index += 1
    }
    return base.count
  }

  /// Replaces `&quot;`, `&#34;` and `&amp;`, where there is any `&quot;`.
  private static func resolvingQuoteReferences(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let references: [([UInt8], UInt8)] = [
      (Array("&quot;".utf8), 0x22), (Array("&#34;".utf8), 0x22), (Array("&#x22;".utf8), 0x22), (Array("&amp;".utf8), 0x26),
    ]
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var found = false
    var index = 0
    scan: while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&") {
        for (reference, byte) in references
        where index + reference.count <= bytes.count && bytes[index..<index + reference.count].elementsEqual(reference) {
          output.append(byte)
          index += reference.count
          if byte == 0x22 { found = true }
          continue scan
        }
      }
      output.append(bytes[index])
      index += 1
    }
    return found ? output : nil
  }
}
