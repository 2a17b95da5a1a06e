/// Finds the known name that a mistyped one was probably meant to be.
enum NearestName {
  /// The known name with the smallest Levenshtein distance, if that is below 4 and less than half of the name's length.
  static func find(_ name: String, among known: [String]) -> String? {
    let name = Array(name.utf8.prefix(64))
    var best: (name: String, distance: Int)?
    for candidate in known where !candidate.isEmpty {
      let distance = distance(name, Array(candidate.utf8.prefix(64)))
      if distance < 4, distance * 2 <= max(name.count, 2), distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let cost = lowercased(a) == lowercased(b) ? 0 : 1
        (diagonal, row[j + 1]) = (row[j + 1], min(row[j + 1] + 1, row[j] + 1, diagonal + cost))
      }
    }
    return row[right.count]
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
