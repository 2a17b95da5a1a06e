import Copydesk
import CopydeskTesting
import Testing

@Suite struct SourceConformanceTests {
  /// A source that can be made to break each promise.
  private struct Listed: Source {
    var ids = ["a", "b", "c"]
    var runsAhead = false
    var swallowsCancellation = false
    var makesRecords = false

    func run(_ outlet: Outlet) async throws {
      let documents = ids.map { Document(id: $0, content: [1], record: makesRecords ? ArticleRecord() : nil) }
      if runsAhead {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for document in documents { group.addTask { try await outlet.emit(document) } }
          try await group.waitForAll()
        }
        return
      }
      for document in documents {
        do {
          try await outlet.emit(document)
        } catch {
          if !swallowsCancellation { throw error }
        }
      }
    }
  }

  private func broken(_ source: Listed, count: Int = 3) async throws -> Set<String> {
    Set(try await SourceConformance(expectedCount: count) { source }.violations().map(\.requirement))
  }

  @Test func aGoodSourcePasses() async throws {
    try await SourceConformance(expectedCount: 3) { Listed() }.verify()
  }

  @Test func eachBrokenPromiseIsNamed() async throws {
    #expect(try await broken(Listed(), count: 4) == ["count"])
    #expect(try await broken(Listed(ids: ["a", "a", "b"])) == ["unique-ids"])
    #expect(try await broken(Listed(ids: ["a", "", "b"])) == ["ids"])
    #expect(try await broken(Listed(makesRecords: true)) == ["no-record"])
    #expect(try await broken(Listed(swallowsCancellation: true)).isSuperset(of: ["cancellation"]))
    #expect(try await broken(Listed(runsAhead: true)).contains("one-at-a-time"))
  }

  @Test func aSourceThatThrowsIsReported() async throws {
    struct Failing: Source {
      struct Reason: Error {}
      func run(_ outlet: Outlet) async throws { throw Reason() }
    }
    let violations = try await SourceConformance(expectedCount: 1) { Failing() }.violations()
    #expect(Set(violations.map(\.requirement)) == ["runs"])
  }
}

@Suite struct TransformConformanceTests {
  private final class Shared { var count = 0 }

  private struct Step: Transform {
    var body: (Document) throws -> [Document]
    var leftovers: [Document] = []
    func process(_ document: Document) async throws -> [Document] { try body(document) }
    func finish() async throws -> [Document] { leftovers }
  }

  private func broken(_ make: @escaping () -> Step) async throws -> Set<String> {
    let documents = ["a", "b"].map { Document(id: $0, content: Array($0.utf8)) }
    return Set(try await TransformConformance(documents: documents, makeTransform: make).violations().map(\.requirement))
  }

  @Test func goodTransformsPass() async throws {
    #expect(try await broken { Step { [$0] } } == [])
    #expect(try await broken { Step { _ in [] } } == [])
    #expect(
      try await broken { Step { document in [document, Document(id: document.id + "-copy", content: document.content)] } } == [])
  }

  @Test func eachBrokenPromiseIsNamed() async throws {
    #expect(try await broken { Step(body: { [$0] }, leftovers: [Document(id: "x")]) }.contains("finish"))
    #expect(
      try await broken { Step { document in [Document(id: document.id, content: [])] } } == ["raw-bytes"])
    let shared = Shared()
    #expect(
      try await broken {
        Step { document in
          shared.count += 1
          return [Document(id: document.id, content: document.content, metadata: ["n": .integer(shared.count)])]
        }
      }.isSuperset(of: ["same-again", "share-nothing"]))
    #expect(
      try await broken {
        let own = Shared()
        return Step { document in
          own.count += 1
          return [Document(id: document.id, content: document.content, metadata: ["n": .integer(own.count)])]
        }
      } == ["independence"])
    struct Refused: Error {}
    #expect(try await broken { Step { _ in throw Refused() } } == ["processes"])
  }
}

@Suite struct SinkConformanceTests {
  private final class Store { var ids: [String] = [] }

  private struct Memory: Sink {
    var store: Store
    var loses = false
    var reverses = false
    var replaces = false
    var refusesNothing = false

    func write(_ batch: [Document]) async throws {
      struct Empty: Error {}
      if refusesNothing, batch.isEmpty { throw Empty() }
      for document in loses ? batch.dropLast() : batch[...] where !(replaces && store.ids.contains(document.id)) {
        if reverses { store.ids.insert(document.id, at: 0) } else { store.ids.append(document.id) }
      }
    }
  }

  private func broken(isIdempotent: Bool = false, _ make: @escaping (Store) -> Memory) async throws -> Set<String> {
    let store = Store()
    return Set(
      try await SinkConformance(isIdempotent: isIdempotent) {
        make(store)
      } readIDs: {
        store.ids
      } reset: {
        store.ids = []
      }.violations().map(\.requirement))
  }

  @Test func goodSinksPass() async throws {
    #expect(try await broken { Memory(store: $0) } == [])
    #expect(try await broken(isIdempotent: true) { Memory(store: $0, replaces: true) } == [])
  }

  @Test func eachBrokenPromiseIsNamed() async throws {
    #expect(try await broken { Memory(store: $0, loses: true) }.contains("delivers"))
    #expect(try await broken { Memory(store: $0, reverses: true) }.contains("delivers"))
    #expect(try await broken(isIdempotent: true) { Memory(store: $0) } == ["idempotent"])
    #expect(try await broken { Memory(store: $0, refusesNothing: true) } == ["empty-batch"])
  }
}
