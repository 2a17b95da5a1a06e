public import Copydesk

/// Proves that a transform keeps the promises of ``Copydesk/Transform``.
///
/// ```swift
/// @Test func isATransform() async throws {
///   try await TransformConformance(documents: samples) { try factory() }.verify()
/// }
/// ```
///
/// What is checked:
/// - the same documents give the same results each time;
/// - it leaves the raw bytes of a document alone, and every id is filled;
/// - without documents, there is nothing to hand over at the end;
/// - a document that it refuses changes nothing for the next: broken input of many kinds comes between the good documents;
/// - two instances side by side do not know of each other.
public struct TransformConformance {
  private let makeTransform: () throws -> any Transform
  private let documents: [Document]

  /// - Parameters:
  ///   - documents: Some documents that the transform can process; with different ids.
  ///   - makeTransform: Makes a new instance, as the runner does for each worker.
  public init(documents: [Document], makeTransform: @escaping () throws -> any Transform) {
    self.documents = documents
    self.makeTransform = makeTransform
  }

  /// - Throws: ``ConformanceFailure`` with all violations, or what `makeTransform` throws.
  public func verify() async throws {
    let violations = try await violations()
    if !violations.isEmpty { throw ConformanceFailure(violations) }
  }

  public func violations() async throws -> [ConformanceViolation] {
    var violations: [ConformanceViolation] = []
    if documents.isEmpty { violations.append(.init("documents", "the suite needs at least one document")) }
    let first = try await results(of: documents)
    violations += first.failures.map { .init("processes", "document '\($0.id)' was refused: \($0.reason)") }
    violations += resultViolations(first.documents)
    if try await results(of: documents).fingerprint != first.fingerprint {
      violations.append(.init("same-again", "a second run over the same documents gave other results"))
    }
    let idle = try makeTransform()
    let leftovers = try await idle.finish()
    if !leftovers.isEmpty {
      violations.append(.init("finish", "it handed over \(leftovers.count) documents at the end without having got any"))
    }
    violations += try await brokenInputViolations(expected: first.fingerprint)
    violations += try await sharingViolations(expected: first.fingerprint)
    return violations
  }

  private func resultViolations(_ results: [Document]) -> [ConformanceViolation] {
    var violations: [ConformanceViolation] = []
    let contents = Dictionary(documents.map { ($0.id, $0.content) }, uniquingKeysWith: { first, _ in first })
    for result in results {
      if result.id.isEmpty { violations.append(.init("ids", "a result has an empty id")) }
      if let content = contents[result.id], content != result.content {
        violations.append(.init("raw-bytes", "the raw bytes of document '\(result.id)' were changed"))
      }
    }
    return violations
  }

  /// Broken documents before, between and after the good ones; refusing them is right, and so is letting them through.
  private func brokenInputViolations(expected: [[UInt8]]) async throws -> [ConformanceViolation] {
    let transform = try makeTransform()
    var good: [Document] = []
    let broken = BrokenInput.documents
    let brokenIDs = Set(broken.map(\.id))
    for document in broken { _ = try? await transform.process(document) }
    for (index, document) in documents.enumerated() {
      good += (try? await transform.process(document)) ?? []
      _ = try? await transform.process(broken[index % broken.count])
    }
    good += try await transform.finish().filter { !brokenIDs.contains($0.id) }
    guard Results(documents: good).fingerprint != expected else { return [] }
    return [.init("independence", "broken documents in between changed the results of the good ones")]
  }

  private func sharingViolations(expected: [[UInt8]]) async throws -> [ConformanceViolation] {
    let transforms = [try makeTransform(), try makeTransform()]
    var results = [Results(), Results()]
    for document in documents {
      for index in transforms.indices { results[index].documents += (try? await transforms[index].process(document)) ?? [] }
    }
    for index in transforms.indices { results[index].documents += try await transforms[index].finish() }
    guard results.contains(where: { $0.fingerprint != expected }) else { return [] }
    return [.init("share-nothing", "two instances side by side gave other results than one alone")]
  }

  private func results(of documents: [Document]) async throws -> Results {
    let transform = try makeTransform()
    var results = Results()
    for document in documents {
      do {
        results.documents += try await transform.process(document)
      } catch {
        results.failures.append((document.id, String(describing: error)))
      }
    }
    results.documents += try await transform.finish()
    return results
  }

  private struct Results {
    var documents: [Document] = []
    var failures: [(id: String, reason: String)] = []

    /// The results as bytes, for comparison.
    var fingerprint: [[UInt8]] { documents.map { $0.json(blocks: .all, content: true) } }
  }
}
