/// Cuts a short text into sentences.
enum Sentences {
  /// Each sentence with its closing sign; cut where a full stop, exclamation or question mark is followed by white space and no lower-case letter.
  static func split(_ text: String) -> [String] {
    var sentences: [String] = []
    walk(text) {
      sentences.append($0)
      return true
    }
    return sentences
  }

  /// The first of the sentences.
  static func first(of text: String) -> String? {
    var first: String?
    walk(text) {
      first = $0
      return false
    }
    return first
  }

  /// - Parameter take: Returns whether it wants more.
  private static func walk(_ text: String, _ take: (String) -> Bool) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      func flush(to end: Int) -> Bool {
        let sentence = String(decoding: bytes[start..<end], as: UTF8.self).trimmed
        start = end
        return sentence.isEmpty || take(sentence)
      }
      while index < bytes.count {
        let byte = bytes[index]
        // Full stop, exclamation and question mark; the ideographic ones begin with E3 80 and EF BC.
        guard byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0xE3 || byte == 0xEF else {
          index += 1
          continue
        }
        let sign = UTF8Scalar.next(in: bytes, at: &index)
        guard index < bytes.count, sign < 0x80 || sign == 0x3002 || sign == 0xFF01 || sign == 0xFF1F else { continue }
        if sign >= 0x80 || parts(bytes, at: index), !flush(to: index) { return }
      }
      _ = flush(to: bytes.count)
    }
  }

  /// Whether white space follows, and no lower-case letter behind it.
  private static func parts(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    var index = index
    let space = UTF8Scalar.next(in: bytes, at: &index)
    guard Unicode.Scalar(space)?.properties.isWhitespace ?? false else { return false }
    if space == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
    guard index < bytes.count, let following = Unicode.Scalar(UTF8Scalar.next(in: bytes, at: &index)) else { return true }
    return following.isASCII ? !(0x61...0x7A).contains(following.value) : !Character(following).isLowercase
  }
}
