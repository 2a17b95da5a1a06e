/// The place in front of a report, with the agency that filed it: `BERLIN (Reuters) –`, `WASHINGTON —`, `Kiel (dpa) -`.
public struct Dateline: Sendable, Hashable {
  /// Place, and date where one is given, as printed: `NEW YORK, Oct 21`.
  public var place: String
  /// The agency in brackets, as printed.
  public var credit: String?
  /// All of it, as printed, without the dash.
  public var raw: String
  /// The part of the paragraph that is the dateline, in UTF-8 offsets: up to where the report's own words begin.
  public var consumed: Range<Int>

  /// Reads the dateline in front of a paragraph; `nil` where there is none.
  ///
  /// With an agency in brackets any capitalised place will do; without one the place has to be in capitals (news agencies' style, as in the AP
  /// Stylebook's entry on datelines) and a long dash has to follow, for else it could be any phrase.
  public static func read(_ text: String) -> Dateline? { read(ArraySlice(text.utf8)) }

  /// Reads the dateline in front of a paragraph; `nil` where there is none.
  public static func read(_ text: ArraySlice<UInt8>) -> Dateline? {
    let folded = FoldedText(text.prefix(160))
    let bytes = Array(folded.bytes)
    guard let dash = dash(in: bytes) else { return nil }
    let rest = bytes[(dash + 1)...].drop { $0 == 0x2D || $0 == 0x20 }
    guard let start = rest.indices.first, dash > 0 else { return nil }
    let end = bytes[..<dash].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? dash
    var place = 0..<end
    var credit: String?
    if bytes[end - 1] == UInt8(ascii: ")") {
      guard let open = bytes[..<end].lastIndex(of: UInt8(ascii: "(")), open > 1 else { return nil }
      guard let agency = Agencies.name(in: folded.originalText(of: open + 1..<end - 1)) else { return nil }
      credit = agency
      place = 0..<open
    }
    while place.upperBound > place.lowerBound, bytes[place.upperBound - 1] == 0x20 {
      place = place.lowerBound..<place.upperBound - 1
    }
    guard !place.isEmpty else { return nil }
    let name = folded.originalText(of: place)
    guard isPlace(name, needsCapitals: credit == nil), credit != nil || isLongDash(at: dash, folded) else { return nil }
    return Dateline(
      place: name, credit: credit, raw: folded.originalText(of: 0..<end),
      consumed: 0..<folded.originalRange(of: start..<start + 1).lowerBound)
  }

  /// The first dash with space before it, or the first after a closing bracket.
  private static func dash(in bytes: [UInt8]) -> Int? {
    bytes.indices.prefix(90).first { index in
      bytes[index] == 0x2D && index > 1 && (bytes[index - 1] == 0x20 || bytes[index - 1] == UInt8(ascii: ")"))
        && index + 1 < bytes.count
        && (bytes[index + 1] == 0x20 || bytes[index + 1] == 0x2D || bytes[index - 1] == UInt8(ascii: ")"))
    }
  }

  private static func isLongDash(at index: Int, _ folded: FoldedText) -> Bool {
    let dash = folded.originalText(of: index..<index + 1)
    return dash == "—" || dash == "–" || folded.originalText(of: index..<min(index + 2, folded.bytes.count)) == "--"
  }

  private static func isPlace(_ name: String, needsCapitals: Bool) -> Bool {
    let parts = name.split(separator: ",").map { String($0).trimmed }
    guard let city = parts.first, parts.count <= 4 else { return false }
    let words = city.split(separator: " ")
    guard (1...4).contains(words.count), city.utf8.count >= 3, PersonName.isPlausible(city) else { return false }
    guard needsCapitals else { return !words.allSatisfy { $0.first?.isLowercase ?? true } }
    // Four letters or fewer without more are an acronym as likely as a city.
    guard PersonName.isAllCapitals(city), city.utf8.count >= 5 || knownShort.contains(city) else { return false }
    return !words.contains { commonWords.contains($0) }
  }

  private static let knownShort: Set<String> = [
    "ROME", "OSLO", "LIMA", "CAIRO", "KYIV", "BONN", "GAZA", "DOHA", "BAKU", "RIGA", "BERN", "LYON", "PARIS", "MILAN", "DELHI",
    "SEOUL", "TOKYO",
  ]
  /// Words that stand in emphatic openings and in no city's name.
  private static let commonWords: Set<Substring> = [
    "WHAT", "WHY", "HOW", "WHO", "WHEN", "THE", "THIS", "BREAKING", "UPDATE", "EXCLUSIVE", "WATCH", "HAPPENED", "NEWS", "LIVE",
    "JUST", "OPINION", "ANALYSIS", "EDITORIAL", "WARNING", "NOTE", "CORRECTION",
  ]
}
