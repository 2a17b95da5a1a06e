import Copydesk
import Extraction
import Pages

/// What the host offers to rules, expressions and Lua plugins: constructors, edits, and handles on the document at work.
struct RuleHost {
  let state = ScriptState()
  private(set) var table = HostTable()

  /// The bounds of a rule's machine.
  static var limits: VMLimits {
    var limits = VMLimits()
    limits.memory = 32 << 20
    limits.documentInstructions = 20_000_000
    return limits
  }

  /// - Parameter modules: What scripts may `require`.
  init(modules: [RuleModule] = [], log: @escaping (_ text: String, _ chunk: String, _ line: Int) -> Void = { _, _, _ in }) {
    table.log = log
    for spec in RuleLanguage.constructors { table.function(spec.name) { RuleValue.construct(spec.name, $0) } }
    table.function("publisher") { RuleValue.construct("publisher", $0) }
    for spec in RuleLanguage.editConstructors { table.function(spec.name) { try EditReading.construct(spec, $0) } }
    table.function("transform") { RuleValue.construct("transform", $0) }
    let state = state
    declarePage(state)
    declareNode(state)
    declareBlocks(state)
    declareArticle(state)
    declareQuality(state)
    declareDocument(state)
    for module in modules { table.module(module.name, chunkName: module.path, source: module.text) }
  }

  // MARK: - Page

  private mutating func declarePage(_ state: ScriptState) {
    table.kind("page") { kind in
      kind.property("text") { _ in .string(String(decoding: try state.currentPage().text, as: UTF8.self)) }
      kind.property("kind") { _ in .string(try state.currentPage().kind.rawValue) }
      kind.property("url") { _ in state.url.map(LuaValue.string) ?? .nil }
      kind.property("blocks") { _ in ScriptHandle.blocks.value() }
      kind.method("select") { call in
        let selector = try state.selector(try Self.text(call, 1, "a CSS selector"))
        guard let tree = try state.currentTree() else { return .table(LuaTable()) }
        // A selector is tried on every node.
        call.charge(tree.count)
        return Self.nodes(selector.select(in: tree))
      }
      kind.method("xpath") { call in
        let expression = try state.expression(try Self.text(call, 1, "an XPath expression"))
        guard let tree = try state.currentTree() else { return .table(LuaTable()) }
        call.charge(tree.count)
        do {
          return Self.value(try expression.evaluate(in: tree))
        } catch {
          throw HostError(String(describing: error))
        }
      }
      kind.method("meta") { call in
        let name = try Self.text(call, 1, "a name")
        guard let tree = try state.currentTree() else { return .nil }
        call.charge(tree.count / 8)
        return try state.metadata().meta(name).first.map(LuaValue.string) ?? .nil
      }
      kind.method("jsonld") { call in
        let path = try Self.text(call, 1, "a path")
        guard let tree = try state.currentTree() else { return .nil }
        call.charge(tree.count / 4)
        let values = try state.metadata().jsonLD(path: path.split(separator: ".").map(String.init))
        return values.first.map { LuaValue($0) } ?? .nil
      }
    }
  }

  // MARK: - Node

  private mutating func declareNode(_ state: ScriptState) {
    func node(_ call: HostCall) throws -> (Tree, Node) {
      guard let tree = try state.currentTree(), let id = ScriptHandle.node.id(of: call.argument(0)), id < tree.count else {
        throw HostError("there is no such node on this page")
      }
      return (tree, Node(Int32(clamping: id)))
    }
    table.kind("node") { kind in
      kind.property("text") { call in
        let (tree, node) = try node(call)
        return .string(tree.text(of: node))
      }
      kind.property("name") { call in
        let (tree, node) = try node(call)
        return .string(tree.localName(node))
      }
      kind.property("path") { call in
        let (tree, node) = try node(call)
        return .string(tree.path(of: node))
      }
      kind.property("parent") { call in
        let (tree, node) = try node(call)
        guard let parent = tree.parent(node), tree.isElement(parent) else { return .nil }
        return ScriptHandle.node.value(Int(parent.index))
      }
      kind.property("blocks") { call in
        let (tree, node) = try node(call)
        let subtree = tree.subtree(node)
        let inside = try state.currentPage().blocks.enumerated().filter {
          subtree.contains($1.nodes.lowerBound) && !$1.nodes.isEmpty
        }
        call.charge(inside.count)
        return .table(LuaTable(elements: inside.map { ScriptHandle.block.value($0.offset) }))
      }
      kind.method("attr") { call in
        let (tree, node) = try node(call)
        guard tree.isElement(node), let name = tree.atom(named: try Self.text(call, 1, "a name")) else { return .nil }
        return tree.attribute(node, name).map(LuaValue.string) ?? .nil
      }
      kind.method("select") { call in
        let (tree, node) = try node(call)
        let selector = try state.selector(try Self.text(call, 1, "a CSS selector"))
        call.charge(tree.subtree(node).count)
        return Self.nodes(selector.select(in: tree, within: node))
      }
      kind.description { call in
        let (tree, node) = try node(call)
        return .string("node " + tree.path(of: node))
      }
    }
  }

  // MARK: - Blocks

