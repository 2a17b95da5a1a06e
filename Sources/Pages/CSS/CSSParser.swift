/// Selector source to program (Selectors Level 4, §17).
struct CSSParser {
  private static let longest = 4096
  private static let deepest = 16
  private static let mostTests = 256

  private let source: String
  private var scanner: CSSScanner
  private var program = CSSProgram()
  private var depth = 0
  private var testCount = 0

  static func parse(_ source: String) throws(SelectorError) -> CSSProgram {
    guard source.utf8.count <= longest else {
      throw SelectorError(
        .tooComplex, selector: source, range: longest..<source.utf8.count, detail: "longer than \(longest) bytes")
    }
    var parser = CSSParser(source: source, scanner: CSSScanner(source))
    parser.program.list = try parser.list(isRelative: false)
    guard parser.scanner.isAtEnd else { throw parser.unexpected() }
    return parser.program
  }

  private init(source: String, scanner: CSSScanner) {
    self.source = source
    self.scanner = scanner
  }

  // MARK: - Errors

  private func error(_ code: SelectorError.Code, _ detail: String, from start: Int) -> SelectorError {
    SelectorError(code, selector: source, range: start..<max(start, scanner.position), detail: detail)
  }

  private func unexpected() -> SelectorError {
    let start = scanner.position
    guard start < scanner.bytes.count else { return error(.syntax, "a selector is missing", from: start) }
    var end = start + 1
    while end < scanner.bytes.count, scanner.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return SelectorError(.syntax, selector: source, range: start..<end, detail: "not expected here")
  }

  // MARK: - Lists and combinators

