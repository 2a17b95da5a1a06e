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
      /// The last character that was found to be neither: ornaments come in rows.
      var ornament: Unicode.Scalar = "\u{FFFD}"
      /// What has been read of words that no spaces part, in quarters of a word.
      var quarters = 0
      var index = 0
      while index < bytes.count {
        if index &+ 16 <= bytes.count {
          let words = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: Words.self)
          if (words[0] | words[1]) & tops == 0 {
            let marks = Marks(Words(words[0].littleEndian, words[1].littleEndian))
            count &+= ended(marks.gaps[0], marks.letters[0], &open) &+ ended(marks.gaps[1], marks.letters[1], &open)
            index &+= 16
            continue
          }
        }
        let word = load(bytes, at: index)
        let others = word & tops
        let ascii = others == 0 ? 8 : others.trailingZeroBitCount / 8
        // Zeros behind the last ASCII character belong to the run that it stands in.
        let marks = Marks(Words(repeating: ascii == 8 ? word : word & (1 &<< UInt64(8 &* ascii) &- 1)))
        count &+= ended(marks.gaps[0], marks.letters[0], &open)
        index &+= ascii
        if ascii == 8 { continue }
        if isSign(at: index, in: bytes) {
          index &+= 3
          continue
        }
        let (scalar, width) = scalar(at: index, in: bytes)
        index &+= width
        if let share = unspacedQuarters(scalar) {
          quarters &+= share
          count &+= Int(open)
          open = 0
        } else if isWhitespace(scalar) {
          count &+= Int(open)
          open = 0
        } else if open == 0, scalar != ornament {
          if isWordScalar(scalar) { open = 1 } else { ornament = scalar }
        }
      }
      return count + Int(open) + (quarters + 3) / 4
    }
  }

  /// The eight bytes at an index, the first lowest; zeros behind the end of the text.
  @inline(__always)
  private static func load(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    if index &+ 8 <= bytes.count {
      return UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    var word: UInt64 = 0
    for offset in index..<bytes.count { word |= UInt64(bytes[offset]) &<< UInt64(8 &* (offset &- index)) }
    return word
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  private typealias Words = SIMD2<UInt64>

  /// Which of twice eight ASCII characters are letters or digits, by the top bits of their bytes, and which are white space, by the lowest.
  ///
  /// Each test sets the top bit of the bytes that pass it (https://graphics.stanford.edu/~seander/bithacks.html).
  private struct Marks {
    let letters: Words
    let gaps: Words

    @inline(__always)
    init(_ words: Words) {
      func all(_ byte: UInt64) -> Words { Words(repeating: ones &* byte) }
      let lower = words | all(0x20)
      let letters = (lower &+ all(0x1F)) & ~(lower &+ all(0x05))
      let digits = (words &+ all(0x50)) & ~(words &+ all(0x46))
      self.letters = (letters | digits) & all(0x80)
      let blanks = ~((words ^ all(0x20)) &+ all(0x7F)) | (words &+ all(0x77)) & ~(words &+ all(0x72))
      gaps = (blanks & all(0x80)) &>> Words(repeating: 7)
    }
  }

  /// How many words end at white space within eight ASCII characters.
  ///
  /// A run of ink is a run of ones, and a letter added to it anywhere carries into the white space behind it.
  /// - Parameter open: Whether the run that the eight begin in has a letter or digit already; says the same of the next eight.
  @inline(__always)
  private static func ended(_ gaps: UInt64, _ letters: UInt64, _ open: inout UInt64) -> Int {
    let (sum, carries) = (~(gaps &* 0xFF)).addingReportingOverflow(letters)
    let (carried, carriesOn) = sum.addingReportingOverflow(open)
    open = carries || carriesOn ? 1 : 0
    return Int(truncatingIfNeeded: ((carried & gaps) &* ones) &>> 56)
  }

  /// The characters beyond ASCII that have the property White_Space (https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt).
  private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// How many quarters of a word a character of a script without spaces is; `nil` for all others.
  private static func unspacedQuarters(_ scalar: Unicode.Scalar) -> Int? {
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
  private static func isSign(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[index] == 0xE2 && index &+ 2 < bytes.count && bytes[index &+ 1] == 0x80 && bytes[index &+ 2] &- 0x90 < 0x18
  }

  /// A letter or number beyond ASCII. Latin-1's signs up to ©, the block of general punctuation, the byte order mark and the specials, with
  /// the character for what could not be read among them, hold none.
  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0xA9, 0x2000...0x206F, 0xFEFF, 0xFFF0...0xFFFF: false
    // Latin, Cyrillic, Han and Hangul letters.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x481, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: isAlphanumeric(scalar)
    }
  }

  /// Out of the way of the loop, which would get ready for the library's tables at each text's start.
  @inline(never)
  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Decodes a scalar of more than one byte. A string's UTF-8 is valid; should it ever end early, the rest is one scalar.
  private static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, width: Int) {
    let lead = bytes[index]
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + width <= bytes.count else { return ("\u{FFFD}", bytes.count - index) }
    var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
