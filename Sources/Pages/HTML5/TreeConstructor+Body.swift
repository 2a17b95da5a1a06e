// Start tags in the body.
extension TreeConstructor {
  mutating func startInBody(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    switch kind {
    case .other, .ruby, .span, .sub, .sup, .var, .mi, .mo, .mn, .ms, .mtext, .annotationXML, .mglyph, .malignmark, .foreignObject,
      .desc:
      reconstructFormatting(&store)
      insertElement(tag, kind)
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption, .figure,
      .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary, .ul:
      closeParagraph()
      insertElement(tag, kind)
    case .a:
      closeOpenAnchor(tag)
      startFormatting(tag, kind, &store)
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      startFormatting(tag, kind, &store)
    case .area, .br, .embed, .img, .keygen, .wbr:
      reconstructFormatting(&store)
      insertVoid(tag)
      allowsFrameset = false
    case .li, .dd, .dt: startListItem(tag, kind)
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return startInHead(&tag, kind, &store) ?? .data
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraph()
      if stack.last.has(.heading) { pop() }
      insertElement(tag, kind)
    case .param, .source, .track: insertVoid(tag)
    case .button:
      if hasInScope(.button) {
        closeImplied()
        popThrough(.button)
      }
      reconstructFormatting(&store)
      insertElement(tag, kind)
      allowsFrameset = false
    case .form:
      guard form < 0 || isOpen(.template) else { return .data }
      closeParagraph()
      let node = insertElement(tag, kind)
      if !isOpen(.template) { form = node }
    case .input, .hr, .select, .option, .optgroup, .selectedcontent: startControl(tag, kind, &store)
    case .table:
      if !isQuirky { closeParagraph() }
      insertElement(tag, kind)
      allowsFrameset = false
      mode = .inTable
    case .pre, .listing:
      closeParagraph()
      insertElement(tag, kind)
      ignoresLineFeed = true
      allowsFrameset = false
    case .iframe:
      allowsFrameset = false
      return startRawText(tag, kind, .rawtext)
    case .textarea:
      let content = startRawText(tag, kind, .rcdata)
      ignoresLineFeed = true
      allowsFrameset = false
      return content
    case .noembed: return startRawText(tag, kind, .rawtext)
    case .noscript:
      if isScripting { return startRawText(tag, kind, .rawtext) }
      reconstructFormatting(&store)
      insertElement(tag, kind)
    case .xmp:
      closeParagraph()
      reconstructFormatting(&store)
      allowsFrameset = false
      return startRawText(tag, kind, .rawtext)
    case .plaintext:
      closeParagraph()
      insertElement(tag, kind)
      return .plaintext
    case .nobr:
      reconstructFormatting(&store)
      if hasInScope(.nobr) {
        adopt(tag, kind)
        reconstructFormatting(&store)
      }
      pushFormatting(tag, kind, insertElement(tag, kind), store)
    case .applet, .marquee, .object:
      reconstructFormatting(&store)
      insertElement(tag, kind)
      pushMarker()
      allowsFrameset = false
    case .image:
      tag.name = .img
      return startInBody(&tag, .img, &store)
    case .rb, .rtc, .rp, .rt:
      if hasInScope(.ruby) { closeImplied(except: kind == .rp || kind == .rt ? .rtc : .other) }
      insertElement(tag, kind)
    case .math, .svg:
      reconstructFormatting(&store)
      insertForeign(&tag, kind == .svg ? .svg : .mathml, &store)
    case .html:
      if !isOpen(.template) { merge(tag, into: stack[0].node, false, store) }
    case .body:
      guard stack.count > 1, stack[1].kind == .body, !isOpen(.template) else { return .data }
      allowsFrameset = false
      merge(tag, into: stack[1].node, true, store)
    case .frameset: replaceBody(tag)
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    }
    return .data
  }

  @inline(__always)
  private mutating func startFormatting(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    reconstructFormatting(&store)
    pushFormatting(tag, kind, insertElement(tag, kind), store)
  }

