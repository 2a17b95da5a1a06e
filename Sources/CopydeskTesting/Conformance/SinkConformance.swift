public import Copydesk

/// Proves that a sink keeps the promises of ``Copydesk/Sink``.
///
/// ```swift
/// @Test func isASink() async throws {
///   try await SinkConformance(documents: articles) {
///     try MySink(path: folder + "/out")
///   } readIDs: {
///     try readBack(folder + "/out")
///   } reset: {
///     try remove(folder + "/out")
///   }.verify()
/// }
/// ```
///
/// What is checked:
/// - when `write` has returned and the sink is closed, every document is there, in the order in which it was written;
/// - batches of one, of all and of none give the same;
/// - a sink that never gets a document opens and closes all the same;
/// - documents that have already been written may come again, in a new run too: they do not appear twice if the sink says that it is
///   idempotent, and do no harm if it does not;
/// - text of every script, and of none, survives.
public struct SinkConformance {
  private let makeSink: () throws -> any Sink
  private let readIDs: () throws -> [String]
  private let reset: () throws -> Void
  private let documents: [Document]
  private let isIdempotent: Bool
  private let keepsOrder: Bool

  /// - Parameters:
  ///   - documents: What to write, at least two; ``sampleDocuments`` will do for most sinks.
  ///   - isIdempotent: Whether a document that comes again replaces the first.
  ///   - keepsOrder: Whether there is an order in what the sink writes to.
  ///   - makeSink: Makes a sink that writes to the same place each time.
  ///   - readIDs: Returns the ids of the documents in that place.
  ///   - reset: Empties that place.
  public init(
    documents: [Document] = sampleDocuments, isIdempotent: Bool = false, keepsOrder: Bool = true,
    makeSink: @escaping () throws -> any Sink, readIDs: @escaping () throws -> [String], reset: @escaping () throws -> Void
  ) {
    self.documents = documents
    self.isIdempotent = isIdempotent
    self.keepsOrder = keepsOrder
    self.makeSink = makeSink
    self.readIDs = readIDs
    self.reset = reset
  }

  /// - Throws: ``ConformanceFailure`` with all violations, or what a closure throws.
  public func verify() async throws {
    let violations = try await violations()
    if !violations.isEmpty { throw ConformanceFailure(violations) }
  }

  public func violations() async throws -> [ConformanceViolation] {
    let ids = documents.map(\.id)
    var violations: [ConformanceViolation] = []
    func check(_ requirement: String, _ batches: [[Document]], _ expected: [String]) async throws {
      try reset()
      do {
        try await write(batches)
        let found = try readIDs()
        if !matches(found, expected) {
          violations.append(
            .init(requirement, "expected \(expected.joined(separator: ", ")), found \(found.joined(separator: ", "))"))
        }
      } catch {
        violations.append(.init(requirement, "it threw: \(error)"))
      }
    }
    try await check("delivers", [documents], ids)
    try await check("small-batches", documents.map { [$0] }, ids)
    try await check("empty-batch", [[], documents, []], ids)

    try reset()
    do {
      try await write([])
    } catch {
      violations.append(.init("idle", "opened and closed without a document, it threw: \(error)"))
    }

    try reset()
    do {
      try await write([documents])
      try await write([documents])
      let found = try readIDs()
      if isIdempotent, !matches(found, ids) {
        violations.append(
          .init("idempotent", "after writing the same documents twice there are \(found.count), not \(ids.count)"))
      } else if !Set(ids).isSubset(of: found) {
        violations.append(.init("again", "after writing the same documents twice some are missing"))
      }
    } catch {
      violations.append(.init("again", "writing the same documents again threw: \(error)"))
    }
    try reset()
    return violations
  }

  private func matches(_ found: [String], _ expected: [String]) -> Bool {
    keepsOrder ? found == expected : found.sorted() == expected.sorted()
  }

  private func write(_ batches: [[Document]]) async throws {
    let sink = try makeSink()
    try await sink.open()
    do {
      for batch in batches { try await sink.write(batch) }
    } catch {
      try? await sink.close()
      throw error
    }
    try await sink.close()
  }

  /// Articles with little in them and with much: several scripts, quotes, line separators, characters outside the basic plane, no text.
  public static var sampleDocuments: [Document] {
    let texts = [
      ("plain", "Harbour reopens", "The harbour reopened on Monday."),
      ("quotes", "“Open” \\ \"shut\" / it’s", "Tabs\tand <b>markup</b> & entities; a backslash \\ and a comma, too."),
      ("scripts", "Порт 港口 مرفأ", "Größe, naïveté, 漢字, emoji 👩‍👩‍👧, separators \u{2028} and \u{2029} within."),
      ("empty", "", ""),
      ("odd/../id with spaces", "An id that is no file name", "One paragraph."),
    ]
    return texts.map { id, headline, text in
      var article = Article()
      article.headline = headline.isEmpty ? nil : headline
      article.datePublished = PartialDate(year: 2025, month: 10, day: 21)
      if !text.isEmpty { article.body = [BodyElement(.paragraph, text)] }
      let block = Block(n: 1, text: text, role: .body, fate: .kept, by: "generic:body", reason: "a paragraph of the article")
      return Document(
        id: id, origin: Origin(source: "conformance", path: "\(id).txt"), mediaType: "text/plain", content: Array(text.utf8),
        record: ArticleRecord(article: article, blocks: text.isEmpty ? [] : [block]))
    }
  }
}
