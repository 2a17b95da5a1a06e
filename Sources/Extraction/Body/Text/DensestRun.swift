/// Finds the stretch of a page where running text is densest.
///
/// Every block has a value, positive for running text and negative for what stands in menus and widgets; the article lies where the sum
/// over neighbouring blocks is greatest. The idea is Finn, Kushmerick and Smyth's (*Fact or fiction: content classification for digital
/// libraries*, 2001), who maximise words within and tags without; here the values are words of prose against short lines. One pass
/// (Kadane's algorithm).
enum DensestRun {
  /// - Returns: The run with the greatest sum; the first of several; empty where no value is positive.
  static func find(_ values: [Int]) -> Range<Int> {
    var best = 0..<0
    var bestSum = 0
    var start = 0
    var sum = 0
    for (index, value) in values.enumerated() {
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += value
      if sum > bestSum {
        bestSum = sum
        best = start..<index + 1
      }
    }
    return best
  }
}