  /// Anchors do not nest: one that is open is closed first.
  private mutating func closeOpenAnchor(_ tag: TagToken) {
    guard let index = activeFormattingIndex(.a) else { return }
    let node = formatting[index].node
    adopt(tag, .a)
    if let index = formattingIndex(of: node) { formatting.remove(at: index) }
    if isOpen(.a), let index = stackIndex(of: node), index > 0 { removeFromStack(at: index) }
  }

  private mutating func startListItem(_ tag: TagToken, _ kind: ElementKind) {
    allowsFrameset = false
    var i = stack.count - 1
    while i >= 0 {
      steps &+= 1
      let element = stack[i]
      if kind == .li ? element.kind == .li : element.kind == .dd || element.kind == .dt {
        closeImplied(except: element.kind)
        popThrough(element.kind)
        break
      }
      if element.has(.special), element.kind != .address, element.kind != .div, element.kind != .p { break }
      i -= 1
    }
    closeParagraph()
    insertElement(tag, kind)
  }

  private mutating func startControl(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    switch kind {
    case .input:
      if context?.kind == .select { return }
      if hasInScope(.select) { popThrough(.select) }
      reconstructFormatting(&store)
      insertVoid(tag)
      if !isHidden(tag, store) { allowsFrameset = false }
    case .hr:
      closeParagraph()
      if hasInScope(.select) { closeImplied() }
      insertVoid(tag)
      allowsFrameset = false
    case .select:
      if context?.kind == .select { return }
      if hasInScope(.select) { return popThrough(.select) }
      reconstructFormatting(&store)
      insertElement(tag, kind)
      allowsFrameset = false
    case .option:
      if hasInScope(.select) {
        closeImplied(except: .optgroup)
      } else if stack.last.kind == .option {
        pop()
      }
      reconstructFormatting(&store)
      insertElement(tag, kind)
    case .optgroup:
      if hasInScope(.select) {
        closeImplied()
      } else if stack.last.kind == .option {
        pop()
      }
      reconstructFormatting(&store)
      insertElement(tag, kind)
    default:
      reconstructFormatting(&store)
      let node = insertElement(tag, kind)
      if isOpen(.select), selectedContents.count < 64 { selectedContents.append(node) }
    }
  }

  func isHidden(_ tag: TagToken, _ store: borrowing TokenStore) -> Bool {
    guard let value = value(of: .type, tag, store) else { return false }
    return ASCIIText.equals(store.bytes(value), "hidden")
  }

  func value(of name: Atom, _ tag: TagToken, _ store: borrowing TokenStore) -> ByteRange? {
    for i in 0..<tag.attributeCount where store.attributes[tag.firstAttribute + i].name == name {
      return store.attributes[tag.firstAttribute + i].value
    }
    return nil
  }

  /// Adds the attributes an element does not have yet. They are gathered aside, so that a page of nothing but `html` tags costs no more
  /// than another.
  private mutating func merge(
    _ tag: TagToken, into node: Int32, _ isBody: Bool, _ store: borrowing TokenStore
  ) {
    let record = nodes[Int(node)]
    guard tag.attributeCount > 0, record.kind == .element else { return }
    if isBody { mergedBody.add(tag, to: record, store) } else { mergedRoot.add(tag, to: record, store) }
  }

  /// A frameset in place of a body that has nothing to lose.
  private mutating func replaceBody(_ tag: TagToken) {
    guard stack.count > 1, stack[1].kind == .body, allowsFrameset else { return }
    linkSiblings()
    unlink(stack[1].node)
    popTo(count: 1)
    insertElement(tag, .frameset)
    mode = .inFrameset
  }
}

/// Comparisons of page bytes with words of the standard.
enum ASCIIText {
  /// Whether the bytes are the word, which is in lower case, in any case.
  static func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard bytes.count == word.utf8CodeUnitCount else { return false }
    for i in 0..<bytes.count {
      let byte = bytes[i]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != word.utf8Start[i] { return false }
    }
    return true
  }
}
