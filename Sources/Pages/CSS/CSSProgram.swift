/// A compiled selector list.
///
/// Names that are not in the fixed table have other numbers in each tree; the program numbers them itself, and a matcher looks them up
/// once for its tree.
struct CSSProgram: Sendable {
  var list: [Complex] = []
  /// The names that ``Name/own(_:)`` refers to.
  var names: [String] = []
  /// How many sets a matcher may have to keep: one for each complex selector and each `of` of `:nth-child`.
  var setCount = 0
  /// Whether the program looks at text.
  var phrases: [[UInt8]] = []

  enum Name: Sendable {
    case fixed(Atom)
    case own(Int)
  }

  enum Combinator: Sendable {
    case descendant, child, adjacent, sibling
  }

  /// Compounds and combinators, the rightmost first.
  struct Complex: Sendable {
    /// Where a matcher keeps the set of this selector's elements.
    var set: Int
    var compounds: [Compound]
    /// `combinators[i]` stands between `compounds[i]` and `compounds[i + 1]`, which is to its left. In `:has`, the last one leads.
    var combinators: [Combinator]

    /// Whether it looks only upwards: then matching each element by itself is cheap.
    var isVertical: Bool { combinators.allSatisfy { $0 == .descendant || $0 == .child } }
  }

  /// A class, so that looking at one for each element copies one reference.
  final class Compound: Sendable {
    /// In HTML names have lower case, in SVG and MathML their own.
    let type: (lower: Name, exact: Name)?
    let id: [UInt8]?
    let classes: [[UInt8]]
    let tests: [Test]

    init(type: (lower: Name, exact: Name)? = nil, id: [UInt8]? = nil, classes: [[UInt8]] = [], tests: [Test] = []) {
      self.type = type
      self.id = id
      self.classes = classes
      self.tests = tests
    }
  }

  indirect enum Test: Sendable {
    case attribute(AttributeTest)
    case matches([Complex])
    case not([Complex])
    case has([Complex])
    case position(Position)
    case onlyChild(ofType: Bool)
    case empty, root, scope, link
    /// Index into ``CSSProgram/phrases``.
    case contains(Int)
  }

  struct AttributeTest: Sendable {
    enum Operator: Sendable { case exists, equals, word, dash, prefix, suffix, substring }
    var lower: Name
    var exact: Name
    var op: Operator
    var value: [UInt8] = []
    /// `nil`: as HTML says for this attribute.
    var ignoresCase: Bool?
    /// Whether HTML compares this attribute's values without regard to case.
    var isLegacyCaseless = false
  }

  /// `an+b` among siblings.
  struct Position: Sendable {
    var a: Int
    var b: Int
    var fromEnd: Bool
    var ofType: Bool
    /// Only siblings that match count.
    var of: [Complex]?
    /// Where a matcher keeps the numbers.
    var set: Int

    func fits(_ position: Int) -> Bool {
      let distance = position - b
      return a == 0 ? distance == 0 : distance % a == 0 && distance / a >= 0
    }
  }
}
