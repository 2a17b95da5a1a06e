/// A pattern for paths: `*`, `?`, `[a-z]`, `[!a]` within one name, `{a,b}` for alternatives, `**` for any number of folders.
///
/// Names that begin with a dot are matched only by a pattern that does, too.
struct Glob: Hashable, Sendable {
  enum Component: Hashable, Sendable {
    /// A name to be taken as it is.
    case name(String)
    case pattern(NamePattern)
    /// `**`: any number of folders, also none.
    case anyFolders
  }

  var isAbsolute: Bool
  var components: [Component]

  /// - Parameter text: A pattern without alternatives; see ``expand(_:)``.
  init(_ text: String) {
    isAbsolute = text.hasPrefix("/")
    components = text.split(separator: "/").filter { $0 != "." }.map { name in
      if name == "**" { return .anyFolders }
      return name.contains(where: { "*?[\\".contains($0) }) ? .pattern(NamePattern(name)) : .name(String(name))
    }
  }

  /// Whether it names one path only.
  var isLiteral: Bool {
    components.allSatisfy { if case .name = $0 { true } else { false } }
  }

  /// Writes out the alternatives of `{a,b}`.
  /// - Returns: the patterns, in the order written; `nil` where there are more than a thousand.
  static func expand(_ text: String) -> [String]? {
    var done: [String] = []
    var open = [text]
    while let next = open.popLast() {
      guard let braces = innermostBraces(in: next) else {
        done.append(next)
        continue
      }
      let inner = next[next.index(after: braces.lowerBound)..<next.index(before: braces.upperBound)]
      for choice in inner.split(separator: ",", omittingEmptySubsequences: false).reversed() {
        open.append(String(next[..<braces.lowerBound]) + String(choice) + String(next[braces.upperBound...]))
      }
      if open.count + done.count > 1000 { return nil }
    }
    return done
  }

  /// The first pair of braces without braces within.
  private static func innermostBraces(in text: String) -> Range<String.Index>? {
    guard let close = text.firstIndex(of: "}"), let open = text[..<close].lastIndex(of: "{") else { return nil }
    return open..<text.index(after: close)
  }
}

/// A pattern for one name.
struct NamePattern: Hashable, Sendable {
  private enum Element: Hashable, Sendable {
    case byte(Unicode.Scalar)
    case any
    case anyRun
    case set([ClosedRange<Unicode.Scalar>], negated: Bool)

    func matches(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .byte(let own): own == scalar
      case .any: true
      case .anyRun: false
      case .set(let ranges, let negated): ranges.contains { $0.contains(scalar) } != negated
      }
    }
  }

  private var elements: [Element] = []

  init(_ text: Substring) {
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "*": if elements.last != .anyRun { elements.append(.anyRun) }
      case "?": elements.append(.any)
      case "[": elements.append(Self.set(&scalars))
      case "\\": elements.append(.byte(scalars.popFirst() ?? "\\"))
      default: elements.append(.byte(scalar))
      }
    }
  }

  /// Reads `[…]` from behind its bracket. One that is not closed is a plain bracket.
  private static func set(_ scalars: inout Substring.UnicodeScalarView) -> Element {
    var rest = scalars
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    let negated = rest.first == "!" || rest.first == "^"
    if negated { rest.removeFirst() }
    while let low = rest.popFirst() {
      if low == "]", !ranges.isEmpty {
        scalars = rest
        return .set(ranges, negated: negated)
      }
      if rest.first == "-", let high = rest.dropFirst().first, high != "]" {
        rest.removeFirst(2)
        if low <= high { ranges.append(low...high) } else { ranges.append(high...low) }
      } else {
        ranges.append(low...low)
      }
    }
    return .byte("[")
  }

  /// Whether the whole name fits. Goes back only to the last `*`, so the work is at most the product of the lengths.
  func matches(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    if scalars.first == ".", elements.first != .byte(".") { return false }
    var element = 0
    var position = 0
    var star: (element: Int, position: Int)?
    while position < scalars.count {
      if element < elements.count, elements[element] == .anyRun {
        star = (element, position)
        element += 1
      } else if element < elements.count, elements[element].matches(scalars[position]) {
        element += 1
        position += 1
      } else if let last = star {
        star = (last.element, last.position + 1)
        element = last.element + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    return elements[element...].allSatisfy { $0 == .anyRun }
  }
}