  private mutating func declareBlocks(_ state: ScriptState) {
    table.kind("blocks") { kind in
      kind.length { _ in .integer(try state.currentPage().blocks.count) }
      kind.index { call in
        guard let n = call.argument(1).intValue, n >= 1, n <= (try state.currentPage().blocks.count) else { return .nil }
        return ScriptHandle.block.value(n - 1)
      }
    }
    func block(_ call: HostCall) throws -> (Page, Int) {
      let page = try state.currentPage()
      guard let index = ScriptHandle.block.id(of: call.argument(0)), index < page.blocks.count else {
        throw HostError("there is no such block on this page")
      }
      return (page, index)
    }
    table.kind("block") { kind in
      kind.property("n") { call in .integer(try block(call).1 + 1) }
      kind.property("text") { call in
        let (page, index) = try block(call)
        return .string(page.string(of: page.blocks[index]))
      }
      kind.property("kind") { call in
        let (page, index) = try block(call)
        return .string(String(describing: page.blocks[index].kind))
      }
      kind.property("level") { call in
        let (page, index) = try block(call)
        return .integer(Int(page.blocks[index].level))
      }
      kind.property("line") { call in
        let (page, index) = try block(call)
        return page.line(of: page.blocks[index]).map(LuaValue.integer) ?? .nil
      }
      kind.property("link_density") { call in
        let (page, index) = try block(call)
        return .number(page.linkDensity(of: page.blocks[index]))
      }
      kind.property("node") { call in
        let (page, index) = try block(call)
        guard let tree = page.tree, tree.isElement(page.blocks[index].container) else { return .nil }
        return ScriptHandle.node.value(Int(page.blocks[index].container.index))
      }
      kind.property("role") { call in
        let index = try block(call).1
        return (state.article?.decision(ofBlock: index)?.role.rawValue).map(LuaValue.string) ?? .nil
      }
      kind.property("fate") { call in
        let index = try block(call).1
        return (state.article?.decision(ofBlock: index)?.fate.rawValue).map(LuaValue.string) ?? .nil
      }
      kind.property("to") { call in
        let index = try block(call).1
        return (state.article?.decision(ofBlock: index)?.to?.rawValue).map(LuaValue.string) ?? .nil
      }
      kind.description { call in .string("block \(try block(call).1 + 1)") }
    }
  }

  // MARK: - Article

  private mutating func declareArticle(_ state: ScriptState) {
    table.kind("article") { kind in
      for field in Field.allCases where field != .articleBody {
        kind.property(field.rawValue) { _ in LuaValue(try state.currentArticle().value(of: field)) }
      }
      kind.property("articleBody") { _ in .string(try state.currentArticle().articleBody) }
      kind.property("wordCount") { _ in .integer(try state.currentArticle().wordCount) }
    }
  }

  // MARK: - Quality

  private mutating func declareQuality(_ state: ScriptState) {
    func quality() throws -> Quality {
      guard let quality = try state.currentDocument().record?.quality else {
        throw HostError("nobody has judged this article's quality")
      }
      return quality
    }
    table.kind("quality") { kind in
      kind.property("value") { _ in .number(try quality().value) }
      kind.property("signals") { _ in
        let signals = try quality().signals.sorted { $0.name < $1.name }
        return .table(LuaTable(members: signals.map { .init(key: $0.name, value: .number($0.value)) }))
      }
    }
  }

  /// A document's quality; `nil` before `extract`.
  static func quality(of document: Document) -> LuaValue {
    document.record?.quality == nil ? .nil : ScriptHandle.quality.value()
  }

  // MARK: - Document

  private mutating func declareDocument(_ state: ScriptState) {
    table.kind("document") { kind in
      kind.property("id") { _ in .string(try state.currentDocument().id) }
      kind.property("url") { _ in (try state.currentDocument().origin.url).map(LuaValue.string) ?? .nil }
      kind.property("source") { _ in (try state.currentDocument().origin.source).map(LuaValue.string) ?? .nil }
      kind.property("path") { _ in (try state.currentDocument().origin.path).map(LuaValue.string) ?? .nil }
      kind.property("media_type") { _ in (try state.currentDocument().mediaType).map(LuaValue.string) ?? .nil }
      kind.property("size") { _ in .integer(try state.currentDocument().content.count) }
      kind.property("metadata") { _ in Self.metadata(of: try state.currentDocument()) }
      kind.property("article") { _ in (try state.currentDocument().record) == nil ? .nil : ScriptHandle.article.value() }
      kind.property("quality") { _ in Self.quality(of: try state.currentDocument()) }
      kind.property("findings") { _ in
        let findings = try state.currentDocument().record?.findings ?? []
        return .table(
          LuaTable(
            elements: findings.map {
              .table(
                LuaTable(members: [
                  .init(key: "code", value: .string($0.code)), .init(key: "message", value: .string($0.message)),
                ]))
            }))
      }
      DocumentChange.declare(&kind, state)
    }
  }

  // MARK: - Arguments and results

  static func text(_ call: HostCall, _ index: Int, _ what: String) throws -> String {
    guard let text = call.argument(index).stringValue else {
      throw HostError("expected \(what), found \(RuleValue(call.argument(index)).kind)")
    }
    return text
  }

  /// A document's free-form facts, as a table.
  static func metadata(of document: Document) -> LuaValue {
    let members = document.metadata.sorted { $0.key < $1.key }.filter { $0.value != .null }
    return .table(LuaTable(members: members.map { LuaTable.Member(key: $0.key, value: LuaValue($0.value)) }))
  }

  /// More nodes than this are no use to a rule.
  private static let maximumNodes = 10_000

  private static func nodes(_ nodes: [Node]) -> LuaValue {
    .table(LuaTable(elements: nodes.prefix(maximumNodes).map { ScriptHandle.node.value(Int($0.index)) }))
  }

  private static func value(_ result: XPathValue) -> LuaValue {
    switch result {
    case .nodes(let nodes): Self.nodes(nodes)
    case .strings(let texts): .table(LuaTable(elements: texts.prefix(maximumNodes).map(LuaValue.string)))
    case .string(let text): .string(text)
    case .number(let number): .number(number)
    case .boolean(let value): .bool(value)
    }
  }
}
