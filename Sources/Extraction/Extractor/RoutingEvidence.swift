/// How a document was found to be a publisher's; recorded as evidence of the article's `publisher`.
public struct RoutingEvidence: Sendable, Hashable {
  /// The publisher's domain.
  public var domain: String
  /// What led there: `host`, `parent domain` or `text`.
  public var how: String
  /// The address, or the words in the text, that decided.
  public var raw: String
  /// Where the rule states it, `rules/example.test/rule.lua:5`, or where the text was found, `line:21`.
  public var line: String

  public init(domain: String, how: String, raw: String, line: String) {
    self.domain = domain
    self.how = how
    self.raw = raw
    self.line = line
  }
}
