/// Looks for short phrases in bytes.
enum ByteSearch {
  /// Where a phrase first stands, from the start of `text`.
  static func find(_ phrase: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = phrase.first, text.count >= phrase.count else { return nil }
    for index in 0...(text.count - phrase.count) where text[index] == first && stands(phrase, in: text, at: index) {
      return index
    }
    return nil
  }

  @inline(__always)
  static func stands(_ phrase: [UInt8], in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + phrase.count <= text.count else { return false }
    for offset in phrase.indices where text[index + offset] != phrase[offset] { return false }
    return true
  }
}

/// Several short phrases, looked for in one pass.
struct PhraseList: Sendable {
  private let phrases: [[UInt8]]
  /// Whether a phrase begins with a byte.
  private let starts: [Bool]

  init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }
    var starts = [Bool](repeating: false, count: 256)
    for phrase in self.phrases { if let first = phrase.first { starts[Int(first)] = true } }
    self.starts = starts
  }

  /// Where the first of the phrases stands, from the start of `text`.
  func first(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    starts.withUnsafeBufferPointer { starts in
      for index in text.indices where starts[Int(text[index])] {
        if phrases.contains(where: { ByteSearch.stands($0, in: text, at: index) }) { return index }
      }
      return nil
    }
  }

  /// Whether one of the phrases stands at a place that will do.
  func stand(in text: UnsafeBufferPointer<UInt8>, where isPlace: (Int) -> Bool) -> Bool {
    starts.withUnsafeBufferPointer { starts in
      text.indices.contains { index in
        starts[Int(text[index])] && isPlace(index) && phrases.contains { ByteSearch.stands($0, in: text, at: index) }
      }
    }
  }

  func stand(in text: ArraySlice<UInt8>) -> Bool { text.withUnsafeBufferPointer { first(in: $0) != nil } }
}
