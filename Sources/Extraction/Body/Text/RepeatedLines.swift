/// Lines that say the same as another of the dump, typography apart; an article does not repeat itself.
struct RepeatedLines {
  private var lines: Set<Int> = []

  init(_ reading: GenericReading) {
    // Single words stand anywhere, and a long paragraph that stands twice is the article's own.
    let candidates = reading.facts.indices.filter { (2...60).contains(reading.facts[$0].weight) }
    for group in SameLines.groups(among: candidates, in: reading) { lines.formUnion(group) }
  }

  func contains(_ index: Int) -> Bool { lines.contains(index) }
}
