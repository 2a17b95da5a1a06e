public import Copydesk
import Extraction

/// Writes each article to a Markdown file of its own.
public final class MarkdownSink: SinkPlugin {
  public static let spec = PluginSpec(
    "markdown", .sink, summary: "Writes each article to a Markdown file of its own, with front matter.",
    details: """
      A file's name is made of the headline and a hash of the document's id, so the same document has the same file in every run \
      and no two share one. A file is there completely or not at all. A document without an article cannot be written.
      """,
    options: [OptionSpec("path", .path(.outputFolder), required: true, about: "The folder; it is made where it is missing.")],
    examples: [PluginSpec.Example("One file per article", ["path": "out/articles"])])

  private let folder: ResolvedPath
  /// Which document each file of this run belongs to.
  private var owners: [String: String] = [:]

  public init(options: Options, context: PluginContext) throws {
    folder = try options.path("path")
    if folder.isStandardStream { throw OptionError("path", .refused("expected a folder, found '-'")) }
  }

  public func open() async throws {
    try OutputFile.createDirectory(folder.resolved)
  }

  public func write(_ batch: [Document]) async throws {
    var refused: [Int: any Error] = [:]
    for (index, document) in batch.enumerated() {
      guard document.record != nil else {
        refused[index] = MarkdownError(document: document.id, reason: .noArticle)
        continue
      }
      let name = ArticleFileName.name(for: document)
      guard owners[name, default: document.id] == document.id else {
        refused[index] = MarkdownError(document: document.id, reason: .nameTaken(name))
        continue
      }
      try OutputFile.replace(folder.resolved + "/" + name, with: Array(MarkdownRenderer.render(document).utf8))
      owners[name] = document.id
    }
    if !refused.isEmpty { throw RefusedDocuments(refused) }
  }
}

/// A document that cannot be made a Markdown file of.
struct MarkdownError: DocumentError, Hashable {
  enum Reason: Hashable {
    case noArticle
    /// Two ids with one hash: only made on purpose.
    case nameTaken(String)
  }

  var document: String
  var reason: Reason

  var code: String {
    switch reason {
    case .noArticle: "no-article"
    case .nameTaken: "name-taken"
    }
  }

  var message: String {
    switch reason {
    case .noArticle: "'\(document)' has no article: 'extract' makes it"
    case .nameTaken(let name): "\(name) belongs to another document"
    }
  }
}
