import Copydesk
import Testing

@testable import Extraction

/// Decisions come out of their list as they went in.
struct DecisionListTests {
  private let undecided = Decision(.removed, role: .boilerplate, by: "generic:outside", reason: "outside")

  @Test func givesBackWhatWasDecided() {
    var list = DecisionList(undecided, count: 3)
    let cut = Decision.Cut(range: 0..<2, role: .byline, to: .author, by: "generic:byline", reason: "a byline")
    let edited = Decision(.edited, role: .body, by: "generic:body", reason: "a paragraph", cuts: [cut], authority: .edit)
    let moved = Decision(.moved, role: .date, to: .datePublished, by: "rule.lua:3", reason: "a date", authority: .rule)
    list[1] = edited
    list[2] = moved
    #expect(Array(list) == [undecided, edited, moved])
    list[1] = undecided
    list[1].fate = .edited
    #expect(list[1].cuts.isEmpty, "the cuts of a decision end with it")
  }
}
