/// Words and phrases of one meaning, in lower case, looked up by hash.
struct PhraseSet: Sendable {
  private let hashes: Set<WordHash>
  private let filter: KeySet
  /// The single words that the phrases are made of.
  let words: [WordHash]

  /// - Parameter list: The phrases, one behind the other.
  init(_ list: String, separator: Unicode.Scalar) {
    self.init(list.utf8.split(separator: UInt8(ascii: separator)).map { Substring($0) })
  }

  init(_ phrases: [some StringProtocol]) {
    hashes = Set(phrases.map { WordHash($0.utf8.drop { $0 == 0x20 }) })
    filter = KeySet(hashes.lazy.map(\.value))
    words = phrases.flatMap { $0.utf8.split(separator: 0x20).map { WordHash($0) } }
  }

  func contains(_ phrase: WordHash) -> Bool { filter.mayHold(phrase.value) && hashes.contains(phrase) }
}
