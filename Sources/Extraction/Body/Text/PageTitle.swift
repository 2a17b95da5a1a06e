/// The first line of a dump of a whole page: what the browser shows as its title, headline and name of the site.
enum PageTitle {
  static func withoutSite(_ title: String) -> String {
    let bytes = ArraySlice(title.utf8)
    let bare = withoutSite(bytes)
    return bare.count == bytes.count ? title : String(decoding: bare, as: UTF8.self)
  }

  /// The title without the names of site and section behind bars or dashes, where what is left is the greater part.
  static func withoutSite(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    // Each part that is cut is looked through again, so a page in one line would be, once for each of its bars.
    guard title.count <= HeadlineText.longest else { return title }
    let front = withoutBar(title)
    if front.count < title.count { return withoutSite(front) }
    if let behind = behindSite(title) { return withoutSite(behind) }
    guard let dash = lastDash(in: title) else { return title }
    let head = title[..<dash.lowerBound]
    let tail = title[dash.upperBound...]
    // A headline can have a dash too, but then more follows than a name.
    guard words(tail) <= 4, words(head) >= 3, words(head) > words(tail), let first = String(decoding: tail, as: UTF8.self).first,
      !first.isLowercase
    else { return title }
    return withoutSite(head)
  }

  /// The words behind a bar, where a single one stands in front of it: some sites put their name first, and few headlines are one word.
  private static func behindSite(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let place = title.indices.first(where: { title[$0] == 0x20 && title[$0...].starts(with: bar) }) else { return nil }
    let behind = title[(place + bar.count)...]
    return words(title[..<place]) == 1 && words(behind) >= 4 ? behind : nil
  }

  /// The words in front of a bar: sites and sections part their names off with one, and no headline has any.
  static func withoutBar(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let place = title.prefix(HeadlineText.longest).indices.first { title[$0] == 0x20 && title[$0...].starts(with: bar) }
    guard let place, words(title[..<place]) >= 3 else { return title }
    return title[..<place]
  }

  private static let bar = Array(" | ".utf8)
  private static let dashes = [" - ", " \u{2013} ", " \u{2014} ", " \u{B7} ", " \u{BB} ", " :: "].map { Array($0.utf8) }

  private static func words(_ text: ArraySlice<UInt8>) -> Int { BlockFacts(bytes: text).weight }

  private static func lastDash(in title: ArraySlice<UInt8>) -> Range<Int>? {
    for index in title.indices.reversed() where title[index] == 0x20 && title[index...].dropFirst().first.map(mayBeDash) == true {
      if let dash = dashes.first(where: { title[index...].starts(with: $0) }) { return index..<index + dash.count }
    }
    return nil
  }

  private static func mayBeDash(_ lead: UInt8) -> Bool {
    lead == UInt8(ascii: "-") || lead == UInt8(ascii: ":") || lead == 0xE2 || lead == 0xC2
  }
}
