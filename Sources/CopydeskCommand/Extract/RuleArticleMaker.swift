import Copydesk
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
    try worker.process(document)
  }
}
