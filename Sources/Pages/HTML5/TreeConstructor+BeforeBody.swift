// The modes from the start of the page to the start of its body.
extension TreeConstructor {
  /// Takes one step from before the head towards being in it, for a token that neither brings nor needs a tag.
  mutating func enterHead() {
    switch mode {
    case .initial:
      // A page without a doctype is quirky.
      isQuirky = true
      mode = .beforeHTML
    case .beforeHTML:
      insertRoot(TagToken(name: .html, firstAttribute: 0, attributeCount: 0, isSelfClosing: false))
    default:
      head = insertImplied(.head, .head)
      mode = .inHead
    }
  }

  private mutating func insertRoot(_ tag: TagToken) {
    var record = elementRecord(tag)
    record.parent = 0
    open(append(record), .html, .html)
    mode = .beforeHead
  }

  mutating func leaveHead() {
    pop()
    mode = .afterHead
  }

  mutating func insertImpliedBody() {
    insertImplied(.body, .body)
    mode = .inBody
  }

  mutating func startBeforeBody(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    while true {
      switch mode {
      case .initial: enterHead()
      case .beforeHTML:
        if kind == .html {
          insertRoot(tag)
          return .data
        }
        enterHead()
      case .beforeHead:
        if kind == .html { return startInBody(&tag, kind, &store) }
        if kind == .head {
          head = insertElement(tag, kind)
          mode = .inHead
          return .data
        }
        enterHead()
      case .inHead:
        if let content = startInHead(&tag, kind, &store) { return content }
        leaveHead()
      case .inHeadNoscript:
        switch kind {
        case .html: return startInBody(&tag, kind, &store)
        case .basefont, .bgsound, .link, .meta, .noframes, .style: return startInHead(&tag, kind, &store) ?? .data
        case .head, .noscript: return .data
        default:
          pop()
          mode = .inHead
        }
      case .afterHead:
        switch kind {
        case .html: return startInBody(&tag, kind, &store)
        case .body:
          insertElement(tag, kind)
          allowsFrameset = false
          mode = .inBody
          return .data
        case .frameset:
          insertElement(tag, kind)
          mode = .inFrameset
          return .data
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
          return startInClosedHead(&tag, kind, &store)
        case .head: return .data
        default: insertImpliedBody()
        }
      default: return start(&tag, kind, &store)
      }
    }
  }

  /// Puts what belongs into the head there although the head has ended.
  private mutating func startInClosedHead(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    guard head >= 0 else { return .data }
    checkOrder(head)
    let node = head
    open(node, .head, .head)
    let content = startInHead(&tag, kind, &store) ?? .data
    if let index = stackIndex(of: node) { removeFromStack(at: index) }
    needsOrderCheck = true
    return content
  }

  /// The rules of "in head"; `nil` for a tag that ends the head. Other modes use them as well.
  mutating func startInHead(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel? {
    switch kind {
    case .html: return startInBody(&tag, kind, &store)
    case .base, .basefont, .bgsound, .link, .meta:
      insertVoid(tag)
      return .data
    case .title: return startRawText(tag, kind, .rcdata)
    case .noscript where !isScripting:
      insertElement(tag, kind)
      mode = .inHeadNoscript
      return .data
    case .noscript, .noframes, .style: return startRawText(tag, kind, .rawtext)
    case .script: return startRawText(tag, kind, .scriptData)
    case .template:
      startTemplate(tag)
      return .data
    case .head: return .data
    default: return nil
    }
  }

  /// Opens an element that holds nothing but text.
  mutating func startRawText(_ tag: TagToken, _ kind: ElementKind, _ content: ContentModel) -> ContentModel {
    insertElement(tag, kind)
    originalMode = mode
    mode = .text
    return content
  }

  mutating func endBeforeBody(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    while true {
      switch mode {
      case .initial: enterHead()
      case .beforeHTML, .beforeHead:
        guard kind == .head || kind == .body || kind == .html || kind == .br else { return }
        enterHead()
      case .inHead:
        switch kind {
        case .head: return leaveHead()
        case .body, .html, .br: leaveHead()
        case .template: return endTemplate()
        default: return
        }
      case .inHeadNoscript:
        guard kind == .noscript || kind == .br else { return }
        pop()
        mode = .inHead
        if kind == .noscript { return }
      case .afterHead:
        if kind == .template { return endTemplate() }
        guard kind == .body || kind == .html || kind == .br else { return }
        insertImpliedBody()
      default: return end(tag, kind, &store)
      }
    }
  }

  // MARK: - Templates

  mutating func startTemplate(_ tag: TagToken) {
    let node = append(elementRecord(tag), at: insertionPlace())
    let content = append(NodeRecord(kind: .templateContent, parent: node, end: 0))
    holdsTemplates = true
    push(
      OpenElement(
        node: node, place: content, name: tag.name, kind: .template, namespace: .html,
        traits: traitsByKind[Int(ElementKind.template.rawValue)]))
    pushMarker()
    allowsFrameset = false
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  mutating func endTemplate() {
    guard isOpen(.template) else { return }
    closeThoroughlyImplied()
    popThrough(.template)
    clearFormattingToMarker()
    if templateModes.count > 0 { templateModes.count -= 1 }
    resetInsertionMode()
  }

  mutating func startInTemplate(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    let next: InsertionMode
    switch kind {
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return startInHead(&tag, kind, &store) ?? .data
    case .caption, .colgroup, .tbody, .tfoot, .thead: next = .inTable
    case .col: next = .inColumnGroup
    case .tr: next = .inTableBody
    case .td, .th: next = .inRow
    default: next = .inBody
    }
    if templateModes.count > 0 { templateModes[templateModes.count - 1] = next }
    mode = next
    return start(&tag, kind, &store)
  }

  // MARK: - Framesets

  mutating func startInFrameset(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    switch kind {
    case .html: return startInBody(&tag, kind, &store)
    case .frameset where mode == .inFrameset: insertElement(tag, kind)
    case .frame where mode == .inFrameset: insertVoid(tag)
    case .noframes: return startInHead(&tag, kind, &store) ?? .data
    default: break
    }
    return .data
  }

  mutating func endInFrameset(_ tag: TagToken, _ kind: ElementKind) {
    switch (mode, kind) {
    case (.inFrameset, .frameset):
      guard stack.count > 1 else { return }
      pop()
      if context == nil, stack.last.kind != .frameset { mode = .afterFrameset }
    case (.afterFrameset, .html): mode = .afterAfterFrameset
    default: break
    }
  }
}
