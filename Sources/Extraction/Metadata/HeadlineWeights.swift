/// What a source's word weighs when a page's sources give different headlines.
///
/// Found on 474 development pages by trying some thousand tables of weights, tuned on one half of the publishers and checked on the
/// other. On newsrooms' pages the table hardly matters: where `og:title` and the JSON-LD differ, publishers' own parsers follow the
/// one as often as the other, whatever the heading says.
enum HeadlineWeights {
  static func weights(isNews: Bool) -> [String: Double] { isNews ? news : other }

  /// A newsroom's system: each field is written by someone, and the JSON-LD is held to search engines' rules for news.
  private static let news: [String: Double] = [
    "meta:og:title": 1, "json-ld:headline": 1.1, "h1": 0.8, "microdata:headline": 0.5, "meta:title": 0.3, "json-ld:name": 0.3,
    "meta:parsely-title": 0.5, "meta:citation_title": 0.5,
  ]

  /// Any other system. One field written for search engines fills `title`, `og:title` and the JSON-LD alike, so together they are hardly more than
  /// one witness; the heading is what the author wrote over the text.
  private static let other: [String: Double] = [
    "meta:og:title": 1, "json-ld:headline": 0.8, "h1": 2, "microdata:headline": 0.5, "meta:parsely-title": 0.5,
    "meta:citation_title": 1.5,
  ]
}
