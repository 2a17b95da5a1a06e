// End tags in the body.
extension TreeConstructor {
  mutating func endInBody(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    switch kind {
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption,
      .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search, .section, .select, .summary, .ul:
      if stack.last.kind == kind { return pop() }
      guard hasInScope(kind) else { return }
      closeImplied()
      popThrough(kind)
    case .p:
      if !stack.last.isInParagraph { insertImplied(.p, .p) }
      closeOpenParagraph()
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: adopt(tag, kind)
    case .li:
      guard hasInListScope(.li) else { return }
      closeImplied(except: .li)
      popThrough(.li)
    case .dd, .dt:
      guard hasInScope(kind) else { return }
      closeImplied(except: kind)
      popThrough(kind)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      guard hasHeadingInScope() else { return }
      closeImplied()
      while stack.count > 1 {
        let isHeading = stack.last.has(.heading)
        pop()
        if isHeading { break }
      }
    case .body, .html:
      guard hasInScope(.body) else { return }
      mode = .afterBody
      if kind == .html { end(tag, kind, &store) }
    case .form: endForm()
    case .template: endTemplate()
    case .applet, .marquee, .object:
      guard hasInScope(kind) else { return }
      closeImplied()
      popThrough(kind)
      clearFormattingToMarker()
    case .br:
      reconstructFormatting(&store)
      insertVoid(TagToken(name: .br, firstAttribute: 0, attributeCount: 0, isSelfClosing: false))
      allowsFrameset = false
    default: endAnyOther(tag)
    }
  }

  private mutating func endForm() {
    if isOpen(.template) {
      guard hasInScope(.form) else { return }
      closeImplied()
      popThrough(.form)
      return
    }
    let node = form
    form = -1
    guard node >= 0, let index = stackIndex(of: node), index > 0 else { return }
    for i in index + 1..<max(stack.count, index + 1) where stack[i].has(.bounds) { return }
    closeImplied()
    if let index = stackIndex(of: node) { removeFromStack(at: index) }
  }

  /// Closes the nearest open element of the name, unless a special element is nearer.
  mutating func endAnyOther(_ tag: TagToken) {
    var i = stack.count - 1
    while i > 0 {
      steps &+= 1
      let element = stack[i]
      if element.name == tag.name, !element.has(.foreign) {
        if i == stack.count - 1 { return pop() }
        closeImplied(except: element.kind == .other ? .html : element.kind)
        popTo(count: i)
        return
      }
      if element.has(.special) { return }
      i -= 1
    }
  }

  // MARK: - End of file

  mutating func endOfFile(_ store: inout TokenStore) {
    if mode == .inTableText { flushTableText(&store) }
    while true {
      switch mode {
      case .initial, .beforeHTML, .beforeHead: enterHead()
      case .inHead: leaveHead()
      case .inHeadNoscript:
        pop()
        mode = .inHead
      case .afterHead: return insertImpliedBody()
      case .text:
        pop()
        mode = originalMode
      default:
        guard isOpen(.template), templateModes.count > 0 else { return }
        popThrough(.template)
        clearFormattingToMarker()
        templateModes.count -= 1
        resetInsertionMode()
      }
    }
  }
}
