public import Copydesk
import RuleEngine

/// Makes an article of each document.
public final class ExtractTransform: TransformPlugin {
  public static let spec = PluginSpec(
    "extract", .transform, summary: "Makes an article of each page or text dump, and accounts for every block of it.",
    details: """
      The rule for a document is found by the host of its address, by the domains above that host, or by words in the text; where \
      there is none, the generic extractor does the work. A document that is not a page, or whose rule fails, goes to the dead letter.
      """,
    options: [
      OptionSpec(
        "rules", .list(.path(.configuration)), default: [],
        about:
          "A folder of rules, or a list of them; of two rules for one domain the first folder's counts. Folders that the command "
          + "names, and the rules that come with it, are searched after these.")
    ],
    examples: [PluginSpec.Example("Rules of one's own", ["rules": "rules"])])

  private let worker: RuleWorker

  init(worker: RuleWorker) {
    self.worker = worker
  }

  public static func prepare(options: Options, context: PluginContext) throws -> TransformFactory {
    var directories: [String] = []
    for case .path(let path) in try options.list("rules") { directories.append(path.resolved) }
    for directory in context.ruleDirectories where !directories.contains(directory) { directories.append(directory) }
    let book: RuleBook
    do {
      book = try RuleBook(directories: directories)
    } catch {
      throw OptionError("rules", .refused("\(error)"))
    }
    return { ExtractTransform(worker: RuleWorker(book: book)) }
  }

  public func process(_ document: Document) async throws -> [Document] {
    [try worker.process(document).document]
  }
}
