import Copydesk
import Extraction
import Testing

@testable import RuleEngine

@Suite struct PlanCompilerTests {
  private let text = """
    return publisher {
      api = 1, name = "Example Times", hosts = { "example.test" },
      language = "en-GB", timezone = "Europe/London",
      take = {
        headline = { css "h1.headline", meta "og:title", line { nth = 1, after = "datePublished" } },
        author = byline "(${name}, ${affiliation})",
        datePublished = { css { "time", attr = "datetime" }, line { at = "head", date = "%A, %B %d, %Y" } },
        articleSection = value "Opinion",
      },
      body = { within = "article .story", keep = { "p", "h2" } },
      drop = {
        advertisement = { css ".ad-slot", line { "- Advertisement -", reason = "a place for an ad" } },
        related = { line { "TRENDING NOW", at = "tail", through = "end", max_share = 0.05, ignore_case = true } },
      },
      versions = {
        { until_date = "2020-12-31", take = { headline = css "h2.title" }, drop = { related = {} } },
        { until_date = "2024-06-30", body = { within = css "#content" } },
      },
      expect = { required = { "headline" }, forbids = { "Advertisement" }, max_removed = 0.25, min_words = 50 },
    }
    """

  private func rule() throws -> Rule {
    try #require(try readBook(["example.test": text]).rule(for: "example.test"))
  }

  @Test func compilesClausesInOrder() throws {
    let rule = try rule()
    #expect(rule.plan.name == "example.test")
    #expect(rule.plan.publisher == Publisher(name: "Example Times", domain: "example.test"))
    #expect(rule.plan.from == "rules/example.test/rule.lua:1")
    #expect(rule.plan.take.map(\.field) == [.headline, .author, .datePublished, .articleSection])
    #expect(rule.plan.take[0].alternatives.map(\.from) == Array(repeating: "rules/example.test/rule.lua:5", count: 3))
    #expect(rule.plan.drop.map(\.role) == [.advertisement, .related])
    #expect(rule.plan.within.count == 1)
    #expect(rule.plan.keep.count == 2)
    #expect(rule.timezone == "Europe/London")
    #expect(!rule.hasEdit)
    #expect(rule.clauses.prefix(4).map(\.path) == ["take.headline[1]", "take.headline[2]", "take.headline[3]", "take.author"])
    #expect(rule.clauses.map(\.id) == Array(rule.clauses.indices))
  }

  @Test func compilesLines() throws {
    let plan = try rule().plan
    guard case .line(let headline) = plan.take[0].alternatives[2].matcher,
      case .line(let date) = plan.take[2].alternatives[1].matcher,
      case .line(let related) = plan.drop[1].clauses[0].matcher
    else {
      Issue.record("no line matchers")
      return
    }
    #expect(headline.nth == 1)
    if case .field(.datePublished)? = headline.after {} else { Issue.record("after is \(String(describing: headline.after))") }
    #expect(date.place == .head)
    #expect(date.date?.source == "%A, %B %d, %Y")
    #expect(related.place == .tail)
    #expect(related.template?.ignoresCase == true)
    if case .end? = related.through {} else { Issue.record("through is \(String(describing: related.through))") }
    #expect(plan.drop[1].clauses[0].maxShare == 0.05)
    #expect(plan.drop[0].clauses[1].reason == "a place for an ad")
  }

  @Test func compilesExpectations() throws {
    let expect = try rule().plan.expect
    #expect(expect.required == [.headline])
    #expect(expect.forbids == ["Advertisement"])
    #expect(expect.maxRemoved == 0.25)
    #expect(expect.minWords == 50)
  }

  @Test func versionsInheritWhatTheyLeaveUnsaid() throws {
    let rule = try rule()
    let oldest = rule.versions[0].plan
    #expect(oldest.take.first { $0.field == .headline }?.alternatives.map(\.from) == ["rules/example.test/rule.lua:16"])
    #expect(oldest.take.count == 4)
    #expect(oldest.drop.first { $0.role == .related }?.clauses.isEmpty != false)
    #expect(oldest.within.map(\.from) == ["rules/example.test/rule.lua:10"])
    #expect(rule.versions[1].plan.within.map(\.from) == ["rules/example.test/rule.lua:17"])
    #expect(rule.versions[1].plan.keep.count == 2)
    // What is inherited is the same clause, what is not has an id of its own.
    #expect(rule.versions[1].plan.take[0].alternatives.map(\.id) == rule.plan.take[0].alternatives.map(\.id))
    #expect(rule.versions[1].plan.within.map(\.id) != rule.plan.within.map(\.id))
  }

  @Test(arguments: [
    (PartialDate(year: 2019, month: 3, day: 1), "16"),
    (PartialDate(year: 2020, month: 12, day: 31), "16"),
    (PartialDate(year: 2020, month: 12, day: 31, hour: 23, minute: 59), "16"),
    (PartialDate(year: 2020, month: 12), "16"),
    (PartialDate(year: 2020), "16"),
  ])
  func oldArticlesMeetTheOldestVersion(_ date: PartialDate, _ line: String) throws {
    let plan = try rule().plan(for: date)
    #expect(plan.take.first { $0.field == .headline }?.alternatives.first?.from == "rules/example.test/rule.lua:" + line)
  }

  @Test func laterArticlesMeetLaterVersions() throws {
    let rule = try rule()
    #expect(rule.plan(for: PartialDate(year: 2021, month: 1, day: 1)).within.first?.from == "rules/example.test/rule.lua:17")
    #expect(rule.plan(for: PartialDate(year: 2024, month: 6)).within.first?.from == "rules/example.test/rule.lua:17")
    #expect(rule.plan(for: PartialDate(year: 2024, month: 7, day: 1)).within.first?.from == "rules/example.test/rule.lua:10")
    #expect(rule.plan(for: nil).within.first?.from == "rules/example.test/rule.lua:10")
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "2023-12-31"])
  func acceptsDays(_ text: String) { #expect(CalendarDay(text)?.description == text) }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "2023-1-1", "20230101", "", "2023-01-0x",
  ])
  func refusesOtherDays(_ text: String) { #expect(CalendarDay(text) == nil) }
}
