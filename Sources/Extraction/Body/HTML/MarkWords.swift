/// Cuts a class attribute or id into words and gathers what they mark.
///
/// `article__relatedLinks` is article, related, links. What utility style sheets put there is layout and says nothing of the text:
/// `md:hidden` is hidden on some screens only, `hidden md:block` likewise, `overflow-hidden` hides nothing but what juts out.
/// Nor do names that a program made up (`PFk9dDFpTo0`): their letters spell words by chance.
struct MarkWords {
  private var mark: NodeMark = []
  /// The word before in the same token.
  private var previous: UInt64?
  /// In a token after a modifier, such as `md:` or `[&_h4]:`.
  private var isModified = false
  private var isShownSomewhere = false

  /// Of values of CSS properties that clip or turn, not hide.
  private static let clipping: Set<UInt64> = Set(["overflow", "x", "y", "backface"].map(MarkVocabulary.hash))
  private static let displays: Set<UInt64> = Set(
    ["block", "flex", "grid", "inline", "table", "contents", "visible"].map(MarkVocabulary.hash))
  private static let hidden = MarkVocabulary.hash("hidden")

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The end of the letters and digits from `start` on.
  static func endOfRun(in value: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < value.count, isLetter(value[end]) || isDigit(value[end]) { end += 1 }
    return end
  }

  /// Takes a byte between runs of letters.
  mutating func separate(_ byte: UInt8) {
    switch byte {
    case 0...0x20:
      previous = nil
      isModified = false
    case UInt8(ascii: ":"), UInt8(ascii: "["):
      previous = nil
      isModified = true
    default: break
    }
  }

  /// Takes a run of letters and digits that begins with a letter.
  mutating func read(_ run: UnsafeBufferPointer<UInt8>) {
    guard !Self.isMadeUp(run) else {
      previous = nil
      return
    }
    var start = 0
    for index in 1...run.count {
      let isEnd = index == run.count
      let isCamel = !isEnd && Self.isUpper(run[index]) && !Self.isUpper(run[index - 1]) && Self.isLetter(run[index - 1])
      let isDigit = !isEnd && Self.isDigit(run[index])
      guard isEnd || isCamel || isDigit || Self.isDigit(run[index - 1]) else { continue }
      if Self.isLetter(run[start]) { take(UnsafeBufferPointer(rebasing: run[start..<index])) }
      start = index
    }
  }

  private mutating func take(_ word: UnsafeBufferPointer<UInt8>) {
    var hash = MarkVocabulary.seed
    // Reckoned along even where there is no word before: that is quicker than to ask at each byte.
    var pair = MarkVocabulary.extend(previous ?? 0, MarkVocabulary.joint)
    for byte in word {
      hash = MarkVocabulary.extend(hash, byte | 0x20)
      pair = MarkVocabulary.extend(pair, byte | 0x20)
    }
    let before = previous
    previous = hash
    if isModified {
      if Self.displays.contains(hash) { isShownSomewhere = true }
      return
    }
    if let before {
      mark.formUnion(MarkVocabulary.mark(of: pair))
      if hash == Self.hidden, Self.clipping.contains(before) { return }
    }
    if word.count > 1 { mark.formUnion(MarkVocabulary.mark(of: hash)) }
  }

  func finish() -> NodeMark { isShownSomewhere ? mark.subtracting(.hidden) : mark }

  /// Letters of both cases with digits among them.
  private static func isMadeUp(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    guard run.count >= 6, run.contains(where: isDigit) else { return false }
    var (hasUpper, hasLower, hasInnerDigit) = (false, false, false)
    for index in run.indices {
      if isDigit(run[index]) {
        hasInnerDigit = hasInnerDigit || index + 1 < run.count && isLetter(run[index + 1])
      } else if isUpper(run[index]) {
        hasUpper = true
      } else {
        hasLower = true
      }
    }
    return hasUpper && hasLower && hasInnerDigit
  }
}
