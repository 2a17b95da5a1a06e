/// Shares as people read them.
package enum Percentage {
  /// `97 %` for a share of 0.97; a dash for what is no number. What lies beyond 0 and 1 is shown as the nearer of the two.
  package static func words(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    return "\(Int((min(max(share, 0), 1) * 100).rounded())) %"
  }
}
