internal import Synchronization

/// Which elements have a name, a class or an id: where matching a selector starts.
struct ElementIndex: Sendable {
  /// Elements by atom: those of atom `a` are `byName[nameStarts[a] ..< nameStarts[a + 1]]`, in document order.
  private var nameStarts: [Int32]
  private var byName: [Int32]
  /// All elements, in document order. Those in a `template`'s content are in none of the lists.
  let all: [Int32]

  /// Words of classes, and ids, by hash; each chain is in document order.
  private struct Entry: Sendable {
    var hash: UInt32
    var node: Int32
    var next: Int32
  }
  private var heads: [Int32]
  private var entries: [Entry] = []

  init(_ tree: Tree) {
    nameStarts = []
    byName = []
    let names = Int(Atom.firstDynamic) + tree.names.count
    var starts = [Int32](repeating: 0, count: names + 1)
    var all: [Int32] = []
    var entries: [Entry] = []
    tree.withView { view in
      var index: Int32 = 0
      let count = Int32(truncatingIfNeeded: view.nodes.count)
      all.reserveCapacity(Int(count) / 2)
      while index < count {
        let record = view.nodes[Int(index)]
        if record.kind == .templateContent {
          index = record.end
          continue
        }
        if record.kind == .element {
          all.append(index)
          if Int(record.name.rawValue) < names { starts[Int(record.name.rawValue)] += 1 }
          let first = Int(record.bytes.start)
          for attribute in first..<first + Int(record.attributeCount) {
            let name = view.attributes[attribute].name
            if name == .class {
              Self.words(view.bytes(view.attributes[attribute].value)) { word in
                entries.append(Entry(hash: Self.hash(word, seed: Self.classSeed), node: index, next: -1))
              }
            } else if name == .id {
              let value = view.bytes(view.attributes[attribute].value)
              entries.append(Entry(hash: Self.hash(value, seed: Self.idSeed), node: index, next: -1))
            }
          }
        }
        index += 1
      }
      var sum: Int32 = 0
      for name in starts.indices {
        let count = starts[name]
        starts[name] = sum
        sum += count
      }
    }
    nameStarts = starts
    byName = [Int32](repeating: 0, count: all.count)
    for node in all {
      let name = Int(tree.nodes[Int(node)].name.rawValue)
      guard name < names else { continue }
      byName[Int(starts[name])] = node
      starts[name] += 1
    }
    var buckets = 16
    while buckets < entries.count { buckets *= 2 }
    heads = [Int32](repeating: -1, count: buckets)
    for i in entries.indices.reversed() {
      let bucket = Int(entries[i].hash) & (buckets - 1)
      entries[i].next = heads[bucket]
      heads[bucket] = Int32(truncatingIfNeeded: i)
    }
    self.entries = entries
    self.all = all
  }

  func elements(named name: Atom) -> ArraySlice<Int32> {
    guard name != .none, Int(name.rawValue) + 1 < nameStarts.count else { return [] }
    return byName[Int(nameStarts[Int(name.rawValue)])..<Int(nameStarts[Int(name.rawValue) + 1])]
  }

  /// The elements that may have a class; a few may not.
  func elements(ofClass word: [UInt8]) -> [Int32] { chain(word, seed: Self.classSeed) }

  /// The elements that may have an id.
  func elements(withID id: [UInt8]) -> [Int32] { chain(id, seed: Self.idSeed) }

  private func chain(_ bytes: [UInt8], seed: UInt32) -> [Int32] {
    let hash = bytes.withUnsafeBufferPointer { Self.hash($0, seed: seed) }
    var found: [Int32] = []
    var i = heads[Int(hash) & (heads.count - 1)]
    while i >= 0 {
      let entry = entries[Int(i)]
      // The same word twice in one element is one hit.
      if entry.hash == hash, entry.node != found.last { found.append(entry.node) }
      i = entry.next
    }
    return found
  }

  private static let classSeed: UInt32 = 0x811C_9DC5
  private static let idSeed: UInt32 = 0x050C_5D1F

  /// FNV-1a.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt32) -> UInt32 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  @inline(__always)
  private static func words(_ value: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var i = 0
    while i < value.count {
      while i < value.count, ASCII.isWhitespace(value[i]) { i += 1 }
      let start = i
      while i < value.count, !ASCII.isWhitespace(value[i]) { i += 1 }
      if i > start { body(UnsafeBufferPointer(rebasing: value[start..<i])) }
    }
  }
}

/// Keeps a tree's index once a selector has asked for it.
final class ElementIndexCache: Sendable {
  private let index = Mutex<ElementIndex?>(nil)

  func index(of tree: Tree) -> ElementIndex {
    index.withLock { index in
      if let index { return index }
      let made = ElementIndex(tree)
      index = made
      return made
    }
  }
}
