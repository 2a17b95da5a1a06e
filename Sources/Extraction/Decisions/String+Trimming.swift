extension BidirectionalCollection<UInt8> {
  /// Whether these bytes begin and end with an ASCII character that can be seen, as those of nearly all texts do.
  fileprivate var haveVisibleEnds: Bool {
    guard let first, let last else { return false }
    return first &- 0x21 < 0x5E && last &- 0x21 < 0x5E
  }
}

extension String {
  /// Whether it begins and ends with an ASCII character that can be seen.
  var hasVisibleEnds: Bool { utf8.haveVisibleEnds }

  /// The string without white space (no-break and zero-width spaces included) at its ends.
  var trimmedOfWhitespace: String { hasVisibleEnds ? self : String(self[...].trimmedOfWhitespace) }
}

extension Substring {
  /// The part without white space (no-break and zero-width spaces included) at its ends.
  var trimmedOfWhitespace: Substring {
    if utf8.haveVisibleEnds { return self }
    guard let first = unicodeScalars.firstIndex(where: { !$0.isBlank }),
      let last = unicodeScalars.lastIndex(where: { !$0.isBlank })
    else { return self[endIndex...] }
    return self[first...last]
  }
}

extension Unicode.Scalar {
  /// Whether it is white space, or of no width at all.
  var isBlank: Bool {
    if isASCII { return value == 0x20 || (0x09...0x0D).contains(value) }
    return properties.isWhitespace || self == "\u{200B}" || self == "\u{FEFF}" || self == "\u{2060}"
  }
}
