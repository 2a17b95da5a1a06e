internal import CXML2

/// A page as libxml2 sees it, for XPath: built once from the arena, used for any number of expressions.
///
/// Belongs to one worker: it is not thread-safe and not `Sendable`.
public final class XPathContext {
  public let tree: Tree
  private let document: LibxmlDocument

  /// Copies the tree for libxml2; takes about as long as parsing it did.
  public init(_ tree: Tree) {
    self.tree = tree
    document = LibxmlDocument(tree)
  }

  /// How many steps libxml2 may take for one expression: a large page takes some hundred thousand for `//*`.
  static let stepLimit: UInt = 20_000_000
  static let longestExpression = 4096

  /// Evaluates an expression with the document as the context node.
  ///
  /// - Throws: ``SelectorError`` if a function is given what it cannot take, or the work exceeds the bound.
  public func evaluate(_ expression: XPathExpression, at node: Node? = nil) throws(SelectorError) -> XPathValue {
    try document.evaluate(expression.source, at: node ?? tree.root)
  }

  static func check(_ source: String) throws(SelectorError) {
    guard source.utf8.count <= longestExpression else {
      throw SelectorError(
        .tooComplex, selector: source, range: 0..<source.utf8.count, detail: "longer than \(longestExpression) bytes")
    }
    try LibxmlDocument.check(source)
  }
}
