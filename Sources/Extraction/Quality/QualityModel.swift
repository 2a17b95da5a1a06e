public import Copydesk

/// A logistic regression over ``QualitySignal`` that estimates an article's F1: one number per signal, learnt by the script in `Training/` and
/// printed as a table that can be read (`QualityModel+Generated.swift`).
struct QualityModel: Sendable {
  typealias Row = (signal: QualitySignal, weight: Double, usual: Double)

  /// The log odds of a usual page.
  let bias: Double
  /// Below this value an article is doubtful and gets a finding.
  let doubtfulBelow: Double
  let rows: [Row]

  init(bias: Double, doubtfulBelow: Double, _ rows: [Row]) {
    self.bias = bias
    self.doubtfulBelow = doubtfulBelow
    self.rows = rows
  }

  /// - Parameter signals: The values in the order of ``QualitySignal``.
  func quality(_ signals: [Double]) -> Quality {
    var sum = bias
    var effects: [Quality.Signal] = []
    for (signal, value) in zip(QualitySignal.allCases, signals) {
      guard let row = rows.first(where: { $0.signal == signal }) else { continue }
      let effect = row.weight * (value - row.usual)
      sum += effect
      effects.append(Quality.Signal(name: signal.rawValue, value: Self.rounded(value), effect: Self.rounded(effect)))
    }
    effects.sort { (abs($1.effect), $0.name) < (abs($0.effect), $1.name) }
    return Quality(value: Self.rounded(Double(Logistic.share(Float(sum)))), signals: effects)
  }

  /// To thousandths: what is beyond them says nothing. Of the two zeros it is the one without a sign.
  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 + 0 }
}

extension ArticleRecord {
  /// Judges the article by the signals' values, with a finding where it is doubtful. Without a body there is nothing to judge: its quality is 0,
  /// and the finding `no-body` has said why.
  mutating func judgeQuality(_ signals: [Double]?, by model: QualityModel) {
    guard let signals else {
      quality = Quality(value: 0)
      return
    }
    let quality = model.quality(signals)
    self.quality = quality
    guard quality.value < model.doubtfulBelow else { return }
    let against = quality.signals.filter { $0.effect < 0 }.prefix(3).map(\.words).joined(separator: ", ")
    note("low-quality", "likely \(Percentage.words(quality.value)) of the body is right; against it: \(against)")
  }
}

extension Quality.Signal {
  /// What was seen, in words: `55 % of the words likely right`.
  public var words: String { "\(Percentage.words(value)) \(QualitySignal(rawValue: name)?.words ?? name)" }
}
