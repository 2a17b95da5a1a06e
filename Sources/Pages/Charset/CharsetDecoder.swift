internal import CUchardet

/// Bytes to UTF-8: finds the charset as the WHATWG standards say, then sniffs, and never fails.
///
/// In this order: byte order mark; `charset` of the content type; a `meta` element within the first 1024 bytes; UTF-8 if the bytes
/// are valid UTF-8; what uchardet makes of them; windows-1252. One thing outweighs a label: bytes that are UTF-8 beyond doubt, because
/// archives and crawlers write pages anew in UTF-8 and leave in them the `meta` of the original.
public struct CharsetDecoder: Sendable {
  /// UTF-8 without byte order mark.
  public struct Decoded: Sendable {
    public var utf8: [UInt8]
    public var charset: CharsetVerdict
    /// How many runs of invalid bytes became U+FFFD.
    public var replaced: Int
    /// What is worth telling about the reading, such as a label that is not known.
    public var notes: [String]
  }

  /// Decodes bytes.
  ///
  /// - Parameters:
  ///   - bytes: The input as it came.
  ///   - contentType: An HTTP content type such as `text/html; charset=koi8-r`, if there was one.
  ///   - scansMeta: Whether to look for `meta` elements; not done for plain text.
  public static func decode(_ bytes: [UInt8], contentType: String? = nil, scansMeta: Bool = true) -> Decoded {
    var notes: [String] = []
    let firstInvalid = UTF8Validation.firstInvalid(bytes)
    let (verdict, encoding, bom) = verdict(
      bytes, isUTF8: firstInvalid == nil, contentType: contentType, scansMeta: scansMeta, notes: &notes)
    var result: Decoded
    if encoding.name == "utf-8" {
      // A byte order mark is valid UTF-8, so what is invalid stands behind it.
      result = UTF8Repair.repaired(bytes, from: bom, firstInvalid: firstInvalid, verdict: verdict)
    } else {
      result = IconvDecoder.decode(bytes, from: bom, encoding: encoding, verdict: verdict)
    }
    if result.replaced > 0 {
      notes.append(
        "replaced \(result.replaced) invalid \(result.replaced == 1 ? "byte sequence" : "byte sequences") of \(result.charset.name)"
      )
    }
    result.notes = notes + result.notes
    return result
  }

  private static func verdict(
    _ bytes: [UInt8], isUTF8: Bool, contentType: String?, scansMeta: Bool, notes: inout [String]
  ) -> (CharsetVerdict, CharsetLabels.Encoding, bom: Int) {
    typealias Verdict = (CharsetVerdict, CharsetLabels.Encoding, bom: Int)
    func found(_ encoding: CharsetLabels.Encoding, _ basis: CharsetVerdict.Basis) -> Verdict {
      (CharsetVerdict(name: encoding.name, basis: basis), encoding, 0)
    }
    func found(_ name: String, _ basis: CharsetVerdict.Basis) -> Verdict {
      found(CharsetLabels.encoding(label: name) ?? CharsetLabels.Encoding(name: "windows-1252", iconv: "CP1252"), basis)
    }
    func stated(_ label: String?, _ basis: CharsetVerdict.Basis) -> Verdict? {
      guard let label else { return nil }
      guard let encoding = CharsetLabels.encoding(label: label) else {
        notes.append("unknown charset '\(label.prefix(40))' ignored")
        return nil
      }
      if encoding.name == "replacement" {
        notes.append("unsupported charset '\(label.prefix(40))' ignored")
        return nil
      }
      // A page that says it is UTF-8, and is not, was labelled by a template and written by something else.
      if encoding.name == "utf-8", !isUTF8, let sniffed = sniff(bytes), sniffed != "utf-8", !UTF8Validation.isMostlyValid(bytes) {
        notes.append("labelled utf-8 but read as \(sniffed)")
        return found(sniffed, .sniffed)
      }
      if encoding.name != "utf-8", isUTF8, UTF8Validation.isUnmistakable(bytes), byLegacyBytes(encoding.name) {
        notes.append("labelled \(encoding.name) but valid UTF-8 throughout")
        return found("utf-8", .sniffed)
      }
      return found(encoding, basis)
    }
    if let (name, length) = byteOrderMark(bytes) {
      var verdict = found(name, .bom)
      verdict.bom = length
      return verdict
    }
    // The bytes are searched only where the header says nothing.
    if let verdict = stated(contentType.flatMap(ContentType.charset), .header) { return verdict }
    if scansMeta, let verdict = stated(MetaPrescan.charset(in: bytes), .meta) { return verdict }
    if let utf16 = unmarkedUTF16(bytes) { return found(utf16, .sniffed) }
    if isUTF8 {
      let isASCII = !bytes.contains { $0 >= 0x80 }
      return found("utf-8", isASCII ? .assumed : .sniffed)
    }
    if UTF8Validation.isMostlyValid(bytes) { return found("utf-8", .sniffed) }
    if let sniffed = sniff(bytes) { return found(sniffed, .sniffed) }
    return found("windows-1252", .assumed)
  }

  /// Whether an encoding's text shows in bytes above 0x7F: those of UTF-16 and of escape sequences say nothing about validity.
  private static func byLegacyBytes(_ name: String) -> Bool { !name.hasPrefix("utf-16") && name != "iso-2022-jp" }

  static func byteOrderMark(_ bytes: [UInt8]) -> (name: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    return nil
  }

  /// UTF-16 without a byte order mark shows in Latin text as every second byte being zero.
  static func unmarkedUTF16(_ bytes: [UInt8]) -> String? {
    let sample = min(bytes.count & ~1, 1024)
    guard sample >= 16 else { return nil }
    var zeros = (even: 0, odd: 0)
    for i in stride(from: 0, to: sample, by: 2) {
      if bytes[i] == 0 { zeros.even += 1 }
      if bytes[i + 1] == 0 { zeros.odd += 1 }
    }
    let pairs = sample / 2
    if zeros.odd * 10 >= pairs * 7, zeros.even * 20 < pairs { return "utf-16le" }
    if zeros.even * 10 >= pairs * 7, zeros.odd * 20 < pairs { return "utf-16be" }
    return nil
  }

  /// What uchardet makes of the first 64 kB, as a WHATWG name.
  private static func sniff(_ bytes: [UInt8]) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let status = bytes.withUnsafeBytes { raw in
      uchardet_handle_data(detector, raw.bindMemory(to: CChar.self).baseAddress, min(raw.count, 1 << 16))
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    guard let encoding = CharsetLabels.encoding(label: String(cString: name)), encoding.name != "replacement" else { return nil }
    return encoding.name
  }
}
