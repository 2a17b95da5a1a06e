extension Substring {
  /// The parts between a sign of ASCII, without empty ones. Cut by bytes: the language's own splitting looks for the end of every character,
  /// which takes ten times as long.
  func split(at sign: Unicode.Scalar) -> [Substring] {
    utf8.split(separator: UInt8(ascii: sign)).map { Substring($0) }
  }
}

extension String {
  /// Whether other characters stand in the string, byte for byte.
  func holds(_ other: String) -> Bool {
    var (text, other) = (self, other)
    return text.withUTF8 { text in other.withUTF8 { ByteSearch.find($0, in: text) != nil } }
  }

  /// The parts between a sign of ASCII, without empty ones.
  func split(at sign: Unicode.Scalar) -> [Substring] { self[...].split(at: sign) }
}
