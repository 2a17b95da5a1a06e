/// What a character is to a copy desk that judges the shape of a line.
enum CharacterClass: UInt8, Sendable {
  case space, lower, upper, caseless, digit, unspaced
  case terminator, comma, colon, separator, opening, closing, apostrophe, dash, other

  /// Whether it is part of a word: a letter or digit of any script.
  @inline(__always)
  var isText: Bool { rawValue >= CharacterClass.lower.rawValue && rawValue <= CharacterClass.unspaced.rawValue }

  static let ascii: [CharacterClass] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0...0x20, 0x7F: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .terminator
    case UInt8(ascii: ","), UInt8(ascii: ";"): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "|"): .separator
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""): .closing
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "-"): .dash
    default: .other
    }
  }

  /// The class of a scalar beyond ASCII. Ranges after the Unicode block charts (https://www.unicode.org/charts/).
  static func of(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x80...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: .space
    case 0xB7, 0x2022, 0x203A, 0x2039, 0x25CF, 0x25AA, 0x25BA, 0x2192, 0x2501, 0xFF5C: .separator
    case 0xAB, 0x201C, 0x201E, 0x2018, 0x201A, 0x300C, 0x300E, 0x3008, 0x300A, 0x3010, 0xFF08, 0xBF, 0xA1: .opening
    case 0xBB, 0x201D, 0x300D, 0x300F, 0x3009, 0x300B, 0x3011, 0xFF09: .closing
    case 0x2019: .apostrophe
    case 0xDF...0xF6, 0xF8...0xFF: .lower
    case 0xC0...0xD6, 0xD8...0xDE: .upper
    case 0x100...0x17F: scalar & 1 == 0 ? .upper : .lower
    case 0x37E: .terminator
    case 0x391...0x3A9, 0x386, 0x388...0x38F: .upper
    case 0x3AC...0x3CE: .lower
    case 0x400...0x42F: .upper
    case 0x430...0x45F: .lower
    case 0x531...0x556: .upper
    case 0x561...0x587: .lower
    case 0x589, 0x61F, 0x6D4, 0x964, 0x965, 0x1362, 0x1367, 0x2026, 0x203C, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF0E, 0xFF1F,
      0xFF61:
      .terminator
    case 0x60C, 0x3001, 0xFF0C, 0x1363, 0xFF1B, 0x61B: .comma
    case 0xFF1A: .colon
    case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0xFF10...0xFF19: .digit
    case 0x2010...0x2015: .dash
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: .unspaced
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF, 0xFF66...0xFF9D: .unspaced
    case 0x2000...0x2BFF, 0x3001...0x303F, 0xFF00...0xFF0F, 0xFE00...0xFE0F, 0x1_F000...0x1_FFFF, 0xE000...0xF8FF: .other
    default: .caseless
    }
  }
}
