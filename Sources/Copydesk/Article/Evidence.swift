/// Why a field has the value it has: where it was found, in what words, how sure, and what else was on offer.
public struct Evidence: Sendable, Hashable {
  /// The source's own words, before any parsing or cleaning.
  public var raw: String
  /// Where it was found: `json-ld:datePublished`, `meta:article:published_time`, `line:3`, `rules/…/rule.lua:9`, …
  public var from: String
  /// From 0 to 1.
  public var confidence: Double
  /// For dates, what the source states and no more: `year`, `month`, `day`, `minute`, `second`.
  public var precision: String?
  /// What was checked and found, such as `weekday consistent`.
  public var notes: [String]
  /// The candidates that lost, best first. One that ``Candidate/agrees`` supports the value.
  public var others: [Candidate]

  /// A value that was on offer for a field.
  public struct Candidate: Sendable, Hashable {
    public var value: String
    public var raw: String
    public var from: String
    public var confidence: Double
    /// Whether it says the same as the chosen value.
    public var agrees: Bool

    public init(value: String, raw: String, from: String, confidence: Double, agrees: Bool = false) {
      self.value = value
      self.raw = raw
      self.from = from
      self.confidence = confidence
      self.agrees = agrees
    }
  }

  public init(
    raw: String, from: String, confidence: Double, precision: String? = nil, notes: [String] = [], others: [Candidate] = []
  ) {
    self.raw = raw
    self.from = from
    self.confidence = confidence
    self.precision = precision
    self.notes = notes
    self.others = others
  }
}

/// Something worth a human's eye that is not an error: a conflict, a doubt, a spent budget.
public struct Finding: Sendable, Hashable {
  /// A stable name that a chain can route on, such as `rights-conflict`.
  public var code: String
  public var message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
