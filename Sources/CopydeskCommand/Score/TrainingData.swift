import Copydesk
import CopydeskTesting
import Extraction
import Pages

/// Writes what the models learn from: of a labelled corpus, each page's labels and each reviewed block's text, verdict and features.
///
/// JSON Lines: first `{"features": […]}` with the features' names; then a line for each page, followed by a line for each of its reviewed
/// blocks. The texts stand in it whole, so the file is as confidential as the corpus.
struct TrainingData {
  private(set) var bytes: [UInt8] = []

  init() {
    line { $0.member("features", BlockExample.featureNames) }
  }

  /// Adds a page. One that cannot be read is left out.
  mutating func add(_ page: LabelledPage, of corpus: String) {
    guard let document = try? page.document, let parsed = try? Page.parse(document.content, contentType: document.mediaType)
    else {
      return
    }
    line { json in
      json.member("page", page.id)
      json.member("corpus", corpus)
      json.member("publisher", page.publisher)
      json.member("medium", parsed.kind.rawValue)
      if let paragraphs = page.paragraphs { json.member("paragraphs", paragraphs) }
      if let text = page.text { json.member("text", text) }
    }
    for example in Extractor().blockExamples(parsed, origin: document.origin) {
      line { json in
        json.member("block", example.block)
        json.member("text", example.text)
        json.member("kept", example.isKept)
        json.member("fixed", example.isFixed)
        json.member("x", example.features) { $0.value(.number((Double($1) * 10_000).rounded() / 10_000)) }
      }
    }
  }

  private mutating func line(_ members: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    writer.object { members(&$0) }
    bytes += writer.bytes
    bytes.append(0x0A)
  }
}
