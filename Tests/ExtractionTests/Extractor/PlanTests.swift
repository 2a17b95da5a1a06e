import Copydesk
import Pages
import Testing

@testable import Extraction

@Suite struct PlanTests {
  private static func plan(_ change: (inout Plan) throws -> Void) rethrows -> Plan {
    var plan = Plan(
      name: "ledger.example", publisher: Publisher(name: "Morning Ledger", domain: "morningledger.example"), from: "rule.lua:1")
    try change(&plan)
    return plan
  }

  private static func clause(_ id: Int, _ matcher: Matcher, maxShare: Double? = nil) -> Clause {
    Clause(id: id, from: "rule.lua:\(id + 10)", matcher: matcher, maxShare: maxShare)
  }

  private static func line(_ template: String, _ change: (inout LineMatcher) -> Void = { _ in }) throws -> Matcher {
    var line = LineMatcher(template: try TextTemplate(template))
    change(&line)
    return .line(line)
  }

  private func outcome(_ text: String, _ plan: Plan) throws -> ExtractionOutcome {
    try Extractor().extract(try Page.parse(text: text), origin: Origin(), plan: plan)
  }

  @Test func theRuleNamesThePublisherAndRoutingIsEvidence() throws {
    let routing = RoutingEvidence(domain: "morningledger.example", how: "text", raw: "morningledger.example", line: "line:21")
    let record = try Extractor().extract(
      try Page.parse(text: SeedLike().text), origin: Origin(), plan: Self.plan { _ in }, routing: routing
    ).record
    #expect(record.article.publisher == Publisher(name: "Morning Ledger", domain: "morningledger.example"))
    #expect(record.evidence[.publisher]?.others.contains { $0.agrees && $0.from == "line:21" } == true)
  }

  @Test func firstAlternativeWinsAndAllAreEvidence() throws {
    let plan = try Self.plan { plan in
      plan.take = [
        Plan.Take(
          field: .headline,
          alternatives: [
            Self.clause(0, try Self.line("No such line ${x}")), Self.clause(1, .value("Set by hand")),
            Self.clause(2, try Self.line("Harbor Town To ${rest}")),
          ])
      ]
    }
    let outcome = try outcome(SeedLike().text, plan)
    #expect(outcome.record.article.headline == "Set by hand")
    #expect(outcome.fired == [1, 2])
    #expect(outcome.record.evidence[.headline]?.from == "rule.lua:11")
    #expect(outcome.record.evidence[.headline]?.others.first?.from == "rule.lua:12")
  }

  /// A publisher's own words for a correction: every line of them is one, and each leaves the body.
  @Test func aLineClauseTakesEveryCorrection() throws {
    let story = (1...4).map {
      "The ferry to island \($0) will not run this winter, the harbour board said on Monday after a long debate."
    }
    let notes = [
      "In yesterday's edition we counted two ferries; there are three.",
      "In yesterday's edition we counted nine members; there are eight.",
    ]
    let plan = try Self.plan { plan in
      plan.take = [
        Plan.Take(field: .correction, alternatives: [Self.clause(2, try Self.line("In yesterday's edition ${what}."))])
      ]
    }
    let record = try outcome((story + notes).joined(separator: "\n\n"), plan).record
    #expect(record.article.correction == notes)
    #expect(record.bodyTexts == story)
    #expect(record.evidence[.correction]?.from == "rule.lua:12")
  }

  @Test func metadatasValuesAreCleanedAsTheGenericReadingCleansThem() throws {
    let plan = Self.plan { plan in
      plan.take = [
        Plan.Take(field: .headline, alternatives: [Self.clause(0, .meta("og:title", format: nil))]),
        Plan.Take(field: .description, alternatives: [Self.clause(1, .jsonLD(["description"], format: nil))]),
        Plan.Take(field: .author, alternatives: [Self.clause(2, .jsonLD(["author", "name"], format: nil))]),
      ]
    }
    let page = try Page.parse(
      html: """
        <head><meta property=og:title content="The &amp;quot;Nine&amp;quot; of the quay"><script type="application/ld+json">
        {"@type":"NewsArticle","description":"Tides &amp;amp; <b>ferries</b>","author":[{"@type":"Person","name":"Ada Quay",
        "affiliation":{"name":"Morning Ledger"}},{"@type":"Organization","name":"Pier Mole"}]}</script></head>
        <body><p>Nine ferries stood still on Monday, and nobody at the quay knew why that was so.</p></body>
        """)
    let record = try Extractor().extract(page, origin: Origin(), plan: plan).record
    #expect(record.article.headline == "The \"Nine\" of the quay")
    #expect(record.evidence[.headline]?.raw == "The &quot;Nine&quot; of the quay")
    #expect(record.article.description == "Tides & ferries")
    #expect(record.article.author.map(\.type) == ["Person", "Organization"])
    #expect(record.article.author.first?.affiliation == "Morning Ledger")
  }

