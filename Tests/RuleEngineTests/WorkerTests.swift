import Copydesk
import Extraction
import Pages
import Testing

@testable import RuleEngine

@Suite struct WorkerTests {
  private let dump = """
    Tuesday, March 4, 2025

    Harbour Reopens After Storm, Ferries Back on Schedule

    (Ada Moss, Coastline.test) The harbour reopened on Monday after a storm had kept it shut for three days, the port authority said in a statement.

    Ferries went back to their usual timetable in the afternoon, and the first of them left with every seat taken by people who had waited.

    Repairs to the outer wall will take until the summer, the authority said, and will cost more than had been planned for the whole year.

    This article originally appeared at Coastline.test.

    Copyright 2025. No part of this site may be reproduced. Contact us at https://example.test/terms.
    - Advertisement -

    MORE STORIES
    """

  private func document(_ text: String, id: String = "doc-1", url: String? = nil) -> Document {
    Document(id: id, origin: Origin(url: url), mediaType: "text/plain", content: Array(text.utf8))
  }

  private func exampleRule(_ keys: String = "") -> String {
    """
    return publisher {
      api = 1, name = "Example", hosts = { "example.test" }, recognize = text { "example.test/terms", at = "tail" },
      take = { headline = line { nth = 1, after = "datePublished" }, datePublished = line { at = "head", date = "%A, %B %d, %Y" } },
      drop = { related = { line { "MORE STORIES", at = "tail", through = "end", reason = "the list of other stories" } } },
      \(keys)
    }
    """
  }

  @Test func aRuleIsFoundByTextAndCarriedOut() throws {
    let worker = RuleWorker(book: try readBook(["example.test": exampleRule()]))
    let result = try worker.process(document(dump))
    let record = try #require(result.document.record)
    #expect(result.rule == "example.test")
    #expect(result.routedBy == "text: 'example.test/terms' at line 13")
    #expect(record.article.headline == "Harbour Reopens After Storm, Ferries Back on Schedule")
    #expect(record.article.datePublished?.description == "2025-03-04")
    #expect(record.article.publisher == Publisher(name: "Example", domain: "example.test"))
    #expect(record.evidence[.headline]?.from == "rules/example.test/rule.lua:3")
    let more = try #require(record.blocks.first { $0.text == "MORE STORIES" })
    #expect(more.fate == .removed)
    #expect(more.by == "rules/example.test/rule.lua:4")
    #expect(more.reason.contains("the list of other stories"))
    #expect(!result.fired.isEmpty)
    #expect(record.article.body.count == 3)
  }

  @Test func withoutARuleTheGenericExtractorWorks() throws {
    let result = try RuleWorker(book: .empty).process(document(dump))
    #expect(result.rule == nil)
    #expect(result.fired.isEmpty)
    #expect(result.document.record?.article.headline == "Harbour Reopens After Storm, Ferries Back on Schedule")
  }

  @Test func editsAreCarriedOutWithTheirLine() throws {
    let book = try readBook([
      "example.test": exampleRule(
        """
        edit = function(article, page)
          local edits = {}
          for _, block in ipairs(page.blocks) do
            if block.text:find("Repairs", 1, true) then
              edits[#edits + 1] = remove(block, "boilerplate", "not news")
            elseif block.text:find("Ferries went", 1, true) then
              edits[#edits + 1] = cut(block, " in the afternoon", "boilerplate", "too exact")
            end
          end
          edits[#edits + 1] = set("articleSection", article.headline:match("^%a+"), "the first word")
          edits[#edits + 1] = finding("seen", ("%d blocks, %s"):format(#page.blocks, page.kind))
          return edits
        end,
        """)
    ])
    let record = try #require(try RuleWorker(book: book).process(document(dump)).document.record)
    let removed = try #require(record.blocks.first { $0.text.hasPrefix("Repairs") })
    #expect(removed.fate == .removed)
    #expect(removed.by == "rules/example.test/rule.lua:9")
    #expect(removed.reason == "not news")
    let cut = try #require(record.blocks.first { $0.text.hasPrefix("Ferries went") })
    #expect(cut.fate == .edited)
    #expect(cut.edits.map(\.text) == [" in the afternoon"])
    #expect(cut.edits.map(\.by) == ["rules/example.test/rule.lua:11"])
    #expect(record.article.articleSection == "Harbour")
    #expect(record.evidence[.articleSection]?.from == "rules/example.test/rule.lua:14")
    #expect(record.findings.contains { $0.code == "seen" && $0.message == "9 blocks, text" })
    #expect(record.article.body.count == 2)
  }

