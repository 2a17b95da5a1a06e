import ByteLanes
import Copydesk

/// Captions and picture credits that no markup sets apart: lines that end in who took the picture.
enum CaptionShape {
  /// Beyond so many words a line is a paragraph, whatever it ends in.
  private static let longest = 60
  /// With so few words a line may be a name and an agency.
  private static let shortest = 10
  /// A credit stands in the last so many bytes.
  private static let tail = 120

  /// Whether a line is a caption with its credit, or a credit alone: `A street in Kiel. Photo: Jane Doe`, `Jane Doe/Reuters`,
  /// `Voters wait in line (AP Photo/Jane Doe)`.
  static func matches(_ line: ArraySlice<UInt8>, _ facts: BlockFacts) -> Bool {
    guard facts.weight <= longest, !facts.endsSentence, !facts.endsColon, mayMatch(line.suffix(tail), facts) else { return false }
    let folded = FoldedText(line.suffix(tail).drop { $0 & 0xC0 == 0x80 }, case: .folded)
    return endsInBracket(folded.bytes) || endsInAgency(folded.bytes, facts) || holdsMark(folded.bytes)
  }

  /// Turns most lines away before anything is folded: by what the gate has seen in them, and by their signs.
  private static func mayMatch(_ tail: ArraySlice<UInt8>, _ facts: BlockFacts) -> Bool {
    let isShort = facts.weight <= shortest
    let endsInAgency = facts.cues.contains(.agency)
    let endsInBracket = tail.last == UInt8(ascii: ")")
    if facts.cues.contains(.picture) || endsInAgency && (isShort || endsInBracket) { return true }
    if endsInBracket, let open = tail.lastIndex(of: UInt8(ascii: "(")), opensWithPicture(tail[(open + 1)...]) { return true }
    var signs = 0
    let holdsMark = tail.withUnsafeBufferPointer { tail in
      var offset = 0
      while offset < tail.count {
        let bytes = SixteenBytes(tail, at: offset)
        // Full stops and strokes follow each other.
        let stops = bytes.among(2, from: UInt8(ascii: "."))
        var left = (stops | bytes.among(1, from: UInt8(ascii: ":")) | bytes.among(1, from: UInt8(ascii: "|"))).bits
        while left != 0 {
          let index = offset + left.trailingZeroBitCount
          left &= left - 1
          let previous = index > 0 ? tail[index - 1] | 0x20 : 0
          switch tail[index] {
          // The marks that are too short for the gate: `pic:`, `fot.`
          case UInt8(ascii: ":"): if previous == UInt8(ascii: "c") { return true }
          case UInt8(ascii: "."): if previous == UInt8(ascii: "t") { return true }
          default:
            signs += 1
            // `Jane Doe/dpa/archive` has its agency between two.
            if endsInAgency || signs == 2 { return true }
          }
        }
        offset += 16
      }
      return false
    }
    return holdsMark || (isShort || signs > 0) && endsInDesk(tail)
  }

  /// Whether what stands in brackets, which nobody has folded, may begin with a word for pictures.
  private static func opensWithPicture(_ inner: ArraySlice<UInt8>) -> Bool {
    inner.contains { $0 >= 0x80 || $0 == UInt8(ascii: "/") }
      || pictureWords.contains { inner.starts(with: $0, by: { $0 | 0x20 == $1 }) } || inner.first == 0x20
  }

  /// Whether the last few letters may be an agency's desk: `dpa/lno`, `sid, er`.
  private static func endsInDesk(_ tail: ArraySlice<UInt8>) -> Bool {
    guard let end = tail.lastIndex(where: { $0 != 0x20 && $0 != UInt8(ascii: ")") }),
      let start = tail[...end].lastIndex(where: { ($0 | 0x20) &- 0x61 >= 26 }), (1...4).contains(end - start),
      let joint = tail[...start].last(where: { $0 != 0x20 })
    else { return false }
    return Agencies.isJoint(joint)
  }

