/// What an article's quality is judged by; each is a share from 0 to 1. Raw values are the names in the JSON and in conditions.
///
/// All of them are known once the record is folded; none needs the page's truth. What a rule decided counts as right.
public enum QualitySignal: String, Sendable, CaseIterable {
  /// The F1 of the body's blocks that the block model expects: 1 if it is sure of all that is kept, and of nothing else nearby.
  case blockAgreement
  /// The same of the body's words.
  case wordAgreement
  /// The blocks that the model overruled, against the body's blocks.
  case overruledShare
  /// The share of the body's paragraphs that are no running text: short, or without the end of a sentence.
  case shortShare
  /// Blocks of running text that were removed between the first and the last of the body, against those and the body's blocks.
  case gaps
  /// The share of the page's running text that stands in the body.
  case proseShare

  /// What the share is of, to be read after a percentage: `55 % of the words likely right`.
  public var words: String {
    switch self {
    case .blockAgreement: "of the blocks likely right"
    case .wordAgreement: "of the words likely right"
    case .overruledShare: "of the blocks overruled by the block model"
    case .shortShare: "of the paragraphs short or unfinished"
    case .gaps: "of the blocks amid the body removed although they are running text"
    case .proseShare: "of the page's running text in the body"
    }
  }
}
