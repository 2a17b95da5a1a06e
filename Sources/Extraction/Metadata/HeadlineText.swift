/// Headlines compared and cut.
enum HeadlineText {
  /// Letters and digits in lower case: what two spellings of a headline have in common.
  static func key(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8(LetterKey.of)
  }

  /// The words of three letters and more, in lower case, hashed.
  static func words(_ text: String) -> Set<WordHash> {
    let words = FoldedText(text, case: .folded).bytes.split { $0 < 0x30 || $0 > 0x39 && $0 < 0x61 || $0 > 0x7A && $0 < 0x80 }
    return Set(words.filter { $0.count >= 3 }.map { WordHash($0) })
  }

  /// Without soft hyphens, which say where a line may break, and without the signs by which Markdown marks a heading; `nil` where none are there.
  static func withoutLayout(_ text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "#") || text.utf8.contains(0xAD) else { return nil }
    var bare = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{AD}" }))
    let behind = bare.drop { $0 == "#" }
    if bare.count - behind.count <= 6, behind.first == " ", !behind.allSatisfy({ $0 == " " }) { bare = String(behind).trimmed }
    return bare == text || bare.isEmpty ? nil : bare
  }

  /// Where a headline may be cut: at bars, dashes with space around them, and the like.
  struct Joint {
    /// Where the part before ends and the part behind begins, in UTF-8.
    var end: Int
    var start: Int
  }

  static func joints(in text: [UInt8]) -> [Joint] {
    var joints: [Joint] = []
    text.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count, joints.count < 32 {
        let at = index
        let scalar = UTF8Scalar.next(in: buffer, at: &index)
        let needsSpace: Bool
        switch scalar {
        case 0x7C, 0xFF5C, 0x2503, 0x2502: needsSpace = false
        case 0x2D, 0x2013, 0x2014, 0xB7, 0x2022, 0xAB, 0xBB, 0x2F, 0x7E, 0x3A: needsSpace = true
        default: continue
        }
        // "--" and "::" are one joint.
        while index < buffer.count, buffer[index] == buffer[at] { index += 1 }
        let isSpaced = at > 0 && buffer[at - 1] == 0x20 && index < buffer.count && buffer[index] == 0x20
        if isSpaced || !needsSpace || index - at == 2 && scalar < 0x80 { joints.append(Joint(end: at, start: index)) }
      }
    }
    return joints
  }

  /// No headline is longer. A `title` that nothing closes holds the rest of the page, and would be read once for each of its joints.
  static let longest = 1000

  /// Whether a text, as the page states it, may be a headline's: with markup and references it may be as long again.
  static func mayBeHeadline(_ raw: String) -> Bool { raw.utf8.count <= 2 * longest }

  /// The headline without the site's name at its end or front; `nil` where none stands there, or where it is
  /// too long for a headline.
  ///
  /// A part is only cut where a joint sets it apart *and* there is evidence: it is one of the names the site goes by elsewhere, or what is left is
  /// word for word what another source (a heading, the JSON-LD) gives as the headline. A bar is evidence enough: it is no punctuation that
  /// a headline is written with, and what stands behind one is the name of a section, a series or a site.
  static func withoutSiteName(_ text: String, siteNames: Set<[UInt8]>, headlines: Set<[UInt8]>) -> String? {
    guard text.utf8.count <= longest else { return nil }
    var bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 >= 0x80 || $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x2F || $0 == 0x7E }) else {
      return nil
    }
    var isCut = false
    while let shorter = cutOnce(bytes, siteNames, headlines), shorter.count < bytes.count {
      bytes = shorter
      isCut = true
    }
    return isCut ? String(decoding: bytes, as: UTF8.self).trimmed : nil
  }

  private static func cutOnce(_ text: [UInt8], _ siteNames: Set<[UInt8]>, _ headlines: Set<[UInt8]>) -> [UInt8]? {
    let joints = joints(in: text)
    for joint in joints {
      guard joint.end >= 12 else { continue }
      if headlines.contains(LetterKey.of(text[..<joint.end])) { return Array(text[..<joint.end]) }
    }
    for joint in joints.reversed()
    where joint.end >= 8 && siteNames.contains(LetterKey.of(text[joint.start...])) {
      return Array(text[..<joint.end])
    }
    if let joint = joints.first, text.count - joint.start >= 8,
      siteNames.contains(LetterKey.of(text[..<joint.end]))
    {
      return Array(text[joint.start...])
    }
    return joints.first { isBar($0, in: text) }.map { Array(text[..<$0.end]) }
  }

  /// Whether a joint is a bar with space around it, and the headline, in front, is longer than what is behind.
  private static func isBar(_ joint: Joint, in text: [UInt8]) -> Bool {
    text[joint.end] == 0x7C && joint.end >= 20 && text.count - joint.start < joint.end && text[joint.end - 1] == 0x20
      && joint.start < text.count && text[joint.start] == 0x20
  }
}
