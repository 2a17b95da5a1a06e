/// Turns away blocks in which ``Cue/read(_:language:)`` would find nothing, before they are folded and cut into words: nearly all of
/// them.
///
/// It is asked while a block's characters are counted, and knows the vocabulary by runs of ASCII letters: *rättigheter* by *ttighete*.
/// A rights notice or syndication line has one telling run somewhere; a phrase of the vocabulary begins with its first two. What runs
/// of letters do not tell (other scripts, characters that folding changes into letters or makes vanish) has to be let through.
struct CueGate: Sendable {
  private let telling: KeySet
  private let openings: KeySet

  static let shared = CueGate()

  private init() {
    // By the longest run of a formula, since the first is often "all" or "may".
    telling = KeySet(
      (RightsReader.tellingPhrases + SyndicationReader.tellingPhrases).compactMap { phrase in
        LetterRun.keys(in: phrase).max { $0.length < $1.length }?.key
      })
    openings = KeySet(
      CueVocabulary.groups.flatMap { $0.phrases.split(separator: "|") }.compactMap { phrase in
        let runs = LetterRun.keys(in: String(phrase))
        return runs.count > 1 ? Self.pair(runs[0].key, runs[1].key) : runs.first?.key
      })
  }

  /// Whether a block with this run of letters in it may be a notice.
  @inline(__always)
  func admits(run key: UInt64) -> Bool { telling.mayHold(key) }

  /// Whether a block may open with a phrase of the vocabulary whose first runs of letters these are; 0 where there is none.
  func admits(opening first: UInt64, _ second: UInt64) -> Bool {
    openings.mayHold(first) || openings.mayHold(Self.pair(first, second))
  }

  /// Whether a block with this character in it has to be let through: one beyond the Latin letters, which folding may change into an
  /// ASCII letter or leave out, or the sign of a rights notice. Of the common signs, quotes, dashes and spaces only part words.
  @inline(__always)
  static func admits(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAE...0x24F: scalar == 0x130
    case 0xA0...0xAC: scalar == 0xA9
    case 0x2000...0x200A, 0x2010...0x2027, 0x202F, 0x20AC: false
    default: scalar >= 0x7F || scalar < 0x20 && !(0x09...0x0D).contains(scalar)
    }
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { first &* 0x9E37_79B9_7F4A_7C15 ^ second }
}
