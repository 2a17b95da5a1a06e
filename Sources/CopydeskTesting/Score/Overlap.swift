/// Precision, recall and F1 of one multiset against another (van Rijsbergen 1979, with equal weights).
public struct Overlap: Sendable, Hashable {
  public var precision: Double
  public var recall: Double

  public var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  /// Compares what was found with what was wanted. Nothing found where nothing was wanted is perfect.
  public init<Item: Hashable>(of found: [Item], with wanted: [Item]) {
    if found.isEmpty && wanted.isEmpty {
      (precision, recall) = (1, 1)
      return
    }
    var counts: [Item: Int] = [:]
    for item in wanted { counts[item, default: 0] += 1 }
    var common = 0
    for item in found {
      if let left = counts[item], left > 0 {
        counts[item] = left - 1
        common += 1
      }
    }
    precision = found.isEmpty ? 0 : Double(common) / Double(found.count)
    recall = wanted.isEmpty ? 0 : Double(common) / Double(wanted.count)
  }
}
