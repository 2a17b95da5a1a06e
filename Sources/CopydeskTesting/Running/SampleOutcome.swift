public import Copydesk

/// What came out of a sample.
public struct SampleOutcome: Sendable {
  /// The documents that came out, in order.
  public var documents: [Document]
  /// The error with which the sample's document was refused.
  public var error: String?
  /// The rule that the document was routed to; `nil` where none claimed it.
  public var rule: String?
  /// The clauses of the rule that hit.
  public var fired: Set<Int>

  public init(documents: [Document] = [], error: String? = nil, rule: String? = nil, fired: Set<Int> = []) {
    self.documents = documents
    self.error = error
    self.rule = rule
    self.fired = fired
  }
}

/// Runs the samples of one kind of subject.
public protocol SampleSubjectRunner {
  /// Runs one sample.
  /// - Throws: where the *subject* is broken, so that none of its samples can run. What is wrong with the sample's document
  ///   is ``SampleOutcome/error``.
  func run(_ sample: Sample) async throws -> SampleOutcome

  /// Judges the subject as a whole, after all of its samples: that there are enough of them, and that they reach all of it.
  func review(_ subject: SampleSubject, outcomes: [(sample: Sample, outcome: SampleOutcome)]) async throws -> [FieldResult]
}
