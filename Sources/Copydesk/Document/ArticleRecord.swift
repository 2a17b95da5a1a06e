/// The accountable result of `extract`: the article, the evidence for every field, the fate of every block, and what was noticed.
public struct ArticleRecord: Sendable, Hashable {
  public var article: Article
  /// Per article property (`headline`, `datePublished`, …), where its value comes from. A property without a value has no entry,
  /// unless candidates were seen and refused.
  public var evidence: [Field: Evidence]
  /// Every block of the input, in order, each with exactly one fate. Joined by line feeds their texts are the normalised input.
  public var blocks: BlockList
  public var findings: [Finding]
  /// What the page is; `nil` where nobody looked.
  public var kind: PageKind?
  /// Where the article goes on, if the page is but a part of it.
  public var nextPage: NextPage?
  /// How good the article likely is; `nil` where nobody judged.
  public var quality: Quality?

  public init(article: Article = Article(), evidence: [Field: Evidence] = [:], blocks: BlockList = [], findings: [Finding] = []) {
    self.article = article
    self.evidence = evidence
    self.blocks = blocks
    self.findings = findings
  }
}

/// The properties of ``Article`` that carry evidence; raw values are the names in the JSON and in the rule language.
public enum Field: String, Sendable, CaseIterable, Hashable {
  case headline, alternativeHeadline, description
  case author, datePublished, dateModified, dateline
  case publisher, articleSection, keywords, inLanguage, image, url
  case isBasedOn, creditText
  case copyrightYear, copyrightHolder, copyrightNotice, usageInfo
  case correction
  case isAccessibleForFree, tdmReservation, sponsored
  case articleBody

  /// Hashes the case. The library would hash its name, and records are full of tables by field.
  public func hash(into hasher: inout Hasher) { withUnsafeBytes(of: self) { hasher.combine(bytes: $0) } }
}
