/// Text out of metadata, where markup and character references turn up that should not be there.
enum HTMLText {
  /// The text without tags, references resolved, white space squeezed.
  static func plain(_ raw: String) -> String {
    var text = raw
    let signs = text.withUTF8(Signs.init)
    if signs.isPlain { return raw }
    if signs.hasReferences {
      text = resolvingReferences(text)
      // Twice, as in &amp;quot;, is a common slip of templates.
      if text.utf8.contains(0x26) { text = resolvingReferences(text) }
    }
    if signs.hasTags || signs.hasReferences && text.utf8.contains(0x3C) { text = removingTags(text) }
    return squeezed(text)
  }

  /// The ``LetterKey`` of the front of the plain text.
  static func key(_ raw: String, ofFirst limit: Int) -> [UInt8] {
    var text = raw
    // White space leaves no letters, so it need not be squeezed.
    if text.utf8.contains(0x26) || text.utf8.contains(0x3C) { text = plain(text) }
    return text.withUTF8 { LetterKey.of(UnsafeBufferPointer(rebasing: $0.prefix(limit))) }
  }

  /// What there is to do about a text; mostly nothing.
  private struct Signs {
    var hasReferences = false
    var hasTags = false
    /// Runs of white space, white space at an end, or bytes with which rarer kinds of it begin.
    var hasSpace = false

    var isPlain: Bool { !hasReferences && !hasTags && !hasSpace }

    init(_ text: UnsafeBufferPointer<UInt8>) {
      var afterSpace = true
      for byte in text {
        if byte == 0x26 { hasReferences = true }
        if byte == 0x3C { hasTags = true }
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
    return text.withUTF8 { input in
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

  private static func removingTags(_ text: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x3C, index + 1 < bytes.count, bytes[index + 1] == 0x2F || (bytes[index + 1] | 0x20) &- 0x61 < 26,
        let close = bytes[index...].prefix(2000).firstIndex(of: 0x3E)
      {
        if bytes[index...close].starts(with: Array("<br".utf8)) || bytes[index...close].starts(with: Array("</p".utf8)) {
          output.append(0x20)
        }
        index = close + 1
        continue
      }
      output.append(bytes[index])
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func resolvingReferences(_ text: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x26, let end = bytes[index...].prefix(12).firstIndex(of: 0x3B), end > index + 1,
        let scalar = scalar(named: bytes[index + 1..<end])
      {
        UTF8Scalar.encode(scalar) { output.append($0) }
        index = end + 1
        continue
      }
      output.append(bytes[index])
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func scalar(named name: ArraySlice<UInt8>) -> UInt32? {
    if name.first == 0x23 {
      let digits = name.dropFirst()
      let isHex = digits.first.map { $0 | 0x20 == 0x78 } ?? false
      let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
      guard let value = UInt32(text, radix: isHex ? 16 : 10), Unicode.Scalar(value) != nil, value >= 0x20 else { return nil }
      return value
    }
    return named[String(decoding: name, as: UTF8.self)]
  }

  /// The references that turn up in metadata (HTML Standard, named character references).
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "ndash": 0x2013, "mdash": 0x2014,
    "lsquo": 0x2018,
    "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "hellip": 0x2026, "laquo": 0xAB,
    "raquo": 0xBB,
    "shy": 0xAD, "middot": 0xB7, "bull": 0x2022, "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "euro": 0x20AC, "pound": 0xA3,
    "deg": 0xB0,
    "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4, "Ouml": 0xD6, "Uuml": 0xDC, "szlig": 0xDF, "eacute": 0xE9,
    "egrave": 0xE8,
    "ecirc": 0xEA, "aacute": 0xE1, "agrave": 0xE0, "acirc": 0xE2, "iacute": 0xED, "oacute": 0xF3, "uacute": 0xFA, "ntilde": 0xF1,
    "ccedil": 0xE7,
    "aring": 0xE5, "oslash": 0xF8, "aelig": 0xE6, "atilde": 0xE3, "otilde": 0xF5, "igrave": 0xEC, "ograve": 0xF2, "ugrave": 0xF9,
    "ocirc": 0xF4,
    "iuml": 0xEF, "Eacute": 0xC9, "iexcl": 0xA1, "iquest": 0xBF,
  ]
}
