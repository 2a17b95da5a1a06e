/// Cuts a class attribute or id into words and gathers what they mark.
///
/// `article__relatedLinks` is article, related, links. What utility style sheets put there is layout and says nothing of the text:
/// `md:hidden` is hidden on some screens only, `hidden md:block` likewise, `overflow-hidden` hides nothing but what juts out.
/// Nor do names that a program made up (`PFk9dDFpTo0`): their letters spell words by chance.
struct MarkWords {
  private let known = MarkVocabulary.marks
  private var mark: NodeMark = []
  /// The word before in the same token.
  private var previous: UInt64?
  /// In a token after a modifier, such as `md:` or `[&_h4]:`.
  private var isModified = false
  private var isShownSomewhere = false

  /// Of values of CSS properties that clip or turn, not hide.
  private static let clipping: Set<UInt64> = Set(["overflow", "x", "y", "backface"].map { MarkVocabulary.hash($0.utf8) })
  private static let displays: Set<UInt64> = Set(
    ["block", "flex", "grid", "inline", "table", "contents", "visible"].map { MarkVocabulary.hash($0.utf8) })
  private static let hidden = MarkVocabulary.hash("hidden".utf8)

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The end of the letters and digits from `start` on.
  private static func endOfRun(in value: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
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

  /// Takes the run of letters and digits that begins with the letter at `start`.
  /// - Returns: where the run ends.
  mutating func read(_ value: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    var capitals = 0
    while true {
      let letters = LetterRun(value, at: end)
      end += letters.length
      capitals += letters.capitals
      if letters.length < 8 { break }
    }
    // Most are one word in small letters.
    if capitals == 0, end == value.count || !Self.isDigit(value[end]) {
      take(value, start..<end)
    } else {
      end = Self.endOfRun(in: value, from: end)
      split(value, start..<end)
    }
    return end
  }

  private mutating func split(_ value: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) {
    guard !Self.isMadeUp(UnsafeBufferPointer(rebasing: value[run])) else {
      previous = nil
      return
    }
    var start = run.lowerBound
    for index in start + 1...run.upperBound {
      let isEnd = index == run.upperBound
      let isCamel = !isEnd && Self.isUpper(value[index]) && !Self.isUpper(value[index - 1]) && Self.isLetter(value[index - 1])
      let isDigit = !isEnd && Self.isDigit(value[index])
      guard isEnd || isCamel || isDigit || Self.isDigit(value[index - 1]) else { continue }
      if Self.isLetter(value[start]) { take(value, start..<index) }
      start = index
    }
  }

  private mutating func take(_ value: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) {
    let hash = MarkVocabulary.hash(value, word)
    let before = previous
    previous = hash
    if isModified {
      if Self.displays.contains(hash) { isShownSomewhere = true }
      return
    }
    if let before {
      if let pair = known[MarkVocabulary.pair(before, hash)] { mark.formUnion(pair) }
      if hash == Self.hidden, Self.clipping.contains(before) { return }
    }
    if word.count > 1, let word = known[hash] { mark.formUnion(word) }
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
