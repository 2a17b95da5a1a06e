import Copydesk

/// A logistic regression over ``BlockFeature``: how sure it is that a block is part of the article's text.
///
/// It is one number per feature, learnt by the script in `Training/` from labelled pages and printed as a table that can be read
/// (`BlockModel+Generated.swift`). It never decides alone: it reviews what a named heuristic decided, and overrules it only where it is sure.
struct BlockModel: Sendable {
  typealias Row = (feature: BlockFeature, weight: Float, mean: Float)

  /// Per feature, what it adds to the log odds; 0 for a feature the model does not use.
  let weights: [Float]
  /// The same in whole thousandths; the table has no finer ones.
  private let thousandths: [Int32]
  /// Per feature, the middle between its mean over the articles' blocks and over the others: from there on it speaks for one of both.
  let means: [Float]
  let bias: Float
  /// The features that can be named as reasons for keeping a block, and for removing it.
  private let reasons: (forKeeping: Reasons, forRemoving: Reasons)
  /// How sure the model must be. On newsrooms' pages the heuristics leave in what their templates set into the text; on others they take
  /// out short lines and lists of the writer's own.
  private let thresholds: (newsroom: Thresholds, other: Thresholds)

  /// Features with something to say for one of both verdicts: those first that can weigh most, those that can weigh the same in their order.
  fileprivate struct Reasons: Sendable {
    struct Term: Sendable {
      let feature: Int32
      /// Above 0 where it speaks by a value above the mean.
      let weight: Float
      let mean: Float
      /// The most that it can weigh: features are between 0 and 1.
      let most: Float

      init(_ feature: BlockFeature, weight: Float, mean: Float) {
        self.feature = Int32(truncatingIfNeeded: feature.rawValue)
        self.weight = weight
        self.mean = mean
        most = max(weight * (0 - mean), weight * (1 - mean))
      }
    }

    var terms: [Term] = []
    /// What they say, in the same order.
    var wordings: [BlockFeature.Wording] = []

    init(_ named: [Row], isForKeeping: Bool) {
      let telling = named.compactMap { row -> (term: Term, wording: BlockFeature.Wording)? in
        let weight = isForKeeping ? row.weight : -row.weight
        return row.feature.wording(isAbove: weight > 0).map {
          (Term(row.feature, weight: weight, mean: row.mean), $0)
        }
      }
      let sorted = telling.sorted { (-$0.term.most, $0.term.feature) < (-$1.term.most, $1.term.feature) }
      terms = sorted.map(\.term)
      wordings = sorted.map(\.wording)
    }
  }

  struct Thresholds: Sendable {
    /// A block that the heuristics keep is removed if it is less likely than this.
    var removesBelow: Float
    /// A block that the heuristics remove is kept if it is more likely than this.
    var keepsAbove: Float
  }

  /// - Parameter newsroom: What holds on newsrooms' pages, where that is something else.
  init(bias: Float, removesBelow: Float, keepsAbove: Float, newsroom: Thresholds? = nil, _ rows: [Row]) {
    var weights = [Float](repeating: 0, count: BlockFeature.count)
    var means = weights
    for row in rows {
      weights[row.feature.rawValue] = row.weight
      means[row.feature.rawValue] = row.mean
    }
    self.weights = weights
    thousandths = weights.map { Int32(($0 * 1000).rounded()) }
    self.means = means
    // What the heuristics decided is no reason to name: it is what is under review.
    let named = rows.filter { $0.weight != 0 && !$0.feature.isVerdict }
    reasons = (Reasons(named, isForKeeping: true), Reasons(named, isForKeeping: false))
    self.bias = bias
    let other = Thresholds(removesBelow: removesBelow, keepsAbove: keepsAbove)
    thresholds = (newsroom ?? other, other)
  }

  func thresholds(isNewsroom: Bool) -> Thresholds { isNewsroom ? thresholds.newsroom : thresholds.other }

