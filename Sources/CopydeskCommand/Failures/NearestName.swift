/// Returns the known name nearest to a mistyped one, where one is near enough to be meant: fewer than four edits, and fewer than
/// half of its length.
func nearestName(to name: String, in known: [String]) -> String? {
  guard name.utf8.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in known where candidate.utf8.count <= 64 {
    let distance = editDistance(Array(name.utf8), Array(candidate.utf8))
    if distance < 4, distance * 2 <= max(candidate.utf8.count, 2), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.name
}

/// Levenshtein's distance, row by row.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    current.reserveCapacity(b.count + 1)
    for j in b.indices {
      current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1)))
    }
    previous = current
  }
  return previous[b.count]
}
