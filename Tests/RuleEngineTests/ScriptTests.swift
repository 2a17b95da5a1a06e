import Copydesk
import Testing

@testable import RuleEngine

@Suite struct ScriptTests {
  private var document: Document {
    var article = Article()
    article.headline = "A Headline"
    article.author = [Author(name: "Ada Moss")]
    article.body = [BodyElement(.paragraph, "One two three four five.")]
    var record = ArticleRecord(article: article, findings: [Finding(code: "doubt", message: "m")])
    record.quality = Quality(value: 0.75, signals: [.init(name: "gaps", value: 0.5, effect: -1)])
    return Document(
      id: "doc", origin: Origin(url: "https://example.test/a", source: "files"), content: [65],
      metadata: ["section": "news", "rank": 3, "nested": ["a": [1, 2]]], record: record)
  }

  @Test(arguments: [
    ("article.wordCount >= 5", true), ("article.wordCount > 5", false), ("document.id == 'doc'", true),
    ("document.url:find('example', 1, true) ~= nil", true), ("metadata.section == 'news' and metadata.rank > 2", true),
    ("metadata.missing", false), ("metadata.nested.a[2] == 2", true), ("article.dateline == nil", true),
    ("article.author[1].name == 'Ada Moss'", true), ("#document.findings == 1 and document.findings[1].code == 'doubt'", true),
    ("nil", false), ("document.article.headline == article.headline", true), ("document.size == 1", true),
    ("quality.value < 0.8", true), ("quality.value < 0.7", false), ("document.quality.signals.gaps == 0.5", true),
  ])
  func expressionsAnswer(_ source: String, _ answer: Bool) throws {
    let expression = try LuaExpression(source, name: "chain.yaml:3")
    #expect(try expression.evaluate(document) == answer)
    #expect(try expression.evaluate(document) == answer)
  }

