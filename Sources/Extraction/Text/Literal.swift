/// A run of bytes to look for in linear time, by the method of Knuth, Morris and Pratt (SIAM J. Comput. 6:2, 1977).
struct Literal: Sendable, Hashable {
  let bytes: [UInt8]
  /// For each prefix, the length of its longest proper prefix that is also its suffix.
  private let borders: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var borders = [Int](repeating: 0, count: bytes.count)
    var length = 0
    for index in bytes.indices.dropFirst() {
      while length > 0, bytes[index] != bytes[length] { length = borders[length - 1] }
      if bytes[index] == bytes[length] { length += 1 }
      borders[index] = length
    }
    self.borders = borders
  }

  /// Where the literal first stands, at `start` or after.
  func find(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard !bytes.isEmpty else { return start <= text.count ? start : nil }
    var matched = 0
    var index = start
    while index < text.count {
      if matched == 0, bytes.count >= 8 {
        guard let next = nextBeginning(in: text, from: index) else { return nil }
        index = next
      }
      while matched > 0, text[index] != bytes[matched] { matched = borders[matched - 1] }
      if text[index] == bytes[matched] { matched += 1 }
      index += 1
      if matched == bytes.count { return index - matched }
    }
    return nil
  }

  /// Where the first eight bytes next stand: one comparison for each place, where the method itself takes several steps.
  private func nextBeginning(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(text)
    let beginning = bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
    var index = start
    while index + 8 <= raw.count {
      if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) == beginning { return index }
      index += 1
    }
    return nil
  }

  func stands(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position + bytes.count <= text.count else { return false }
    for index in bytes.indices where text[position + index] != bytes[index] { return false }
    return true
  }

  /// Whether the text ends with the literal, and the literal starts after `position`.
  func isSuffix(of text: UnsafeBufferPointer<UInt8>, from position: Int) -> Bool {
    text.count - bytes.count >= position && stands(in: text, at: text.count - bytes.count)
  }
}
