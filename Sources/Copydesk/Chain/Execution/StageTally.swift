/// The counts of all stages of a chain, as one task saw them.
struct StageTally: Sendable {
  private(set) var reports: [StageReport]
  private let transformOffset: Int
  private let sinkOffset: Int

  init(_ chain: Chain) {
    reports = chain.sources.map { StageReport(.source, $0.label) }
    transformOffset = reports.count
    reports += chain.transforms.map { StageReport(.transform, $0.label) }
    sinkOffset = reports.count
    reports += chain.sinks.map { StageReport(.sink, $0.label) }
    if let deadLetter = chain.deadLetter { reports.append(StageReport(.deadLetter, deadLetter.label)) }
  }

  subscript(source index: Int) -> StageReport {
    get { reports[index] }
    set { reports[index] = newValue }
  }

  subscript(transform index: Int) -> StageReport {
    get { reports[transformOffset + index] }
    set { reports[transformOffset + index] = newValue }
  }

  subscript(sink index: Int) -> StageReport {
    get { reports[sinkOffset + index] }
    set { reports[sinkOffset + index] = newValue }
  }

  /// The last stage; only for a chain that has a dead letter.
  var deadLetter: StageReport {
    get { reports[reports.count - 1] }
    set { reports[reports.count - 1] = newValue }
  }

  /// Adds the counts of another task of the same chain.
  mutating func add(_ other: StageTally) {
    for index in reports.indices { reports[index].add(other.reports[index]) }
  }
}
