/// Matches one program on one tree.
///
/// Selectors that look only upwards are matched right to left, each element by itself. Siblings, positions and `:has` would make that
/// quadratic (the arena has no way back to a previous sibling), so for a whole tree they are worked out for all elements at once, in
/// passes that are linear in the tree; see `CSSMatcher+Sets.swift`. For a single element they are worked out from its surroundings.
struct CSSMatcher {
  let tree: Tree
  let program: CSSProgram
  /// What `:scope` is.
  let scope: Node
  /// Whether sets over the whole tree are worth having.
  let isForWholeTree: Bool
  /// The atoms of the program's own names in this tree; ``Atom/none`` where the tree has no such name.
  private let atoms: [Atom]

  var sets: [NodeSet?]
  var positions: [[Int32]?]
  var childCounts: [Int32]?
  var typeCounts: [UInt64: Int32]?
  var textIndex: TextIndex?
  var occurrences: [TextOccurrences?]

  init(_ program: CSSProgram, tree: Tree, scope: Node, isForWholeTree: Bool) {
    self.tree = tree
    self.program = program
    self.scope = scope
    self.isForWholeTree = isForWholeTree
    atoms = program.names.map { tree.atom(named: $0) ?? .none }
    sets = Array(repeating: nil, count: isForWholeTree ? program.setCount : 0)
    positions = Array(repeating: nil, count: isForWholeTree ? program.setCount : 0)
    occurrences = Array(repeating: nil, count: isForWholeTree ? program.phrases.count : 0)
  }

  func atom(_ name: CSSProgram.Name) -> Atom {
    switch name {
    case .fixed(let atom): atom
    case .own(let index): atoms[index]
    }
  }

  mutating func matchesAny(_ list: [CSSProgram.Complex], _ node: Node) -> Bool {
    for complex in list where matches(complex, node) { return true }
    return false
  }

  mutating func matches(_ complex: CSSProgram.Complex, _ node: Node) -> Bool {
    if complex.combinators.isEmpty { return matches(complex.compounds[0], node) }
    if isForWholeTree, !complex.isVertical { return set(of: complex).contains(node.index) }
    return match(complex, 0, node) == .matches
  }

  // MARK: - Right to left

  /// How a failure bears on the places still to be tried further left; after WebKit's matcher.
  private enum Outcome {
    case matches
    /// Another ancestor or sibling may do.
    case failsHere
    /// No other sibling will do, an ancestor may.
    case failsAmongSiblings
    /// Nothing further up or left will do.
    case failsEverywhere
  }

  private mutating func match(_ complex: CSSProgram.Complex, _ index: Int, _ node: Node) -> Outcome {
    guard matches(complex.compounds[index], node) else { return .failsHere }
    guard index + 1 < complex.compounds.count else { return .matches }
    switch complex.combinators[index] {
    case .descendant:
      var ancestor = parentElement(node)
      while let candidate = ancestor {
        let outcome = match(complex, index + 1, candidate)
        if outcome == .matches || outcome == .failsEverywhere { return outcome }
        ancestor = parentElement(candidate)
      }
      return .failsEverywhere
    case .child:
      guard let parent = parentElement(node) else { return .failsEverywhere }
      return match(complex, index + 1, parent)
    case .adjacent:
      guard let sibling = siblingsBefore(node).last else { return .failsAmongSiblings }
      return match(complex, index + 1, sibling)
    case .sibling:
      for sibling in siblingsBefore(node).reversed() {
        let outcome = match(complex, index + 1, sibling)
        if outcome != .failsHere { return outcome }
      }
      return .failsAmongSiblings
    }
  }

  func parentElement(_ node: Node) -> Node? {
    guard let parent = tree.parent(node), tree.isElement(parent) else { return nil }
    return parent
  }

  private func siblingsBefore(_ node: Node) -> [Node] {
    guard let parent = tree.parent(node) else { return [] }
    return tree.children(parent).prefix { $0 < node }.filter(tree.isElement)
  }

