import Copydesk
import Pages
import RuleEngine

/// Makes articles by rules.
struct RuleArticleMaker: ArticleMaker {
  let worker: RuleWorker

  init(book: RuleBook) {
    worker = RuleWorker(book: book)
  }

  func record(of document: Document) throws -> ArticleRecord {
    guard let record = try processed(document).document.record else { return ArticleRecord() }
    return record
  }

  func processed(_ document: Document) throws -> ProcessedDocument {
    do {
      return try worker.process(document)
    } catch let error as PageError {
      throw UnreadablePage(code: "page-\(error.code)", message: error.description)
    }
  }
}

/// There is no page to be made of the bytes.
struct UnreadablePage: DocumentError, CustomStringConvertible {
  var code: String
  var message: String
  var description: String { message }
}