  /// How likely it is, 0 to 1, that a block is part of the article's text whose features `read` notes.
  @inline(__always)
  func probability(_ read: (inout LogOdds) -> Void) -> Float {
    thousandths.withUnsafeBufferPointer {
      var odds = LogOdds($0)
      read(&odds)
      return Logistic.share(bias + odds.sum)
    }
  }

  /// The features that speak most for keeping the block, or for removing it, weightiest first: those in which it differs from what is
  /// usual, times what that is worth.
  func weightiest(_ features: [Float], forKeeping: Bool, count: Int = 3) -> [BlockFeature] {
    let reasons = forKeeping ? reasons.forKeeping : reasons.forRemoving
    return reasons.withWeightiest(features, count) {
      $0.compactMap { BlockFeature(rawValue: Int(reasons.terms[$0.term].feature)) }
    }
  }

  /// Those features in a newsroom's words: `no sentence end, link share 0.9, after the last paragraph`.
  func reasons(_ features: [Float], forKeeping: Bool) -> String {
    var text = ""
    appendReasons(features, forKeeping: forKeeping, to: &text)
    return text
  }

  /// What is held of a block, how likely that is, and those features: `likely part of the text (0.93): ends a sentence`.
  func reason(_ verdict: String, _ probability: Float, _ features: [Float], forKeeping: Bool) -> String {
    var text = verdict
    text.reserveCapacity(160)
    text += " ("
    text += Logistic.shown(probability)
    text += "): "
    appendReasons(features, forKeeping: forKeeping, to: &text)
    return text
  }

  private func appendReasons(_ features: [Float], forKeeping: Bool, to text: inout String) {
    let reasons = forKeeping ? reasons.forKeeping : reasons.forRemoving
    reasons.withWeightiest(features, 3) { best in
      for (position, (index, _)) in best.enumerated() {
        if position > 0 { text += ", " }
        reasons.wordings[index].append(features[Int(reasons.terms[index].feature)], to: &text)
      }
    }
  }
}

extension BlockModel.Reasons {
  typealias Weighed = (term: Int, value: Float)

  /// Calls `body` with the places among ``terms`` of those that weigh most, the weightiest first.
  func withWeightiest<Result>(_ features: [Float], _ most: Int, _ body: (Slice<UnsafeMutableBufferPointer<Weighed>>) -> Result)
    -> Result
  {
    // Each reason of each page would make an array.
    withUnsafeTemporaryAllocation(of: Weighed.self, capacity: most) { best in
      var count = 0
      var least: Float = 0
      for (index, term) in terms.enumerated() {
        // None of those that follow weighs more.
        if count == most, term.most < least { break }
        let value = term.weight * (features[Int(term.feature)] - term.mean)
        guard value > 0, value >= least else { continue }
        func isLess(_ other: Weighed) -> Bool { (other.value, -terms[other.term].feature) < (value, -term.feature) }
        if count == most {
          guard isLess(best[count - 1]) else { continue }
        } else {
          count += 1
        }
        var place = count - 1
        while place > 0, isLess(best[place - 1]) {
          best[place] = best[place - 1]
          place -= 1
        }
        best[place] = (index, value)
        if count == most { least = best[count - 1].value }
      }
      return body(best[..<count])
    }
  }
}

/// The logistic function and how its values are shown.
enum Logistic {
  /// 1 / (1 + e⁻ˣ) by a division and a power of e summed here: the system's `exp` may differ in the last bit between machines, and the
  /// same page must give the same verdict on all of them.
  static func share(_ logOdds: Float) -> Float {
    let x = Double(max(-30, min(30, logOdds)))
    return Float(1 / (1 + exponential(-x)))
  }

  /// eˣ as (e^(x/1024))^1024 with five terms of the series; exact to 10 digits for |x| ≤ 30.
  private static func exponential(_ x: Double) -> Double {
    let y = x / 1024
    var power = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4 * (1 + y / 5))))
    for _ in 0..<10 { power *= power }
    return power
  }

  /// A share with two digits after the point.
  static func shown(_ share: Float) -> String {
    let hundredths = Int((max(0, min(1, share)) * 100).rounded())
    return hundredths == 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
  }
}