  @Test(arguments: [
    ("article.wordcount >= 5", "rule-host", "article has no member 'wordcount': did you mean 'wordCount'?"),
    ("article.headline", "expression-result", "the expression came to a string; expected true or false"),
    ("(function() while true do end end)()", "rule-budget", nil), ("article.headline + 1 == 2", "rule-runtime", nil),
  ])
  func expressionsFail(_ source: String, _ code: String, _ message: String?) throws {
    let expression = try LuaExpression(source, name: "chain.yaml:3")
    let error = #expect(throws: RuleError.self) { try expression.evaluate(document) }
    #expect(error?.code == code)
    #expect(error?.rule == "chain.yaml:3")
    #expect(error?.document == "doc")
    if let message { #expect(error?.message == message) }
    // The machine is as good as new.
    #expect(throws: RuleError.self) { try expression.evaluate(document) }
  }

  @Test(arguments: ["article.wordCount >=", "return 1", "x = 1", ""])
  func whatIsNoExpressionIsRefused(_ source: String) {
    let error = #expect(throws: ScriptSyntaxError.self) { try LuaExpression(source, name: "chain.yaml:3") }
    #expect(error?.place == "chain.yaml:3")
  }

  @Test func namesThatNoDocumentHasAreFoundBeforehand() throws {
    let error = #expect(throws: ScriptSyntaxError.self) {
      try LuaExpression("article.wordCuont >= 50", name: "chain.yaml:3").checkNames()
    }
    #expect(error?.message == "article has no member 'wordCuont': did you mean 'wordCount'?")
    let other = #expect(throws: ScriptSyntaxError.self) {
      try LuaExpression("quality.valeu < 0.8", name: "chain.yaml:3").checkNames()
    }
    #expect(other?.message == "quality has no member 'valeu': did you mean 'value'?")
    // What an empty article has no value for is no mistake.
    for source in [
      "quality.value < 0.8", "article.headline:find('a') ~= nil", "metadata.rank > 2", "article.author[1].name == 'Ada'", "1",
    ] {
      try LuaExpression(source, name: "chain.yaml:3").checkNames()
    }
  }

  @Test func expressionsBeforeExtractSeeNoArticle() throws {
    let raw = Document(id: "raw", content: [65])
    #expect(try LuaExpression("article == nil and document.article == nil and quality == nil", name: "e").evaluate(raw))
  }

  private let script = """
    return transform {
      name = "sorter", summary = "Sorts articles.",
      options = {
        limit = { type = "integer", default = 3, about = "Words." },
        label = { type = "string", required = true, about = "A label." },
      },
      process = function(document, options)
        if document.article.wordCount < options.limit then
          document:drop("too short")
        else
          document:set("articleSection", options.label, "as told")
          document:set("author", { "Ben Reed", { name = "Cy Twain", affiliation = "AP" } }, "by hand")
          document:set_metadata("words", { count = document.article.wordCount })
          document:finding("sorted", "into " .. options.label)
        end
      end,
    }
    """

  private func transform(_ options: JSONValue, script: String? = nil) throws -> LuaTransform {
    try LuaTransform(
      source: Array((script ?? self.script).utf8), path: "sorter.lua", options: options.objectValue ?? JSONObject())
  }

  @Test func transformsAskForChanges() throws {
    let transform = try transform(["label": "Long"])
    #expect(transform.spec.name == "sorter")
    #expect(transform.spec.options.map(\.name) == ["label", "limit"])
    #expect(transform.spec.options.map(\.isRequired) == [true, false])
    guard case .kept(let changed) = try transform.process(document) else {
      Issue.record("dropped")
      return
    }
    #expect(changed.record?.article.articleSection == "Long")
    #expect(changed.record?.article.author == [Author(name: "Ben Reed"), Author(name: "Cy Twain", affiliation: "AP")])
    #expect(changed.metadata["words"] == ["count": 5])
    #expect(changed.record?.findings.map(\.code) == ["doubt", "sorted"])
    #expect(changed.record?.evidence[.articleSection]?.from == "sorter.lua:11")
    #expect(changed.record?.evidence[.articleSection]?.notes == ["as told"])
    #expect(changed.record?.article.headline == "A Headline")
  }

  @Test func transformsDrop() throws {
    guard case .dropped(let reason) = try transform(["label": "x", "limit": 100]).process(document) else {
      Issue.record("kept")
      return
    }
    #expect(reason == "too short")
  }

  @Test func optionsAreChecked() {
    #expect(throws: ScriptSyntaxError.self) { try transform([:]) }
    #expect(throws: ScriptSyntaxError.self) { try transform(["label": "x", "limt": 3]) }
    #expect(throws: ScriptSyntaxError.self) { try transform(["label": "x", "limit": "three"]) }
  }

  @Test func aFailingTransformChangesNothing() throws {
    let failing = script.replacing("document:finding(", with: "document:fnding(")
    let transform = try transform(["label": "Long"], script: failing)
    let error = #expect(throws: RuleError.self) { try transform.process(document) }
    #expect(error?.rule == "sorter.lua:14")
    #expect(error?.message == "document has no member 'fnding': did you mean 'finding'?")
    let wrong = try self.transform(["label": "x"], script: script.replacing("\"as told\"", with: "5"))
    #expect(throws: RuleError.self) { try wrong.process(document) }
    let badValue = try self.transform(
      ["label": "x"], script: script.replacing("options.label, \"as told\"", with: "{ 5 }, \"as told\""))
    let refused = #expect(throws: RuleError.self) { try badValue.process(document) }
    #expect(refused?.code == "rule-edit")
    #expect(refused?.rule == "sorter.lua:11")
  }

  @Test(arguments: [
    ("return transform { nme = \"x\", summary = \"s\", process = function() end }", "unknown key 'nme'"),
    ("return transform { name = \"x\", summary = \"s\" }", "'process' is missing"),
    ("return 5", "the file returns the number 5, not a transform"),
    (
      "return transform { name = \"x\", summary = \"s\", process = function() end, options = { a = { type = \"int\" } } }",
      "unknown place 'int' in 'options.a.type'"
    ),
    ("return transform {", "<eof>"),
  ])
  func badFilesAreRefused(_ source: String, _ message: String) {
    let error = #expect(throws: RuleErrors.self) { try LuaTransform.spec(source: Array(source.utf8), path: "p.lua") }
    #expect(error?.diagnostics.contains { $0.problem.message.contains(message) } == true)
  }
}
