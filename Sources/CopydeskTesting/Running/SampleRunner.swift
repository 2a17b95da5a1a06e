import Copydesk

/// Runs samples and compares what comes out with what is expected.
public struct SampleRunner {
  public typealias MakeSubjectRunner = (SampleSubject) throws -> any SampleSubjectRunner

  private let makeSubjectRunner: MakeSubjectRunner

  /// - Parameter makeSubjectRunner: Makes what runs the samples of a subject; called once per subject. What it throws
  ///   fails the subject's samples.
  public init(makeSubjectRunner: @escaping MakeSubjectRunner) {
    self.makeSubjectRunner = makeSubjectRunner
  }

  /// Runs a suite.
  /// - Parameters:
  ///   - suite: What to run.
  ///   - filter: Only samples for whose `<subject>/<name>` it returns true. Subjects are judged as a whole only where all of their
  ///     samples run.
  ///   - update: Whether to rewrite the expectations that are not met; the report tells what had been wrong before.
  public func run(
    _ suite: SampleSuite, update: Bool = false, filter: (String) -> Bool = { _ in true }
  ) async throws -> TestReport {
    var report = TestReport()
    for error in suite.errors where filter(error.path) {
      report.cases.append(
        TestCase(
          subject: SamplePath.parent(of: error.path), name: SamplePath.lastComponent(of: error.path), path: error.path,
          results: [FieldResult(field: "sample", message: String(describing: error.problem))]))
    }
    for subject in suite.subjects {
      let all = suite.samples.filter { $0.subject == subject }
      let chosen = all.filter { filter("\(subject.name)/\($0.name)") }
      if chosen.isEmpty, !all.isEmpty || !filter(subject.name) { continue }
      report.cases += try await run(subject, samples: chosen, isComplete: chosen.count == all.count, update: update)
    }
    return report
  }

  private func run(
    _ subject: SampleSubject, samples: [Sample], isComplete: Bool, update: Bool
  ) async throws -> [TestCase] {
    var cases: [TestCase] = []
    func reviewCase(_ results: [FieldResult]) -> TestCase {
      TestCase(subject: subject.name, name: subject.kind.rawValue, path: subject.path, results: results)
    }
    do {
      let runner = try makeSubjectRunner(subject)
      var outcomes: [(sample: Sample, outcome: SampleOutcome)] = []
      for sample in samples {
        let outcome = try await runner.run(sample)
        outcomes.append((sample, outcome))
        var results = sample.expectation.results(for: outcome)
        if update, results.contains(where: { !$0.passed }) {
          let revised = sample.expectation.revised(toward: outcome)
          if revised != sample.expectation {
            try SampleFile.write(.object(revised.json), to: sample.expectationPath)
            results = revised.results(for: outcome)
          }
        }
        cases.append(TestCase(subject: subject.name, name: sample.name, path: sample.folder, results: results))
      }
      if isComplete {
        let results = try await runner.review(subject, outcomes: outcomes)
        if !results.isEmpty { cases.append(reviewCase(results)) }
      }
    } catch let error where !(error is CancellationError) {
      cases.append(reviewCase([FieldResult(field: "load", message: String(describing: error))]))
    }
    return cases
  }
}
