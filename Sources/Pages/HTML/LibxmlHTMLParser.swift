internal import CXML2

/// HTML by libxml2's SAX parser into the arena. Stands in until the HTML5 parser takes its place.
enum LibxmlHTMLParser {
  static func parse(_ source: [UInt8], limits: PageLimits, notes: inout [String]) -> Tree {
    Libxml.initialise()
    let sink = Sink(builder: TreeBuilder(limits: limits, capacity: source.count / 24 + 16), source: source)
    guard !source.isEmpty else { return sink.builder.finish(source: source) }
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in Sink.of(context)?.start(name, attributes) }
    handler.endElement = { context, _ in Sink.of(context)?.builder.closeElement() }
    handler.characters = { context, bytes, count in Sink.of(context)?.characters(bytes, count) }
    handler.ignorableWhitespace = { context, bytes, count in Sink.of(context)?.characters(bytes, count) }
    handler.cdataBlock = { context, bytes, count in Sink.of(context)?.characters(bytes, count) }
    handler.comment = { context, bytes in Sink.of(context)?.comment(bytes) }
    handler.internalSubset = { context, name, _, _ in Sink.of(context)?.doctype(name) }

    source.withUnsafeBytes { raw in
      let chars = raw.bindMemory(to: CChar.self).baseAddress
      guard let parser = htmlCreateMemoryParserCtxt(chars, Int32(truncatingIfNeeded: raw.count)) else { return }
      defer { htmlFreeParserCtxt(parser) }
      withUnsafeMutablePointer(to: &handler) { handler in
        let original = parser.pointee.sax
        parser.pointee.sax = handler
        parser.pointee.userData = Unmanaged.passUnretained(sink).toOpaque()
        sink.parser = parser
        let options =
          HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
          | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        htmlCtxtUseOptions(parser, Int32(options))
        if let encoding = xmlFindCharEncodingHandler("UTF-8") { xmlSwitchToEncoding(parser, encoding) }
        htmlParseDocument(parser)
        sink.parser = nil
        parser.pointee.sax = original
      }
    }
    let tree = sink.builder.finish(source: source)
    if sink.builder.wasFlattened { notes.append("nesting cut at \(limits.depth) levels") }
    if sink.builder.wasCut { notes.append("cut at \(limits.nodes) nodes") }
    return tree
  }

  /// What the callbacks write to. None of them throws.
  private final class Sink {
    var builder: TreeBuilder
    let source: [UInt8]
    var parser: htmlParserCtxtPtr?
    private var names: [Atom] = []

    init(builder: TreeBuilder, source: [UInt8]) {
      self.builder = builder
      self.source = source
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> Sink? {
      context.map { Unmanaged<Sink>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(_ name: UnsafePointer<xmlChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
      guard let name else { return }
      var count = 0
      if let pairs {
        while pairs[2 * count] != nil { count += 1 }
      }
      builder.openElement(builder.atom(bytes(name)), attributeCount: count) { i, builder in
        guard let pairs, let name = pairs[2 * i] else { return (.none, .empty) }
        let value = pairs[2 * i + 1].map { builder.store(bytes($0)) } ?? .empty
        return (builder.atom(bytes(name)), value)
      }
    }

    func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
      guard let text, count > 0 else { return }
      builder.appendText(range(UnsafeBufferPointer(start: text, count: Int(count))))
    }

    func comment(_ text: UnsafePointer<xmlChar>?) {
      guard let text else { return }
      builder.appendComment(builder.store(bytes(text)))
    }

    func doctype(_ name: UnsafePointer<xmlChar>?) {
      guard let name else { return }
      builder.appendDoctype(builder.atom(bytes(name)))
    }

    /// Text without character references stands in the source just before where the parser is: then it is not copied.
    private func range(_ text: UnsafeBufferPointer<UInt8>) -> ByteRange {
      if let input = parser?.pointee.input?.pointee, let base = input.base, let current = input.cur {
        let end = current - base + Int(input.consumed)
        let start = end - text.count
        if start >= 0, end <= source.count, source[start..<end].elementsEqual(text) {
          return ByteRange(start: UInt32(start), count: UInt32(text.count))
        }
      }
      return builder.store(text)
    }

    private func bytes(_ text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
      var count = 0
      while text[count] != 0 { count += 1 }
      return UnsafeBufferPointer(start: text, count: count)
    }
  }
}
