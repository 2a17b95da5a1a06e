import ByteLanes

/// Counts the words of a text: runs without white space in which there is a letter or a digit.
///
/// Scripts that are written without spaces would come out as a word for each sentence. Of Chinese and Japanese every two characters count as a
/// word (a thousand Chinese ones are 600 to 700 words by their dictionaries, of Japanese words many are longer), of Thai, Lao, Burmese and Khmer
/// every four, which have letters and vowel signs: estimates both.
///
/// Goes over the bytes, since cutting a text into `Character`s costs more than all the rest of writing an article.
enum WordCounter {
  static func count(_ text: String) -> Int {
    text.withBytes { bytes in
      var count = 0
      /// 1 within a run that a letter or digit stands in, else 0.
      var open: UInt64 = 0
      /// What has been read of words that no spaces part, in quarters of a word.
      var quarters = 0
      var index = 0
      while index < bytes.count {
        var masks = Masks(bytes, from: index)
        let width = masks.others == 0 ? 64 : masks.readOthers(in: bytes, from: index, isOpen: open == 1, &quarters)
        count &+= masks.ended(&open)
        index &+= width
      }
      return count + Int(open) + (quarters + 3) / 4
    }
  }

  /// Which of 64 bytes are letters or digits, and which are gaps between words: a bit for each, the first lowest.
  private struct Masks {
    private var letters: UInt64 = 0
    private var gaps: UInt64 = 0
    /// Bytes beyond ASCII.
    private(set) var others: UInt64 = 0

    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
      var offset = 0
      // Zeros behind the end belong to the run that they stand in.
      while offset < 64, start &+ offset < text.count {
        let bytes = SixteenBytes(text, at: start &+ offset)
        let place = UInt64(truncatingIfNeeded: offset)
        letters |= (bytes.lowercased.among(26, from: 0x61) | bytes.among(10, from: 0x30)).bits &<< place
        gaps |= (bytes.among(1, from: 0x20) | bytes.among(5, from: 0x09)).bits &<< place
        others |= bytes.others &<< place
        offset &+= 16
      }
    }

    /// How many words end at the gaps.
    ///
    /// A run of ink is a run of ones, and a letter added to it anywhere carries into the gap behind it.
    /// - Parameter open: Whether the run that the bytes begin in has a letter or digit already; says the same of what comes behind them.
    @inline(__always)
    func ended(_ open: inout UInt64) -> Int {
      let (sum, carries) = (~gaps).addingReportingOverflow(letters)
      let (carried, carriesOn) = sum.addingReportingOverflow(open)
      open = carries || carriesOn ? 1 : 0
      return (carried & gaps).nonzeroBitCount
    }

    /// Reads the characters beyond ASCII.
    /// - Returns: How many bytes have been read: 64, and what the last character has beyond them.
    mutating func readOthers(
      in text: UnsafeBufferPointer<UInt8>, from start: Int, isOpen: Bool, _ quarters: inout Int
    ) -> Int {
      /// The last character that was found to be neither: ornaments come in rows.
      var ornament: Unicode.Scalar = "\u{FFFD}"
      while others != 0 {
        let offset = others.trailingZeroBitCount
        if WordCounter.isSign(at: start &+ offset, in: text) {
          others &= others &- 1
          others &= ~(6 &<< UInt64(truncatingIfNeeded: offset))
          if offset > 61 { return offset &+ 3 }
          continue
        }
        let (scalar, width) = WordCounter.scalar(at: start &+ offset, in: text)
        let own = ((1 &<< UInt64(truncatingIfNeeded: width)) &- 1) &<< UInt64(truncatingIfNeeded: offset)
        others &= ~own
        if let share = WordCounter.unspacedQuarters(scalar) {
          quarters &+= share
          gaps |= own
        } else if WordCounter.isWhitespace(scalar) {
          gaps |= own
        } else if offset == 0 ? isOpen : (letters &>> UInt64(truncatingIfNeeded: offset &- 1)) & 1 == 1 {
          // It stands in a word, whatever it is.
          letters |= own
        } else if scalar != ornament {
          if WordCounter.isWordScalar(scalar) { letters |= own } else { ornament = scalar }
        }
        if offset &+ width > 64 { return offset &+ width }
      }
      return 64
    }
  }

  /// The characters beyond ASCII that have the property White_Space (https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt).
  fileprivate static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// How many quarters of a word a character of a script without spaces is; `nil` for all others.
  fileprivate static func unspacedQuarters(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFA6D,
      0xFA70...0xFAD9, 0xFF66...0xFF9D, 0x2_0000...0x3_FFFF:
      2
    case 0xE01...0xEDF, 0x1000...0x109F, 0x1780...0x17D3: isAlphanumeric(scalar) ? 1 : nil
    default: nil
    }
  }

  /// Whether a quote, dash or bullet stands at a place (U+2010 to U+2027): most of what is beyond ASCII in English, and no part of a word.
  @inline(__always)
  fileprivate static func isSign(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[index] == 0xE2 && index &+ 2 < bytes.count && bytes[index &+ 1] == 0x80 && bytes[index &+ 2] &- 0x90 < 0x18
  }

  /// A letter or number beyond ASCII. Latin-1's signs up to ©, the block of general punctuation, the byte order mark and the specials, with
  /// the character for what could not be read among them, hold none.
  fileprivate static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0xA9, 0x2000...0x206F, 0xFEFF, 0xFFF0...0xFFFF: false
    // Latin, Cyrillic, Han and Hangul letters.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x481, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: isAlphanumeric(scalar)
    }
  }

  /// Out of the way of the loop, which would get ready for the library's tables at each text's start.
  @inline(never)
  fileprivate static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Decodes a scalar of more than one byte. A string's UTF-8 is valid; should it ever end early, the rest is one scalar.
  fileprivate static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, width: Int) {
    let lead = bytes[index]
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + width <= bytes.count else { return ("\u{FFFD}", bytes.count - index) }
    var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
