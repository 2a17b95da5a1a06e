public import Copydesk
public import Extraction

/// Which publisher a document is from, and how that was found out.
public struct Routing: Sendable {
  /// The publisher's rule; `nil` where none, or more than one, fits.
  public var rule: Rule?
  /// How it was recognised; recorded as evidence of the article's publisher.
  public var evidence: RoutingEvidence?
  /// What was doubtful about it.
  public var findings: [Finding] = []

  public static let none = Routing()

  public init(rule: Rule? = nil, evidence: RoutingEvidence? = nil, findings: [Finding] = []) {
    self.rule = rule
    self.evidence = evidence
    self.findings = findings
  }
}
