/// Cuts Lua source into tokens, by the lexical conventions of the Lua 5.4 manual, §3.1.
///
/// The Lua compiler reads the rule as well and reports what it finds wrong; this lexer only finds places for messages, so it
/// never fails: a byte that begins no token becomes a token of its own.
struct LuaLexer {
  private let source: [UInt8]
  private var at = 0

  static let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or",
    "repeat", "return", "then", "true", "until", "while",
  ]

  init(_ source: [UInt8]) {
    self.source = source
  }

  static func tokens(of source: [UInt8]) -> [LuaToken] {
    var lexer = LuaLexer(source)
    var tokens: [LuaToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  private func byte(_ offset: Int) -> UInt8? {
    offset < source.count ? source[offset] : nil
  }

  private mutating func next() -> LuaToken? {
    skipSpaceAndComments()
    guard let first = byte(at) else { return nil }
    let start = at
    if Self.isNameStart(first) {
      while let next = byte(at), Self.isNamePart(next) { at += 1 }
      let word = String(decoding: source[start..<at], as: UTF8.self)
      return token(Self.keywords.contains(word) ? .keyword : .name, from: start)
    }
    if Self.isDigit(first) || (first == UInt8(ascii: ".") && byte(at + 1).map(Self.isDigit) == true) { return number() }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return shortString(quote: first) }
    if first == UInt8(ascii: "["), let level = longBracketLevel(at) { return longString(level: level) }
    return symbol(first)
  }

  private func token(_ kind: LuaToken.Kind, from start: Int) -> LuaToken {
    LuaToken(kind: kind, range: start..<at, content: start..<at, isVerbatim: true)
  }

  // MARK: - Space and comments

  private mutating func skipSpaceAndComments() {
    if at == 0, source.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    if at == 0, byte(0) == UInt8(ascii: "#") { skipLine() }
    while let next = byte(at) {
      if next == 0x20 || (next >= 0x09 && next <= 0x0D) {
        at += 1
      } else if next == UInt8(ascii: "-"), byte(at + 1) == UInt8(ascii: "-") {
        at += 2
        if byte(at) == UInt8(ascii: "["), let level = longBracketLevel(at) {
          _ = longString(level: level)
        } else {
          skipLine()
        }
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while let next = byte(at), next != 0x0A { at += 1 }
  }

  // MARK: - Strings

  /// The number of `=` in a long bracket that opens here, `[==[`.
  private func longBracketLevel(_ start: Int) -> Int? {
    var offset = start + 1
    while byte(offset) == UInt8(ascii: "=") { offset += 1 }
    return byte(offset) == UInt8(ascii: "[") ? offset - start - 1 : nil
  }

  private mutating func longString(level: Int) -> LuaToken {
    let start = at
    at += level + 2
    // A line break right after the opening bracket is not part of the string.
    if byte(at) == 0x0D, byte(at + 1) == 0x0A { at += 2 } else if byte(at) == 0x0A { at += 1 }
    let content = at
    while let next = byte(at) {
      if next == UInt8(ascii: "]") {
        var offset = at + 1
        while byte(offset) == UInt8(ascii: "=") { offset += 1 }
        if offset - at - 1 == level, byte(offset) == UInt8(ascii: "]") {
          let end = at
          at = offset + 1
          return LuaToken(kind: .string, range: start..<at, content: content..<end, isVerbatim: true)
        }
        at = offset
      } else {
        at += 1
      }
    }
    return token(.unknown, from: start)
  }

  private mutating func shortString(quote: UInt8) -> LuaToken {
    let start = at
    at += 1
    var isVerbatim = true
    while let next = byte(at), next != 0x0A {
      if next == UInt8(ascii: "\\") {
        isVerbatim = false
        at = min(at + 2, source.count)
      } else if next == quote {
        at += 1
        return LuaToken(kind: .string, range: start..<at, content: start + 1..<at - 1, isVerbatim: isVerbatim)
      } else {
        at += 1
      }
    }
    return token(.unknown, from: start)
  }

  // MARK: - Numbers and symbols

  private mutating func number() -> LuaToken {
    let start = at
    let isHex = byte(at) == UInt8(ascii: "0") && (byte(at + 1).map { $0 | 0x20 } == UInt8(ascii: "x"))
    let exponent = isHex ? UInt8(ascii: "p") : UInt8(ascii: "e")
    while let next = byte(at) {
      if next | 0x20 == exponent, let sign = byte(at + 1), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        at += 2
      } else if Self.isNamePart(next) || next == UInt8(ascii: ".") {
        at += 1
      } else {
        break
      }
    }
    return token(.number, from: start)
  }

  private mutating func symbol(_ first: UInt8) -> LuaToken {
    let start = at
    let second = byte(at + 1)
    switch (first, second) {
    case (UInt8(ascii: "."), UInt8(ascii: ".")):
      at += byte(at + 2) == UInt8(ascii: ".") ? 3 : 2
    case (UInt8(ascii: "="), UInt8(ascii: "=")), (UInt8(ascii: "~"), UInt8(ascii: "=")), (UInt8(ascii: "<"), UInt8(ascii: "=")),
      (UInt8(ascii: ">"), UInt8(ascii: "=")), (UInt8(ascii: ":"), UInt8(ascii: ":")), (UInt8(ascii: "/"), UInt8(ascii: "/")),
      (UInt8(ascii: "<"), UInt8(ascii: "<")), (UInt8(ascii: ">"), UInt8(ascii: ">")):
      at += 2
    default:
      at += 1
    }
    return token(first < 0x80 ? .symbol : .unknown, from: start)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  private static func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }
}
