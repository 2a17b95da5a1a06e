import Copydesk
import Extraction
public import RuleEngine

/// Runs a rule's samples, together with all rules of its folder, so that a sample can show which publisher's a page is *not*.
public struct RuleSampleRunner: SampleSubjectRunner {
  private let book: RuleBook
  private let worker: RuleWorker
  private let domain: String

  /// - Parameters:
  ///   - subject: The rule.
  ///   - moreDirectories: Folders of rules that count where the rule's own folder has none for a publisher.
  /// - Throws: `RuleErrors` with everything that is wrong with any of the rules.
  public init(_ subject: SampleSubject, moreDirectories: [String] = []) throws(RuleErrors) {
    let folder = SamplePath.parent(of: subject.path)
    let own = RuleLayer(directory: SamplePath.parent(of: folder))
    try self.init(book: RuleBook(layers: [own] + moreDirectories.map { RuleLayer(directory: $0) }), domain: subject.name)
  }

  /// - Parameters:
  ///   - book: The rules.
  ///   - domain: The name of the rule whose samples are run.
  public init(book: RuleBook, domain: String) {
    self.book = book
    self.domain = domain
    worker = RuleWorker(book: book)
  }

  public func run(_ sample: Sample) async throws -> SampleOutcome {
    let document = sample.document(content: try SampleFile.read(sample.inputPath))
    do {
      let result = try worker.process(document)
      return SampleOutcome(documents: [result.document], rule: result.rule, fired: Set(result.fired))
    } catch {
      return SampleOutcome(error: String(describing: error))
    }
  }

  /// A rule needs a sample that shows what it does, one that shows what it leaves alone, and for every clause a sample on which it
  /// hits: a clause that no sample reaches may be wrong, or long dead.
  public func review(
    _ subject: SampleSubject, outcomes: [(sample: Sample, outcome: SampleOutcome)]
  ) async throws -> [FieldResult] {
    var missing: [String] = []
    // A sample that expects nothing shows nothing, of either kind.
    let telling = outcomes.filter { !$0.sample.expectation.isEmpty }
    if !telling.contains(where: { !$0.sample.expectation.isNegative && $0.outcome.rule == domain }) {
      missing.append("there is no positive sample: a page or text dump that the rule makes an article of")
    }
    if !telling.contains(where: { $0.sample.expectation.isNegative }) {
      missing.append("there is no negative sample: one with \"negative\": true, which shows what the rule must leave alone")
    }
    var results = [FieldResult(field: "samples", message: missing.isEmpty ? nil : missing.joined(separator: "\n"))]
    guard let rule = book.rule(for: domain) else { return results }
    let fired = outcomes.reduce(into: Set<Int>()) { fired, entry in
      if entry.outcome.rule == domain { fired.formUnion(entry.outcome.fired) }
    }
    let silent = rule.clauses.filter { !fired.contains($0.id) }
    results.append(
      FieldResult(
        field: "clauses",
        message: silent.isEmpty
          ? nil : silent.map { "\($0.from): \($0.path) (\($0.constructor)) never fires on any sample" }.joined(separator: "\n")))
    return results
  }
}