  @Test func headAndTailAndAfter() throws {
    let plan = try Self.plan { plan in
      plan.take = [
        Plan.Take(
          field: .datePublished,
          alternatives: [
            Self.clause(
              0,
              .line(
                try {
                  var line = LineMatcher()
                  line.date = try DateFormat("%A, %B %d, %Y")
                  line.place = .head
                  return line
                }()))
          ]),
        Plan.Take(
          field: .headline,
          alternatives: [
            Self.clause(
              1,
              .line(
                {
                  var line = LineMatcher()
                  line.nth = 1
                  line.after = .field(.datePublished)
                  return line
                }()))
          ]),
        Plan.Take(field: .author, alternatives: [Self.clause(2, .byline(try TextTemplate("(${name}, ${affiliation})")))]),
        Plan.Take(
          field: .isBasedOn,
          alternatives: [Self.clause(3, try Self.line("This article originally appeared at ${name}.") { $0.place = .tail })]),
      ]
      plan.drop = [
        Plan.Drop(role: .advertisement, clauses: [Self.clause(4, try Self.line("- Advertisement -"))]),
        Plan.Drop(
          role: .related,
          clauses: [
            Self.clause(
              5,
              try Self.line("TRENDING NOW") {
                $0.place = .tail
                $0.through = .end
              })
          ]),
      ]
    }
    let seed = SeedLike()
    let outcome = try outcome(seed.text, plan)
    let record = outcome.record
    #expect(outcome.fired == [0, 1, 2, 3, 4, 5])
    #expect(record.article.headline == seed.headline)
    #expect(record.evidence[.headline]?.from == "rule.lua:11")
    #expect(record.article.author == [Author(name: "Mara Quist", affiliation: "Tidewire.example", type: "Person")])
    #expect(record.evidence[.author]?.from == "rule.lua:12")
    #expect(record.blocks.first { !$0.edits.isEmpty }?.edits.map(\.by) == ["rule.lua:12"])
    #expect(record.article.isBasedOn?.domain == "tidewire.example")
    #expect(record.block("TRENDING NOW")?.by == "rule.lua:15")
    #expect(record.bodyTexts == seed.paragraphs)
  }

  @Test func tailSparesTheSameWordsInTheBody() throws {
    var seed = SeedLike()
    seed.midway = ["TRENDING NOW"]
    let plan = try Self.plan { plan in
      plan.drop = [
        Plan.Drop(role: .promotion, clauses: [Self.clause(0, try Self.line("TRENDING NOW") { $0.place = .tail })])
      ]
    }
    let blocks = try outcome(seed.text, plan).record.blocks.filter { $0.text == "TRENDING NOW" }
    #expect(blocks.map { $0.by == "rule.lua:10" } == [false, true, true])
  }

  @Test func aSpentBudgetRemovesNothing() throws {
    let plan = try Self.plan { plan in
      plan.drop = [
        Plan.Drop(
          role: .related,
          clauses: [Self.clause(0, try Self.line("According to *") { $0.through = .end }, maxShare: 0.1)])
      ]
    }
    let outcome = try outcome(SeedLike().text, plan)
    #expect(outcome.fired.isEmpty)
    #expect(outcome.record.codes.contains("budget"))
    #expect(outcome.record.bodyTexts == SeedLike().paragraphs)
  }

  @Test func brokenPromisesAreFindings() throws {
    let plan = Self.plan { plan in
      plan.expect.required = [.headline, .articleSection]
      plan.expect.forbids = ["mutual service"]
      plan.expect.minWords = 5000
      plan.expect.maxRemoved = 0
    }
    let codes = try outcome(SeedLike().text, plan).record.codes
    #expect(codes.isSuperset(of: ["required-missing", "forbidden-text", "min-words", "max-removed"]))
  }

