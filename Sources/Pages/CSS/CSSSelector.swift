/// A CSS selector, compiled once and matched over the arena.
///
/// Type, universal, class, id and attribute selectors (all operators, flags `i` and `s`), the four combinators, lists, `:not`, `:is`,
/// `:where`, `:has`, `:nth-child` and `:nth-last-child` (`of S` too), `:nth-of-type`, `:nth-last-of-type`, `:first-child`, `:last-child`,
/// `:only-child`, `:first-of-type`, `:last-of-type`, `:only-of-type`, `:empty`, `:root`, `:scope`, `:link`, `:any-link`, and one that is
/// not CSS: `:contains("text")`, which hits elements whose visible text, white space collapsed, has that text in it.
///
/// Element and attribute names match as in an HTML document; classes and ids match with regard to case, as in standards mode. The
/// content of `template` elements is not looked into. The work is bounded by the size of the tree times that of the selector.
public struct CSSSelector: Sendable {
  /// The selector as written.
  public let source: String
  private let program: CSSProgram

  /// Compiles a selector or a list of them.
  ///
  /// - Throws: ``SelectorError`` naming the part that is wrong or not known.
  public init(_ source: String) throws(SelectorError) {
    self.source = source
    program = try CSSParser.parse(source)
  }

  /// The elements that the selector hits, in document order: in the whole tree, or strictly within a node.
  ///
  /// As in a browser's `querySelectorAll`, the left part of a selector may hit what is outside `within`; `:scope` is `within`, or the root
  /// element.
  public func select(in tree: Tree, within: Node? = nil) -> [Node] {
    var matcher = CSSMatcher(program, tree: tree, scope: within ?? tree.root, isForWholeTree: true)
    let range = (within ?? tree.root).index + 1..<tree.subtree(within ?? tree.root).upperBound
    var found: [Node] = []
    for complex in program.list {
      matcher.forEachCandidate(complex, in: range) { matcher, node in
        if matcher.matches(complex, node) { found.append(node) }
        return true
      }
    }
    guard program.list.count > 1 else { return found }
    // Each selector's hits are in document order, and may be hit by another too.
    found.sort()
    var last: Node?
    return found.filter { node in
      defer { last = node }
      return node != last
    }
  }

  /// The first element that the selector hits, or `nil`.
  public func first(in tree: Tree, within: Node? = nil) -> Node? {
    var matcher = CSSMatcher(program, tree: tree, scope: within ?? tree.root, isForWholeTree: true)
    let range = (within ?? tree.root).index + 1..<tree.subtree(within ?? tree.root).upperBound
    var first: Node?
    for complex in program.list {
      matcher.forEachCandidate(complex, in: range) { matcher, node in
        if let first, node > first { return false }
        guard matcher.matches(complex, node) else { return true }
        first = node
        return false
      }
    }
    return first
  }

  /// Whether the selector hits an element.
  ///
  /// To ask for many elements of one tree, use ``select(in:within:)`` once: siblings, positions and `:has` are costly here.
  public func matches(_ node: Node, in tree: Tree) -> Bool {
    var matcher = CSSMatcher(program, tree: tree, scope: tree.root, isForWholeTree: false)
    return matcher.matchesAny(program.list, node)
  }
}

extension CSSSelector: Hashable, CustomStringConvertible {
  public static func == (a: CSSSelector, b: CSSSelector) -> Bool { a.source == b.source }
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
  public var description: String { source }
}
