import Copydesk
import Extraction

extension OutputFormat {
  /// A document in this form, with one line feed at the end.
  func bytes(of document: Document, blocks: BlockSelection) -> [UInt8] {
    var bytes =
      switch self {
      case .json: document.json(blocks: blocks, pretty: true)
      case .jsonld: Array(SchemaOrgRenderer.render(document, pretty: true).utf8)
      case .markdown: Array(MarkdownRenderer.render(document).utf8)
      case .text: Array(PlainTextRenderer.render(document).utf8)
      case .html: Array(HTMLRenderer.render(document).utf8)
      }
    while bytes.last == 0x0A { bytes.removeLast() }
    return bytes + [0x0A]
  }
}
