/// The first line of a dump of a whole page: what the browser shows as its title, headline and name of the site.
enum PageTitle {
  /// The title without the names of site and section behind bars or dashes, where what is left is the greater part.
  static func withoutSite(_ title: String) -> String {
    // Each part that is cut is looked through again, so a page in one line would be, once for each of its bars.
    guard title.utf8.count <= HeadlineText.longest else { return title }
    // Sites part their names off with a bar, and no headline has one.
    if let bar = title.firstRange(of: " | "), words(title[..<bar.lowerBound]) >= 3 {
      return withoutSite(String(title[..<bar.lowerBound]))
    }
    guard
      let dash = ["-", "–", "—", "·", "»", "::"].compactMap({ lastRange(of: " \($0) ", in: title) }).max(by: {
        $0.lowerBound < $1.lowerBound
      })
    else { return title }
    let head = title[..<dash.lowerBound]
    let tail = title[dash.upperBound...]
    // A headline can have a dash too, but then more follows than a name.
    guard words(tail) <= 4, words(head) >= 3, words(head) > words(tail), !(tail.first?.isLowercase ?? true) else { return title }
    return withoutSite(String(head))
  }

  private static func words(_ text: Substring) -> Int {
    BlockFacts(bytes: ArraySlice(text.utf8)).weight
  }

  private static func lastRange(of sign: String, in text: String) -> Range<String.Index>? {
    text.ranges(of: sign).last
  }
}
