public import Copydesk

/// What ``Extractor/extract(_:origin:plan:routing:edits:)`` returns.
public struct ExtractionOutcome: Sendable {
  public var record: ArticleRecord
  /// The ids of the rule's clauses that hit, in ascending order; a clause that never does over all samples is reported.
  public var fired: [Int]

  public init(record: ArticleRecord, fired: [Int] = []) {
    self.record = record
    self.fired = fired
  }
}
