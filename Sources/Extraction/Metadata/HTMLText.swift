import Pages

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

  /// With the semicolon alone: in running text an ampersand that begins a reference without one is more likely meant as it stands.
  private static func resolvingReferences(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        if bytes[index] == 0x26, let found = CharacterReference.at(UnsafeBufferPointer(rebasing: bytes[(index + 1)...])) {
          UTF8Scalar.encode(found.first) { output.append($0) }
          if found.second != 0 { UTF8Scalar.encode(found.second) { output.append($0) } }
          index += 1 + found.length
        } else {
          output.append(bytes[index])
          index += 1
        }
      }
      return String(decoding: output, as: UTF8.self)
    }
  }
}
