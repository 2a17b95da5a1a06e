import Copydesk
import RuleEngine

/// Runs the samples of a Lua plugin, with the options of each sample's `meta.json`.
public struct LuaPluginSampleRunner: SampleSubjectRunner {
  private let source: [UInt8]
  private let path: String

  /// - Throws: `RuleErrors` where the plugin is not what the host expects, ``SampleError`` where it cannot be read.
  public init(_ subject: SampleSubject) throws {
    path = subject.path
    source = try SampleFile.read(path)
    _ = try LuaTransform.spec(source: source, path: path)
  }

  public func run(_ sample: Sample) async throws -> SampleOutcome {
    // A machine of its own for each sample: what one leaves behind is not seen by the next.
    let transform = try LuaTransform(source: source, path: path, options: sample.metadata.options)
    var outcome = SampleOutcome()
    for document in try sample.documents() {
      do {
        if case .kept(let document) = try transform.process(document) { outcome.documents.append(document) }
      } catch {
        return SampleOutcome(error: String(describing: error))
      }
    }
    return outcome
  }

  /// A plugin without a sample is not tested.
  public func review(
    _ subject: SampleSubject, outcomes: [(sample: Sample, outcome: SampleOutcome)]
  ) async throws -> [FieldResult] {
    [FieldResult(field: "samples", message: outcomes.isEmpty ? "there is no sample" : nil)]
  }
}