  @Test func htmlPagesAreReadThroughHandles() throws {
    let html = """
      <html><head><title>T</title><meta name="desk" content="Culture"><link rel="canonical" href="https://example.test/a">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"A Headline That Is Long Enough","isPartOf":{"name":"Weekend"}}</script></head>
      <body><article><h1>A Headline That Is Long Enough</h1><p class="lead" id="x">The first paragraph of the story has a good number of words in it, as stories do.</p>
      <p>The second paragraph of the story has a good number of words in it too, and ends here.</p></article></body></html>
      """
    let book = try readBook([
      "example.test": """
      return publisher {
        api = 1, name = "Example", hosts = { "example.test" }, take = { headline = css "h1" },
        edit = function(article, page)
          local lead = page:select("p.lead")[1]
          return {
            set("articleSection", page:meta("desk"), "desk"),
            set("keywords", { page:jsonld("isPartOf.name"), lead.name, lead:attr("id"), lead.path }, "facts"),
            set("description", page:xpath("string(//p[2])"), "second"),
            move(lead.blocks[1], "alternativeHeadline", "the lead"),
            finding("parent", lead.parent.name .. " " .. #page:select("p") .. " " .. tostring(page:meta("none"))),
          }
        end,
      }
      """
    ])
    let page = Document(id: "h", origin: Origin(), mediaType: "text/html", content: Array(html.utf8))
    let result = try RuleWorker(book: book).process(page)
    let record = try #require(result.document.record)
    #expect(result.routedBy == "canonical host")
    #expect(record.article.articleSection == "Culture")
    #expect(record.article.keywords.prefix(3) == ["Weekend", "p", "x"])
    #expect(record.article.description?.hasPrefix("The second paragraph") == true)
    #expect(record.article.alternativeHeadline?.hasPrefix("The first paragraph") == true)
    #expect(record.findings.contains { $0.message == "article 2 nil" })
  }

