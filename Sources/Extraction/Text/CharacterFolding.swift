/// How single characters are folded for matching.
enum CharacterFolding {
  enum Result {
    case scalar(UInt32)
    case space
    case ellipsis
    case nothing
  }

  @inline(__always)
  static func fold(_ scalar: UInt32) -> Result {
    if scalar < 0x80 {
      if scalar > 0x20, scalar != 0x7F { return .scalar(scalar == 0x60 ? 0x27 : scalar) }
      return scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0D) ? .space : .nothing
    }
    if scalar < 0x2000, scalar >= 0xC0, scalar != 0x2BC, scalar != 0x34F, scalar != 0x61C, scalar != 0x1680, scalar != 0x180E {
      return .scalar(scalar)
    }
    return foldRare(scalar)
  }

  private static func foldRare(_ scalar: UInt32) -> Result {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF:
      .nothing
    case 0xB4, 0x2BC, 0x2018...0x201B, 0x2032, 0x2035, 0x2039, 0x203A: .scalar(0x27)
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x2036, 0x300C...0x300F, 0x301D...0x301F: .scalar(0x22)
    case 0x2010...0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63: .scalar(0x2D)
    case 0x2026: .ellipsis
    case 0xFF01...0xFF5E: .scalar(scalar - 0xFEE0)
    default: .scalar(scalar)
    }
  }

  /// How many bytes a typographic sign has that stands at a place, U+2010 to U+2027 or U+2190 to U+2BFF: a quote, dash, bullet, arrow or box; 0
  /// where none does. Folding neither makes a letter of one nor leaves it out.
  @inline(__always)
  static func signWidth(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard text[index] == 0xE2, index + 2 < text.count else { return 0 }
    let rest = UInt16(text[index + 1]) << 8 | UInt16(text[index + 2])
    return 0x8090...0x80A7 ~= rest || 0x8690...0xAFBF ~= rest ? 3 : 0
  }

  /// Whether a text has a character beyond ASCII that is no such sign: a letter perhaps, or one that folding makes a letter of or leaves out.
  static func mayHoldOtherLetters(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let width = text[index] < 0x80 ? 1 : signWidth(text, at: index)
      if width == 0 { return true }
      index += width
    }
    return false
  }

  /// The lower-case twin of a letter, where that is one letter. Capital dotted I becomes i.
  static func lowercase(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 0x20
    case ..<0xC0: scalar
    case 0xC0...0xDE: scalar == 0xD7 ? scalar : scalar + 0x20
    case 0xDF...0xFF: scalar
    case 0x130: 0x69
    case 0x391...0x3A9: scalar + 0x20
    case 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    // Small letters, and signs that have no case: what is left of most texts, so that the library's tables are rarely asked.
    case 0x3AC...0x3CE, 0x430...0x45F, 0x5D0...0x6D5, 0x900...0xDFF, 0x2000...0x2125, 0x3000...0xD7FF: scalar
    default: mapped(scalar)
    }
  }

  private static func mapped(_ scalar: UInt32) -> UInt32 {
    guard let value = Unicode.Scalar(scalar) else { return scalar }
    let mapping = value.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first?.value ?? scalar : scalar
  }
}