  // MARK: - One element

  mutating func matches(_ compound: CSSProgram.Compound, _ node: Node) -> Bool {
    let record = tree.nodes[Int(node.index)]
    guard record.kind == .element else { return false }
    if let type = compound.type, record.name != atom(record.namespace == .html ? type.lower : type.exact) { return false }
    if let id = compound.id {
      let isEqual = id.withUnsafeBufferPointer { id in tree.withAttribute(node, .id) { $0?.elementsEqual(id) ?? false } }
      if !isEqual { return false }
    }
    for word in compound.classes {
      guard record.attributeCount > 0 else { return false }
      let hasWord = word.withUnsafeBufferPointer { word in tree.withAttribute(node, .class) { $0?.containsWord(word) ?? false } }
      if !hasWord { return false }
    }
    for test in compound.tests where !matches(test, node) { return false }
    return true
  }

  private mutating func matches(_ test: CSSProgram.Test, _ node: Node) -> Bool {
    switch test {
    case .attribute(let test): return matches(test, node)
    case .matches(let list): return matchesAny(list, node)
    case .not(let list): return !matchesAny(list, node)
    case .has(let list):
      for relative in list where hasAnchor(node, of: relative) { return true }
      return false
    case .position(let position): return position.fits(number(of: node, position))
    case .onlyChild(let ofType): return isOnlyChild(node, ofType: ofType)
    case .empty: return tree.children(node).allSatisfy { tree.kind($0) == .comment }
    case .root: return parentElement(node) == nil && tree.parent(node) == tree.root
    case .scope: return node == scope || (scope == tree.root && tree.parent(node) == tree.root)
    case .link: return [.a, .area].contains(tree.name(node)) && tree.hasAttribute(node, .href)
    case .contains(let phrase): return contains(phrase, node)
    }
  }

  private func matches(_ test: CSSProgram.AttributeTest, _ node: Node) -> Bool {
    let lower = atom(test.lower)
    let exact = atom(test.exact)
    let isHTML = tree.namespace(node) == .html
    for index in tree.attributeIndices(node) {
      let attribute = tree.attributes[index]
      guard attribute.name == (isHTML ? lower : exact), attribute.name != .none else { continue }
      if test.op == .exists { return true }
      let ignoresCase = test.ignoresCase ?? (test.isLegacyCaseless && isHTML)
      return tree.withBytes(attribute.value) { value in
        test.value.withUnsafeBufferPointer { value.satisfies(test.op, $0, ignoresCase: ignoresCase) }
      }
    }
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Compares an attribute's value as an attribute selector's operator says.
  fileprivate func satisfies(
    _ op: CSSProgram.AttributeTest.Operator, _ value: UnsafeBufferPointer<UInt8>, ignoresCase: Bool
  ) -> Bool {
    func isEqual(from start: Int) -> Bool {
      guard start >= 0, start + value.count <= count else { return false }
      let part = UnsafeBufferPointer(rebasing: self[start..<start + value.count])
      return ignoresCase ? ASCII.equalIgnoringCase(part, value) : part.elementsEqual(value)
    }
    switch op {
    case .exists: return true
    case .equals: return count == value.count && isEqual(from: 0)
    case .word: return !value.contains(where: ASCII.isWhitespace) && containsWord(value, ignoringCase: ignoresCase)
    case .dash: return isEqual(from: 0) && (count == value.count || self[value.count] == 0x2D)
    case .prefix: return !value.isEmpty && isEqual(from: 0)
    case .suffix: return !value.isEmpty && isEqual(from: count - value.count)
    case .substring:
      guard !value.isEmpty, count >= value.count else { return false }
      if ignoresCase {
        return Phrase(value.map(ASCII.lowercased)).isFound(in: map(ASCII.lowercased))
      }
      return Phrase(Array(value)).isFound(in: self)
    }
  }
}
