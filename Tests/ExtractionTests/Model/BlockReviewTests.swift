import Copydesk
import Pages
import Testing

@testable import Extraction

/// What the model may overrule, and how it says so; with models made for the case.
struct BlockReviewTests {
  private static let page = """
    <html><body><article>
    <p>The ferry across the sound sailed again on Tuesday, after three weeks in the yard of Port Valen.</p>
    <p>Its owners said that the engine had been replaced. They expect no further repairs before the spring.</p>
    <p><a href="/2">See our older story on the ferry</a></p>
    <p>Passengers greeted the first sailing with applause, as the harbour master told the local paper.</p>
    <p>The next sailing is planned for Friday, when the mail boat will be back in the yard for its own overhaul.</p>
    <p>Until then a bus will take passengers round the sound, which is twice as long a way as the one by water.</p>
    </article></body></html>
    """

  private func draft(_ model: BlockModel, prepare: @escaping (inout Draft) -> Void = { _ in }) throws -> Draft {
    let page = try Page.parse(html: Self.page)
    var draft = Draft(page: page, origin: Origin())
    GenericReading(page).read(into: &draft) { reviewed, draft in
      prepare(&draft)
      BlockReview(reviewed, model: model).review(&draft)
    }
    return draft
  }

  @Test func keepsWhatAHeuristicRemoved() throws {
    let model = BlockModel(bias: 0, removesBelow: 0, keepsAbove: 0.9, [(.onlyLink, 5, 0)])
    let decision = try draft(model).decisions[2]
    #expect(decision.fate == .kept && decision.role == .body)
    #expect(decision.by == "generic:block-model")
    #expect(decision.reason == "likely part of the text (0.99): the whole of it is a link")
  }

  @Test func removesWhatAHeuristicKept() throws {
    let model = BlockModel(bias: 0, removesBelow: 0.1, keepsAbove: 1, [(.severalSentences, -5, 0)])
    let decisions = try draft(model).decisions
    #expect(decisions.map(\.isInBody) == [true, false, false, true, true, true])
    #expect(decisions[1].reason == "likely no part of the text (0.99): several sentences")
    #expect(decisions[1].role == .boilerplate)
  }

  @Test func leavesAloneWhatItIsNotSureOf() throws {
    let model = BlockModel(bias: 0, removesBelow: 0.4, keepsAbove: 0.6, [])
    #expect(try draft(model).decisions.allSatisfy { $0.by != "generic:block-model" })
  }

  @Test func doesNotOverruleARule() throws {
    let model = BlockModel(bias: 0, removesBelow: 0.1, keepsAbove: 0.9, [(.severalSentences, -5, 0), (.onlyLink, 5, 0)])
    let draft = try draft(model) { draft in
      draft.decide(1, Decision(.kept, role: .quote, by: "rules/x/rule.lua:3", reason: "", authority: .rule))
      draft.decide(2, Decision(.removed, role: .related, by: "rules/x/rule.lua:4", reason: "", authority: .rule))
    }
    #expect(draft.decisions[1].by == "rules/x/rule.lua:3")
    #expect(draft.decisions[2].by == "rules/x/rule.lua:4")
  }

  @Test func leavesCutsAndFieldsAlone() throws {
    let model = BlockModel(bias: 0, removesBelow: 0.1, keepsAbove: 0.9, [(.severalSentences, -5, 0)])
    let draft = try draft(model) { draft in
      draft.cut(1, Decision.Cut(range: 0..<3, role: .byline, to: .author, by: "generic:byline-prefix", reason: ""))
    }
    #expect(draft.decisions[1].fate == .edited)
  }

  @Test func doesNotEmptyAnArticle() throws {
    let model = BlockModel(bias: -5, removesBelow: 0.5, keepsAbove: 1, [])
    #expect(try draft(model).decisions.map(\.isInBody) == [true, true, false, true, true, true])
  }

  /// Of four items two are short; each alone would go.
  @Test(arguments: [(-3, [true, true, true, true]), (-9, [false, false, false, false])] as [(Float, [Bool])])
  func judgesAListAsAWhole(weight: Float, expected: [Bool]) throws {
    let items = """
      <ul><li>Sails at noon</li><li>The harbour master told the paper that nobody had been waiting on the quay for the boat</li>
      <li>Calls at Port Valen</li><li>The mail boat will be back in the yard for an overhaul that is to take until the autumn</li></ul>
      """
    let page = try Page.parse(
      html: Self.page.replacing("<p><a href=\"/2\">See our older story on the ferry</a></p>", with: items))
    var draft = Draft(page: page, origin: Origin())
    let model = BlockModel(bias: 2, removesBelow: 0.4, keepsAbove: 1, [(.upTo5Words, weight, 0), (.listItem, weight / 3, 0)])
    GenericReading(page).read(into: &draft) { reviewed, draft in BlockReview(reviewed, model: model).review(&draft) }
    #expect(page.blocks.indices.filter { page.blocks[$0].kind == .listItem }.map { draft.decisions[$0].isInBody } == expected)
  }

  /// A box in a brief of three paragraphs goes where a newsroom made the page, and stays where nothing says so.
  @Test(arguments: [(true, [true, false, true, true]), (false, [true, true, true, true])])
  func reviewsTheBriefsOfNewsrooms(isNewsroom: Bool, expected: [Bool]) throws {
    let head = isNewsroom ? "<head><meta name=news_keywords content=ferries></head>" : ""
    let page = try Page.parse(
      html: """
        <html>\(head)<body><article>
        <p>The ferry across the sound sailed again on Tuesday, after three weeks in the yard of Port Valen.</p>
        <p>All about ferries</p>
        <p>Passengers greeted the first sailing with applause, as the harbour master told the local paper.</p>
        <p>The next sailing is planned for Friday, when the mail boat will be back in the yard for its own overhaul.</p>
        </article></body></html>
        """)
    var draft = Draft(page: page, origin: Origin())
    let model = BlockModel(bias: 2, removesBelow: 0.4, keepsAbove: 1, [(.upTo5Words, -5, 0)])
    GenericReading(page).read(into: &draft) { reviewed, draft in BlockReview(reviewed, model: model).review(&draft) }
    #expect(draft.decisions.map(\.isInBody) == expected)
  }

  /// What is sure enough on the one kind of page is not on the other.
  @Test(arguments: [(true, false), (false, true)])
  func newsroomsHaveThresholdsOfTheirOwn(isNewsroom: Bool, isInBody: Bool) throws {
    let head = isNewsroom ? "<head><meta name=news_keywords content=ferries></head><body>" : "<body>"
    let page = try Page.parse(html: Self.page.replacing("<body>", with: head))
    var draft = Draft(page: page, origin: Origin())
    let model = BlockModel(
      bias: 2, removesBelow: 0.1, keepsAbove: 1, newsroom: .init(removesBelow: 0.4, keepsAbove: 1), [(.severalSentences, -3, 0)])
    GenericReading(page).read(into: &draft) { reviewed, draft in BlockReview(reviewed, model: model).review(&draft) }
    #expect(draft.decisions[1].isInBody == isInBody)
  }

  @Test func leavesANewsFlashAlone() throws {
    let page = try Page.parse(text: "Quay Reopens After Storm\n\nBy Jonas Feld\n\nThe quay at Port Valen reopened on Tuesday.")
    let record = try Extractor().extract(page, origin: Origin()).record
    #expect(record.article.articleBody == "The quay at Port Valen reopened on Tuesday.")
  }
}
