/// Lines that say the same as another of the dump, typography apart; an article does not repeat itself.
struct RepeatedLines {
  private var lines: Set<Int> = []

  init(_ reading: GenericReading) {
    for group in SameLines.groups(among: reading.facts.indices.filter { reading.facts[$0].weight > 0 }, in: reading)
    where group.count(where: { (2...60).contains(reading.facts[$0].weight) }) > 1 {
      lines.formUnion(group)
    }
  }

  func contains(_ index: Int) -> Bool { lines.contains(index) }
}
