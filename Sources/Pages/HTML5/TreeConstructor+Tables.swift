// Tables and what is in them.
extension TreeConstructor {
  // MARK: - In table

  mutating func startInTable(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    switch kind {
    case .caption:
      clearToTable()
      pushMarker()
      insertElement(tag, kind)
      mode = .inCaption
    case .colgroup:
      clearToTable()
      insertElement(tag, kind)
      mode = .inColumnGroup
    case .col:
      clearToTable()
      insertImplied(.colgroup, .colgroup)
      mode = .inColumnGroup
      insertVoid(tag)
    case .tbody, .tfoot, .thead:
      clearToTable()
      insertElement(tag, kind)
      mode = .inTableBody
    case .td, .th, .tr:
      clearToTable()
      insertImplied(.tbody, .tbody)
      mode = .inTableBody
      return startInTableBody(&tag, kind, &store)
    case .table:
      guard hasInTableScope(.table) else { return .data }
      popThrough(.table)
      resetInsertionMode()
      return start(&tag, kind, &store)
    case .style, .script, .template: return startInHead(&tag, kind, &store) ?? .data
    case .input where isHidden(tag, store): insertVoid(tag)
    case .form:
      guard form < 0, !isOpen(.template) else { return .data }
      form = insertElement(tag, kind)
      pop()
    default:
      isFosterParenting = true
      defer { isFosterParenting = false }
      return startInBody(&tag, kind, &store)
    }
    return .data
  }

  mutating func endInTable(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    switch kind {
    case .table:
      guard hasInTableScope(.table) else { return }
      popThrough(.table)
      resetInsertionMode()
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
    case .template: endTemplate()
    default:
      isFosterParenting = true
      endInBody(tag, kind, &store)
      isFosterParenting = false
    }
  }

  private mutating func clear(to kinds: (ElementKind) -> Bool) {
    while stack.count > 1, !kinds(stack.last.kind) { pop() }
  }

  private mutating func clearToTable() { clear { $0 == .table || $0 == .template || $0 == .html } }

  private mutating func clearToTableBody() {
    clear { $0 == .tbody || $0 == .tfoot || $0 == .thead || $0 == .template || $0 == .html }
  }

  private mutating func clearToRow() { clear { $0 == .tr || $0 == .template || $0 == .html } }

  // MARK: - In column group

  mutating func startInColumnGroup(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    switch kind {
    case .html: return startInBody(&tag, kind, &store)
    case .col: insertVoid(tag)
    case .template: startTemplate(tag)
    default:
      guard stack.last.kind == .colgroup else { return .data }
      pop()
      mode = .inTable
      return startInTable(&tag, kind, &store)
    }
    return .data
  }

  mutating func endInColumnGroup(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    switch kind {
    case .col: break
    case .template: endTemplate()
    default:
      guard stack.last.kind == .colgroup else { return }
      pop()
      mode = .inTable
      if kind != .colgroup { endInTable(tag, kind, &store) }
    }
  }

  // MARK: - In table body

  mutating func startInTableBody(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    switch kind {
    case .tr:
      clearToTableBody()
      insertElement(tag, kind)
      mode = .inRow
    case .td, .th:
      clearToTableBody()
      insertImplied(.tr, .tr)
      mode = .inRow
      return startInRow(&tag, kind, &store)
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead:
      guard closeTableBody() else { return .data }
      return startInTable(&tag, kind, &store)
    default: return startInTable(&tag, kind, &store)
    }
    return .data
  }

  mutating func endInTableBody(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    switch kind {
    case .tbody, .tfoot, .thead:
      guard hasInTableScope(kind) else { return }
      clearToTableBody()
      pop()
      mode = .inTable
    case .table: if closeTableBody() { endInTable(tag, kind, &store) }
    case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: break
    default: endInTable(tag, kind, &store)
    }
  }

  private mutating func closeTableBody() -> Bool {
    guard hasInTableScope(.tbody) || hasInTableScope(.thead) || hasInTableScope(.tfoot) else { return false }
    clearToTableBody()
    pop()
    mode = .inTable
    return true
  }

  // MARK: - In row

  mutating func startInRow(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    switch kind {
    case .td, .th:
      clearToRow()
      insertElement(tag, kind)
      mode = .inCell
      pushMarker()
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr:
      guard closeRow() else { return .data }
      return startInTableBody(&tag, kind, &store)
    default: return startInTable(&tag, kind, &store)
    }
    return .data
  }

  mutating func endInRow(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    switch kind {
    case .tr: _ = closeRow()
    case .table: if closeRow() { endInTableBody(tag, kind, &store) }
    case .tbody, .tfoot, .thead:
      guard hasInTableScope(kind), closeRow() else { return }
      endInTableBody(tag, kind, &store)
    case .body, .caption, .col, .colgroup, .html, .td, .th: break
    default: endInTable(tag, kind, &store)
    }
  }

  private mutating func closeRow() -> Bool {
    guard hasInTableScope(.tr) else { return false }
    clearToRow()
    pop()
    mode = .inTableBody
    return true
  }

  // MARK: - In cell and in caption

  mutating func startInCell(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    switch kind {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
      guard mode == .inCaption ? closeCaption() : closeCell() else { return .data }
      return start(&tag, kind, &store)
    default: return startInBody(&tag, kind, &store)
    }
  }

  mutating func endInCell(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    switch kind {
    case .body, .col, .colgroup, .html: break
    case .caption:
      if mode == .inCaption { _ = closeCaption() }
    case .table:
      if mode == .inCaption {
        if closeCaption() { endInTable(tag, kind, &store) }
      } else if hasInTableScope(kind), closeCell() {
        end(tag, kind, &store)
      }
    case .td, .th:
      guard mode == .inCell, hasInTableScope(kind) else { return }
      closeImplied()
      popThrough(kind)
      clearFormattingToMarker()
      mode = .inRow
    case .tbody, .tfoot, .thead, .tr:
      guard mode == .inCell, hasInTableScope(kind), closeCell() else { return }
      end(tag, kind, &store)
    default: endInBody(tag, kind, &store)
    }
  }

  private mutating func closeCaption() -> Bool {
    guard hasInTableScope(.caption) else { return false }
    closeImplied()
    popThrough(.caption)
    clearFormattingToMarker()
    mode = .inTable
    return true
  }

  private mutating func closeCell() -> Bool {
    guard hasInTableScope(.td) || hasInTableScope(.th) else { return false }
    closeImplied()
    while stack.count > 1 {
      let kind = stack.last.kind
      pop()
      if kind == .td || kind == .th { break }
    }
    clearFormattingToMarker()
    mode = .inRow
    return true
  }
}