  private static let html = """
    <html><head><meta property="og:title" content="Ferry back on Monday"></head><body><div class="teasers"><p>A teaser that is a whole
    sentence, with a comma, and long enough to be taken for prose by anyone.</p></div><div class="story"><h1>Ferry back on Monday</h1>
    <p class="who">Told by Ada Lind</p><p>The ferry to the outer islands runs again from Monday, <span class="promo">get our app</span>
    the harbor office said.</p><p>It had lain in the yard since January, when a storm tore off its ramp, and islanders had to row.</p>
    <ul><li>Fares stay the same.</li></ul><div class="ad">Buy a boat</div></div></body></html>
    """

  @Test func withinLeavesOutWhatIsKnownForSomethingElse() throws {
    let html = """
      <!doctype html><html lang="en"><head><title>Ferry back on Monday</title></head><body><div class="story">
      <h1>Ferry back on Monday</h1>
      <p>The ferry to the outer islands runs again from Monday, the harbor office said, with a new ramp and a smaller crew.</p>
      <p>Advertisement</p>
      <p>It had lain in the yard since January, when a storm tore off its ramp, and islanders had to row or wait for the mail boat.</p>
      </div></body></html>
      """
    let within = [Self.clause(1, .css(try CSSSelector(".story"), attribute: nil, format: nil))]
    let page = try Page.parse(html: html)
    let outcome = try Extractor().extract(page, origin: Origin(), plan: Self.plan { $0.within = within })
    #expect(outcome.fired == [1])
    #expect(outcome.record.bodyTexts.count == 2)
    #expect(outcome.record.block("Advertisement")?.role == .advertisement)
    // What the rule keeps stays whatever it looks like.
    let keep = [Self.clause(2, .css(try CSSSelector("p"), attribute: nil, format: nil))]
    let kept = try Extractor().extract(
      page, origin: Origin(),
      plan: Self.plan { plan in
        plan.within = within
        plan.keep = keep
      })
    #expect(kept.record.bodyTexts.count == 3)
  }

  @Test func bodyWithinAndKeep() throws {
    let plan = try Self.plan { plan in
      plan.within = [
        Self.clause(0, .css(try CSSSelector(".none"), attribute: nil, format: nil)),
        Self.clause(1, .css(try CSSSelector(".story"), attribute: nil, format: nil)),
      ]
      plan.keep = [Self.clause(2, .css(try CSSSelector("p"), attribute: nil, format: nil))]
      plan.take = [
        Plan.Take(field: .headline, alternatives: [Self.clause(3, .meta("og:title", format: nil))]),
        Plan.Take(field: .author, alternatives: [Self.clause(4, .css(try CSSSelector(".who"), attribute: nil, format: nil))]),
      ]
      plan.drop = [
        Plan.Drop(role: .promotion, clauses: [Self.clause(5, .css(try CSSSelector(".promo"), attribute: nil, format: nil))])
      ]
    }
    let outcome = try Extractor().extract(try Page.parse(html: Self.html), origin: Origin(), plan: plan)
    #expect(outcome.fired == [1, 2, 3, 4, 5])
    #expect(
      outcome.record.bodyTexts == [
        "The ferry to the outer islands runs again from Monday,  the harbor office said.",
        "It had lain in the yard since January, when a storm tore off its ramp, and islanders had to row.",
      ])
    #expect(outcome.record.block("Fares stay the same.")?.reason == "not among what the rule keeps")
    #expect(outcome.record.article.headline == "Ferry back on Monday")
    let edited = try #require(outcome.record.blocks.first { $0.fate == .edited })
    #expect(edited.edits.map(\.text) == ["get our app"])
    #expect(edited.edits.map(\.by) == ["rule.lua:15"])
  }

  @Test func xpathAndSilence() throws {
    let plan = try Self.plan { plan in
      plan.take = [
        Plan.Take(field: .headline, alternatives: [Self.clause(0, .xpath(try XPathExpression("//h1"), format: nil))])
      ]
    }
    let record = try Extractor().extract(try Page.parse(html: Self.html), origin: Origin(), plan: plan).record
    #expect(record.evidence[.headline]?.from == "rule.lua:10")
    // What the rule is silent about, the generic extractor fills in, and says so.
    #expect(record.blocks.filter { $0.fate == .kept }.allSatisfy { $0.by.hasPrefix("generic:") })
    #expect(record.bodyTexts.contains { $0.hasPrefix("It had lain in the yard") })
  }
}
