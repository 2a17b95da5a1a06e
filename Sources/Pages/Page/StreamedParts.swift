/// Puts the parts of a page that its server sent later where they belong.
///
/// A server that renders with React sends a page with placeholders (`<template id="B:0">`, followed by what to show until then) and,
/// when a part is ready, `<div hidden id="S:0">` at the page's end, which a line of script puts in the placeholder's stead. Often the
/// article is such a part. This does what that script does, so that the page is read as it is seen. (React's server renderer,
/// `ReactFizzConfigDOM`: prefixes `B:`, `P:` and `S:`, one number for a part and its place; `<!--/$-->` ends what stood in.)
struct StreamedParts {
  private let tree: Tree
  /// By the placeholder's node.
  private var parts: [Int32: Int32] = [:]
  private var isPart: Set<Int32> = []

  /// - Returns: `nil` if the page has no such part, or they do not fit together.
  static func placed(in tree: Tree) -> Tree? {
    guard tree.holdsTemplates, mentionsParts(tree.source) else { return nil }
    let parts = StreamedParts(tree)
    return parts.parts.isEmpty ? nil : parts.assembled()
  }

  /// How the renderer begins every part.
  private static func mentionsParts(_ source: [UInt8]) -> Bool {
    let phrase: StaticString = "hidden id=\"S:"
    return source.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      let length = phrase.utf8CodeUnitCount
      var index = 0
      while index + length <= bytes.count {
        index = ByteSearch.first(0x53, in: base, from: index + length - 2, to: bytes.count)
        guard index + 1 < bytes.count else { return false }
        let start = index - (length - 2)
        if (0..<length).allSatisfy({ base[start + $0] == phrase.utf8Start[$0] }) { return true }
        index = start + 1
      }
      return false
    }
  }

  private init(_ tree: Tree) {
    self.tree = tree
    var places: [Int: Int32] = [:]
    var found: [(number: Int, node: Int32)] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .element {
      let node = Node(Int32(truncatingIfNeeded: index))
      let name = tree.nodes[index].name
      guard name == .template || tree.hasAttribute(node, .hidden) else { continue }
      tree.withAttribute(node, .id) { id in
        guard let id, id.count > 2, id.count < 10, id[1] == UInt8(ascii: ":"),
          let number = Int(String(decoding: id[2...], as: UTF8.self), radix: 16)
        else { return }
        if name == .template, id[0] == UInt8(ascii: "B") || id[0] == UInt8(ascii: "P") {
          if places[number] == nil { places[number] = node.index }
        } else if name != .template, id[0] == UInt8(ascii: "S") {
          found.append((number, node.index))
        }
      }
    }
    for part in found {
      guard let place = places[part.number], parts[place] == nil else { continue }
      parts[place] = part.node
      isPart.insert(part.node)
    }
  }

  /// The tree with each part's content in its place; the nodes of the placeholders, of what stood in and of the parts' own elements are
  /// no longer in it.
  private func assembled() -> Tree? {
    let old = tree.nodes
    var nodes = GrowableBuffer<NodeRecord>(capacity: old.count)
    var numbers = [Int32](repeating: -1, count: old.count)
    var placed = 0
    var returns: [(next: Int32, end: Int32)] = []
    var index: Int32 = 0
    var end = Int32(truncatingIfNeeded: old.count)
    while true {
      if index >= end {
        guard let back = returns.popLast() else { break }
        (index, end) = back
        continue
      }
      var record = old[Int(index)]
      if isPart.contains(index) {
        index = record.end
      } else if let part = parts[index] {
        placed += 1
        returns.append((afterStandIn(index), end))
        // The part's children become the placeholder's siblings.
        numbers[Int(part)] = numbers[Int(record.parent)]
        index = part + 1
        end = old[Int(part)].end
      } else {
        numbers[Int(index)] = Int32(truncatingIfNeeded: nodes.count)
        record.parent = index == 0 ? record.parent : numbers[Int(record.parent)]
        nodes.append(record)
        index += 1
      }
    }
    // Parts within each other's places are nowhere.
    guard placed == parts.count else { return nil }
    for index in 0..<nodes.count { nodes[index].end = Int32(truncatingIfNeeded: index + 1) }
    for index in (0..<nodes.count).dropFirst().reversed() {
      let parent = Int(nodes[index].parent)
      nodes[parent].end = max(nodes[parent].end, nodes[index].end)
    }
    let filled = nodes.handOver(capacity: 0)
    let arena = NodeArena(memory: filled.memory, count: filled.count)
    return Tree(
      nodes: arena, attributes: tree.attributes, names: tree.names, source: tree.source, decoded: tree.decoded,
      holdsTemplates: tree.holdsTemplates)
  }

  /// The first node after what stands in for a part: up to the comment `/$`, if one of the placeholder's siblings is that.
  private func afterStandIn(_ place: Int32) -> Int32 {
    let after = tree.nodes[Int(place)].end
    let parent = tree.nodes[Int(place)].parent
    let isBoundary = tree.withAttribute(Node(place), .id) { $0?.first == UInt8(ascii: "B") }
    guard isBoundary, parent >= 0 else { return after }
    var depth = 0
    var index = after
    while index < tree.nodes[Int(parent)].end {
      let record = tree.nodes[Int(index)]
      if record.kind == .comment {
        let (begins, ends) = tree.withBytes(record.bytes) { comment in
          (comment.first == 0x24, comment.count == 2 && comment[0] == 0x2F && comment[1] == 0x24)
        }
        if ends, depth == 0 { return index }
        depth += begins ? 1 : ends ? -1 : 0
      }
      index = record.end
    }
    return after
  }
}