  private mutating func list(isRelative: Bool) throws(SelectorError) -> [CSSProgram.Complex] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw error(.tooComplex, "nested more than \(Self.deepest) deep", from: scanner.position) }
    var list: [CSSProgram.Complex] = []
    repeat {
      list.append(try complex(isRelative: isRelative))
    } while scanner.skip(0x2C)
    return list
  }

  private mutating func newSet() -> Int {
    program.setCount += 1
    return program.setCount - 1
  }

  private mutating func combinator() -> CSSProgram.Combinator? {
    let spaced = scanner.skipSpace()
    let found: CSSProgram.Combinator
    switch scanner.current {
    case 0x3E: found = .child
    case 0x2B: found = .adjacent
    case 0x7E: found = .sibling
    case nil, 0x2C, 0x29: return nil
    default: return spaced ? .descendant : nil
    }
    scanner.advance()
    scanner.skipSpace()
    return found
  }

  private mutating func complex(isRelative: Bool) throws(SelectorError) -> CSSProgram.Complex {
    var compounds: [CSSProgram.Compound] = []
    var combinators: [CSSProgram.Combinator] = []
    scanner.skipSpace()
    if isRelative { combinators.append(combinator() ?? .descendant) }
    compounds.append(try compound())
    while let next = combinator() {
      combinators.append(next)
      compounds.append(try compound())
    }
    // With a leading one, `combinators` is as long as `compounds`, and reversing both keeps them in step.
    return CSSProgram.Complex(set: newSet(), compounds: compounds.reversed(), combinators: combinators.reversed())
  }

  // MARK: - Compounds

  private mutating func compound() throws(SelectorError) -> CSSProgram.Compound {
    var type: (lower: CSSProgram.Name, exact: CSSProgram.Name)?
    var ids: [UInt8]?
    var classes: [[UInt8]] = []
    var tests: [CSSProgram.Test] = []
    func compound() -> CSSProgram.Compound { CSSProgram.Compound(type: type, id: ids, classes: classes, tests: tests) }
    let start = scanner.position
    if scanner.skip(0x2A) {
      try refuseNamespace(from: start)
    } else if let name = scanner.identifier() {
      try refuseNamespace(from: start)
      type = names(name)
    } else if scanner.current == 0x7C, scanner.peek() != 0x7C {
      scanner.advance()
      throw error(.unsupported, "namespaces are not supported", from: start)
    }
    while let byte = scanner.current {
      let partStart = scanner.position
      if scanner.skipComment() { continue }
      switch byte {
      case 0x23:
        scanner.advance()
        guard let id = scanner.name() else { throw unexpected() }
        if let other = ids, other != Array(id.utf8) {
          // Two ids at once: no element has both.
          tests.append(.not([CSSProgram.Complex(set: newSet(), compounds: [CSSProgram.Compound()], combinators: [])]))
        }
        ids = Array(id.utf8)
      case 0x2E:
        scanner.advance()
        guard let word = scanner.identifier() else { throw unexpected() }
        classes.append(Array(word.utf8))
      case 0x5B:
        tests.append(.attribute(try attribute()))
      case 0x3A:
        if scanner.peek() == 0x3A {
          scanner.advance(2)
          _ = scanner.identifier()
          throw error(.unsupported, "pseudo-elements are not part of the page", from: partStart)
        }
        if let test = try pseudoClass() { tests.append(test) }
      case 0x26:
        scanner.advance()
        throw error(.unsupported, "nesting is not supported", from: partStart)
      default:
        guard scanner.position > start else { throw unexpected() }
        return compound()
      }
      testCount += 1
      guard testCount <= Self.mostTests else {
        throw error(.tooComplex, "more than \(Self.mostTests) conditions", from: partStart)
      }
    }
    guard scanner.position > start else { throw unexpected() }
    return compound()
  }

  private mutating func refuseNamespace(from start: Int) throws(SelectorError) {
    guard scanner.current == 0x7C, let next = scanner.peek(), next != 0x7C, next != 0x3D else { return }
    scanner.advance()
    throw error(.unsupported, "namespaces are not supported", from: start)
  }

  private mutating func names(_ name: String) -> (lower: CSSProgram.Name, exact: CSSProgram.Name) {
    let lower = String(decoding: name.utf8.map(ASCII.lowercased), as: UTF8.self)
    return (self.name(lower), self.name(name))
  }

  private mutating func name(_ name: String) -> CSSProgram.Name {
    if let fixed = Atom(fixed: name) { return .fixed(fixed) }
    if let known = program.names.firstIndex(of: name) { return .own(known) }
    program.names.append(name)
    return .own(program.names.count - 1)
  }

  // MARK: - Attributes

  private mutating func attribute() throws(SelectorError) -> CSSProgram.AttributeTest {
    let start = scanner.position
    scanner.advance()
    scanner.skipSpace()
    guard let name = scanner.identifier() else { throw unexpected() }
    try refuseNamespace(from: start + 1)
    let (lower, exact) = names(name)
    var test = CSSProgram.AttributeTest(lower: lower, exact: exact, op: .exists)
    if case .fixed(let atom) = lower { test.isLegacyCaseless = CSSLegacyAttributes.caseless.contains(atom) }
    scanner.skipSpace()
    if scanner.skip(0x5D) { return test }
    switch scanner.current {
    case 0x3D: test.op = .equals
    case 0x7E: test.op = .word
    case 0x7C: test.op = .dash
    case 0x5E: test.op = .prefix
    case 0x24: test.op = .suffix
    case 0x2A: test.op = .substring
    case 0x21:
      scanner.advance(2)
      throw error(.unsupported, "'!=' is not CSS; write :not([\(name)=…])", from: scanner.position - 2)
    default: throw scanner.isAtEnd ? error(.syntax, "'[' is not closed", from: start) : unexpected()
    }
    scanner.advance()
    if test.op != .equals {
      guard scanner.skip(0x3D) else { throw unexpected() }
    }
    scanner.skipSpace()
    if let string = scanner.string() {
      test.value = string
    } else if let word = scanner.identifier() {
      test.value = Array(word.utf8)
    } else {
      let valueStart = scanner.position
      while let byte = scanner.current, byte != 0x5D { scanner.advance() }
      throw error(.syntax, "this value needs quotes", from: valueStart)
    }
    scanner.skipSpace()
    if let flag = scanner.current.map(ASCII.lowercased), flag == 0x69 || flag == 0x73 {
      scanner.advance()
      test.ignoresCase = flag == 0x69
      scanner.skipSpace()
    }
    guard scanner.skip(0x5D) else { throw scanner.isAtEnd ? error(.syntax, "'[' is not closed", from: start) : unexpected() }
    return test
  }

  // MARK: - Pseudo-classes

  private mutating func pseudoClass() throws(SelectorError) -> CSSProgram.Test? {
    let start = scanner.position
    scanner.advance()
    guard let spelled = scanner.identifier() else { throw unexpected() }
    let name = spelled.lowercased()
    if scanner.current == 0x28 {
      let nameEnd = scanner.position
      scanner.advance()
      let test = try function(name, nameRange: start..<nameEnd)
      scanner.skipSpace()
      guard scanner.skip(0x29) else { throw scanner.isAtEnd ? error(.syntax, "'(' is not closed", from: start) : unexpected() }
      return test
    }
    switch name {
    case "first-child": return position(b: 1)
    case "last-child": return position(b: 1, fromEnd: true)
    case "first-of-type": return position(b: 1, ofType: true)
    case "last-of-type": return position(b: 1, fromEnd: true, ofType: true)
    case "only-child": return .onlyChild(ofType: false)
    case "only-of-type": return .onlyChild(ofType: true)
    case "empty": return .empty
    case "root": return .root
    case "scope": return .scope
    case "link", "any-link": return .link
    default: throw unknown(name, start..<scanner.position, isFunction: false)
    }
  }

  private mutating func function(_ name: String, nameRange: Range<Int>) throws(SelectorError) -> CSSProgram.Test {
    switch name {
    case "not": return .not(try list(isRelative: false))
    case "is", "where", "matches", "-webkit-any", "-moz-any": return .matches(try list(isRelative: false))
    case "has": return .has(try list(isRelative: true))
    case "nth-child": return try nth()
    case "nth-last-child": return try nth(fromEnd: true)
    case "nth-of-type": return try nth(ofType: true)
    case "nth-last-of-type": return try nth(fromEnd: true, ofType: true)
    case "contains":
      scanner.skipSpace()
      guard let phrase = scanner.string() ?? scanner.identifier().map({ Array($0.utf8) }), !phrase.isEmpty else {
        throw error(.syntax, ":contains needs a text in quotes", from: nameRange.lowerBound)
      }
      program.phrases.append(phrase)
      return .contains(program.phrases.count - 1)
    default:
      throw unknown(name, nameRange, isFunction: true)
    }
  }

  private mutating func position(b: Int, fromEnd: Bool = false, ofType: Bool = false) -> CSSProgram.Test {
    .position(CSSProgram.Position(a: 0, b: b, fromEnd: fromEnd, ofType: ofType, of: nil, set: newSet()))
  }

  private mutating func nth(fromEnd: Bool = false, ofType: Bool = false) throws(SelectorError) -> CSSProgram.Test {
    let start = scanner.position
    guard let (a, b) = scanner.anPlusB() else { throw error(.syntax, "not of the form 2n+1, odd, even or 3", from: start) }
    var of: [CSSProgram.Complex]?
    scanner.skipSpace()
    if !ofType, !scanner.isAtEnd, scanner.current != 0x29 {
      let wordStart = scanner.position
      guard scanner.identifier()?.lowercased() == "of" else {
        throw error(.syntax, "not of the form 2n+1, odd, even or 3", from: min(wordStart, start))
      }
      of = try list(isRelative: false)
    }
    return .position(CSSProgram.Position(a: a, b: b, fromEnd: fromEnd, ofType: ofType, of: of, set: newSet()))
  }

  private func unknown(_ name: String, _ range: Range<Int>, isFunction: Bool) -> SelectorError {
    func error(_ code: SelectorError.Code, _ detail: String) -> SelectorError {
      SelectorError(code, selector: source, range: range, detail: detail)
    }
    if CSSPseudoClasses.browserOnly.contains(name) {
      return error(.unsupported, "this pseudo-class depends on a browser's state and is not supported")
    }
    guard let nearest = CSSPseudoClasses.nearest(to: name) else { return error(.syntax, "no such pseudo-class") }
    if nearest == name {
      return error(.syntax, isFunction ? "this pseudo-class takes no argument" : "this pseudo-class needs an argument")
    }
    return error(.syntax, "no such pseudo-class (did you mean ':\(nearest)'?)")
  }
}
