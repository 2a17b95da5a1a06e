/// Parses HTML as browsers do, after the WHATWG standard, into a ``Tree``.
///
/// A parser keeps its buffers from page to page: make one per worker and use it again and again. It is not to be shared between threads.
///
/// ```swift
/// let parser = HTMLParser()
/// let tree = parser.parse(Array("<p>Hello <b>there".utf8))
/// ```
///
/// There is no input that is not HTML, so nothing is thrown. Every page is read in time and memory proportional to its length: nesting
/// is cut at ``Limits/maxDepth``, and elements that the standard would have repeated over and over are repeated only so often. What had
/// to be cut is said in ``notes``.
public final class HTMLParser {
  /// How much of a page is read, and how deep.
  public struct Limits: Sendable {
    /// Bytes beyond this many are not read. At most, and by default, 128 MB.
    public var maxBytes: Int
    /// The most elements that are open at a time; what is nested deeper becomes the sibling of what it is nested in. Browsers have 512.
    public var maxDepth: Int

    public init(maxBytes: Int = 1 << 27, maxDepth: Int = 512) {
      self.maxBytes = maxBytes
      self.maxDepth = maxDepth
    }
  }

  /// What a fragment is parsed as the content of.
  public struct Context: Sendable {
    public var namespace: Namespace
    public var name: String

    public init(_ name: String, namespace: Namespace = .html) {
      self.name = name
      self.namespace = namespace
    }
  }

  /// What was cut of the last page, such as `nesting cut at 512 levels`.
  public private(set) var notes: [String] = []

  /// How much is read of the next page, and how deep.
  public var limits: Limits
  private var machine: Tokenizer<TreeConstructor>

  /// Buffers larger than this are given back after a page; one page in a hundred has as many nodes.
  private static let keptElements = 1 << 13

  /// Creates a parser.
  ///
  /// - Parameters:
  ///   - limits: How much of a page is read.
  ///   - scripting: Whether the content of `noscript` is text, as it is where scripts run. They never do here.
  public init(limits: Limits = Limits(), scripting: Bool = false) {
    self.limits = limits
    machine = Tokenizer(
      sink: TreeConstructor(isScripting: scripting), source: ByteClass.table)
  }

  /// Parses one page with a parser that is kept for the next caller.
  public static func parse(_ source: [UInt8], limits: Limits = Limits()) -> Tree {
    HTMLParserPool.withParser(limits: limits) { $0.parse(source) }
  }

  /// Parses a page.
  ///
  /// - Parameter source: The page in UTF-8. Bytes that are not UTF-8 do no harm, but are not repaired either: see to that before.
  public func parse(_ source: [UInt8]) -> Tree {
    parse(source, context: nil)
  }

  /// Parses a piece of a page; the document node of the tree has the pieces' nodes as its children.
  ///
  /// - Parameters:
  ///   - source: The piece in UTF-8.
  ///   - context: The element that the piece is the content of.
  public func parseFragment(_ source: [UInt8], in context: Context = Context("body")) -> Tree {
    parse(source, context: context)
  }

  /// The steps taken in loops other than those over the page's bytes, for tests.
  var steps: Int { machine.sink.steps }

  private func parse(_ source: [UInt8], context: Context?) -> Tree {
    let count = min(source.count, max(limits.maxBytes, 0), 1 << 27)
    let nodes = source.withUnsafeBufferPointer { bytes in
      // Never read when there are no bytes.
      machine.run(bytes.baseAddress ?? ByteClass.table, count, maxDepth: limits.maxDepth, context: context)
    }
    notes = machine.sink.notes()
    if count < source.count { notes.append("cut after \(count) bytes") }
    machine.release(keeping: Self.keptElements)
    let attributes = machine.store.attributes.takeAll()
    let decoded = machine.store.decoded.takeAll()
    let names = machine.store.names.dynamicNames()
    if machine.store.names.isLarge { machine.store.names = NameTable() }
    return Tree(
      nodes: nodes, attributes: attributes, names: names, source: source, decoded: decoded,
      holdsTemplates: machine.sink.holdsTemplates)
  }
}

extension Tokenizer where Sink == TreeConstructor {
  /// Parses the bytes from the first to the last.
  fileprivate mutating func run(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, maxDepth: Int, context: HTMLParser.Context?
  ) -> NodeArena {
    reset(source: bytes, count: count)
    let element = context.map { context in
      var name = context.name
      let atom = name.withUTF8 { utf8 in utf8.baseAddress.map { store.names.atom($0, utf8.count) } ?? .none }
      return sink.contextElement(atom, context.namespace)
    }
    sink.reset(sourceCount: count, maxDepth: maxDepth, context: element)
    if let element { content = sink.content(of: element) }
    run()
    return sink.finish(&store)
  }

  /// Gives back the memory that only a large page needs.
  fileprivate mutating func release(keeping limit: Int) {
    sink.links.shrink(keeping: limit)
    sink.pendingTableText.shrink(keeping: limit)
    lastTagOfAttribute.shrink(keeping: limit)
  }
}

extension TreeConstructor {
  fileprivate func contextElement(_ name: Atom, _ namespace: Namespace) -> OpenElement {
    let kind = kind(of: name)
    let traits = namespace == .html ? traitsByKind[Int(kind.rawValue)] : Self.foreignTraits(kind, namespace, isHTML: false)
    return OpenElement(
      node: -1, place: -1, name: name, kind: namespace == .html ? kind : .other, namespace: namespace, traits: traits)
  }

  /// How a fragment begins to be read.
  fileprivate func content(of context: OpenElement) -> ContentModel {
    switch context.kind {
    case .title, .textarea: .rcdata
    case .style, .xmp, .iframe, .noembed, .noframes: .rawtext
    case .script: .scriptData
    case .noscript: isScripting ? .rawtext : .data
    case .plaintext: .plaintext
    default: .data
    }
  }

  fileprivate func notes() -> [String] {
    var notes: [String] = []
    if wasDepthCut { notes.append("nesting cut at \(maxDepth) levels") }
    if wereClonesCut { notes.append("unclosed formatting cut") }
    return notes
  }
}
