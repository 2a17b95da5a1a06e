import ByteLanes

/// Finds which of many phrases stand in a text, in one pass: only where a word begins, and only where the next five bytes open a phrase.
struct PhraseIndex: Sendable {
  private let phrases: [(bytes: [UInt8], tag: Int)]
  private let byOpening: HashTable<[Int]>
  private static let opening = 5

  /// - Parameter groups: Phrases by tag, each of five bytes or more, folded as the texts will be.
  init(_ groups: [[[UInt8]]]) {
    var phrases: [(bytes: [UInt8], tag: Int)] = []
    var byOpening: [UInt64: [Int]] = [:]
    for (tag, group) in groups.enumerated() {
      for phrase in group where phrase.count >= Self.opening {
        byOpening[phrase.withUnsafeBufferPointer { Self.key($0, 0) }, default: []].append(phrases.count)
        phrases.append((phrase, tag))
      }
    }
    self.phrases = phrases
    self.byOpening = HashTable(byOpening)
  }

  /// Calls `body` with the tag, the place and the bytes of each phrase that stands in a folded text.
  func find(in text: ArraySlice<UInt8>, _ body: (_ tag: Int, _ offset: Int, _ phrase: [UInt8]) -> Void) {
    text.withUnsafeBufferPointer { text in
      guard text.count >= Self.opening else { return }
      var isStart = true
      for offset in 0...(text.count - Self.opening) {
        let byte = text[offset]
        // Scripts without spaces begin a word with any character.
        if isStart && byte > 0x20 || byte >= 0xE0 {
          for index in byOpening[Self.key(text, offset)] ?? []
          where ByteSearch.stands(phrases[index].bytes, in: text, at: offset) {
            body(phrases[index].tag, offset, phrases[index].bytes)
          }
        }
        isStart = !(byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26)
      }
    }
  }

  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    EightBytes.load(bytes, at: offset) & (1 << UInt64(8 * opening) - 1)
  }
}
