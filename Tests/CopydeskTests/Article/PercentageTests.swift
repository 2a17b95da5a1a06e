import Testing

@testable import Copydesk

@Suite struct PercentageTests {
  @Test(arguments: [(0, "0 %"), (0.974, "97 %"), (0.976, "98 %"), (1, "100 %"), (1.5, "100 %"), (-1, "0 %")])
  func aShareIsAPercentage(_ share: Double, _ words: String) { #expect(Percentage.words(share) == words) }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoNumberIsADash(_ share: Double) { #expect(Percentage.words(share) == "–") }
}
