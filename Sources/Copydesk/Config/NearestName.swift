/// Finds the name that a mistyped one was meant to be.
public enum NearestName {
  /// Longer names are not compared: the work grows with the product of the lengths.
  private static let maximumLength = 64

  /// Returns the known name with the fewest edits from `name`, if they are fewer than four and no more than half of its length;
  /// among equals the first.
  public static func find(_ name: String, in known: some Sequence<String>) -> String? {
    let typed = Array(name.lowercased().utf8)
    guard !typed.isEmpty, typed.count <= maximumLength else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.lowercased().utf8)
      guard letters.count <= maximumLength, abs(letters.count - typed.count) < 4 else { continue }
      let distance = edits(from: typed, to: letters)
      if distance < 4, distance * 2 <= max(letters.count, 2), distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The least number of insertions, deletions, substitutions and swaps of neighbours (optimal string alignment distance).
  static func edits(from a: [UInt8], to b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
