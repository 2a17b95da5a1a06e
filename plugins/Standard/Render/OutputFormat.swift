import Copydesk
import Extraction

/// How a document is written for people or programs.
enum OutputFormat: String, CaseIterable {
  case json, jsonld, markdown, text, html

  /// The document in this format, ending in a line feed. One without an article, such as a failed one, is only there as JSON.
  func bytes(of document: Document, blocks: BlockSelection) -> [UInt8] {
    guard document.record != nil, self != .json else { return document.json(blocks: blocks) + [0x0A] }
    var text =
      switch self {
      case .json: ""
      case .jsonld: SchemaOrgRenderer.render(document)
      case .markdown: MarkdownRenderer.render(document)
      case .text: PlainTextRenderer.render(document)
      case .html: HTMLRenderer.render(document)
      }
    if text.utf8.last != 0x0A { text += "\n" }
    return Array(text.utf8)
  }

  /// What stands between two documents: formats of more than one line need to be told apart.
  var separator: String {
    switch self {
    case .json, .jsonld: ""
    case .markdown, .text, .html: "\n"
    }
  }
}
