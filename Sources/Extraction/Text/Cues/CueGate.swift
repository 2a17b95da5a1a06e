/// Turns away blocks in which ``CueReader``, ``SignReader`` or ``CaptionShape`` would find nothing, before they are folded and cut into words:
/// nearly all of them.
///
/// It is asked while a block's characters are counted, and knows the vocabulary by runs of ASCII letters: *rättigheter* by *ttighete*.
/// A rights notice, a syndication line or an idiom has one telling run somewhere, between the runs that are its neighbours in the phrase; a phrase of
/// the vocabulary begins with its first two. What runs of letters do not tell (other scripts, characters that folding changes into letters or makes
/// vanish) has to be let through.
final class CueGate: Sendable {
  /// What a run tells where others stand beside it; 0 is no or any run.
  private struct Telling: Sendable {
    var kinds: CueKinds
    var before: UInt64 = 0
    var after: UInt64 = 0
  }

  private let tellings: HashTable<[Telling]>
  /// The first letters of the runs, as many as each has.
  private let tellingFronts: KeySet
  /// The first two runs of phrases, or the only one.
  private let openings: HashTable<CueKinds>
  private let endings: Set<UInt64>
  private let endingFilter: KeySet

  /// Shorter runs tell nothing.
  static let shortest = 4

  static let shared = CueGate()

  private init() {
    var tellings: [UInt64: [Telling]] = [:]
    for (kind, phrases) in [
      (CueKinds.rights, RightsReader.tellingPhrases), (.syndication, SyndicationReader.tellingPhrases),
      (.idiom, CueIdioms.phrases), (.picture, CaptionShape.tellingWords),
    ] {
      for phrase in phrases {
        guard let (run, telling) = Self.telling(phrase, kind) else { continue }
        tellings[run, default: []].append(telling)
      }
    }
    self.tellings = HashTable(tellings)
    tellingFronts = KeySet(tellings.keys.lazy.map { $0 & 0xFFFF_FFFF })

    var openings: [UInt64: CueKinds] = [:]
    openings.reserveCapacity(2 * CueVocabulary.tables.openings.count)
    for opening in CueVocabulary.tables.openings { openings[opening] = .phrase }
    for (kind, phrases) in [(CueKinds.rights, RightsReader.openings), (.sign, SignPhrases.all)] {
      for var phrase in phrases {
        if let opening = phrase.withUTF8(Self.opening) { openings[opening, default: []].insert(kind) }
      }
    }
    self.openings = HashTable(openings)

    endings = Set((Agencies.names + CaptionShape.pictureAgencies).compactMap { LetterRun.keys(in: $0).last?.key })
    endingFilter = KeySet(endings)
  }

  /// What a phrase of the vocabulary is known by.
  static func opening(of phrase: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard let (first, end) = LetterRun.next(in: phrase, from: 0) else { return nil }
    return LetterRun.next(in: phrase, from: end).map { pair(first.key, $0.run.key) } ?? first.key
  }

  /// By its longest run, since the first is often "all" or "may". A phrase with a character that is let through needs none.
  private static func telling(_ phrase: String, _ kinds: CueKinds) -> (UInt64, Telling)? {
    if phrase.unicodeScalars.contains(where: { mustLetThrough($0.value) }) { return nil }
    let runs = LetterRun.keys(in: phrase)
    guard let index = runs.indices.max(by: { runs[$0].length < runs[$1].length }) else { return nil }
    return (
      runs[index].key,
      Telling(
        kinds: kinds, before: index > 0 ? runs[index - 1].key : 0, after: index + 1 < runs.count ? runs[index + 1].key : 0)
    )
  }

  /// Whether ``kinds(run:at:in:)`` is worth asking.
  @inline(__always)
  func mayTell(_ run: UInt64) -> Bool { tellings.mayHold(run) }

  /// Whether ``mayTell(_:)`` is worth asking of a run of four letters or more, by the eight bytes that begin there.
  @inline(__always)
  func mayTell(front: UInt64) -> Bool { tellingFronts.mayHold(front & 0xFFFF_FFFF | 0x2020_2020) }

  /// Which kinds of cue a block with this run of letters in it may hold.
  @inline(never)
  func kinds(run: UInt64, at index: Int, in text: UnsafeBufferPointer<UInt8>) -> CueKinds {
    guard let tellings = tellings[run] else { return [] }
    var kinds: CueKinds = []
    for telling in tellings where !kinds.isSuperset(of: telling.kinds) {
      if telling.before != 0, LetterRun.previous(in: text, before: index)?.key != telling.before { continue }
      if telling.after != 0 {
        guard let end = LetterRun.next(in: text, from: index)?.end, LetterRun.next(in: text, from: end)?.run.key == telling.after
        else { continue }
      }
      kinds.formUnion(telling.kinds)
    }
    return kinds
  }

  /// Which phrases a block may open with whose first runs of letters these are; 0 where there is none.
  func kinds(opening first: UInt64, _ second: UInt64) -> CueKinds {
    kinds(opening: first).union(kinds(opening: Self.pair(first, second)))
  }

  private func kinds(opening key: UInt64) -> CueKinds { openings[key] ?? [] }

  /// Which names a block may end in whose last run of letters this is.
  func kinds(ending last: UInt64) -> CueKinds { endingFilter.mayHold(last) && endings.contains(last) ? .agency : [] }

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

  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { first &* 0x9E37_79B9_7F4A_7C15 ^ second }
}
