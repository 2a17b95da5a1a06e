import Copydesk
import Yams

/// Reads YAML into nodes with places, with environment variables filled in.
///
/// What a document can do to the reader is bounded: its size by the caller, its depth, the number of nodes once aliases are
/// expanded, and how far aliases could expand at all.
struct YAMLReader {
  static let depthLimit = 64
  static let nodeLimit = 100_000
  /// More duplicate keys than this are not looked for one by one.
  private static let duplicateLimit = 50

  private var lines: SourceLines
  private var text: String
  private let variables: EnvironmentVariables
  private var nodeCount = 0
  /// Keys that stand twice in a mapping: the first of them was renamed in ``text`` to this, so that the parser goes on.
  private var renamedKeys: [String: String] = [:]
  private(set) var diagnostics: [ConfigDiagnostic] = []

  init(text: String, environment: [String: String]) {
    self.text = text
    lines = SourceLines(text)
    variables = EnvironmentVariables(values: environment)
  }

  /// - Returns: the root; `nil` where the text is not YAML or too much of it.
  mutating func read() -> ConfigNode? {
    guard AliasBound.isAcceptable(text) else {
      report(.tooBig(limit: "\(AliasBound.limit) nodes once aliases are expanded"), nil)
      return nil
    }
    guard let root = compose() else { return nil }
    let node = convert(root, path: JSONPath(), depth: 0)
    if nodeCount > Self.nodeLimit {
      report(.tooBig(limit: "\(Self.nodeLimit) nodes once aliases are expanded"), nil)
      return nil
    }
    return node
  }

  private mutating func report(_ problem: ConfigDiagnostic.Problem, _ span: TextSpan?, path: JSONPath = JSONPath()) {
    diagnostics.append(ConfigDiagnostic(problem, path: path, span: span))
  }

  // MARK: - Parsing

  /// Parses the text. The parser gives up at the first duplicate key, so that one is renamed and the text is parsed again.
  private mutating func compose() -> Node? {
    for _ in 0...Self.duplicateLimit {
      do {
        let parser = try Parser(yaml: text, resolver: .basic)
        guard let root = try parser.singleRoot() else {
          report(.syntax("the file is empty"), nil)
          return nil
        }
        return root
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let key = keys.first, rename(key, at: context.mark) else {
          report(.duplicateKey(keys.first ?? "", firstLine: nil), lines.span(context.mark))
          return nil
        }
      } catch let error as YamlError {
        report(error)
        return nil
      } catch {
        report(.syntax("\(error)"), nil)
        return nil
      }
    }
    report(.tooBig(limit: "\(Self.duplicateLimit) duplicate keys"), nil)
    return nil
  }

  /// Replaces a key by as many characters of the private use area, which nobody writes into a chain file.
  private mutating func rename(_ key: String, at mark: Mark) -> Bool {
    guard mark.line >= 1, mark.column >= 1, !key.isEmpty, key.unicodeScalars.count < 200 else { return false }
    var scalars = Array(text.unicodeScalars)
    var index = 0
    var line = 1
    while line < mark.line, index < scalars.count {
      if scalars[index] == "\n" { line += 1 }
      index += 1
    }
    index += mark.column - 1
    if index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    let letters = Array(key.unicodeScalars)
    guard index + letters.count <= scalars.count, scalars[index..<(index + letters.count)].elementsEqual(letters) else {
      return false
    }
    var placeholder = String.UnicodeScalarView()
    // The first character alone tells up to 50 renamed keys apart, whatever their length.
    for offset in letters.indices {
      let value: UInt32 = offset == 0 ? 0xE000 + UInt32(renamedKeys.count) : 0xE100
      guard let scalar = Unicode.Scalar(value) else { return false }
      placeholder.append(scalar)
      scalars[index + offset] = scalar
    }
    renamedKeys[String(placeholder)] = key
    var changed = String.UnicodeScalarView()
    changed.append(contentsOf: scalars)
    text = String(changed)
    return true
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let doing = context.map { " " + $0.text } ?? ""
      report(.syntax(problem + doing), lines.span(mark))
    case .reader(let problem, _, _, _): report(.syntax(problem), nil)
    default: report(.syntax("this is not YAML"), nil)
    }
  }

  // MARK: - Conversion

  private mutating func convert(_ node: Node, path: JSONPath, depth: Int) -> ConfigNode {
    nodeCount += 1
    let place = lines.span(node)
    guard depth <= Self.depthLimit, nodeCount <= Self.nodeLimit else {
      if depth > Self.depthLimit { report(.tooBig(limit: "\(Self.depthLimit) levels"), place, path: path) }
      return ConfigNode(.null, span: place)
    }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, place, path)
    case .sequence(let sequence):
      var elements: [ConfigNode] = []
      for (index, element) in sequence.enumerated() {
        elements.append(convert(element, path: path.appending(index), depth: depth + 1))
        if nodeCount > Self.nodeLimit { break }
      }
      return ConfigNode(.sequence(elements), span: place)
    case .mapping(let mapping): return ConfigNode(.mapping(entries(of: mapping, path: path, depth: depth)), span: place)
    case .alias: return ConfigNode(.null, span: place)
    }
  }

  private mutating func entries(of mapping: Node.Mapping, path: JSONPath, depth: Int) -> [ConfigNode.Entry] {
    var entries: [ConfigNode.Entry] = []
    var firstLines: [String: Int] = [:]
    for (keyNode, valueNode) in mapping {
      if nodeCount > Self.nodeLimit { break }
      let keySpan = lines.span(keyNode)
      guard case .scalar(let scalar) = keyNode else {
        report(.wrongType(expected: "a name as key", found: "a list or mapping"), keySpan, path: path)
        continue
      }
      var key = scalar.string
      var isDuplicate = false
      if let original = renamedKeys[key] {
        key = original
        isDuplicate = true
      }
      if let first = firstLines[key] {
        report(.duplicateKey(key, firstLine: first), keySpan, path: path.appending(key))
      } else {
        firstLines[key] = keySpan?.line ?? 0
      }
      let value = convert(valueNode, path: path.appending(key), depth: depth + 1)
      // Of several only the last counts, so that each value is checked once.
      if !isDuplicate { entries.append(ConfigNode.Entry(key: key, keySpan: keySpan, value: value)) }
    }
    return entries
  }

  private mutating func scalar(_ scalar: Node.Scalar, _ place: TextSpan?, _ path: JSONPath) -> ConfigNode {
    let isPlain = scalar.style == .plain || scalar.style == .any
    guard scalar.string.contains("${") else {
      return ConfigNode(
        isPlain && scalar.tag == .implicit ? PlainScalar.value(of: scalar.string) : .string(scalar.string), span: place)
    }
    let result = variables.substitute(in: scalar.string)
    for problem in result.problems { report(problem, place, path: path) }
    let value = isPlain && result.problems.isEmpty ? PlainScalar.value(of: result.text) : .string(result.text)
    return ConfigNode(value, span: place, isSecret: result.isSecret)
  }
}
