internal import CXML2

/// An XPath 1.0 expression, evaluated by libxml2 over a tree of its own that is built from the arena when first asked for.
public struct XPathExpression: Sendable, Hashable {
  /// The expression as written.
  public let source: String

  /// Checks an expression.
  ///
  /// - Throws: ``SelectorError`` if it is not XPath 1.0, or longer than 4096 bytes.
  public init(_ source: String) throws(SelectorError) {
    self.source = source
    try XPathContext.check(source)
  }

  /// Evaluates the expression on a page.
  ///
  /// Builds the tree anew; for several expressions on one page, make an ``XPathContext`` and keep it.
  ///
  /// - Throws: ``SelectorError`` if a function is given what it cannot take, or the work exceeds the bound.
  public func evaluate(in tree: Tree) throws(SelectorError) -> XPathValue {
    try XPathContext(tree).evaluate(self)
  }
}
