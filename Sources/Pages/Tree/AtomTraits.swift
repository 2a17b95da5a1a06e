/// What HTML's element names mean for text: from the standard's rendering section and its suggested style sheet.
struct AtomTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// Displayed as a block: its text is not of one line with what is around it.
  static let block = AtomTraits(rawValue: 1)
  /// The text before and after is apart though it may be of one block: `br`, cells, buttons.
  static let separates = AtomTraits(rawValue: 2)
  /// Its text is not shown, or is shown only where something else cannot be.
  static let hidden = AtomTraits(rawValue: 4)
  /// Ends a line of text in ``Tree/text(of:)``.
  var breaksLine: Bool { !isDisjoint(with: [.block, .separates]) }

  @inline(__always)
  static func of(_ atom: Atom) -> AtomTraits {
    atom.rawValue < Atom.firstDynamic ? table[Int(atom.rawValue)] : []
  }

  private static let blocks: [Atom] = [
    .html, .body, .article, .section, .nav, .aside, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .header, .footer, .address, .main,
    .search, .p, .hr,
    .pre, .blockquote, .ol, .ul, .menu, .li, .dl, .dt, .dd, .figure, .figcaption, .div, .center, .table, .caption, .colgroup,
    .col, .tbody,
    .thead, .tfoot, .tr, .td, .th, .form, .fieldset, .legend, .details, .summary, .dialog, .optgroup, .option, .dir, .listing,
    .plaintext,
    .xmp, .multicol, .frameset, .frame, .ampAd,
  ]
  private static let separators: [Atom] = [
    .br, .button, .input, .progress, .meter, .img, .picture, .object, .embed, .ampImg, .ampVideo,
  ]
  // `head` holds `title`, which is shown, but not on the page. The rest of `svg` are shapes and titles for screen readers.
  private static let hiddenNames: [Atom] = [
    .head, .title, .script, .style, .template, .noscript, .textarea, .select, .datalist, .iframe, .noembed, .noframes, .video,
    .audio, .canvas,
    .rp, .svg, .annotation, .annotationXML, .ampIframe,
  ]

  /// By atom. Never freed, never written again: what makes `nonisolated(unsafe)` safe.
  nonisolated(unsafe) static let table: UnsafePointer<AtomTraits> = {
    let table = UnsafeMutablePointer<AtomTraits>.allocate(capacity: Int(Atom.firstDynamic))
    table.initialize(repeating: [], count: Int(Atom.firstDynamic))
    for atom in blocks { table[Int(atom.rawValue)].insert(.block) }
    for atom in separators { table[Int(atom.rawValue)].insert(.separates) }
    for atom in hiddenNames { table[Int(atom.rawValue)].insert(.hidden) }
    return UnsafePointer(table)
  }()
}

extension Tree {
  /// Whether an element's text is not part of what a reader sees: by its name (`script`, `noscript`, …), by the attribute `hidden`,
  /// or by `display: none` in its own `style`. Style sheets are not read.
  func hasHiddenText(_ record: NodeRecord) -> Bool {
    guard record.kind == .element else { return record.kind == .templateContent }
    return withView { $0.hasHiddenText(record) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a `style` attribute has the declaration `display: none`.
  var saysDisplayNone: Bool {
    var matched = 0
    let phrase: StaticString = "display:none"
    return phrase.withUTF8Buffer { phrase in
      var atStart = true
      for byte in self {
        if ASCII.isWhitespace(byte) { continue }
        if byte == 0x3B {
          matched = 0
          atStart = true
          continue
        }
        if atStart, ASCII.lowercased(byte) == phrase[matched] {
          matched += 1
          if matched == phrase.count { return true }
        } else {
          atStart = false
        }
      }
      return false
    }
  }
}
