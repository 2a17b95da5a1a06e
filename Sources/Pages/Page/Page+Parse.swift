extension Page {
  /// Makes a page of bytes as they came.
  ///
  /// Of a text dump, each line that is not blank is a block (in hard-wrapped text, each paragraph). Of HTML, blocks hold all visible text,
  /// which is all text but that of `head`, `script`, `style`, `template`, `noscript`, `textarea`, `select`, `datalist`, `iframe`, `svg`, the
  /// fallbacks within `video`, `audio` and `canvas`, elements with the attribute `hidden`, and elements whose own `style` says
  /// `display: none`. What is not visible stays in the tree.
  ///
  /// - Parameters:
  ///   - bytes: HTML or a text dump in any charset.
  ///   - contentType: The HTTP content type, if there was one; else the bytes are looked at.
  ///   - limits: How much to take.
  /// - Throws: ``PageError`` if there is no text, too much of it, or something that is not text.
  public static func parse(
    _ bytes: [UInt8], contentType: String? = nil, limits: PageLimits = .default
  ) throws(PageError) -> Page {
    guard !bytes.isEmpty else { throw PageError(.empty) }
    guard bytes.count <= limits.bytes else { throw PageError(.tooLarge, bytes: bytes.count, limit: limits.bytes) }
    let media = try MediaType(bytes, contentType: contentType)
    let decoded = CharsetDecoder.decode(bytes, contentType: contentType, scansMeta: media != .text)
    // UTF-16 shows what it is only once it is decoded.
    let kind: Kind =
      switch media {
      case .html: .html
      case .text: .text
      case .undecided: MediaType.looksLikeHTML(decoded.utf8) ? .html : .text
      }
    return try parse(decoded, kind: kind, limits: limits)
  }

  /// Makes a page of HTML that is already text.
  public static func parse(html: String, limits: PageLimits = .default) throws(PageError) -> Page {
    try parse(unicode: html, kind: .html, limits: limits)
  }

  /// Makes a page of a text dump that is already text.
  public static func parse(text: String, limits: PageLimits = .default) throws(PageError) -> Page {
    try parse(unicode: text, kind: .text, limits: limits)
  }

  private static func parse(unicode string: String, kind: Kind, limits: PageLimits) throws(PageError) -> Page {
    var bytes = Array(string.utf8)
    guard bytes.count <= limits.bytes else { throw PageError(.tooLarge, bytes: bytes.count, limit: limits.bytes) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let charset = CharsetVerdict(name: "utf-8", basis: .assumed)
    return try parse(CharsetDecoder.Decoded(utf8: bytes, charset: charset, replaced: 0, notes: []), kind: kind, limits: limits)
  }

  private static func parse(_ decoded: CharsetDecoder.Decoded, kind: Kind, limits: PageLimits) throws(PageError) -> Page {
    var notes = decoded.notes
    switch kind {
    case .text:
      let cut = try TextBlocks(decoded.utf8, limits: limits)
      guard !cut.blocks.isEmpty else { throw PageError(.empty, bytes: decoded.utf8.count) }
      if cut.isHardWrapped { notes.append("rejoined hard-wrapped lines") }
      return Page(kind: .text, tree: nil, text: cut.text, blocks: cut.blocks, links: [], charset: decoded.charset, notes: notes)
    case .html:
      guard !decoded.utf8.allSatisfy(ASCII.isWhitespace) else { throw PageError(.empty, bytes: decoded.utf8.count) }
      let (parsed, cuts) = HTMLParserPool.withParser(
        limits: HTMLParser.Limits(maxBytes: limits.bytes, maxDepth: limits.depth)
      ) { ($0.parse(decoded.utf8), $0.notes) }
      notes += cuts
      let whole = StreamedParts.placed(in: parsed)
      if whole != nil { notes.append("put parts that were streamed later in their places") }
      let tree = whole ?? parsed
      let cut = try HTMLBlocks(tree, limits: limits)
      return Page(
        kind: .html, tree: tree, text: cut.text, blocks: cut.blocks, links: cut.links, charset: decoded.charset, notes: notes)
    }
  }
}