  @Test(arguments: [
    ("error(\"no such luck\")", "rule-runtime", "rules/example.test/rule.lua:5", "no such luck"),
    ("error({})", "rule-runtime", nil, ""),
    ("while true do end", "rule-budget", "rules/example.test/rule.lua:5", ""),
    ("local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(100) .. i end", "rule-memory", nil, ""),
    ("return 5", "rule-edit", "rules/example.test/rule.lua:5", "'edit' has to return a list of edits, found the number 5"),
    (
      "return { 5 }", "rule-edit", "rules/example.test/rule.lua:5",
      "'edit' has to return a list of edits, found the number 5 in the list"
    ),
    (
      "return { a = 5 }", "rule-edit", "rules/example.test/rule.lua:5",
      "'edit' has to return a list of edits, found a table with keys"
    ),
    (
      "return remove(999, 'related', 'x')", "rule-edit", "rules/example.test/rule.lua:5",
      "no block 999: the page has 9, counted from 1"
    ),
    (
      "return remove(1, 'relatd', 'x')", "rule-host", "rules/example.test/rule.lua:5",
      "'remove': unknown role 'relatd'; did you mean 'related'?"
    ),
    (
      "return remove('1', 'related', 'x')", "rule-host", "rules/example.test/rule.lua:5",
      "'remove': expected a block or its number as block, found a string"
    ),
    ("return keep(1)", "rule-host", "rules/example.test/rule.lua:5", "'keep': expected a text as reason, found nil"),
    (
      "return set('headlin', 'x', 'y')", "rule-host", "rules/example.test/rule.lua:5",
      "'set': unknown property 'headlin'; did you mean 'headline'?"
    ),
    ("return set('headline', 5, 'y')", "rule-edit", "rules/example.test/rule.lua:5", "cannot set 'headline': expected a string"),
    ("return set('headline', page, 'y')", "rule-host", nil, ""),
    (
      "return cut(3, 'not there', 'related', 'y')", "rule-edit", "rules/example.test/rule.lua:5",
      "'cut': block 3 does not contain the 9 characters to cut"
    ),
    (
      "return article.headlines", "rule-host", "rules/example.test/rule.lua:5",
      "article has no member 'headlines': did you mean 'headline'?"
    ),
    ("article.headline = 'x'", "rule-runtime", nil, ""),
    ("return page:select('div[')", "rule-host", "rules/example.test/rule.lua:5", ""),
    ("return ('a'):rep(3000):find(('a-'):rep(12) .. 'b')", "rule-pattern", nil, ""),
  ])
  func aFailingRuleIsNamedAndTheNextDocumentIsFine(_ body: String, _ code: String, _ place: String?, _ message: String?) throws {
    // One worker for a bad rule and a good one.
    let good = exampleRule("edit = function(article) return finding(\"fine\", article.headline) end,")
      .replacing("example.test", with: "good.test")
    let book = try readBook([
      "example.test": exampleRule("edit = function(article, page) \(body) end,").replacing(
        "after = \"datePublished\"", with: "after = \"datePublished\""),
      "good.test": good,
    ])
    let worker = RuleWorker(book: book)
    do {
      _ = try worker.process(document(dump, id: "bad-document"))
      // A harmless pattern may just end.
      #expect(message == nil)
    } catch let error as RuleError {
      #expect(error.code == code)
      #expect(error.document == "bad-document")
      #expect(error.rule?.hasPrefix("rules/example.test/rule.lua") == true)
      if let place { #expect(error.rule == place) }
      if let message, !message.isEmpty { #expect(error.message == message) }
      #expect(error.description.contains("bad-document"))
    }
    let next = try worker.process(document(dump.replacing("example.test", with: "good.test"), id: "next"))
    #expect(next.document.record?.findings.contains { $0.code == "fine" } == true)
  }

  @Test func nothingIsCarriedFromDocumentToDocument() throws {
    let book = try readBook([
      "example.test": """
      count = 0
      local seen = 0
      return publisher {
        api = 1, name = "Example", hosts = { "example.test" }, take = { articleSection = value "x" },
        edit = function(article, page)
          count = count + 1
          seen = seen + 1
          string.poison = true
          return finding("count", count .. " " .. seen .. " " .. tostring(kept))
        end,
      }
      """
    ])
    let worker = RuleWorker(book: book)
    for _ in 0..<2 {
      // Writing to a shared library is refused or forgotten; either way it does not last.
      let result = try? worker.process(document(dump, url: "https://example.test/a"))
      if let record = result?.document.record { #expect(record.findings.contains { $0.message == "1 1 nil" }) }
    }
  }

  @Test func oneWorkerServesMoreRulesThanItHolds() throws {
    var rules: [String: String] = [:]
    for number in 0..<300 {
      rules["p\(number).test"] = """
        return publisher {
          api = 1, name = "P", hosts = { "p\(number).test" }, take = { articleSection = value "x" },
          edit = function(article) return finding("number", "\(number)") end,
        }
        """
    }
    let worker = RuleWorker(book: try readBook(rules))
    for number in Array(0..<300) + [0, 299, 150] {
      let result = try worker.process(document(dump, url: "https://p\(number).test/"))
      #expect(result.document.record?.findings.contains(Finding(code: "number", message: "\(number)")) == true)
    }
  }

  @Test func oneRuleDoesNotSeeWhatAnotherDid() throws {
    let poison = """
      edit = function(article, page)
        pcall(function() string.find = nil end)
        pcall(function() getmetatable("").__index = {} end)
        pcall(function() _G.finding = nil end)
        pcall(function() rawset(_G, "remove", print) end)
        css, finding = nil, nil
        return nil
      end,
      """
    let book = try readBook([
      "example.test": exampleRule(poison),
      "good.test": exampleRule("edit = function(a) return finding(\"fine\", (a.headline:gsub(\"^(%a+).*\", \"%1\"))) end,")
        .replacing("example.test", with: "good.test"),
    ])
    let worker = RuleWorker(book: book)
    for _ in 0..<2 {
      _ = try? worker.process(document(dump))
      let next = try worker.process(document(dump.replacing("example.test", with: "good.test")))
      #expect(next.document.record?.findings.contains(Finding(code: "fine", message: "Harbour")) == true)
    }
  }

  @Test(arguments: [("2018-05-01", "old"), ("2020-12-31", "old"), ("2021-01-01", "new")])
  func theVersionIsForTheDocumentsOwnDate(_ date: String, _ section: String) throws {
    let book = try readBook([
      "example.test": """
      return publisher {
        api = 1, name = "Example", hosts = { "example.test" }, take = { articleSection = value "new" },
        versions = { { until_date = "2020-12-31", take = { articleSection = value "old" } } },
      }
      """
    ])
    let html = """
      <html><head><meta property="article:published_time" content="\(date)"></head><body><article><h1>A Headline of Some Words</h1>
      <p>The first paragraph of the story has a good number of words in it, as stories do, and a full stop.</p></article></body></html>
      """
    let page = Document(id: "v", origin: Origin(url: "https://example.test/a"), mediaType: "text/html", content: Array(html.utf8))
    #expect(try RuleWorker(book: book).process(page).document.record?.article.articleSection == section)
  }

  @Test func theRuleKnowsTheLanguage() throws {
    let book = try readBook(["example.test": exampleRule("language = \"en-GB\",")])
    let record = try #require(try RuleWorker(book: book).process(document(dump)).document.record)
    #expect(record.article.inLanguage == "en-GB")
    #expect(record.evidence[.inLanguage]?.from == "rules/example.test/rule.lua:1")
  }

  @Test func theNewsroomsClockIsNotedAndNotApplied() throws {
    let book = try readBook([
      "example.test": """
      return publisher {
        api = 1, name = "Example", hosts = { "example.test" }, timezone = "Europe/Oslo",
        take = { datePublished = meta { "date", date = "%Y-%m-%d %H:%M" } },
      }
      """
    ])
    let html = """
      <html><head><meta name="date" content="2025-03-04 10:30"></head><body><article><h1>A Headline of Some Words</h1>
      <p>The first paragraph of the story has a good number of words in it, as stories do, and a full stop.</p></article></body></html>
      """
    let page = Document(id: "t", origin: Origin(url: "https://example.test/a"), mediaType: "text/html", content: Array(html.utf8))
    let record = try #require(try RuleWorker(book: book).process(page).document.record)
    #expect(record.article.datePublished?.description == "2025-03-04T10:30")
    #expect(
      record.evidence[.datePublished]?.notes.contains("the newsroom's clock: Europe/Oslo (by the rule, not applied)") == true)
  }
}
