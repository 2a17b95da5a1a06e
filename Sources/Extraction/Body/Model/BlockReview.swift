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

  /// With fewer paragraphs there is nothing to hold a block against. A newsroom's brief has few, and the same boxes set into it as a long
  /// report.
  private static let fewestParagraphs = (newsroom: 3, other: 5)

  /// Overrules verdicts in the draft. On a page where the model would take out more than a third of the running text it is the model that is
  /// out of its depth, and nothing changes.
  /// - Returns: Per entry of ``ReviewedPage/blocks``, how likely the block is part of the text.
  @discardableResult
  func review(_ draft: inout Draft) -> [Float] {
    let reader = FeatureReader(page)
    var probabilities: [Float] = []
    probabilities.reserveCapacity(page.blocks.count)
    for position in page.blocks.indices {
      probabilities.append(model.probability { reader.read(position, into: &$0) })
    }
    let fewest = page.isNewsroom ? Self.fewestParagraphs.newsroom : Self.fewestParagraphs.other
    guard reader.paragraphs >= fewest else { return probabilities }
    let thresholds = model.thresholds(isNewsroom: page.isNewsroom)
    var overruled: [(index: Int, decision: Decision)] = []
    var removed = 0
    var row = FeatureRow()
    forEachUnit(probabilities) { position, probability in
      let (index, verdict) = (page.blocks[position], page.verdicts[position])
      guard verdict.isText ? probability < thresholds.removesBelow : probability > thresholds.keepsAbove,
        !Self.isFixed(draft.decisions, index, verdict)
      else { return }
      row.clear()
      reader.read(position, into: &row)
      let decision = overruling(verdict, index, probability, row.values)
      overruled.append((index, decision))
      if reader.isText(position), !decision.isInBody { removed += page.reading.facts[index].weight }
    }
    guard removed * 3 <= reader.textWords else { return probabilities }
    for (index, decision) in overruled { draft.decide(index, decision) }
    return probabilities
  }

  /// Calls `body` with each reviewed block and how likely what it is one piece of is part of the text: a list or a table is written, and
  /// stands or goes, as a whole; the mean of its items speaks for each.
  private func forEachUnit(_ probabilities: [Float], _ body: (_ position: Int, _ probability: Float) -> Void) {
    var start = 0
    while start < probabilities.count {
      var end = start + 1
      if let kind = pieceKind(start) {
        let isText = page.verdicts[start].isText
        while end < probabilities.count, pieceKind(end) == kind, page.verdicts[end].isText == isText { end += 1 }
      }
      let probability = end == start + 1 ? probabilities[start] : probabilities[start..<end].reduce(0, +) / Float(end - start)
      for position in start..<end { body(position, probability) }
      start = end
    }
  }

  /// Whether a block is an item of a list or a row of a table.
  private func pieceKind(_ position: Int) -> PageBlock.Kind? {
    let kind = page.reading.page.blocks[page.blocks[position]].kind
    return kind == .listItem || kind == .tableRow ? kind : nil
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

  /// Whether a decision is none that the model may overrule: a rule's, one that has made a field of the block or of a part of it, one
  /// about a block without letters, or about a list that the text announces, which the model does not see.
  static func isFixed(_ decisions: DecisionList, _ index: Int, _ verdict: Verdict) -> Bool {
    let ruling = decisions.ruling(index)
    return ruling.authority > .generic || decisions.isBy(.announcedList, index) || !decisions.cuts(index).isEmpty
      || verdict == .moved || ruling.role == .artefact
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
