import Copydesk

/// Runs the chunks of rule files and says what they came to.
final class RuleEvaluator {
  struct Failure: Error {
    var problem: RuleProblem
    /// 0 where it is not known.
    var line: Int
    /// The word on the line that is meant.
    var word: String?
  }

  private let vm: RuleVM

  /// - Throws: ``VMError`` when no machine can be made.
  init(modules: [RuleModule]) throws {
    let host = RuleHost(modules: modules)
    vm = try RuleVM(limits: RuleHost.limits, hosts: host.table)
  }

  func evaluate(_ source: RuleSource) -> Result<RuleValue, Failure> {
    do {
      let chunk = try vm.load(source: source.text, name: source.file)
      defer {
        vm.unload(chunk)
        vm.endDocument()
      }
      return .success(RuleValue(try vm.run(chunk)))
    } catch {
      return .failure(Self.failure(error, file: source.file))
    }
  }

  /// Finds the line, and what there is of a column, in what the machine says.
  static func failure(_ error: VMError, file: String) -> Failure {
    guard error.chunk == file || error.chunk == nil, let line = error.line else {
      return Failure(problem: .lua(message: error.description), line: 0)
    }
    if error.kind == .runtime, let name = quoted(in: error.message, after: "attempt to call a nil value (global ") {
      let known = RuleLanguage.constructors.map(\.name) + ["publisher"] + RuleLanguage.editConstructors.map(\.name)
      return Failure(problem: .unknownFunction(name, known: known), line: line, word: name)
    }
    let word = error.kind == .syntax ? quoted(in: error.message, after: "near ") : nil
    return Failure(problem: .lua(message: error.message), line: line, word: word)
  }

  /// The text in single quotes that follows `lead`.
  private static func quoted(in message: String, after lead: String) -> String? {
    guard let start = message.firstRange(of: lead + "'")?.upperBound, let end = message[start...].lastIndex(of: "'") else {
      return nil
    }
    return String(message[start..<end])
  }
}
