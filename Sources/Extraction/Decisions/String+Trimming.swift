extension String {
  /// The string without white space (no-break and zero-width spaces included) at its ends.
  var trimmedOfWhitespace: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank }) else {
      return ""
    }
    return String(scalars[first...last])
  }
}

extension Unicode.Scalar {
  /// Whether it is white space, or of no width at all.
  var isBlank: Bool { properties.isWhitespace || self == "\u{200B}" || self == "\u{FEFF}" || self == "\u{2060}" }
}
