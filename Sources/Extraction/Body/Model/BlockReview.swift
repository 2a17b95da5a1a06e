import Copydesk
import Pages

/// Reviews what the heuristics decided about the blocks in and near the article, and overrules them where the block model is sure.
struct BlockReview {
  private let page: ReviewedPage
  private let model: BlockModel

  /// - Parameter model: The one that was learnt for pages of this kind, if none is given.
  init(_ page: ReviewedPage, model: BlockModel? = nil) {
    self.page = page
    self.model = model ?? (page.reading.page.kind == .html ? .html : .text)
  }

  /// With fewer paragraphs there is nothing to hold a block against.
  private static let fewestParagraphs = 5

  /// Overrules verdicts in the draft. On a page where the model would take out more than a third of the running text it is the model that is
  /// out of its depth, and nothing changes.
  /// - Returns: Per entry of ``ReviewedPage/blocks``, how likely the block is part of the text.
  @discardableResult
  func review(_ draft: inout Draft) -> [Float] {
    let reader = FeatureReader(page)
    let mayOverrule = reader.paragraphs >= Self.fewestParagraphs
    var probabilities: [Float] = []
    probabilities.reserveCapacity(page.blocks.count)
    var overruled: [(index: Int, decision: Decision)] = []
    var removed = 0
    for (position, index) in page.blocks.enumerated() {
      let probability = model.probability { reader.read(position, into: &$0) }
      probabilities.append(probability)
      let verdict = page.verdicts[position]
      guard mayOverrule, verdict.isText ? probability < model.removesBelow : probability > model.keepsAbove,
        !Self.isFixed(draft.decisions[index], verdict)
      else { continue }
      let decision = overruling(verdict, index, probability, reader.features(position))
      overruled.append((index, decision))
      if reader.isText(position), !decision.isInBody { removed += page.reading.facts[index].weight }
    }
    guard removed * 3 <= reader.textWords else { return probabilities }
    for (index, decision) in overruled { draft.decide(index, decision) }
    return probabilities
  }

  private func overruling(_ verdict: Verdict, _ index: Int, _ probability: Float, _ features: [Float]) -> Decision {
    if verdict.isText {
      let role: Role = page.reading.facts[index].linkShare > 0.5 ? .related : .boilerplate
      return Heuristic.blockModel.removes(
        role, model.reason("likely no part of the text", 1 - probability, features, forKeeping: false))
    }
    return Heuristic.blockModel.keeps(
      bodyRole(page.reading.page.blocks[index].kind),
      model.reason("likely part of the text", probability, features, forKeeping: true))
  }

  /// Whether a decision is none that the model may overrule: a rule's, one that has made a field of the block or of a part of it, or one
  /// about a block without letters.
  static func isFixed(_ decision: Decision, _ verdict: Verdict) -> Bool {
    decision.authority > .generic || !decision.cuts.isEmpty || verdict == .moved || decision.role == .artefact
  }

  private func bodyRole(_ kind: PageBlock.Kind) -> Role {
    switch kind {
    case .heading: .heading
    case .listItem: .list
    case .quote: .quote
    case .tableRow: .table
    case .preformatted: .code
    case .paragraph, .line, .caption: .body
    }
  }
}
