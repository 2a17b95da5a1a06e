/// Which kinds of cue a block may hold.
struct CueKinds: OptionSet, Sendable {
  let rawValue: UInt8

  static let rights = CueKinds(rawValue: 1 << 0)
  static let syndication = CueKinds(rawValue: 1 << 1)
  /// A phrase of the vocabulary at the front.
  static let phrase = CueKinds(rawValue: 1 << 2)
  /// A publisher's idiom anywhere in it.
  static let idiom = CueKinds(rawValue: 1 << 3)
  static let all: CueKinds = [.rights, .syndication, .phrase, .idiom]
}

/// Turns away blocks in which ``Cue/read(_:language:)`` would find nothing, before they are folded and cut into words: nearly all of
/// them.
///
/// It is asked while a block's characters are counted, and knows the vocabulary by runs of ASCII letters: *rättigheter* by *ttighete*.
/// A rights notice, a syndication line or an idiom has one telling run somewhere; a phrase of the vocabulary begins with its first two. What runs
/// of letters do not tell (other scripts, characters that folding changes into letters or makes vanish) has to be let through.
struct CueGate: Sendable {
  /// The telling runs of notices, and of which.
  private let notices: [UInt64: CueKinds]
  private let noticeFilter: KeySet
  /// The first two runs of phrases, or the only one.
  private let openings: Set<UInt64>
  private let openingFilter: KeySet

  static let shared = CueGate()

  private init() {
    var notices: [UInt64: CueKinds] = [:]
    for (kind, phrases) in [
      (CueKinds.rights, RightsReader.tellingPhrases), (.syndication, SyndicationReader.tellingPhrases),
      (.idiom, CueIdioms.phrases),
    ] {
      for run in phrases.compactMap(Self.longestRun) { notices[run, default: []].insert(kind) }
    }
    self.notices = notices
    noticeFilter = KeySet(notices.keys)
    openings = CueVocabulary.tables.openings
    openingFilter = KeySet(openings)
  }

  /// What a phrase of the vocabulary is known by.
  static func opening(of phrase: String) -> UInt64? {
    let runs = LetterRun.keys(in: phrase)
    return runs.count > 1 ? pair(runs[0].key, runs[1].key) : runs.first?.key
  }

  /// By its longest run, since the first is often "all" or "may". A phrase with a character that is let through needs none.
  private static func longestRun(_ phrase: String) -> UInt64? {
    if phrase.unicodeScalars.contains(where: { mustLetThrough($0.value) }) { return nil }
    return LetterRun.keys(in: phrase).max { $0.length < $1.length }?.key
  }

  /// Whether ``kinds(run:)`` is worth asking.
  @inline(__always)
  func mayTell(_ key: UInt64) -> Bool { noticeFilter.mayHold(key) }

  /// Which notices a block with this run of letters in it may be.
  @inline(never)
  func kinds(run key: UInt64) -> CueKinds { notices[key] ?? [] }

  /// Whether a block may open with a phrase of the vocabulary whose first runs of letters these are; 0 where there is none.
  func mayOpen(with first: UInt64, _ second: UInt64) -> Bool {
    isOpening(first) || isOpening(Self.pair(first, second))
  }

  private func isOpening(_ key: UInt64) -> Bool { openingFilter.mayHold(key) && openings.contains(key) }

  /// Whether a block with this character in it has to be let through: a letter beyond the Latin ones, what folding changes into an ASCII
  /// letter or leaves out, or the sign of a rights notice. Quotes, dashes, spaces, arrows and pictures only part words.
  @inline(__always)
  static func mustLetThrough(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAE...0x24F: scalar == 0x130
    case 0xA0...0xAC: scalar == 0xA9
    case 0x2000...0x200A, 0x2010...0x2027, 0x202F...0x205E, 0x2070...0x2129, 0x212B...0x2BFF, 0x1F000...0x1FAFF: false
    default: scalar >= 0x7F || scalar < 0x20 && !(0x09...0x0D).contains(scalar)
    }
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { first &* 0x9E37_79B9_7F4A_7C15 ^ second }
}
