import Copydesk
import Pages

/// What a page's head says, for scripts.
enum PageFacts {
  /// The content of the first `meta` element with this name, property or itemprop; case does not matter.
  static func meta(_ name: String, in tree: Tree) -> String? {
    guard let meta = tree.atom(named: "meta"), let content = tree.atom(named: "content") else { return nil }
    let keys = ["name", "property", "itemprop"].compactMap(tree.atom(named:))
    let wanted = name.lowercased()
    for node in tree.elements(meta) {
      guard keys.contains(where: { tree.attribute(node, $0)?.lowercased() == wanted }) else { continue }
      if let value = tree.attribute(node, content) { return value }
    }
    return nil
  }

  /// The first value at a path in the page's JSON-LD, as written.
  static func jsonLD(_ path: [String], in tree: Tree) -> JSONValue? {
    guard let script = tree.atom(named: "script"), let type = tree.atom(named: "type") else { return nil }
    for node in tree.elements(script) where tree.attribute(node, type)?.lowercased() == "application/ld+json" {
      for value in JSONParser.parseTolerantly(Array(tree.scriptText(node).utf8)).values {
        if let found = find(path[...], in: value, depth: 0) { return found }
      }
    }
    return nil
  }

  private static func find(_ path: ArraySlice<String>, in value: JSONValue, depth: Int) -> JSONValue? {
    guard depth < 64 else { return nil }
    if let found = follow(path, from: value) { return found }
    switch value {
    case .array(let values): return values.lazy.compactMap { find(path, in: $0, depth: depth + 1) }.first
    case .object(let object): return object.members.lazy.compactMap { find(path, in: $0.value, depth: depth + 1) }.first
    default: return nil
    }
  }

  private static func follow(_ path: ArraySlice<String>, from value: JSONValue) -> JSONValue? {
    guard let key = path.first else { return value == .null ? nil : value }
    switch value {
    case .object: return value[key].flatMap { follow(path.dropFirst(), from: $0) }
    case .array(let values): return values.lazy.compactMap { follow(path, from: $0) }.first
    default: return nil
    }
  }
}
