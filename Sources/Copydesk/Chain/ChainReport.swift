/// How a run went: its end, what became of the documents, and each step's counts and time.
public struct ChainReport: Sendable {
  public enum Outcome: Sendable {
    /// The sources had nothing more, or the limit was reached.
    case completed
    /// It was asked to stop, and what was under way was brought to its end.
    case stopped
    /// It was cancelled: what was under way is undelivered.
    case aborted
    /// A step is broken.
    case failed(ChainFailure)
  }

  public var outcome: Outcome
  public var documents: DocumentCounts
  /// In the order of the chain: sources, transforms, sinks, the dead letter.
  public var stages: [StageReport]
  public var duration: Duration

  /// Whether every document came to a good end.
  public var isClean: Bool {
    if case .completed = outcome { return documents.deadLettered == 0 && documents.undelivered == 0 }
    return false
  }
}

/// What became of the documents of the sources. A document still under way is only in ``emitted``.
public struct DocumentCounts: Sendable, Hashable {
  /// Taken from the sources, rejected ones too.
  public var emitted = 0
  /// At every sink that wanted it; dropped ones count here, too.
  public var delivered = 0
  /// Of the delivered: dropped on purpose, so that they are at no sink.
  public var filtered = 0
  public var deadLettered = 0
  /// Nowhere: failed without a dead letter, or under way when the run ended.
  public var undelivered = 0

  public init() {}
}

/// One step's share of a run.
public struct StageReport: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case source, transform, sink, deadLetter
  }

  public var kind: Kind
  public var label: String
  /// Documents that came in; for a source, 0.
  public var input = 0
  /// Documents that went on: emitted, returned, written.
  public var output = 0
  /// Documents that failed here; for a source, inputs that it rejected.
  public var failed = 0
  /// Documents dropped by the step, or kept from it by its `when`.
  public var filtered = 0
  /// Time spent within the step, of all workers together; a source's includes waiting for the chain.
  public var time = Duration.zero

  public init(_ kind: Kind, _ label: String) {
    self.kind = kind
    self.label = label
  }

  mutating func add(_ other: StageReport) {
    input += other.input
    output += other.output
    failed += other.failed
    filtered += other.filtered
    time += other.time
  }
}

/// A broken step: it ends the run.
public struct ChainFailure: Error, Sendable, CustomStringConvertible {
  public enum Phase: String, Sendable, Hashable {
    /// The step could not be made or opened: nothing was read.
    case opening
    case running
    case closing
  }

  public var stage: String
  public var kind: StageReport.Kind
  public var phase: Phase
  public var underlying: any Error

  public init(stage: String, kind: StageReport.Kind, phase: Phase, underlying: any Error) {
    self.stage = stage
    self.kind = kind
    self.phase = phase
    self.underlying = underlying
  }

  public var description: String {
    let name = kind == .deadLetter ? "dead letter" : kind.rawValue
    let doing = phase == .running ? "" : " while \(phase.rawValue)"
    return "\(name) '\(stage)' failed\(doing): \(underlying)"
  }
}

/// Thrown by a sink whose reader has gone away, such as a closed pipe: the run stops without a failure.
public struct OutputClosed: Error, Sendable, CustomStringConvertible {
  public init() {}

  public var description: String { "the reader of the output has gone away" }
}
