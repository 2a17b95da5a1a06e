/// What ``FeatureReader`` tells a block's features to.
protocol FeatureSink {
  /// Notes a feature that a block has or has not.
  mutating func note(_ feature: BlockFeature, _ flag: Bool)
  /// Notes a feature that a block has a share of.
  mutating func note(_ feature: BlockFeature, _ share: Float)
}

/// The features as one number each: what the model is learnt from and what its reasons are found in.
struct FeatureRow: FeatureSink {
  private(set) var values = [Float](repeating: 0, count: BlockFeature.count)

  /// Forgets a block's features and keeps the memory.
  mutating func clear() {
    for index in values.indices { values[index] = 0 }
  }

  mutating func note(_ feature: BlockFeature, _ flag: Bool) { values[feature.rawValue] = flag ? 1 : 0 }

  mutating func note(_ feature: BlockFeature, _ share: Float) { values[feature.rawValue] = share }
}

/// The sum of the features' weights, made as they are read: nearly all blocks are asked for no more than this.
///
/// Weights are whole thousandths, as they are printed, so the flags add up exactly in whatever order they come.
struct LogOdds: FeatureSink {
  private let thousandths: UnsafeBufferPointer<Int32>
  private var flags: Int32 = 0
  private var shares: Float = 0

  init(_ thousandths: UnsafeBufferPointer<Int32>) { self.thousandths = thousandths }

  /// The sum in the model's own unit.
  var sum: Float { (Float(flags) + shares) / 1000 }

  @inline(__always)
  mutating func note(_ feature: BlockFeature, _ flag: Bool) { flags &+= flag ? thousandths[feature.rawValue] : 0 }

  @inline(__always)
  mutating func note(_ feature: BlockFeature, _ share: Float) { shares += Float(thousandths[feature.rawValue]) * share }
}
