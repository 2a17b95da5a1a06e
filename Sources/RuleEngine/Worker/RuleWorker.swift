public import Copydesk
import Extraction
public import Pages

/// Makes articles of documents by the rules of a book: one per worker of a chain, never shared.
///
/// A machine is made only when a document meets a rule with an `edit` function. An error of a rule is thrown as ``RuleError`` and
/// leaves the worker as good as new.
///
/// ```swift
/// let worker = RuleWorker(book: book)
/// let result = try worker.process(document)
/// ```
public final class RuleWorker {
  private let book: RuleBook
  private let extractor = Extractor()
  private var made: RuleMachine?

  public init(book: RuleBook) {
    self.book = book
  }

  /// Extracts a document's article.
  /// - Throws: ``UnreadablePage`` when there is no page to be made of the bytes, ``RuleError`` when a rule's function fails.
  public func process(_ document: Document) throws -> ProcessedDocument {
    let contentType = document.origin.headers["content-type"] ?? document.mediaType
    let page: Page
    do {
      page = try Page.parse(document.content, contentType: contentType)
    } catch {
      throw UnreadablePage(error)
    }
    return try process(document, page: page)
  }

  /// As ``process(_:)``, for a page that has been made already.
  public func process(_ document: Document, page: Page) throws -> ProcessedDocument {
    let routing = book.route(page, url: document.origin.url)
    guard let rule = routing.rule else {
      var outcome = try extractor.extract(page, origin: document.origin)
      outcome.record.findings += routing.findings
      return ProcessedDocument(document, page: page, outcome: outcome, routing: routing)
    }
    let plan = try plan(of: rule, for: page, document)
    do {
      var edits: ((Draft) throws -> [Edit])?
      if rule.hasEdit {
        let machine = try machine()
        edits = { draft in try machine.edits(of: rule, page: page, draft: draft) }
      }
      var outcome = try extractor.extract(
        page, origin: document.origin, plan: plan, routing: routing.evidence, edits: edits)
      Self.noteLanguage(plan, &outcome.record)
      Self.noteTimezone(rule, &outcome.record)
      return ProcessedDocument(document, page: page, outcome: outcome, routing: routing)
    } catch let error as EditError {
      throw RuleError(RuleFailure(.edit(error.message), line: nil), rule: error.by, document: document.id)
    } catch let failure as RuleFailure {
      throw RuleError(failure, rule: rule.file + (failure.line.map { ":\($0)" } ?? ""), document: document.id)
    } catch let error as VMError {
      let place = (error.chunk ?? rule.file) + (error.line.map { ":\($0)" } ?? "")
      throw RuleError(RuleFailure(error), rule: place, document: document.id)
    }
  }

  /// The plan that is for the document's own date; where the page as such states none, the newest plan may find it.
  private func plan(of rule: Rule, for page: Page, _ document: Document) throws -> Plan {
    guard !rule.versions.isEmpty else { return rule.plan }
    if let date = extractor.publicationDate(of: page, origin: document.origin) { return rule.plan(for: date) }
    let outcome = try extractor.extract(page, origin: document.origin, plan: rule.plan)
    return rule.plan(for: outcome.record.article.datePublished)
  }

  private func machine() throws -> RuleMachine {
    if let made { return made }
    let machine = try RuleMachine(modules: book.modules)
    made = machine
    return machine
  }

  /// Where the page does not state its language, the rule knows it.
  private static func noteLanguage(_ plan: Plan, _ record: inout ArticleRecord) {
    guard let language = plan.language, record.article.inLanguage == nil else { return }
    record.article.inLanguage = language
    let others = record.evidence[.inLanguage]?.others ?? []
    record.evidence[.inLanguage] = Evidence(
      raw: language, from: plan.from, confidence: 0.9, notes: ["stated by the rule"], others: others)
  }

  /// A time without an offset stays without; a reader may still want to know where the newsroom's clock stands.
  private static func noteTimezone(_ rule: Rule, _ record: inout ArticleRecord) {
    guard let timezone = rule.timezone else { return }
    let dates: [(Field, PartialDate?)] = [
      (.datePublished, record.article.datePublished), (.dateModified, record.article.dateModified),
    ]
    for case (let field, let date?) in dates where date.hour != nil && date.offsetMinutes == nil {
      record.evidence[field]?.notes.append("the newsroom's clock: \(timezone) (by the rule, not applied)")
    }
  }
}

/// A document with its article, and how it came about.
public struct ProcessedDocument: Sendable {
  /// The document, with its record.
  public var document: Document
  /// The domain of the rule that was applied; `nil` where it was left to the generic extractor.
  public var rule: String?
  /// The ids of the rule's clauses that hit.
  public var fired: [Int]
  /// How the rule was found: `host`, `parent domain`, `text: …`.
  public var routedBy: String?

  init(_ document: Document, page: Page, outcome: consuming ExtractionOutcome, routing: Routing) {
    self.document = document
    rule = routing.rule?.domain
    fired = outcome.fired
    self.document.record = outcome.record
    routedBy = routing.evidence?.how
  }
}
