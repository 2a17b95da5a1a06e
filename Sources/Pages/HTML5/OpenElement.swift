/// An entry of the stack of open elements.
struct OpenElement {
  var node: Int32
  /// Where children go: the node, or for a template its content.
  var place: Int32
  /// In lower case, as the tokenizer has it, even where an SVG element's own name is not.
  var name: Atom
  /// `other` for all foreign elements.
  var kind: ElementKind
  var namespace: Namespace
  var traits: ElementTraits
  /// Whether it is a `p` or has one open around it, in what the standard calls button scope. Nearly every start tag asks, and the answer may
  /// be hundreds of elements away.
  var isInParagraph = false

  @inline(__always)
  mutating func stand(in around: OpenElement) {
    isInParagraph = kind == .p || around.isInParagraph && !has(.bounds) && kind != .button
  }

  @inline(__always) func has(_ trait: ElementTraits) -> Bool { traits.rawValue & trait.rawValue != 0 }
}

/// An entry of the list of active formatting elements.
struct FormattingEntry {
  /// The element's node, or -1 for a marker.
  var node: Int32
  var kind: ElementKind
  /// Whether the element is on the stack. Text asks again and again, and the answer may be hundreds of elements away.
  var isOpen = true
  /// The tag that began it.
  var tag: TagToken

  static let marker = FormattingEntry(
    node: -1, kind: .other, tag: TagToken(name: .none, firstAttribute: 0, attributeCount: 0, isSelfClosing: false))

  @inline(__always) var isMarker: Bool { node < 0 }
  @inline(__always) var name: Atom { tag.name }
}

enum InsertionMode: UInt8 {
  case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable, inTableText, inCaption
  case inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody, inFrameset, afterFrameset, afterAfterBody
  case afterAfterFrameset
}

/// A node's place among its siblings, kept only once the order in which nodes were made is no longer document order.
struct NodeLinks {
  var firstChild: Int32 = -1
  var lastChild: Int32 = -1
  var previous: Int32 = -1
  var next: Int32 = -1

  /// The node's number in document order, kept where nothing asks for the sibling before it any more.
  var number: Int32 {
    get { previous }
    set { previous = newValue }
  }
}
