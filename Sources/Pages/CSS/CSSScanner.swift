/// Reads the tokens of CSS that selectors are made of (CSS Syntax Level 3, §4).
struct CSSScanner {
  let bytes: [UInt8]
  private(set) var position = 0

  init(_ source: String) { bytes = Array(source.utf8) }

  var isAtEnd: Bool { position >= bytes.count }
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  func peek(_ offset: Int = 1) -> UInt8? { position + offset < bytes.count ? bytes[position + offset] : nil }

  mutating func advance(_ count: Int = 1) { position = min(position + count, bytes.count) }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  /// Passes white space and comments; returns whether there was any white space.
  @discardableResult
  mutating func skipSpace() -> Bool {
    var found = false
    while let byte = current {
      if ASCII.isWhitespace(byte) {
        found = true
        position += 1
      } else if !skipComment() {
        break
      }
    }
    return found
  }

  /// Passes a comment; one that does not end goes to the end of the source.
  mutating func skipComment() -> Bool {
    guard current == 0x2F, peek() == 0x2A else { return false }
    position += 2
    while position < bytes.count, !(bytes[position] == 0x2A && peek() == 0x2F) { position += 1 }
    advance(2)
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2D || byte == 0x5F || byte >= 0x80
  }

  private func isEscape(at offset: Int) -> Bool {
    guard peek(offset) == 0x5C, let next = peek(offset + 1) else { return false }
    return next != 0x0A && next != 0x0C && next != 0x0D
  }

  /// Whether an identifier begins here.
  var startsIdentifier: Bool {
    guard let byte = current else { return false }
    if byte == 0x2D {
      guard let second = peek() else { return false }
      return second == 0x2D || ASCII.isLetter(second) || second == 0x5F || second >= 0x80 || isEscape(at: 1)
    }
    return ASCII.isLetter(byte) || byte == 0x5F || byte >= 0x80 || isEscape(at: 0)
  }

  /// An identifier, escapes resolved; `nil` if none begins here.
  mutating func identifier() -> String? { startsIdentifier ? name() : nil }

  /// What follows `#`: unlike an identifier it may begin with a digit.
  mutating func name() -> String? {
    var out: [UInt8] = []
    while let byte = current {
      if Self.isNameByte(byte) {
        out.append(byte)
        position += 1
      } else if isEscape(at: 0) {
        position += 1
        escape(into: &out)
      } else {
        break
      }
    }
    return out.isEmpty ? nil : String(decoding: out, as: UTF8.self)
  }

  /// A quoted string, quotes and escapes resolved; `nil` if none begins here or it does not end.
  mutating func string() -> [UInt8]? {
    guard let quote = current, quote == 0x22 || quote == 0x27 else { return nil }
    var scanner = self
    scanner.position += 1
    var out: [UInt8] = []
    while let byte = scanner.current {
      scanner.position += 1
      if byte == quote {
        self = scanner
        return out
      }
      if byte == 0x5C {
        if scanner.current == 0x0A { scanner.position += 1 } else if !scanner.isAtEnd { scanner.escape(into: &out) }
      } else if byte == 0x0A {
        return nil
      } else {
        out.append(byte)
      }
    }
    return nil
  }

  /// What follows a backslash.
  private mutating func escape(into out: inout [UInt8]) {
    var value: UInt32 = 0
    var digits = 0
    while digits < 6, let byte = current, let digit = ASCII.hexValue(byte) {
      value = value << 4 | digit
      digits += 1
      position += 1
    }
    guard digits > 0 else {
      // Any other character stands for itself, with the bytes that continue it.
      guard let byte = current else { return }
      out.append(byte)
      position += 1
      while let next = current, byte >= 0x80, next & 0xC0 == 0x80 {
        out.append(next)
        position += 1
      }
      return
    }
    if let byte = current, ASCII.isWhitespace(byte) { position += 1 }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    out.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
  }

  /// The argument of `:nth-child` up to `of` or `)`, as `a` and `b` of `an+b` (CSS Syntax Level 3, §6); `nil` if it is none.
  mutating func anPlusB() -> (a: Int, b: Int)? {
    skipSpace()
    if startsIdentifier, current != 0x2D, current.map({ ASCII.lowercased($0) }) != 0x6E {
      switch name()?.lowercased() {
      case "odd": return (2, 1)
      case "even": return (2, 0)
      default: return nil
      }
    }
    var sign = 1
    if skip(0x2B) { sign = 1 } else if skip(0x2D) { sign = -1 }
    let number = integer()
    guard let byte = current, ASCII.lowercased(byte) == 0x6E else {
      guard let number else { return nil }
      return (0, sign * number)
    }
    position += 1
    let a = sign * (number ?? 1)
    let mark = self
    skipSpace()
    guard let next = current, next == 0x2B || next == 0x2D else {
      self = mark
      return (a, 0)
    }
    position += 1
    skipSpace()
    guard let b = integer() else { return nil }
    return (a, next == 0x2D ? -b : b)
  }

  private mutating func integer() -> Int? {
    var value = 0
    var digits = 0
    while let byte = current, ASCII.isDigit(byte) {
      value = min(value * 10 + Int(byte - 0x30), 1 << 30)
      digits += 1
      position += 1
    }
    return digits == 0 ? nil : value
  }
}