  /// `(AP Photo/Jane Doe)`, `(Foto: dpa)`, `(Reuters)`.
  private static func endsInBracket(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) else { return false }
    let inner = bytes[(open + 1)..<(bytes.endIndex - 1)]
    let hasSign = inner.contains(UInt8(ascii: "/"))
    if pictureWords.contains(where: { inner.starts(with: $0) || hasSign && inner.lastStart(of: $0) != nil }) { return true }
    // A report signs off with its agency behind the last full stop; a caption has none there.
    let before = bytes[..<open].last { $0 != 0x20 }
    return before != UInt8(ascii: ".") && before != UInt8(ascii: "\"") && isAgency(inner)
  }

  /// `Jane Doe/Reuters`, `Jane Doe, Getty Images`, `AFP`.
  private static func endsInAgency(_ bytes: ArraySlice<UInt8>, _ facts: BlockFacts) -> Bool {
    let isSign = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "|") }
    if let sign = bytes.lastIndex(where: isSign) {
      if isAgency(bytes[(sign + 1)...]) { return true }
      // `Jane Doe/dpa/archive`
      if let earlier = bytes[..<sign].lastIndex(where: isSign), isAgency(bytes[(earlier + 1)..<sign]) { return true }
    }
    guard facts.weight <= shortest else { return false }
    if isAgency(bytes) { return true }
    return joints.contains { joint in
      bytes.lastStart(of: joint).map { isAgency(bytes[($0 + joint.count)...]) } ?? false
    }
  }

  /// `Photo: Jane Doe` behind the caption's own words, or `©` before a name.
  private static func holdsMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      marks.stand(in: bytes) { start in
        // Within a word it is another word's end: "telephoto:".
        start == 0 || bytes[start] >= 0x80 || !isLetter(bytes[start - 1])
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  private static func isAgency(_ name: ArraySlice<UInt8>) -> Bool {
    var name = name
    while name.first == 0x20 { name = name.dropFirst() }
    while name.last == 0x20 || name.last == UInt8(ascii: ")") { name = name.dropLast() }
    guard (2...40).contains(name.count) else { return false }
    return pictureSet.contains(WordHash(name)) || Agencies.isAgency(folded: name)
  }

  private static let pictureWords = [
    "photo", "foto", "image", "bild:", "picture", "ap photo", "courtesy", "credit", "crédit", "fot", "zdj", "kuva", "фото",
    "pic:",
  ].map { Array($0.utf8) }

  private static let joints = [" via ", ", ", " - "].map { Array($0.utf8) }

  /// One of these words is in every mark, apart from short ones and those of other scripts.
  static let tellingWords = ["photo", "photos", "foto", "fotos", "bild", "image", "picture", "photograph", "kuva"]

  private static let marks = PhraseList([
    "photo:", "photos:", "foto:", "fotos:", "bild:", "image:", "picture:", "photograph:", "pic:", "kuva:", "fot.", "фото:",
    "foto di ",
    "photo by ", "photos by ", "picture by ", "image by ", "image credit", "photo credit", "crédit photo", "©", "写真", "撮影", "摄",
    "图源",
    "사진=", "사진 =", "사진:",
  ])

  private static let pictureSet = PhraseSet(pictureAgencies)

  /// Agencies and stocks that deal in pictures.
  static let pictureAgencies = [
    "getty images", "getty", "gettyimages", "shutterstock", "istock", "istockphoto", "alamy", "alamy stock photo",
    "adobe stock",
    "imago", "imago images", "picture alliance", "picture-alliance", "picturealliance", "zuma", "zuma press", "zuma wire",
    "keystone",
    "corbis", "unsplash", "pexels", "pixabay", "wikimedia commons", "wikimedia", "rex", "wire", "wireimage", "file photo",
    "associated press", "ap photo", "epa-efe", "nurphoto", "depositphotos", "dreamstime", "freepik", "flickr", "screenshot",
    "archiv",
    "stock.adobe.com", "newscom", "lightrocket", "handout", "cover images", "sipa", "sipa usa", "abaca", "action images",
    "scanpix",
    "ntb scanpix", "tt nyhetsbyrån", "lehtikuva", "cordon press", "contacto", "europa press", "ap images",
  ]
}

extension ArraySlice<UInt8> {
  /// Where a run of bytes last begins.
  fileprivate func lastStart(of run: [UInt8]) -> Int? {
    guard count >= run.count, let first = run.first else { return nil }
    return withUnsafeBufferPointer { bytes in
      (0...bytes.count - run.count).last { bytes[$0] == first && ByteSearch.stands(run, in: bytes, at: $0) }.map {
        startIndex + $0
      }
    }
  }
}
