/// Finds the table that a rule returns in the text of the rule, and keeps where each of its parts stands.
struct SourceMap: Sendable {
  let lines: LineTable
  /// The expression after `return`; `nil` where the file has none.
  let root: SourceNode?
  /// The tokens, for a message that has only a line and a word.
  private let tokens: [LuaToken]
  private let source: [UInt8]

  init(_ source: [UInt8]) {
    self.source = source
    lines = LineTable(source)
    tokens = LuaLexer.tokens(of: source)
    var reader = SourceMapReader(source: source, tokens: tokens)
    root = reader.read()
  }

  /// The first token on a line that reads `word`; the Lua compiler names the token it stumbled over, but not its column.
  func token(_ word: String, onLine line: Int) -> Range<Int>? {
    let wanted = Array(word.utf8)
    guard let onLine = lines.trimmedRange(ofLine: line) else { return nil }
    return tokens.first { onLine.contains($0.range.lowerBound) && source[$0.range].elementsEqual(wanted) }?.range
  }
}

/// A reader of as much Lua grammar as places need: statements are skipped, table constructors and calls are entered.
private struct SourceMapReader {
  let source: [UInt8]
  let tokens: [LuaToken]
  var at = 0
  /// Locals of the chunk whose value is written down, so that `local base = { … }` keeps its places where it is used.
  var locals: [String: SourceNode] = [:]

  static let maximumDepth = 64

  init(source: [UInt8], tokens: [LuaToken]) {
    self.source = source
    self.tokens = tokens
  }

  func text(_ index: Int) -> String? {
    index < tokens.count ? String(decoding: source[tokens[index].range], as: UTF8.self) : nil
  }

  func isSymbol(_ index: Int, _ symbol: StaticString) -> Bool { reads(index, .symbol, symbol) }

  func isKeyword(_ index: Int, _ word: StaticString) -> Bool { reads(index, .keyword, word) }

  /// Compares bytes in place: this is asked several times of each token.
  private func reads(_ index: Int, _ kind: LuaToken.Kind, _ text: StaticString) -> Bool {
    guard index < tokens.count, tokens[index].kind == kind, tokens[index].range.count == text.utf8CodeUnitCount else {
      return false
    }
    let start = tokens[index].range.lowerBound
    return text.withUTF8Buffer { buffer in buffer.indices.allSatisfy { source[start + $0] == buffer[$0] } }
  }

  /// Reads the chunk: locals at its top level, then the value of its `return`.
  mutating func read() -> SourceNode? {
    while at < tokens.count {
      if isKeyword(at, "return") {
        at += 1
        return expression(depth: 0)
      }
      if isKeyword(at, "local"), at + 2 < tokens.count, tokens[at + 1].kind == .name, isSymbol(at + 2, "=") {
        let name = text(at + 1)
        at += 3
        if let name, let node = expression(depth: 0) { locals[name] = node }
      } else if opensBlock(at) {
        skipBlock()
      } else {
        at += 1
      }
    }
    return nil
  }

  func opensBlock(_ index: Int) -> Bool {
    isKeyword(index, "function") || isKeyword(index, "if") || isKeyword(index, "do") || isKeyword(index, "repeat")
  }

  /// From a word that opens a block to past the one that closes it. `while` and `for` open theirs with `do`.
  mutating func skipBlock() {
    var depth = 0
    while at < tokens.count {
      if opensBlock(at) { depth += 1 }
      if isKeyword(at, "end") || isKeyword(at, "until") { depth -= 1 }
      at += 1
      if depth == 0 { return }
    }
  }

  /// Reads one expression, up to what ends it in a table, an argument list or a statement.
  mutating func expression(depth: Int) -> SourceNode? {
    guard at < tokens.count else { return nil }
    let start = at
    var node = primary(depth: depth)
    if !endsExpression(at) {
      // An operator: what comes out is computed, only its extent is known.
      skipToEndOfExpression()
      node = nil
    }
    guard at > start else { return nil }
    let range = tokens[start].range.lowerBound..<tokens[at - 1].range.upperBound
    var result = node ?? SourceNode(range: range)
    result.range = range
    return result
  }

