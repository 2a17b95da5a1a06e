import Pages

/// Text out of metadata, where markup and character references turn up that should not be there.
enum HTMLText {
  /// The text without tags, references resolved, white space squeezed.
  static func plain(_ raw: String) -> String {
    var text = raw
    return text.withUTF8 { changed($0) } ?? raw
  }

  /// The same of bytes.
  static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> String { changed(bytes) ?? String(decoding: bytes, as: UTF8.self) }

  /// The plain text; `nil` where it is the text as it stands.
  private static func changed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let signs = Signs(bytes)
    if signs.hasMarkup { return withoutMarkup(bytes).withUnsafeBufferPointer { squeezed($0) } }
    return signs.hasSpace ? squeezed(bytes) : nil
  }

  /// The ``LetterKey`` of the front of the plain text.
  static func key(_ raw: String, ofFirst limit: Int) -> [UInt8] {
    var text = raw
    return text.withUTF8 { bytes in
      // White space leaves no letters, so it need not be squeezed.
      bytes.contains { $0 == 0x26 || $0 == 0x3C }
        ? LetterKey.of(withoutMarkup(bytes).prefix(limit)) : LetterKey.of(UnsafeBufferPointer(rebasing: bytes.prefix(limit)))
    }
  }

  /// What there is to do about a text; mostly nothing.
  private struct Signs {
    /// Bytes with which references and tags begin.
    var hasMarkup = false
    /// Runs of white space, white space at an end, or bytes with which rarer kinds of it begin.
    var hasSpace = false

    init(_ text: UnsafeBufferPointer<UInt8>) {
      var afterSpace = true
      for byte in text {
        if byte == 0x26 || byte == 0x3C { hasMarkup = true }
        if byte < 0x20 || byte == 0x20 && afterSpace || byte == 0xC2 || byte == 0xE2 { hasSpace = true }
        afterSpace = byte == 0x20
      }
      if afterSpace { hasSpace = true }
    }
  }

  /// Runs of white space as one space, none at the ends.
  static func squeezed(_ text: String) -> String {
    if isSqueezed(text) { return text }
    var text = text
    return text.withUTF8(squeezed)
  }

  private static func squeezed(_ input: UnsafeBufferPointer<UInt8>) -> String {
    // Never longer than the input: a space stands for at least one byte of white space.
    String(unsafeUninitializedCapacity: input.count) { output in
      var written = 0
      var pending = false
      var index = 0
      while index < input.count {
        let blank = blankLength(input, index)
        if blank.length > 0 {
          pending = pending || blank.isSpace && written > 0
          index += blank.length
          continue
        }
        if pending {
          output[written] = 0x20
          written += 1
          pending = false
        }
        output[written] = input[index]
        written += 1
        index += 1
      }
      return written
    }
  }

  /// How many bytes of white space, or of what has no width and vanishes, stand at an index.
  @inline(__always)
  private static func blankLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (length: Int, isSpace: Bool) {
    let byte = text[index]
    if byte <= 0x20 || byte == 0x7F { return (1, byte == 0x20 || byte >= 0x09 && byte <= 0x0D) }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return (0, false) }
    if byte == 0xC2 {
      return index + 1 < text.count && (text[index + 1] == 0xA0 || text[index + 1] == 0x85) ? (2, true) : (0, false)
    }
    guard index + 2 < text.count else { return (0, false) }
    switch (byte, text[index + 1], text[index + 2]) {
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE3, 0x80, 0x80): return (3, true)
    case (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return (3, false)
    default: return (0, false)
    }
  }

  /// Whether a text is free of runs of white space, of white space at its ends, and of bytes that may begin a rarer kind of it.
  private static func isSqueezed(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var afterSpace = true
      for byte in bytes {
        if byte == 0x20 {
          if afterSpace { return false }
          afterSpace = true
        } else {
          // No-break space, zero-width space, line and paragraph separators, ideographic space and the byte-order mark begin so.
          if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF { return false }
          afterSpace = false
        }
      }
      return !afterSpace
    }
  }

  /// The bytes without tags, references resolved.
  private static func withoutMarkup(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    // Twice, as in &amp;quot;, is a common slip of templates.
    let resolved = replacing(0x26, in: replacing(0x26, in: Array(text), by: reference), by: reference)
    return replacing(0x3C, in: resolved, by: tag)
  }

  /// What a piece of markup is replaced by, and how long it is.
  private typealias Replacement = (length: Int, first: UInt32, second: UInt32)

  /// Replaces the markup that begins with a byte.
  /// - Parameter read: Reads what begins at the front; `nil` if it is no such markup. Zeros stand for nothing.
  private static func replacing(
    _ sign: UInt8, in text: [UInt8], by read: (UnsafeBufferPointer<UInt8>) -> Replacement?
  ) -> [UInt8] {
    text.withUnsafeBufferPointer { bytes in
      guard var next = bytes.firstIndex(of: sign) else { return text }
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      var copied = 0
      while next < bytes.count {
        var end = next + 1
        if let found = read(UnsafeBufferPointer(rebasing: bytes[next...])) {
          output += bytes[copied..<next]
          for scalar in [found.first, found.second] where scalar != 0 { UTF8Scalar.encode(scalar) { output.append($0) } }
          end = next + found.length
          copied = end
        }
        next = bytes[end...].firstIndex(of: sign) ?? bytes.count
      }
      output += bytes[copied...]
      return output
    }
  }

  /// A tag; where a line or a paragraph ends, a space stands for it.
  private static func tag(_ text: UnsafeBufferPointer<UInt8>) -> Replacement? {
    guard text.count > 1, text[1] == 0x2F || (text[1] | 0x20) &- 0x61 < 26, let close = text.prefix(2000).firstIndex(of: 0x3E)
    else { return nil }
    let endsLine = text.starts(with: "<br".utf8) || text.starts(with: "</p".utf8)
    return (close + 1, endsLine ? 0x20 : 0, 0)
  }

  /// A reference with the semicolon alone: in running text an ampersand that begins one without is more likely meant as it stands.
  private static func reference(_ text: UnsafeBufferPointer<UInt8>) -> Replacement? {
    EscapedCharacter.at(UnsafeBufferPointer(rebasing: text.dropFirst())).map { (1 + $0.length, $0.first, $0.second) }
  }
}
