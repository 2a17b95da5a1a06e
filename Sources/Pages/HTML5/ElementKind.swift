/// The elements the tree builder has rules for. Everything else is `other`.
enum ElementKind: UInt8, CaseIterable {
  case other
  case html, head, body, title, base, link, meta, style, script, noscript, template, basefont, bgsound, noframes, frameset, frame
  case address, article, aside, blockquote, center, details, dialog, dir, div, dl, fieldset, figcaption, figure, footer, header
  case hgroup, main, menu, nav, ol, p, search, section, summary, ul
  case h1, h2, h3, h4, h5, h6, pre, listing, form, li, dd, dt, plaintext, button
  case a, b, big, code, em, font, i, s, small, strike, strong, tt, u, nobr
  case applet, marquee, object, table, area, br, embed, img, keygen, wbr, input, param, source, track, hr, image, textarea, xmp
  case iframe, noembed, select, option, optgroup, rb, rtc, rp, rt, math, svg
  case caption, col, colgroup, tbody, td, tfoot, th, thead, tr
  case ruby, span, sub, sup, `var`
  case mi, mo, mn, ms, mtext, annotationXML, mglyph, malignmark, foreignObject, desc
  case selectedcontent

  /// The name that an atom of the kind has, in lower case.
  var name: String {
    switch self {
    case .annotationXML: "annotation-xml"
    case .foreignObject: "foreignobject"
    default: "\(self)"
    }
  }

  /// By atom, for the fixed ones.
  nonisolated(unsafe) static let byAtom: UnsafePointer<ElementKind> = {
    let table = UnsafeMutablePointer<ElementKind>.allocate(capacity: Int(Atom.firstDynamic))
    table.initialize(repeating: .other, count: Int(Atom.firstDynamic))
    for kind in allCases where kind != .other {
      if let atom = Atom(fixed: kind.name), atom.isFixed { table[Int(atom.rawValue)] = kind }
    }
    return UnsafePointer(table)
  }()

  /// By raw value: what an HTML element of the kind is to the tree builder.
  nonisolated(unsafe) static let traits: UnsafePointer<ElementTraits> = {
    let table = UnsafeMutablePointer<ElementTraits>.allocate(capacity: 256)
    table.initialize(repeating: [], count: 256)
    func mark(_ traits: ElementTraits, _ kinds: [ElementKind]) {
      for kind in kinds { table[Int(kind.rawValue)].formUnion(traits) }
    }
    mark(
      .special,
      [
        .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button, .caption,
        .center,
        .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption, .figure, .footer, .form, .frame,
        .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .iframe, .img, .input, .keygen, .li, .link,
        .listing, .main, .marquee, .menu, .meta, .nav, .noembed, .noframes, .noscript, .object, .ol, .p, .param, .plaintext, .pre,
        .script, .search, .section, .select, .source, .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th,
        .thead, .title, .tr, .track, .ul, .wbr, .xmp,
      ])
    mark(.bounds, [.applet, .caption, .html, .table, .td, .th, .marquee, .object, .select, .template])
    mark(.boundsTable, [.html, .table, .template])
    mark(.impliedEnd, [.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc])
    mark(
      .thoroughlyImpliedEnd,
      [
        .caption, .colgroup, .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc, .tbody, .td, .tfoot, .th, .thead, .tr,
      ])
    mark(.heading, [.h1, .h2, .h3, .h4, .h5, .h6])
    mark(.fosters, [.table, .tbody, .tfoot, .thead, .tr])
    mark(.formatting, [.a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u])
    mark(.marksFormatting, [.applet, .caption, .marquee, .object, .td, .template, .th])
    return UnsafePointer(table)
  }()
}

/// What an open element is to the tree builder, by kind and namespace.
struct ElementTraits: OptionSet {
  var rawValue: UInt16

  /// In the standard's category of that name.
  static let special = ElementTraits(rawValue: 1)
  /// Ends the search for an element in scope.
  static let bounds = ElementTraits(rawValue: 2)
  /// Ends the search for an element in table scope.
  static let boundsTable = ElementTraits(rawValue: 4)
  static let impliedEnd = ElementTraits(rawValue: 8)
  static let thoroughlyImpliedEnd = ElementTraits(rawValue: 16)
  static let heading = ElementTraits(rawValue: 32)
  /// Its misplaced children are moved before the table.
  static let fosters = ElementTraits(rawValue: 64)
  /// Not an HTML element.
  static let foreign = ElementTraits(rawValue: 128)
  static let mathTextIntegration = ElementTraits(rawValue: 256)
  static let htmlIntegration = ElementTraits(rawValue: 512)
  /// Noted in the list of active formatting elements while it is open.
  static let formatting = ElementTraits(rawValue: 1024)
  /// Puts a marker on that list, which goes with it.
  static let marksFormatting = ElementTraits(rawValue: 2048)
}
