/// Parsed input, immutable: an HTML page as a tree, or a text dump as lines; both cut into blocks.
public struct Page: Sendable {
  public enum Kind: String, Sendable { case html, text }

  public let kind: Kind
  /// The node arena of an HTML page; `nil` for a text dump.
  public let tree: Tree?
  /// The page's normalised text in UTF-8: every block's text, each followed by one line feed.
  public let text: [UInt8]
  public let blocks: [PageBlock]
  /// Hyperlinks within blocks, in document order.
  public let links: [PageLink]
  /// Which charset the bytes were read as, and on whose word.
  public let charset: CharsetVerdict
  /// What had to be done to the input to read it, such as `replaced 3 invalid bytes` or `nesting cut at 512 levels`.
  public let notes: [String]
}

/// A paragraph-level run of text.
public struct PageBlock: Sendable, Hashable {
  public enum Kind: UInt8, Sendable {
    case paragraph, heading, listItem, quote, caption, tableRow, preformatted, line
  }

  public var kind: Kind
  /// The level of a heading (1–6), the depth of a list item (from 1); else 0.
  public var level: UInt8
  /// Whether an empty line (text) or a paragraph-level gap (HTML: always) precedes the block.
  public var followsGap: Bool
  @usableFromInline let isOfText: Bool
  /// Where the text is in ``Page/text``, without the line feed.
  @inlinable public var text: Range<Int> { Self.wide(textRange) }
  /// The nearest block-level element around the run; the document node in a text dump.
  public var container: Node
  /// The arena nodes of the run, as an index range; empty in a text dump.
  @inlinable public var nodes: Range<Int32> { isOfText ? 0..<0 : place }
  /// The lines of the input that the block spans, from 1; only for text dumps, else empty.
  @inlinable public var lines: Range<Int> { isOfText ? Self.wide(place) : 0..<0 }
  /// Indices into ``Page/links``.
  @inlinable public var links: Range<Int> { Self.wide(linkRange) }

  // A page of a hundred thousand table rows has as many blocks, so each is kept small; no page has 2³¹ bytes.
  @usableFromInline var textRange: Range<Int32>
  /// The nodes of a page, the lines of a text.
  @usableFromInline var place: Range<Int32>
  @usableFromInline let linkRange: Range<Int32>

  /// A block of an HTML page.
  init(kind: Kind, level: UInt8, text: Range<Int>, container: Node, nodes: Range<Int32>, links: Range<Int>) {
    self.kind = kind
    self.level = level
    self.container = container
    followsGap = true
    isOfText = false
    textRange = Self.narrow(text)
    place = nodes
    linkRange = Self.narrow(links)
  }

  /// A line of a text dump.
  init(text: Range<Int>, lines: Range<Int>, isListItem: Bool, followsGap: Bool) {
    kind = isListItem ? .listItem : .line
    level = isListItem ? 1 : 0
    container = Node(0)
    self.followsGap = followsGap
    isOfText = true
    textRange = Self.narrow(text)
    place = Self.narrow(lines)
    linkRange = 0..<0
  }

  /// Takes in the next line of the paragraph that a dump has wrapped.
  mutating func join(line: Int, textEnd: Int) {
    if kind == .line { kind = .paragraph }
    textRange = Self.narrow(text.lowerBound..<textEnd)
    place = Self.narrow(lines.lowerBound..<line + 1)
  }

  @inlinable static func wide(_ range: Range<Int32>) -> Range<Int> { Int(range.lowerBound)..<Int(range.upperBound) }

  @inlinable static func narrow(_ range: Range<Int>) -> Range<Int32> {
    Int32(truncatingIfNeeded: range.lowerBound)..<Int32(truncatingIfNeeded: range.upperBound)
  }
}

/// A hyperlink within a block.
public struct PageLink: Sendable, Hashable {
  /// Where the anchor text is in ``Page/text``.
  public var text: Range<Int>
  /// The `a` element.
  public var node: Node
}

/// Which charset a page was read as, and why.
public struct CharsetVerdict: Sendable, Hashable {
  public enum Basis: String, Sendable { case bom, header, meta, sniffed, assumed }

  /// The WHATWG name, in lower case: `utf-8`, `windows-1252`, …
  public var name: String
  public var basis: Basis
}
