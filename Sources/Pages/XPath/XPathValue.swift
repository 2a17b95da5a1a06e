/// What an XPath expression is worth on a page.
public enum XPathValue: Sendable, Hashable {
  /// Elements, and the document, in document order.
  case nodes([Node])
  /// The values of attributes, text and comment nodes, in document order.
  case strings([String])
  case string(String)
  case number(Double)
  case boolean(Bool)
}
