import Copydesk
import Foundation
import Testing

@testable import CopydeskTesting

struct ScoreTests {
  private func page(_ json: String) throws -> LabelledPage {
    let record = try JSONValue.parse(json)
    return try LabelledPage(LabelReader(id: try #require(record["id"]?.stringValue), record), input: .text([]))
  }

  private func article(_ texts: String...) -> Article {
    var article = Article()
    article.body = texts.map { BodyElement(.paragraph, $0) }
    return article
  }

  @Test func countsBlocksAsMultisets() throws {
    let label = try page(#"{"id": "a", "paragraphs": ["One  two.", "Three.", "Three."]}"#)
    let score = PageScore(label, article: article("One two.", "Three.", "Four."))
    #expect(score.blocks?.precision == 2.0 / 3)
    #expect(score.blocks?.recall == 2.0 / 3)
    #expect(score.exactText == false)
    #expect(PageScore(label, article: article("One two.", "Three.", "Three.")).exactText == true)
  }

  @Test func countsWordsWithoutCaseAndPunctuation() throws {
    let label = try page(#"{"id": "a", "main_content": "The ferry, the FERRY!"}"#)
    let score = PageScore(label, article: article("the ferry sails"))
    #expect(score.words?.precision == 2.0 / 3)
    #expect(score.words?.recall == 0.5)
    #expect(score.blocks == nil)
  }

  @Test func scoresNothingForAPageWithoutAnArticle() throws {
    let label = try page(
      #"{"id": "a", "title": "T", "main_content": "Words here", "publish_date": "2025-01-02", "authors": ["A B"]}"#)
    let score = PageScore(label, article: nil, error: "broken")
    #expect(score.words?.f1 == 0)
    #expect(score.title == false)
    #expect(score.day == false)
    #expect(score.second == nil)
    #expect(score.authors == 0)
  }

  @Test(arguments: [
    ("2025-06-30 15:59:30+02:00", "2025-06-30T15:59:30+02:00", true, true),
    ("2025-06-30 15:59:30+02:00", "2025-06-30T13:59:30Z", true, true),
    ("2025-06-30 15:59:30.120+00:00", "2025-06-30T15:59:30", true, true),
    ("2025-06-30 15:59:30", "2025-06-30T15:59:31", true, false),
    ("2025-06-30 15:59:30", "2025-06-30", true, false),
    ("2025-06-30 15:59:00+02:00", "2025-06-30T15:59+02:00", true, true),
    ("2025-06-30 23:59:30Z", "2025-07-01T01:59:30+02:00", false, true),
  ])
  func comparesDates(label: String, found: String, day: Bool, second: Bool) throws {
    let labelled = try page(#"{"id": "a", "publish_date": "\#(label)"}"#)
    var article = Article()
    article.datePublished = PartialDate(found)
    let score = PageScore(labelled, article: article)
    #expect(score.day == day)
    #expect(score.second == second)
  }

  @Test(arguments: [
    ("Ferry to Run\n24 April 2024\nText.", true, true), ("Ferry to Run | Quayside Post\n24.04.2024, 10:05\nText.", true, true),
    ("News\nFerry to Run Late\n2024年4月24日", false, true), ("Ferry to Run\n23 April 2024", true, false),
    ("Ferry to Run\nApril 24", true, false),
  ])
  func countsTitlesAndDaysOfDumpsThatHoldThem(dump: String, title: Bool, day: Bool) throws {
    var labelled = try page(#"{"id": "a", "title": "Ferry to Run", "publish_date": "2024-04-24"}"#)
    labelled.input = .text(Array(dump.utf8))
    var article = Article()
    article.headline = "Ferry to Run"
    let score = PageScore(labelled, article: article)
    #expect(score.title == true)
    #expect(score.heldTitle == (title ? true : nil))
    #expect(score.day == false)
    #expect(score.heldDay == (day ? false : nil))
  }

  @Test func aDayLabelHasNoSecond() throws {
    let score = PageScore(try page(#"{"id": "a", "publish_date": "2025-06-30"}"#), article: Article())
    #expect(score.day == false)
    #expect(score.second == nil)
  }

  @Test func comparesAuthorsAsSets() throws {
    let label = try page(#"{"id": "a", "authors": ["Ada Byron", "Tom  Okafor"]}"#)
    var article = Article()
    article.author = [Author(name: "tom okafor"), Author(name: "Ada Byron")]
    #expect(PageScore(label, article: article).authors == 1)
    article.author.append(Author(name: "Lake Gazette"))
    #expect(try #require(PageScore(label, article: article).authors) < 1)
  }

  @Test func countsSnippets() throws {
    let label = try page(#"{"id": "a", "with": ["ferry sails", "absent"], "without": ["Share this"]}"#)
    let score = PageScore(label, article: article("The ferry.", "It sails. Share this"))
    #expect(score.with == 0)
    #expect(score.without == 0)
    #expect(PageScore(label, article: article("The ferry sails.")).with == 0.5)
  }

  @Test func readsACorpusFromDiskAndScoresIt() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corpus-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "html"), withIntermediateDirectories: true)
    let truth = """
      {"id": "a", "title": "T", "paragraphs": ["One."]}
      {"id": "b", "title": "T", "paragraphs": ["Two."]}
      {"id": "no-page", "title": "T"}
      """
    try Data(truth.utf8).write(to: folder.appending(path: "ground-truth.jsonl"))
    for id in ["a", "b"] { try Data("<p>\(id)".utf8).write(to: folder.appending(path: "html/\(id).html")) }

    let corpus = try LabelledCorpus(path: folder.path + "/")
    #expect(corpus.pages.map(\.id) == ["a", "b"])
    #expect(
      corpus.warnings.map(\.description) == [
        "\(folder.path)/ground-truth.jsonl:3: there is no html/no-page.html or html/no-page.html.gz; not scored"
      ])
    let scorer = Scorer {
      { document in
        if document.id == "b" { throw CorpusError.damaged("b") }
        var article = Article()
        article.headline = "T"
        article.body = [BodyElement(.paragraph, "One.")]
        return ArticleRecord(article: article)
      }
    }
    let report = try await scorer.score(corpus, workers: 2)
    #expect(report.mean(.title) == 0.5)
    #expect(report.mean(.blockF1) == 0.5)
    #expect(report.worst(1).map(\.id) == ["b"])
    #expect(report.text(worst: 1).contains("b: b: the compressed data is damaged"))
  }

  @Test func savesWhatTheExtractorThoughtOfThePage() throws {
    var score = PageScore(try page(#"{"id": "a", "paragraphs": ["One."]}"#), article: article("One."))
    score.quality = Quality(value: 0.75, signals: [.init(name: "gaps", value: 0.5, effect: -1)])
    let line = try JSONValue.parse(ScoreReport(corpus: "c", pages: [score]).jsonLines)
    #expect(line["medium"] == "text")
    #expect(line["quality"]?.doubleValue == 0.75)
    #expect(line["signals"]?["gaps"]?.doubleValue == 0.5)
    #expect(line["blockF1"]?.doubleValue == 1)
  }

  @Test func pagesWithoutALabelledBodyAreNotTheWorst() throws {
    var pages = [PageScore(try page(#"{"id": "bare", "title": "T"}"#), article: nil)]
    pages.append(PageScore(try page(#"{"id": "half", "paragraphs": ["One.", "Two."]}"#), article: article("One.")))
    pages.append(PageScore(try page(#"{"id": "none", "main_content": "One"}"#), article: nil))
    #expect(ScoreReport(corpus: "c", pages: pages).worst(5).map(\.id) == ["none", "half"])
  }

  @Test func theBreakdownsHaveCaptions() throws {
    let score = PageScore(try page(#"{"id": "a", "title": "T"}"#), article: nil)
    let lines = ScoreReport(corpus: "c", pages: [score]).text(perLanguage: true, perPublisher: true).split(separator: "\n")
    #expect(lines.contains("by language") && lines.contains("by publisher"))
  }
}
