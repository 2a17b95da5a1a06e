public import Copydesk

/// Proves that a source keeps the promises of ``Copydesk/Source``.
///
/// ```swift
/// @Test func isASource() async throws {
///   try await SourceConformance(expectedCount: 3) { try MySource(options: options, context: context) }.verify()
/// }
/// ```
///
/// What is checked:
/// - it ends by itself, and emits the number of documents that are there;
/// - every document has an id that is not empty, and no two have the same;
/// - two runs give the same documents in the same order: same ids, same bytes;
/// - it fills identity, origin, media type and content, and leaves ``Copydesk/Document/record`` to `extract`;
/// - it hands out one document at a time, waiting for each: it never runs ahead of a slow chain;
/// - when the chain stops, it stops: it emits nothing more and lets `CancellationError` through;
/// - acknowledgements may come late, in reverse, from another task, and for failures.
public struct SourceConformance: Sendable {
  private let makeSource: @Sendable () throws -> any Source
  private let expectedCount: Int
  private let timeLimit: Duration

  /// - Parameters:
  ///   - expectedCount: How many documents the source has to give, rejected ones included; at least two, so that there is something
  ///     to stop in the middle of.
  ///   - timeLimit: How long one run may take.
  ///   - makeSource: Makes the source, each time from the same beginning.
  public init(
    expectedCount: Int, timeLimit: Duration = .seconds(30), makeSource: @escaping @Sendable () throws -> any Source
  ) {
    self.expectedCount = expectedCount
    self.timeLimit = timeLimit
    self.makeSource = makeSource
  }

  /// - Throws: ``ConformanceFailure`` with all violations, or what `makeSource` throws.
  public func verify() async throws {
    let violations = try await violations()
    if !violations.isEmpty { throw ConformanceFailure(violations) }
  }

  public func violations() async throws -> [ConformanceViolation] {
    var violations: [ConformanceViolation] = []
    guard let first = try await run(stoppingAfter: nil, violations: &violations) else { return violations }
    if first.documents.count != expectedCount {
      violations.append(.init("count", "expected \(expectedCount) documents, found \(first.documents.count)"))
    }
    violations += identityViolations(first.documents)
    if first.mostAtOnce > 1 {
      violations.append(.init("one-at-a-time", "\(first.mostAtOnce) documents were under way at the same time"))
    }
    for acknowledge in first.acknowledgements.reversed() { await acknowledge(.deadLettered) }
    if let second = try await run(stoppingAfter: nil, violations: &violations) {
      if second.documents.map(\.id) != first.documents.map(\.id) {
        violations.append(.init("same-again", "a second run gave other ids, or in another order"))
      } else if second.documents.map(\.content) != first.documents.map(\.content) {
        violations.append(.init("same-again", "a second run gave other bytes for the same ids"))
      }
      for acknowledge in second.acknowledgements { await acknowledge(.delivered) }
    }
    if expectedCount > 1, let stopped = try await run(stoppingAfter: 1, violations: &violations) {
      if stopped.calls > 2 {
        violations.append(.init("stops", "after the chain had stopped, \(stopped.calls - 2) more documents came"))
      }
      if case .returned = stopped.ending {
        violations.append(.init("cancellation", "it swallowed the CancellationError that `emit` threw"))
      }
      for acknowledge in stopped.acknowledgements { await acknowledge(.undelivered) }
    }
    return violations
  }

  private func identityViolations(_ documents: [Document]) -> [ConformanceViolation] {
    var violations: [ConformanceViolation] = []
    var ids: Set<String> = []
    for document in documents {
      if document.id.isEmpty { violations.append(.init("ids", "a document has an empty id")) }
      if !ids.insert(document.id).inserted {
        violations.append(.init("unique-ids", "two documents have the id '\(document.id)'"))
      }
      if document.record != nil {
        violations.append(.init("no-record", "document '\(document.id)' has a record; only transforms make one"))
      }
    }
    return violations
  }

  private func run(stoppingAfter limit: Int?, violations: inout [ConformanceViolation]) async throws -> Recorder.Result? {
    let source = try makeSource()
    let recorder = Recorder(limit: limit)
    let outlet = Outlet { document, error, acknowledge in
      try await recorder.take(document, rejected: error != nil, acknowledge)
    }
    let ending: Recorder.Ending? = try await withTimeLimit(timeLimit) {
      do {
        try await source.run(outlet)
        return .returned
      } catch {
        return error is CancellationError ? .cancelled : .failed(String(describing: error))
      }
    }
    var result = await recorder.result
    guard let ending else {
      violations.append(.init("ends", "it was still running after \(timeLimit)"))
      return nil
    }
    result.ending = ending
    if case .failed(let reason) = ending {
      violations.append(.init("runs", "it threw: \(reason)"))
      return limit == nil ? nil : result
    }
    if case .cancelled = ending, limit == nil {
      violations.append(.init("runs", "it ended with CancellationError though nobody had stopped it"))
    }
    return result
  }
}

/// Takes what a source emits.
private actor Recorder {
  enum Ending: Sendable {
    case returned, cancelled
    case failed(String)
  }

  struct Result: Sendable {
    var documents: [Document] = []
    var acknowledgements: [Outlet.Acknowledgement] = []
    var calls = 0
    var mostAtOnce = 0
    var ending = Ending.returned
  }

  private(set) var result = Result()
  private let limit: Int?
  private var underWay = 0

  init(limit: Int?) {
    self.limit = limit
  }

  func take(_ document: Document, rejected: Bool, _ acknowledge: Outlet.Acknowledgement?) async throws {
    result.calls += 1
    underWay += 1
    result.mostAtOnce = max(result.mostAtOnce, underWay)
    defer { underWay -= 1 }
    // Others get their turn here: a source that does not wait shows.
    await Task.yield()
    if let limit, result.documents.count >= limit { throw CancellationError() }
    result.documents.append(document)
    if let acknowledge { result.acknowledgements.append(acknowledge) }
  }
}
