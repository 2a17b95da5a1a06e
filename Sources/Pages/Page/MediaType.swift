import ByteLanes

/// Whether an input is HTML or plain text.
enum MediaType {
  case html, text
  /// Only the decoded text will tell.
  case undecided

  /// - Throws: ``PageError`` if the content type or the bytes say that it is neither.
  init(_ bytes: [UInt8], contentType: String?) throws(PageError) {
    if let format = Self.binaryFormat(bytes) { throw PageError(.binary, bytes: bytes.count, format: format) }
    if let feed = Self.feed(bytes) { throw PageError(.unsupportedMediaType, bytes: bytes.count, format: feed) }
    switch contentType.map(ContentType.essence) {
    case "text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml":
      // Browsers show whatever comes under this name. Of bytes by chance every tenth is a control character, and of no page is it every twentieth.
      if Self.looksBinary(bytes, oneIn: 16) { throw PageError(.binary, bytes: bytes.count) }
      self = .html
    case "text/plain", "text/markdown":
      if Self.looksBinary(bytes) { throw PageError(.binary, bytes: bytes.count) }
      self = .text
    case nil, "", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown", "*/*", "text/xml",
      "application/xml":
      if Self.isWide(bytes) {
        self = .undecided
      } else if Self.looksLikeHTML(bytes) {
        self = .html
      } else {
        if Self.looksBinary(bytes) { throw PageError(.binary, bytes: bytes.count) }
        self = .text
      }
    case let type?:
      guard type.hasPrefix("text/") else { throw PageError(.unsupportedMediaType, bytes: bytes.count, format: type) }
      if Self.looksBinary(bytes) { throw PageError(.binary, bytes: bytes.count) }
      self = Self.looksLikeHTML(bytes) ? .html : .text
    }
  }

  private static func isWide(_ bytes: [UInt8]) -> Bool {
    if let mark = CharsetDecoder.byteOrderMark(bytes) { return mark.name != "utf-8" }
    return CharsetDecoder.unmarkedUTF16(bytes) != nil
  }

  /// Whether a text begins as HTML does, after the list in the MIME Sniffing Standard (§7.1), widened to every HTML element's name.
  static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while i < bytes.count, ASCII.isWhitespace(bytes[i]) { i += 1 }
      guard i + 2 < bytes.count, bytes[i] == 0x3C else { return false }
      i += 1
      func continues(_ text: StaticString) -> Bool {
        guard i + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { text in
          for k in 0..<text.count where ASCII.lowercased(bytes[i + k]) != text[k] { return false }
          return true
        }
      }
      if continues("!--") || continues("!doctype") || continues("?xml") { return true }
      let start = i
      while i < bytes.count, i - start < 20, ASCII.isLetter(bytes[i]) || ASCII.isDigit(bytes[i]) { i += 1 }
      guard i < bytes.count, ASCII.isWhitespace(bytes[i]) || bytes[i] == 0x3E || bytes[i] == 0x2F else { return false }
      guard let atom = Atom(fixedFoldingCase: UnsafeBufferPointer(rebasing: bytes[start..<i])) else { return false }
      return atom.rawValue < Atom.svg.rawValue
    }
  }

  /// Formats that are met under wrong names, by their first bytes.
  private static let binaryFormats: [(name: String, magic: [UInt8])] = [
    ("a PDF document", Array("%PDF-".utf8)), ("gzip-compressed data, which has to be unpacked first", [0x1F, 0x8B, 0x08]),
    ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
    ("a JPEG image", [0xFF, 0xD8, 0xFF]), ("a GIF image", Array("GIF8".utf8)),
    ("a ZIP archive, which has to be unpacked first", [0x50, 0x4B, 0x03, 0x04]),
    ("zstandard-compressed data, which has to be unpacked first", [0x28, 0xB5, 0x2F, 0xFD]),
    ("bzip2-compressed data, which has to be unpacked first", Array("BZh".utf8) + [0x39, 0x31]),
    ("xz-compressed data, which has to be unpacked first", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    ("an ELF program", [0x7F, 0x45, 0x4C, 0x46]),
    ("a WOFF font", Array("wOF".utf8)), ("an SQLite database", Array("SQLite format 3\u{0}".utf8)),
  ]

  private static func binaryFormat(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    return binaryFormats.first { $0.magic[0] == first && bytes.starts(with: $0.magic) }?.name
  }

  /// What kind of list of pages an XML document is, by its outermost element.
  private static func feed(_ bytes: [UInt8]) -> String? {
    guard bytes.prefix(64).contains(0x3C) else { return nil }
    return bytes.prefix(4096).withUnsafeBufferPointer { sample in
      var index = 0
      // Over the mark of the byte order, the prolog and comments, to the first element's name.
      while let open = sample[index...].firstIndex(of: 0x3C), open + 1 < sample.count {
        if sample[open + 1] != UInt8(ascii: "?"), sample[open + 1] != UInt8(ascii: "!") {
          let name = sample[(open + 1)...].prefix { ASCII.isLetter($0) || $0 == UInt8(ascii: ":") }
          return feeds.first { name.elementsEqual($0.element.utf8) }?.name
        }
        guard let close = sample[open...].firstIndex(of: 0x3E) else { return nil }
        index = close + 1
      }
      return nil
    }
  }

  private static let feeds: [(element: String, name: String)] = [
    ("rss", "an RSS feed, which lists pages,"), ("feed", "an Atom feed, which lists pages,"),
    ("rdf:RDF", "an RSS feed, which lists pages,"),
    ("urlset", "a sitemap, which lists pages,"), ("sitemapindex", "a list of sitemaps"),
  ]

  /// Whether of the first four kilobytes more than one in 64 is a control character that no text has (MIME Sniffing Standard, §3: "binary data byte").
  private static func looksBinary(_ bytes: [UInt8], oneIn share: Int = 64) -> Bool {
    if isWide(bytes) { return false }
    return bytes.prefix(4096).withUnsafeBufferPointer { sample in
      var binary = 0
      var index = 0
      while index < sample.count {
        let bytes = SixteenBytes(sample, at: index)
        // Text has TAB, LF, FF, CR and ESC.
        let textControls = bytes.among(2, from: 0x09) | bytes.among(2, from: 0x0C) | bytes.among(1, from: 0x1B)
        var controls = bytes.among(0x20, from: 0).without(textControls).bits
        // Behind the end zeros were read.
        if index + 16 > sample.count { controls &= 1 << UInt64(sample.count - index) - 1 }
        binary += controls.nonzeroBitCount
        index += 16
      }
      return binary * share > sample.count
    }
  }
}
