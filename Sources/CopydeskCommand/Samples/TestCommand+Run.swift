import Copydesk
import CopydeskTesting
import RuleEngine

extension TestCommand {
  func run() async throws {
    let context = CommandContext.current
    let traits = TerminalTraits(of: context.output, environment: context.environment)
    let isColored = appearance.color.resolved(for: traits, environment: context.environment)
    let suite: SampleSuite
    do {
      suite = try SampleSuite(at: paths)
    } catch let error as SampleError {
      throw CommandError.invalidConfiguration(error.description)
    }
    guard !suite.subjects.isEmpty || !suite.errors.isEmpty else {
      throw CommandError.invalidConfiguration(
        "\(paths.joined(separator: ", ")): there is no rule, Lua plugin or chain here; `copydesk rule new` writes a rule with a sample"
      )
    }
    let shelf = try RuleShelf(more: RuleLocations(context: context).directories)
    let runner = SampleRunner { subject in
      switch subject.kind {
      case .rule: RuleSampleRunner(book: try shelf.book(besides: subject), domain: subject.name)
      case .chain: try Self.chainRunner(subject, context: context)
      case .plugin: try LuaPluginSampleRunner(subject)
      }
    }
    let filter = filter
    let report = try await runner.run(suite, update: update) { name in filter.map { name.contains($0) } ?? true }
    // A run that tests nothing, for a filter with a typo perhaps, must not look like one that passes.
    if report.cases.isEmpty {
      let places = paths.joined(separator: ", ")
      throw CommandError.invalidConfiguration(
        filter.map { "\(places): the name of no sample contains '\($0)'" }
          ?? "\(places): there is no sample here; docs/test-with-samples.md says how to write one")
    }
    try context.output.write(report.rendered(as: format, colored: isColored && format == .text))
    if !report.passed { throw Failed() }
  }

  private static func chainRunner(_ subject: SampleSubject, context: CommandContext) throws -> TransformSampleRunner {
    let result = try ChainPreparation(rules: RuleLocations(context: context), context: context).prepare(subject.path)
    guard let chain = result.chain else { throw CommandError.invalidConfiguration(result.messages.joined(separator: "\n")) }
    return TransformSampleRunner(steps: chain.transforms)
  }
}

/// The rules that samples are run with: read once per folder of rules, however many rules are tested.
private final class RuleShelf {
  private let more: [String]
  private var books: [String: RuleBook] = [:]

  init(more: [String]) {
    self.more = more
  }

  /// The rules beside a rule, and behind them the project's and the built-in ones.
  func book(besides subject: SampleSubject) throws -> RuleBook {
    let directory = parentFolder(of: parentFolder(of: subject.path))
    if let book = books[directory] { return book }
    let others = more.filter { !isSameFolder($0, directory) }
    let book = try RuleBook(directories: [directory] + others)
    books[directory] = book
    return book
  }
}
