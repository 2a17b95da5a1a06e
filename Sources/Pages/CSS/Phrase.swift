/// A text to be found in others, by Knuth, Morris and Pratt's method: no text makes it slower than linear.
struct Phrase: Sendable {
  let bytes: [UInt8]
  /// `back[i]`: how much of the phrase still fits after `i` bytes fitted and the next did not.
  private let back: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var back = [0, 0]
    var length = 0
    for i in bytes.indices.dropFirst() {
      while length > 0, bytes[i] != bytes[length] { length = back[length] }
      if bytes[i] == bytes[length] { length += 1 }
      back.append(length)
    }
    self.back = back
  }

  func isFound(in text: some Sequence<UInt8>) -> Bool {
    var found = false
    find(in: text) { _ in
      found = true
      return false
    }
    return found
  }

  /// Calls `body` with the offset of the end of each occurrence, overlapping ones too, until it returns `false`.
  func find(in text: some Sequence<UInt8>, _ body: (Int) -> Bool) {
    guard !bytes.isEmpty else { return }
    var length = 0
    var offset = 0
    for byte in text {
      offset += 1
      while length > 0, bytes[length] != byte { length = back[length] }
      if bytes[length] == byte { length += 1 }
      if length == bytes.count {
        if !body(offset) { return }
        length = back[length]
      }
    }
  }
}