  /// A literal, a table, a call with a table or string, or the name of a local.
  private mutating func primary(depth: Int) -> SourceNode? {
    guard at < tokens.count, depth < Self.maximumDepth else { return nil }
    let token = tokens[at]
    switch token.kind {
    case .string:
      at += 1
      return SourceNode(range: token.range, content: token.isVerbatim ? token.content : nil)
    case .number:
      at += 1
      return SourceNode(range: token.range)
    case .symbol where isSymbol(at, "{"):
      return table(depth: depth)
    case .keyword where opensBlock(at):
      skipBlock()
      return SourceNode(range: token.range)
    case .keyword:
      at += 1
      return SourceNode(range: token.range)
    case .name:
      return nameOrCall(depth: depth)
    default:
      return nil
    }
  }

  private mutating func nameOrCall(depth: Int) -> SourceNode? {
    let name = text(at)
    at += 1
    while isSymbol(at, "."), at + 1 < tokens.count, tokens[at + 1].kind == .name { at += 2 }
    if isSymbol(at, "{") { return table(depth: depth) }
    if at < tokens.count, tokens[at].kind == .string {
      var node = SourceNode(range: tokens[at].range)
      if let argument = primary(depth: depth + 1) { node.positional = [argument] }
      return node
    }
    if isSymbol(at, "(") {
      at += 1
      let argument = isSymbol(at, ")") ? nil : expression(depth: depth + 1)
      guard isSymbol(at, ")") else { return nil }
      at += 1
      guard let argument else { return SourceNode(range: 0..<0) }
      // `css { … }` and `css({ … })` name the same table; `css("…")` is `css { "…" }`.
      if argument.content != nil { return SourceNode(range: argument.range, positional: [argument]) }
      return argument
    }
    return name.flatMap { locals[$0] }
  }

  private mutating func table(depth: Int) -> SourceNode? {
    var node = SourceNode(range: tokens[at].range)
    at += 1
    while at < tokens.count, !isSymbol(at, "}") {
      let before = at
      if tokens[at].kind == .name, isSymbol(at + 1, "=") {
        let key = tokens[at].range
        let name = text(at)
        at += 2
        if var value = expression(depth: depth + 1), let name {
          value.key = key
          if node.named[name] != nil { node.repeated.append((name, key)) }
          node.named[name] = value
        }
      } else if isSymbol(at, "["), at + 3 < tokens.count, tokens[at + 1].kind == .string, isSymbol(at + 2, "]"),
        isSymbol(at + 3, "=")
      {
        let key = tokens[at + 1]
        at += 4
        if var value = expression(depth: depth + 1) {
          value.key = key.range
          node.named[String(decoding: source[key.content], as: UTF8.self)] = value
        }
      } else if let value = expression(depth: depth + 1) {
        node.positional.append(value)
      }
      if isSymbol(at, ",") || isSymbol(at, ";") { at += 1 }
      // Whatever it was, get on.
      if at == before { at += 1 }
    }
    if at < tokens.count { at += 1 }
    return node
  }

  /// Whether the token cannot belong to the expression before it.
  private func endsExpression(_ index: Int) -> Bool {
    guard index < tokens.count else { return true }
    if isSymbol(index, ",") || isSymbol(index, ";") || isSymbol(index, "}") || isSymbol(index, ")") || isSymbol(index, "]") {
      return true
    }
    if tokens[index].kind == .name { return true }
    if tokens[index].kind == .keyword { return !(isKeyword(index, "and") || isKeyword(index, "or")) }
    return false
  }

  private mutating func skipToEndOfExpression() {
    var depth = 0
    while at < tokens.count {
      if depth == 0, isSymbol(at, ",") || isSymbol(at, ";") || isSymbol(at, "}") || isSymbol(at, ")") || isSymbol(at, "]") {
        return
      }
      if depth == 0, isKeyword(at, "local") || isKeyword(at, "return") { return }
      if isSymbol(at, "{") || isSymbol(at, "(") || isSymbol(at, "[") { depth += 1 }
      if isSymbol(at, "}") || isSymbol(at, ")") || isSymbol(at, "]") { depth -= 1 }
      if opensBlock(at) { skipBlock() } else { at += 1 }
    }
  }
}
