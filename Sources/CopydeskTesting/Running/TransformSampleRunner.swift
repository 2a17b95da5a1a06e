public import Copydesk

/// Runs samples through the transforms of a chain, or through a single transform; sources and sinks stay out of it.
///
/// Each sample gets instances of its own, so that no sample depends on another.
public struct TransformSampleRunner: SampleSubjectRunner {
  private let steps: [Chain.Step<TransformFactory>]

  public init(steps: [Chain.Step<TransformFactory>]) {
    self.steps = steps
  }

  public func run(_ sample: Sample) async throws -> SampleOutcome {
    var documents = try sample.documents()
    do {
      for step in steps { documents = try await run(step, on: documents) }
      return SampleOutcome(documents: documents)
    } catch {
      let failure = Failure(stage: "sample", error: error)
      return SampleOutcome(error: failure.message)
    }
  }

  private func run(_ step: Chain.Step<TransformFactory>, on documents: [Document]) async throws -> [Document] {
    let transform = try step.make()
    let condition = try step.condition?()
    var results: [Document] = []
    for document in documents {
      if let condition, try !condition.holds(for: document) {
        results.append(document)
      } else {
        results += try await transform.process(document)
      }
    }
    return try await results + transform.finish()
  }

  /// A chain may be without samples: its rules and plugins have theirs.
  public func review(
    _ subject: SampleSubject, outcomes: [(sample: Sample, outcome: SampleOutcome)]
  ) async throws -> [FieldResult] {
    []
  }
}
