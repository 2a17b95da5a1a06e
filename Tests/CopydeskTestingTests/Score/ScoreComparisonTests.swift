import Copydesk
import Testing

@testable import CopydeskTesting

@Suite struct ScoreComparisonTests {
  private func page(
    _ id: String, _ text: String = "one two three four", corpus: String? = "c", kind: String? = nil, title: String? = "T"
  ) throws -> PageScore {
    let label: JSONValue = ["id": .string(id), "title": "T", "main_content": "one two three four"]
    var page = try LabelledPage(LabelReader(id: id, label), input: .html(path: ""))
    page.kind = kind
    var article = Article()
    article.headline = title
    article.body = [BodyElement(.paragraph, text)]
    var score = PageScore(page, article: article)
    score.corpus = corpus
    return score
  }

  private func compare(_ before: [PageScore], _ after: [PageScore], dumps: String? = nil) throws -> ScoreComparison {
    let saved = try SavedFigures(ScoreReport(corpus: "", pages: before).jsonLines, path: "before.jsonl")
    return try ScoreComparison(ScoreReport(corpus: "", pages: after), earlier: saved, dumps: dumps)
  }

  @Test func aRunIsAsGoodAsItself() throws {
    let pages = try [
      page("a", kind: "main"), page("a", "one", kind: "page"), page("a", "one two", corpus: "d"), page("b", corpus: "d"),
    ]
    let comparison = try compare(pages, pages)
    #expect(comparison.holds)
    #expect(comparison.corpora.map(\.compared) == [2, 2])
    #expect(comparison.text() == "c: compared 2 pages; no figure changed\n\nd: compared 2 pages; no figure changed\n")
  }

  @Test func pagesAreListedOnceWithAllTheirFigures() throws {
    let comparison = try compare(
      [page("a", "one", title: nil), page("b"), page("m", "one", title: "T"), page("same")],
      [page("a"), page("b", "one"), page("m", title: nil), page("same")])
    #expect(!comparison.holds)
    let corpus = comparison.corpora[0]
    #expect(corpus.better.map(\.id) == ["a"])
    #expect(corpus.worse.map(\.id) == ["b"])
    #expect(corpus.mixed.map(\.id) == ["m"])
    #expect(
      comparison.text() == """
        c: compared 4 pages
          word F1 0.700 → 0.850 (+0.150)
          4-gram F1 0.500 → 0.750 (+0.250)
          exact 0.500 → 0.750 (+0.250)
        better: 1 page
          a  word F1 0.400 → 1.000, 4-gram F1 0.000 → 1.000, exact 0.000 → 1.000, title 0.000 → 1.000
        worse: 1 page
          b  word F1 1.000 → 0.400, 4-gram F1 1.000 → 0.000, exact 1.000 → 0.000
        better in one figure and worse in another: 1 page
          m  word F1 0.400 → 1.000, 4-gram F1 0.000 → 1.000, exact 0.000 → 1.000, title 1.000 → 0.000

        """)
  }

  @Test func whatIsNotShownIsCounted() throws {
    let comparison = try compare(
      try (1...5).map { try page("p\($0)") }, try (1...4).map { try page("p\($0)", "one") } + [page("new")])
    let text = comparison.text(limit: 3)
    #expect(text.contains("c: compared 4 pages, 1 not in the earlier run\n"))
    #expect(text.contains("worse: 4 pages\n") && text.contains("\n  … and 1 more\n"))
    #expect(text.hasSuffix("missing: 1 page: p5\n"))
    #expect(comparison.lost == ["p5"])
  }

  @Test func onlyWhatWasScoredCanBeMissing() throws {
    let before = try [page("a", kind: "main"), page("b", kind: "main"), page("a", kind: "page"), page("a", corpus: "other")]
    #expect(try compare(before, [page("a", kind: "main")], dumps: "main").lost == ["b (main)"].map { "c/" + $0 })
    #expect(try compare(before, [page("a", kind: "main"), page("b", kind: "main")], dumps: "main").holds)
    #expect(try compare(before, [page("a", kind: "main"), page("b", kind: "main")]).lost == ["c/a (page)"])
  }

  @Test func oneCorpusMayHaveMovedAndOldFilesNameNone() throws {
    #expect(try compare([page("a", corpus: "before")], [page("a", corpus: "after")]).holds)
    #expect(
      try compare([page("a", corpus: nil), page("b", corpus: nil)], [page("a", kind: "main"), page("b", corpus: "d")]).holds)
    #expect(throws: CorpusError.self) { try compare([page("a", corpus: nil), page("a", corpus: nil)], [page("a")]) }
  }

  @Test func aFigureThatIsNoLongerLabelledDoesNotHold() throws {
    var after = try page("a")
    after.title = nil
    let comparison = try compare([page("a")], [after])
    #expect(!comparison.holds)
    #expect(comparison.text().contains("no longer labelled for all that was compared before: 1 page: a\n"))
  }

  @Test(arguments: [
    (#"{"id": "a", "title": "T"}"#, "before.jsonl: there are no figures in it; `copydesk score --save` writes them"),
    ("", "before.jsonl: there are no figures in it; `copydesk score --save` writes them"),
    (#"{"title": 1}"#, "before.jsonl:1: not written by `copydesk score --save`: there is no id"),
  ])
  func whatIsNoFileOfFiguresIsRefused(text: String, message: String) {
    let error = #expect(throws: CorpusError.self) { try SavedFigures(Array(text.utf8), path: "before.jsonl") }
    #expect(error?.description == message)
  }

  @Test func aRunOfOtherPagesIsRefused() throws {
    let error = #expect(throws: CorpusError.self) { try compare([page("x")], [page("a")]) }
    #expect(error?.description == "before.jsonl: none of the pages of this run is in it; was it saved from another corpus?")
  }
}
