public import Copydesk
import Extraction
import Pages

/// Writes a first rule for a publisher, with samples to test it by, from one page of theirs.
///
/// What the rule takes is what the generic extractor found on the page, stated as clauses; each was tried on the page, and only those
/// that hit and leave everything as it is without a rule are written. The samples state what comes out now: the author goes through them and puts right what is wrong.
///
/// ```swift
/// for file in try RuleScaffold(domain: "example.org", sample: document).files() { … }
/// ```
public struct RuleScaffold {
  /// The publisher's domain; also the name of the rule's folder.
  public let domain: String
  /// A page or text dump of the publisher's; without one, the rule is a bare beginning.
  public let sample: Document?

  /// A file to write, by its path relative to the rules directory.
  public struct File: Sendable, Hashable {
    public var path: String
    public var content: [UInt8]
  }

  /// What is written, and what was found and not written.
  public struct Contents: Sendable, Hashable {
    public var files: [File]
    public var leftOut: [LeftOut] = []
  }

  /// A clause that hits, and with which the page would come out otherwise than without any rule.
  public struct LeftOut: Sendable, Hashable, CustomStringConvertible {
    /// `headline = meta "og:title"`.
    public var clause: String
    public var why: String

    public var description: String { "\(clause): \(why)" }
  }

  /// - Throws: ``RuleErrors`` when the domain is no host.
  public init(domain: String, sample: Document? = nil) throws {
    do {
      self.domain = try HostName(rule: domain).text
    } catch {
      throw RuleErrors([RuleDiagnostic(.badHost(domain, why: error.why), file: domain)])
    }
    self.sample = sample
  }

  /// The rule and its samples.
  /// - Throws: ``Pages/PageError`` when the sample is no page, ``ForeignSample`` when its address is not the publisher's.
  public func files() throws -> [File] { try contents().files }

  /// The rule and its samples, and what is left out of the rule.
  /// - Throws: As ``files()``.
  public func contents() throws -> Contents {
    guard let sample else {
      return Contents(files: [File(path: domain + "/rule.lua", content: Array(RuleDraft(domain: domain).text.utf8))])
    }
    let page = try Page.parse(sample.content, contentType: sample.origin.headers["content-type"] ?? sample.mediaType)
    var document = sample
    if let url = document.origin.url, let host = HostName(url: url), !host.selfAndParents.contains(Substring(domain)) {
      throw ForeignSample(host: host.text, domain: domain)
    }
    let generic = try Extractor().extract(page, origin: sample.origin).record
    let full = RuleDraft(domain: domain, page: page, record: generic)
    // A page without any sign of its publisher would meet no rule, so its sample says where it is from.
    if HostName(url: document.origin.url ?? "") == nil, try process(full, document, page).rule == nil {
      document.origin.url = "https://\(domain)/"
    }
    let trial = try DraftTrial(full) { [document] draft in try tried(draft, document, page) }
    let outcome = try process(trial.draft, document, page)
    let samples = ScaffoldSamples(domain: domain, page: page, document: document, outcome: outcome)
    let rule = File(path: domain + "/rule.lua", content: Array(trial.draft.text.utf8))
    return Contents(files: [rule] + samples.files, leftOut: trial.leftOut)
  }

  /// The sample's address is another publisher's.
  public struct ForeignSample: Error, Sendable, Hashable, CustomStringConvertible {
    public var host: String
    public var domain: String

    public var description: String { "the sample is from \(host), which is not under \(domain)" }
  }

  private func book(_ draft: RuleDraft) throws -> RuleBook {
    try RuleBook(layers: [RuleLayer(path: "rules", sources: [RuleSource(domain: domain, text: draft.text)])])
  }

  private func process(_ draft: RuleDraft, _ document: Document, _ page: Page) throws -> ProcessedDocument {
    try RuleWorker(book: try book(draft)).process(document, page: page)
  }

  private func tried(_ draft: RuleDraft, _ document: Document, _ page: Page) throws -> DraftTrial.Outcome {
    let book = try book(draft)
    let result = try RuleWorker(book: book).process(document, page: page)
    let clauses = book.rule(for: domain)?.clauses ?? []
    return DraftTrial.Outcome(
      article: result.document.record?.article ?? Article(),
      fired: Set(clauses.filter { result.fired.contains($0.id) }.map(\.path)))
  }
}
