/// Names of time zones in news copy.
enum TimeZoneNames {
  /// Minutes east of UTC for names that mean one offset wherever news is written in a language that uses them.
  static func offset(of name: some Sequence<UInt8>) -> Int? { offsets[WordHash(name)] }

  /// Whether a word names a zone at all; a name such as `IST` (India, Ireland, Israel), `BST`, `CST` or `ET` gives no offset.
  static func isZone(_ name: some Sequence<UInt8>) -> Bool {
    let hash = WordHash(name)
    return offsets[hash] != nil || ambiguous.contains(hash)
  }

  private static let offsets: [WordHash: Int] = {
    let hours: [(String, Double)] = [
      ("z", 0), ("utc", 0), ("gmt", 0), ("wet", 0), ("west", 1), ("cet", 1), ("cest", 2), ("mez", 1), ("mesz", 2), ("eet", 2),
      ("eest", 3), ("msk", 3), ("est", -5), ("edt", -4), ("cdt", -5), ("mdt", -6), ("pst", -8), ("pdt", -7), ("akst", -9),
      ("akdt", -8), ("hst", -10), ("brt", -3), ("jst", 9), ("kst", 9), ("hkt", 8), ("sgt", 8), ("myt", 8), ("pht", 8), ("wib", 7),
      ("wita", 8), ("ict", 7), ("pkt", 5), ("npt", 5.75), ("sast", 2), ("cat", 2), ("eat", 3), ("wat", 1), ("aest", 10),
      ("aedt", 11), ("acst", 9.5), ("acdt", 10.5), ("awst", 8), ("nzst", 12), ("nzdt", 13), ("trt", 3),
    ]
    return Dictionary(uniqueKeysWithValues: hours.map { (WordHash($0.0.utf8), Int($0.1 * 60)) })
  }()

  private static let ambiguous: Set<WordHash> = Set(
    ["ist", "bst", "cst", "mst", "ast", "et", "pt", "ct", "mt", "art", "clt", "gst", "wit"].map { WordHash($0.utf8) })
}
