/// Lines that say the same as another of the dump, typography apart; an article does not repeat itself.
struct RepeatedLines {
  /// Per line; empty where none is repeated.
  private var isRepeated: [Bool] = []

  /// - Parameter groups: The lines that say the same as another.
  init(_ groups: [[Int]], _ facts: [BlockFacts]) {
    for group in groups where group.count(where: { (2...60).contains(facts[$0].weight) }) > 1 {
      if isRepeated.isEmpty { isRepeated = Array(repeating: false, count: facts.count) }
      for line in group { isRepeated[line] = true }
    }
  }

  func contains(_ index: Int) -> Bool { !isRepeated.isEmpty && isRepeated[index] }
}
