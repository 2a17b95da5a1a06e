/// Which kinds of cue a block may hold.
struct CueKinds: OptionSet, Sendable {
  let rawValue: UInt8

  static let rights = CueKinds(rawValue: 1 << 0)
  static let syndication = CueKinds(rawValue: 1 << 1)
  /// A phrase of the vocabulary at the front.
  static let phrase = CueKinds(rawValue: 1 << 2)
  /// A publisher's idiom anywhere in it.
  static let idiom = CueKinds(rawValue: 1 << 3)
  /// What ``CueReader`` reads.
  static let cues: CueKinds = [.rights, .syndication, .phrase, .idiom]

  /// A phrase of ``SignTable`` at the front.
  static let sign = CueKinds(rawValue: 1 << 4)
  /// A word that stands in picture credits, as in `Photo:`.
  static let picture = CueKinds(rawValue: 1 << 5)
  /// The last word of an agency's name at the end.
  static let agency = CueKinds(rawValue: 1 << 6)

  static let all = CueKinds(rawValue: 0x7F)
}
