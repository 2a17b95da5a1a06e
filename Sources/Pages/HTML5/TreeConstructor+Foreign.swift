// SVG and MathML within HTML.
extension TreeConstructor {
  /// Whether a start tag falls under the rules for foreign content.
  @inline(__always)
  func isForeignStart(_ kind: ElementKind) -> Bool {
    guard stack.count > 0 else { return false }
    let current = adjustedCurrent
    guard current.has(.foreign) else { return false }
    return isForeignStart(kind, in: current)
  }

  private func isForeignStart(_ kind: ElementKind, in current: OpenElement) -> Bool {
    if current.has(.htmlIntegration) { return false }
    if current.has(.mathTextIntegration) { return kind == .mglyph || kind == .malignmark }
    if kind == .svg, current.namespace == .mathml, current.name == .annotationXML { return false }
    return true
  }

  mutating func foreignStart(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    if leavesForeign(tag, kind, store) {
      leaveForeign()
      return start(&tag, kind, &store)
    }
    insertForeign(&tag, adjustedCurrent.namespace, &store)
    return .data
  }

  private func leavesForeign(_ tag: TagToken, _ kind: ElementKind, _ store: borrowing TokenStore) -> Bool {
    switch kind {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5, .h6, .head,
      .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup,
      .table, .tt, .u, .ul, .var:
      true
    case .font:
      value(of: .color, tag, store) != nil || value(of: .face, tag, store) != nil || value(of: .size, tag, store) != nil
    default: false
    }
  }

  private mutating func leaveForeign() {
    while stack.count > 1, stack.last.has(.foreign), !stack.last.has(.htmlIntegration), !stack.last.has(.mathTextIntegration) {
      pop()
    }
  }

  mutating func foreignEnd(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    if kind == .br || kind == .p {
      leaveForeign()
      return end(tag, kind, &store)
    }
    var i = stack.count - 1
    while i > 0 {
      steps += 1
      if stack[i].name == tag.name { return popTo(count: i) }
      i -= 1
      if !stack[i].has(.foreign) { return end(tag, kind, &store) }
    }
  }

  mutating func insertForeign(_ tag: inout TagToken, _ namespace: Namespace, _ store: inout TokenStore) {
    adjustAttributes(tag, namespace, &store)
    let kind = kind(of: tag.name)
    let traits = Self.foreignTraits(kind, namespace, isHTML: kind == .annotationXML && encodesHTML(tag, store))
    var record = elementRecord(tag)
    record.namespace = namespace
    // Adjusted names are not those of the tag.
    for i in tag.firstAttribute..<tag.firstAttribute + tag.attributeCount { record.noteAttribute(store.attributes[i].name) }
    if namespace == .svg, tag.name.isFixed { record.name = ForeignNames.svgElements[Int(tag.name.rawValue)] }
    let node = append(record, at: insertionPlace())
    guard !tag.isSelfClosing else { return }
    push(OpenElement(node: node, place: node, name: tag.name, kind: .other, namespace: namespace, traits: traits))
  }

  static func foreignTraits(_ kind: ElementKind, _ namespace: Namespace, isHTML: Bool) -> ElementTraits {
    switch (namespace, kind) {
    case (.mathml, .mi), (.mathml, .mo), (.mathml, .mn), (.mathml, .ms), (.mathml, .mtext):
      [.foreign, .special, .bounds, .mathTextIntegration]
    case (.mathml, .annotationXML): isHTML ? [.foreign, .special, .bounds, .htmlIntegration] : [.foreign, .special, .bounds]
    case (.svg, .foreignObject), (.svg, .desc), (.svg, .title): [.foreign, .special, .bounds, .htmlIntegration]
    default: .foreign
    }
  }

  private func encodesHTML(_ tag: TagToken, _ store: borrowing TokenStore) -> Bool {
    guard let value = value(of: .encoding, tag, store) else { return false }
    let bytes = store.bytes(value)
    return ASCIIText.equals(bytes, "text/html") || ASCIIText.equals(bytes, "application/xhtml+xml")
  }

  private func adjustAttributes(_ tag: TagToken, _ namespace: Namespace, _ store: inout TokenStore) {
    for i in tag.firstAttribute..<tag.firstAttribute + tag.attributeCount {
      let name = store.attributes[i].name
      guard name.isFixed else { continue }
      if namespace == .svg {
        store.attributes[i].name = ForeignNames.svgAttributes[Int(name.rawValue)]
      } else if name == ForeignNames.definitionURL.small {
        store.attributes[i].name = ForeignNames.definitionURL.spelled
      }
    }
  }
}
