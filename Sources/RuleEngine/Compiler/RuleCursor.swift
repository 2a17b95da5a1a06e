/// A place in a rule while it is read: the path of keys that leads there, and where it stands in the text.
struct RuleCursor: Sendable {
  /// `take.headline[2]`.
  var path: String
  /// Where the value itself is written; `nil` where code computed it.
  var node: SourceNode?
  /// Where the nearest part is that is written.
  var anchor: Range<Int>?
  /// The line that a constructor was called on; 0 if none is known.
  var line: Int = 0

  init(root: SourceNode?) {
    path = ""
    node = root
    anchor = root?.range
  }

  /// The cursor of a value with a key.
  func key(_ name: String) -> RuleCursor {
    child(path.isEmpty ? name : path + "." + name, node?.named[name])
  }

  /// The cursor of a value without, from 0.
  func position(_ index: Int) -> RuleCursor {
    let positional = node?.positional ?? []
    return child("\(path)[\(index + 1)]", index < positional.count ? positional[index] : nil)
  }

  /// The cursor of the argument that a constructor was called with by itself: same path, as a reader sees one value.
  func argument(_ index: Int) -> RuleCursor {
    var cursor = position(index)
    cursor.path = path
    return cursor
  }

  private func child(_ path: String, _ node: SourceNode?) -> RuleCursor {
    var cursor = self
    cursor.path = path
    cursor.node = node
    if let node {
      cursor.anchor = node.range
      cursor.line = 0
    }
    return cursor
  }

  /// The same place, knowing that a constructor was called on `line`: where that is not where the value is written, some other code
  /// made it, and its line says more.
  func called(onLine line: Int, in lines: LineTable) -> RuleCursor {
    guard line > 0 else { return self }
    if let node, lines.lines(of: node.range).contains(line) { return self }
    var cursor = self
    cursor.node = nil
    cursor.line = line
    return cursor
  }

  /// Sorts values by where they are written, computed ones last.
  var order: Int { node?.range.lowerBound ?? Int.max }
}
