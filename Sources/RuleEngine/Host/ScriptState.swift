import Copydesk
import Extraction
import Pages

/// What the handles of a machine stand for while a document is being worked on; empty in between.
final class ScriptState {
  var page: Page?
  var url: String?
  var article: (any ArticleReading)?
  var document: Document?
  /// What the page's head says; read when it is first asked for.
  var facts: Metadata?
  /// What a transform's script asked for.
  var changes: [DocumentChange] = []

  private var selectors: [String: CSSSelector] = [:]
  private var expressions: [String: XPathExpression] = [:]
  private static let cacheLimit = 256

  func reset() {
    page = nil
    url = nil
    article = nil
    document = nil
    changes = []
    facts = nil
  }

  func metadata() throws -> Metadata {
    if let facts { return facts }
    let read = Metadata(page: try currentPage(), url: url)
    facts = read
    return read
  }

  func currentPage() throws -> Page {
    guard let page else { throw HostError("there is no page here") }
    return page
  }

  func currentTree() throws -> Tree? { try currentPage().tree }

  func currentArticle() throws -> any ArticleReading {
    guard let article else { throw HostError("there is no article yet: 'extract' makes it") }
    return article
  }

  func currentDocument() throws -> Document {
    guard let document else { throw HostError("there is no document here") }
    return document
  }

  /// Scripts say the same selectors again and again.
  func selector(_ source: String) throws -> CSSSelector {
    if let known = selectors[source] { return known }
    do {
      let selector = try CSSSelector(source)
      if selectors.count >= Self.cacheLimit { selectors.removeAll() }
      selectors[source] = selector
      return selector
    } catch {
      throw HostError(RuleProblem.badSelector(message: error.description).message)
    }
  }

  func expression(_ source: String) throws -> XPathExpression {
    if let known = expressions[source] { return known }
    do {
      let expression = try XPathExpression(source)
      if expressions.count >= Self.cacheLimit { expressions.removeAll() }
      expressions[source] = expression
      return expression
    } catch {
      throw HostError(RuleProblem.badXPath(message: error.description).message)
    }
  }
}
