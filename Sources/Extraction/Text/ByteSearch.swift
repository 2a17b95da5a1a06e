import ByteLanes

/// Looks for short phrases in bytes.
enum ByteSearch {
  /// Where a phrase first stands, from the start of `text`.
  static func find(_ phrase: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Int? {
    phrase.withUnsafeBufferPointer { find($0, in: text) }
  }

  /// The same. Eight places at once are asked for the phrase's first byte: "determine if a word has a zero byte", in its exact form
  /// (https://graphics.stanford.edu/~seander/bithacks.html).
  static func find(_ phrase: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = phrase.first, text.count >= phrase.count else { return nil }
    let tops: UInt64 = 0x8080_8080_8080_8080
    let wanted = 0x0101_0101_0101_0101 &* UInt64(first)
    let last = text.count - phrase.count
    var index = 0
    while index <= last {
      let others = EightBytes.load(text, at: index) ^ wanted
      var hits = ~(((others & ~tops) &+ ~tops) | others) & tops
      while hits != 0 {
        let place = index &+ hits.trailingZeroBitCount / 8
        // Behind the end of the text zeros were read.
        if place > last { return nil }
        if stands(phrase, in: text, at: place) { return place }
        hits &= hits &- 1
      }
      index &+= 8
    }
    return nil
  }

  @inline(__always)
  static func stands(_ phrase: some RandomAccessCollection<UInt8>, in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + phrase.count <= text.count else { return false }
    var place = index
    for byte in phrase {
      if text[place] != byte { return false }
      place += 1
    }
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
