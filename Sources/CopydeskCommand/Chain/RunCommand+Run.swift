import ChainConfig
import Copydesk
import Logging

extension RunCommand {
  func run() async throws {
    let context = CommandContext.current
    let traits = TerminalTraits(of: context.messages, environment: context.environment)
    let style = Style(isColored: appearance.color.resolved(for: traits, environment: context.environment))
    let logger = Logger(label: "copydesk") { _ in MessageLog(output: context.messages, traits: traits) }
    let chain = try prepare(context: context, style: style, logger: logger)

    var options = ChainRunner.Options(workers: parallel.workers, limit: limit, isDryRun: dryRun)
    let display = ProgressDisplay(total: limit, in: context)
    options.progress = { counts in
      let done = counts.delivered + counts.deadLettered + counts.undelivered
      let failed = counts.deadLettered + counts.undelivered
      display.update(done: done, failed: failed)
    }
    let runner = ChainRunner(chain, options: options, logger: logger)
    let report = await TerminationSignals.handle(
      first: {
        try? context.say("\nstopping: finishing what is under way; once more to stop at once")
        runner.stop()
      },
      second: { runner.abort() }, body: { await runner.run() })
    display.clear()
    try context.messages.write(RunSummary(report: report, isDryRun: dryRun).text(style: style))
    try Self.conclude(report)
  }

  private func prepare(context: CommandContext, style: Style, logger: Logger) throws -> Chain {
    do {
      let result = try ChainPreparation(
        rules: try RuleLocations(options: rules, context: context), context: context, logger: logger
      ).prepare(chain)
      for message in result.messages { try context.say(style.severity(in: message.printable)) }
      guard let chain = result.chain else {
        throw CommandError.invalidConfiguration(
          "\(chain) was not run: \(result.errorCount) \(result.errorCount == 1 ? "error" : "errors")")
      }
      return chain
    } catch let error as ChainFileError {
      throw CommandError.invalidConfiguration(String(describing: error))
    }
  }

  /// Turns a report into an exit code: a run that could not begin counts as one that could not run.
  static func conclude(_ report: ChainReport) throws {
    let counts = report.documents
    switch report.outcome {
    case .failed(let failure) where failure.phase == .opening: throw NotStarted()
    case .failed, .aborted: throw Failed()
    case .completed, .stopped:
      if counts.deadLettered > 0 || counts.undelivered > 0 { throw Failed() }
    }
  }
}
