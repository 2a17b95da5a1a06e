import Copydesk
import Pages

/// Finds the signpost in a line: from phrases that want counts beside them, then from the vocabulary of cues.
enum SignReader {
  /// - Parameter facts: The line's counts; `visible` is relative to `text`.
  static func sign(_ text: [UInt8], _ facts: BlockFacts, cue: Cue?) -> Signpost? {
    if facts.cues.contains(.sign), let sign = phrase(text, facts) { return sign }
    guard let cue, cue.rights == nil, cue.syndication == nil else { return nil }
    if cue.scope == .opening, !cue.phrase.contains(" "), !hasMark(text, facts, after: cue.phrase) { return nil }
    return Signpost(role: cue.role, reason: cue.reason, scope: cue.scope)
  }

  /// Whether a colon or the like follows a single word at the front of a line: `Photo: …`, but not `Photo editors say …`.
  private static func hasMark(_ text: [UInt8], _ facts: BlockFacts, after phrase: String) -> Bool {
    let end = min(facts.visible.upperBound, facts.visible.lowerBound + phrase.utf8.count + 6)
    return text[facts.visible.lowerBound..<end].contains { byte in
      byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "/")
    }
  }

  private static func phrase(_ text: [UInt8], _ facts: BlockFacts) -> Signpost? {
    // Only so many bytes can hold a phrase; long blocks open with one all the same.
    let end = min(facts.visible.upperBound, facts.visible.lowerBound + 160)
    var hasher = PhraseHasher(prefixes: SignTable.prefixes)
    var index = facts.visible.lowerBound
    while index < end, !hasher.isOver, hasher.words.count <= SignTable.longest {
      var scalar = UInt32(text[index])
      var width = 1
      if scalar >= 0xC0 {
        let count = scalar < 0xE0 ? 2 : scalar < 0xF0 ? 3 : 4
        guard index + count <= facts.visible.upperBound else { break }
        scalar &= count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07
        for offset in 1..<count { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3F) }
        width = count
      }
      hasher.add(scalar)
      index += width
    }
    // The longest phrase counts.
    let words = hasher.finish()
    for (position, word) in words.enumerated().reversed() {
      guard let entry = SignTable.entry(word.hash) else { continue }
      let isWhole = index >= facts.visible.upperBound && !hasher.isOver && position == words.count - 1
      if isWhole, let sign = entry.whole { return sign }
      guard !isWhole, let sign = entry.opening, !entry.wantsMark || word.hasMark, facts.weight <= position + 1 + entry.room
      else { continue }
      return sign
    }
    return nil
  }
}
