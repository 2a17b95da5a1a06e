import Copydesk
import Extraction
import Pages

/// A text dump in the shape of the founding document: date, headline, byline glued to the first paragraph, seven paragraphs, syndication
/// line with a no-break space, a line of nothing but one, rights notice, ad marker right below it, two empty widget headings.
struct SeedLike {
  var date: String? = "Thursday, March 6, 2025"
  var headline = "Harbor Town To Keep Night Buses on the Quay Line, Dropping Plan To Cut Them"
  var byline: String? = "(Mara Quist, Tidewire.example)"
  var syndication = "This article originally appeared at Tidewire.example."
  var notice = Self.notice(year: 2025)
  /// Lines that stand between the third and the fourth paragraph.
  var midway: [String] = []
  var isSyndicationMidway = false
  var tail = ["TRENDING NOW", "", "TRENDING NOW"]

  static func notice(year: Int) -> String {
    "Copyright \(year). No part of this site may be reproduced in whole or in part in any manner other than RSS without the permission "
      + "of the copyright owner. Distribution via RSS is subject to our RSS Terms of Service and is strictly enforced. To inquire about "
      + "licensing our content, use the contact form at https://morningledger.example/licensing."
  }

  var paragraphs = [
    "Night buses will go on running along the quay in the old harbor, turning round a plan to end them in spring, the town’s transport "
      + "councillor Ines Okafor said on Tuesday.",
    "According to Dock and Quay, Okafor said about 120 to 120 passengers ride the last bus on weekdays, as well as the one before it to "
      + "the al-Marsa depot on the eastern mole.",
    "An official of the operator said earlier this month that it was about to withdraw the line and that most drivers would move to the "
      + "day shift, leaving some at the depot. The official also said the number of night runs was going from 25 to below 20 under a "
      + "budget agreed with the town last year.",
    "Okafor said the buses will stay to serve the hospital’s late shift. “These runs will make sure that nobody who mops a ward at "
      + "midnight has to walk home along an unlit road,” she said.",
    "While the budget was presented as an end to night service, the operator has been clear since it was passed that it would not lead to "
      + "a full stop. It sets out the end of the subsidy, but buses remain under what it calls a “mutual service partnership.”",
    "The town and the operator began to talk after Okafor called for another look at the plan following a string of protests by the "
      + "Harbor Transport Users (HTU), a group of riders that is part of the town’s advisory board.",
    "The riders had marched in answer to delays that began with the roadworks of January 2024 near the customs house, which cut off three "
      + "stops and left dozens waiting. The operator ran replacement buses, and the complaints largely ceased in spring due to pressure "
      + "from the board and the town.",
  ]

  var text: String {
    var lines: [String] = []
    if let date { lines += [date, ""] }
    lines += [headline, ""]
    for (index, paragraph) in paragraphs.enumerated() {
      lines += [index == 0 ? [byline, paragraph].compactMap(\.self).joined(separator: " ") : paragraph, ""]
      if index == 2 {
        for line in midway { lines += [line, ""] }
        if isSyndicationMidway { lines += [syndication, ""] }
      }
    }
    if !isSyndicationMidway { lines += [syndication + "\u{A0}", "", "\u{A0}", ""] }
    lines += [notice, "- Advertisement -", ""]
    lines += tail
    return lines.joined(separator: "\n")
  }

  func record() throws -> ArticleRecord { try Self.record(ofText: text) }

  static func record(ofText text: String) throws -> ArticleRecord {
    try Extractor().extract(try Page.parse(text: text), origin: Origin()).record
  }

  static func record(ofHTML html: String, url: String? = nil, plan: Plan? = nil) throws -> ArticleRecord {
    try Extractor().extract(try Page.parse(html: html), origin: Origin(url: url), plan: plan).record
  }
}

extension ArticleRecord {
  /// The texts of the body's elements.
  var bodyTexts: [String] { article.body.map(\.plainText) }

  /// The one block with this text, white space at its ends apart.
  func block(_ text: String) -> Block? {
    blocks.first { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") == text }
  }

  var codes: Set<String> { Set(findings.map(\.code)) }
}
