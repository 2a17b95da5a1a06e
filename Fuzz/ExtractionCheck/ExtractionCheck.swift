import Copydesk
import Extraction
import Pages

/// Takes any bytes through all that happens to a document, and stops the process where a promise is broken.
public enum ExtractionCheck {
  /// Parses, extracts, and writes the record as JSON.
  /// - Returns: The size of the JSON; 0 where the bytes were refused as a page.
  @discardableResult
  public static func run(_ bytes: [UInt8], mediaType: String) -> Int {
    guard let page = try? Page.parse(bytes, contentType: mediaType) else { return 0 }
    let origin = Origin(url: "https://www.example.test/2024/05/06/a-page", source: "check")
    guard let record = try? Extractor().extract(page, origin: origin).record else {
      preconditionFailure("extraction without a rule threw an error")
    }
    check(record, against: page)
    var json = JSONWriter()
    record.article.write(to: &json)
    return json.count
  }

  /// Every block of the page is there once and in order, with a fate that fits it.
  private static func check(_ record: ArticleRecord, against page: Page) {
    precondition(record.blocks.count == page.blocks.count, "a block was lost")
    var position = 0
    for (index, block) in record.blocks.enumerated() {
      precondition(block.n == index + 1, "the blocks are not in order")
      for byte in block.text.utf8 {
        precondition(page.text[position] == byte, "a block's text was changed")
        position += 1
      }
      position += 1
      precondition(!block.by.isEmpty && !block.reason.isEmpty, "a decision without an author or a reason")
      if block.fate == .moved { precondition(block.to != nil, "moved to nowhere") }
      var end = 0
      for edit in block.edits {
        precondition(edit.range.lowerBound >= end && edit.range.upperBound <= block.text.utf8.count, "an edit out of place")
        end = edit.range.upperBound
      }
    }
    precondition(position == page.text.count, "text was lost")
  }
}
