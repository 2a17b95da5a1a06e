import Copydesk

/// What is known of the generic reading once it is done and of use for judging it.
struct QualityEvidence {
  /// The blocks in and near the article, and how likely the block model holds each to be part of the text.
  var blocks: [Int] = []
  var probabilities: [Float] = []

  init() {}

  init(_ reviewed: ReviewedPage, probabilities: [Float]) {
    blocks = reviewed.blocks
    self.probabilities = probabilities
  }
}

/// Takes the signals of quality from a finished record, in one pass over its decisions and none over its text.
struct QualityReading {
  let decisions: DecisionList
  let facts: [BlockFacts]
  let evidence: QualityEvidence

  /// The signals' values, in the order of ``QualitySignal``; `nil` where the body has no text.
  func signals() -> [Double]? {
    let body = BodyCount(decisions, facts)
    guard body.blocks > 0 else { return nil }
    let agreement = ModelAgreement(decisions, facts, evidence)
    return QualitySignal.allCases.map { signal in
      let value: Double =
        switch signal {
        case .proseShare: body.prose / max(1, body.prose + body.proseOutside)
        case .shortShare: body.short / body.blocks
        case .blockAgreement: agreement.blocks.f1
        case .wordAgreement: agreement.words.f1
        case .overruledShare: min(1, body.overruled / body.blocks)
        case .gaps: body.gaps / (body.gaps + body.blocks)
        }
      return max(0, min(1, value))
    }
  }
}

/// What can be counted in the body and of what was left out.
private struct BodyCount {
  var blocks = 0.0
  var prose = 0.0
  var proseOutside = 0.0
  var short = 0.0
  var overruled = 0.0
  /// Removed blocks of running text between the first and the last block of the body.
  var gaps = 0.0

  init(_ decisions: DecisionList, _ facts: [BlockFacts]) {
    // Those since the last block of the body: they are gaps only if another follows.
    var sinceBody = 0.0
    for index in decisions.indices where !facts[index].isBlank {
      let decision = decisions.ruling(index)
      let facts = facts[index]
      let weight = Double(facts.weight)
      let isRule = decision.authority > .generic
      if decisions.isBy(.blockModel, index) { overruled += 1 }
      if Verdict(decision).isText {
        gaps += blocks > 0 ? sinceBody : 0
        sinceBody = 0
        blocks += 1
        if facts.isProse { prose += weight }
        if !facts.isProse, !isRule, decision.role == .body { short += 1 }
      } else if facts.isProse, decision.fate == .removed, !isRule {
        proseOutside += weight
        sinceBody += 1
      }
    }
  }
}

/// What the block model, which doubts each block on its own, expects of the body as a whole.
private struct ModelAgreement {
  /// Expected overlap of what is kept with what is likely part of the text: F1 = 2 Σ kept·p / (Σ kept + Σ p).
  struct Expected {
    var kept = 0.0
    var likely = 0.0
    var both = 0.0

    mutating func add(_ weight: Double, isKept: Bool, probability: Double) {
      likely += weight * probability
      guard isKept else { return }
      kept += weight
      both += weight * probability
    }

    var f1: Double { kept + likely > 0 ? 2 * both / (kept + likely) : 0 }
  }

  var blocks = Expected()
  var words = Expected()

  init(_ decisions: DecisionList, _ facts: [BlockFacts], _ evidence: QualityEvidence) {
    for (index, probability) in zip(evidence.blocks, evidence.probabilities) {
      let decision = decisions.ruling(index)
      if decision.fate == .moved { continue }
      let isKept = Verdict(decision).isText
      var probability = Double(probability)
      if decision.authority > .generic { probability = isKept ? 1 : 0 }
      blocks.add(1, isKept: isKept, probability: probability)
      words.add(Double(facts[index].weight), isKept: isKept, probability: probability)
    }
  }
}
