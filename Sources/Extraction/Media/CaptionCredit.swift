import Pages

/// Parts a caption from the credit at its end (or, rarely, its start): who took the picture is no part of what it shows.
enum CaptionCredit {
  /// The caption and the credit, each without blank edges; the credit is `nil` where none is marked.
  ///
  /// A credit follows a label (*Photo:*, *Foto:*, *Credit:*), stands in brackets that name an agency or a kind of picture (*(AP Photo/Ada Lind)*), or
  /// follows a copyright sign; always at the end, and after the end of a sentence or a dash, so that a caption *about* a photo stays whole.
  static func split(_ text: String) -> (caption: String, credit: String?) {
    let bytes = Array(text.utf8)
    guard let start = start(bytes) else { return (text, nil) }
    let caption = String(decoding: bytes[..<start], as: UTF8.self).trimmedOfWhitespace
    let credit = String(decoding: bytes[start...], as: UTF8.self).trimmedOfWhitespace
    return (trimmedOfJoint(caption), credit)
  }

  /// Parts a caption from the words of an element within it that is marked as its credit.
  static func split(_ text: String, marked: String) -> (caption: String, credit: String?) {
    let marked = marked.trimmedOfWhitespace
    guard !marked.isEmpty else { return (text, nil) }
    if text.hasSuffix(marked) { return (trimmedOfJoint(String(text.dropLast(marked.count))), marked) }
    if text.hasPrefix(marked) { return (trimmedOfJoint(String(text.dropFirst(marked.count))), marked) }
    return (text, nil)
  }

  /// Without the signs that joined caption and credit, and without blank edges.
  private static func trimmedOfJoint(_ text: String) -> String {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool { joints.contains(scalar) || scalar.isBlank }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isEdge($0) }), let last = scalars.lastIndex(where: { !isEdge($0) }) else {
      return ""
    }
    return String(scalars[first...last])
  }

  private static let joints: [Unicode.Scalar] = ["|", "-", "–", "—", "/", "·", "•"]

  /// How long a credit is at most: a name, an agency, both.
  private static let longest = 120

  /// Where the credit begins.
  private static func start(_ bytes: [UInt8]) -> Int? {
    let low = max(0, bytes.count - longest)
    // From the front, so that "Photo: Ada Lind/Getty" is one credit.
    var index = low
    while index < bytes.count {
      defer { index += 1 }
      // Only where a word may begin.
      guard index == 0 || opens(bytes, index) else { continue }
      if isLabel(bytes, index) || isCopyright(bytes, index) { return beforeBracket(bytes, index) }
      if bytes[index] == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") || bytes.suffix(2).elementsEqual(").".utf8),
        namesAgency(bytes[index...])
      {
        return index
      }
    }
    return nil
  }

  /// Whether something new begins here: after the end of a sentence, a bracket, a line feed, or a dash or bar with a space.
  private static func opens(_ bytes: [UInt8], _ index: Int) -> Bool {
    if bytes[index] == UInt8(ascii: "("), bytes[index - 1] <= 0x20 { return true }
    var before = index - 1
    if bytes[before] == UInt8(ascii: "(") || bytes[before] == UInt8(ascii: "[") || bytes[before] == 0x0A { return true }
    guard bytes[before] <= 0x20 || bytes[before] == 0xA0 else { return false }
    while before >= 0, bytes[before] <= 0x20 || bytes[before] == 0xA0 || bytes[before] == 0xC2 { before -= 1 }
    guard before >= 0 else { return true }
    switch bytes[before] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: ";"):
      return true
    // The last bytes of dashes, bullets, curly quotes, and the full stops of other scripts.
    case 0x80...0xBF:
      return before >= 2 && (bytes[before - 2] == 0xE2 || bytes[before - 2] == 0xE3) || before >= 1 && bytes[before - 1] == 0xC2
    default: return false
    }
  }

  private static func beforeBracket(_ bytes: [UInt8], _ index: Int) -> Int {
    index > 0 && (bytes[index - 1] == UInt8(ascii: "(") || bytes[index - 1] == UInt8(ascii: "[")) ? index - 1 : index
  }

  private static func isCopyright(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA9
  }

  /// Whether a label stands here, with a colon or, for those that say *by*, a name after it.
  private static func isLabel(_ bytes: [UInt8], _ index: Int) -> Bool {
    for label in labels {
      let end = index + label.count
      guard end < bytes.count, matches(bytes, index, label) else { continue }
      var next = end
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      guard next < bytes.count else { continue }
      if bytes[next] == UInt8(ascii: ":") { return next + 1 < bytes.count }
      // `Photo by Ada Lind`, `Photo courtesy of the museum`: a name begins with a capital.
      if label.suffix(3).elementsEqual(" by".utf8) || label.suffix(3).elementsEqual(" of".utf8), next > end { return true }
    }
    return false
  }

  private static func matches(_ bytes: [UInt8], _ index: Int, _ label: [UInt8]) -> Bool {
    for offset in label.indices {
      let byte = bytes[index + offset]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != label[offset] { return false }
    }
    return true
  }

  private static func namesAgency(_ bracket: ArraySlice<UInt8>) -> Bool {
    // A bracket in the middle of the text is a remark.
    guard !bracket.dropLast(2).contains(UInt8(ascii: ")")) else { return false }
    let text = bracket.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return agencies.contains { agency in
      text.count >= agency.count
        && (0...(text.count - agency.count)).contains { start in
          text[start..<start + agency.count].elementsEqual(agency) && !isLetter(text, start - 1)
            && !isLetter(text, start + agency.count)
        }
    }
  }

  private static func isLetter(_ text: [UInt8], _ index: Int) -> Bool {
    text.indices.contains(index) && (text[index] &- 0x61 < 26 || text[index] >= 0x80)
  }

  private static let labels: [[UInt8]] = [
    "photo", "photos", "photo credit", "photo by", "photos by", "photo courtesy of", "photograph", "photograph by",
    "photographs by", "photographer",
    "picture", "pictures", "picture credit", "image", "images", "image credit", "image by", "image courtesy of", "image source",
    "courtesy of", "credit",
    "credits", "illustration", "illustration by", "graphic", "graphics", "video", "source", "foto", "fotos", "bild", "bilder",
    "bildquelle",
    "bildnachweis", "bildrechte", "grafik", "quelle", "crédit", "crédits", "crédit photo", "crédits photo", "photo d'archives",
    "crédito",
    "créditos", "fotografía",
    "imagen", "imagem", "fonte", "fuente", "immagine", "zdjęcie", "fot.", "źródło", "kuva", "kép", "fotó", "фото", "источник",
    "写真", "图片来源", "사진",
    "görsel", "kaynak",
  ].map { Array($0.utf8) }

  private static let agencies: [[UInt8]] = [
    "ap", "ap photo", "reuters", "afp", "getty", "getty images", "epa", "epa-efe", "efe", "dpa", "ansa", "keystone", "imago",
    "picture alliance", "pa", "pa media",
    "upi", "xinhua", "kyodo", "tass", "yonhap", "shutterstock", "istock", "alamy", "unsplash", "pexels", "flickr", "wikimedia",
    "bloomberg", "photo", "foto",
    "handout", "file photo", "courtesy", "image", "via", "apa", "ntb", "tt", "lusa", "belga", "anp", "ritzau", "stt", "lehtikuva",
    "canadian press",
    "associated press", "press association", "ap photo/", "pti", "ani", "aap",
  ].map { Array($0.utf8) }
}
