public import Copydesk

/// A value of one of the article's properties.
public enum FieldValue: Sendable, Hashable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case date(PartialDate)
  case authors([Author])
  case publisher(Publisher)
  case origination(Origination)
  case words([String])
  case images([Image])
}

/// A value on offer for a field, with its source's own words.
public struct FieldCandidate: Sendable, Hashable {
  public var value: FieldValue
  public var raw: String
  public var from: String
  public var confidence: Double
  public var notes: [String]
  public var authority: Authority

  public init(
    _ value: FieldValue, raw: String, from: String, confidence: Double, notes: [String] = [], authority: Authority = .generic
  ) {
    self.value = value
    self.raw = raw
    self.from = from
    self.confidence = confidence
    self.notes = notes
    self.authority = authority
  }
}

extension FieldCandidate {
  /// The people, where the value is a list of authors.
  var authors: [Author] { if case .authors(let authors) = value { authors } else { [] } }
}
