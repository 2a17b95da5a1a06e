extension BlockFeature {
  /// The feature in a newsroom's words where its value is above what is usual, or below; `#` stands for the value. `nil` where that says
  /// nothing about the block.
  private var phrases: (above: String?, below: String?) {
    switch self {
    case .upTo2Words: ("one or two words", nil)
    case .upTo5Words: ("three to five words", nil)
    case .upTo10Words: ("six to ten words", nil)
    case .upTo20Words: ("up to 20 words", nil)
    case .upTo40Words: ("21 to 40 words", nil)
    case .upTo80Words: ("41 to 80 words", nil)
    case .over80Words: ("more than 80 words", nil)
    case .isProse: ("running text", "no running text")
    case .endsSentence: ("ends a sentence", "no sentence end")
    case .endsColon: ("ends with a colon", nil)
    case .endsEllipsis: ("ends with an ellipsis", nil)
    case .endsQuestion: ("ends with a question mark", nil)
    case .severalSentences: ("several sentences", "not more than one sentence")
    case .startsLower: ("starts in lower case", nil)
    case .opensQuote: ("opens with a quotation mark or dash", nil)
    case .allCapitals: ("in capitals", nil)
    case .capitalisedShare: ("many capitalised words (#)", "few capitalised words (#)")
    case .digitShare: ("many digits (#)", "few digits (#)")
    case .commaShare: ("many commas", "few commas")
    case .oneSeparator: ("a separator sign in it", nil)
    case .severalSeparators: ("several separator signs in it", nil)
    case .hasDigits: ("digits in it", "no digits in it")
    case .titleCase: ("set in title case", nil)
    case .shortWithoutEnd: ("short and no sentence", nil)
    case .lengthAgainstUsual: ("long against the other paragraphs", "short against the other paragraphs")
    case .repeated: ("stands twice on the page", nil)
    case .someLink: ("a link in it", "no link in it")
    case .linkShare: ("link share #", "link share #")
    case .onlyLink: ("the whole of it is a link", nil)
    case .endsInLink: ("ends in a link", nil)
    case .linksWithin: ("links to the same site", nil)
    case .linksAway: ("links to other sites", nil)
    case .linksToOffer: ("links to an offer", nil)
    case .paragraph: ("a paragraph element", "no paragraph element")
    case .headingHigh: ("a heading of the first or second level", nil)
    case .headingLow: ("a heading of the third or a lower level", nil)
    case .listItem: ("a list item", nil)
    case .quote: ("a quotation element", nil)
    case .caption: ("a caption element", nil)
    case .tableRow: ("a table row", nil)
    case .preformatted: ("preformatted text", nil)
    case .line: ("a line of text", nil)
    case .loneWithMedia: ("alone with a picture or player", nil)
    case .markNavigation: ("marked as navigation", nil)
    case .markFooter: ("marked as a footer", nil)
    case .markSidebar: ("marked as standing beside the article", nil)
    case .markRelated: ("marked as other articles", nil)
    case .markSocial: ("marked as a share bar", nil)
    case .markComment: ("marked as comments", nil)
    case .markNewsletter: ("marked as a newsletter box", nil)
    case .markPromotion: ("marked as promotion", nil)
    case .markAdvertisement: ("marked as advertising", nil)
    case .markAuthorBox: ("marked as about the author", nil)
    case .markHidden: ("marked as hidden", nil)
    case .markPaywall: ("marked with a paywall word", nil)
    case .markConsent: ("marked as a consent notice", nil)
    case .markPlayer: ("marked as a player", nil)
    case .markTags: ("marked as topics", nil)
    case .markForm: ("marked as a form", nil)
    case .markCaption: ("marked as a caption", nil)
    case .markByline: ("marked as a byline", nil)
    case .markDate: ("marked as a date", nil)
    case .markDeck: ("marked as a deck", nil)
    case .markHeadline: ("marked as a headline", nil)
    case .markKicker: ("marked as a kicker", nil)
    case .markCredit: ("marked as a credit", nil)
    case .markBodyText: ("marked as the article's body", "not marked as the article's body")
    case .markEmbed: ("marked as an embedded post", nil)
    case .markFigure: ("marked as a figure", nil)
    case .markHeader: ("marked as a header", nil)
    case .sameParent: ("stands with most paragraphs", "does not stand with most paragraphs")
    case .sameElement: ("the same element as most paragraphs", "another element than most paragraphs")
    case .sameLook: ("set like most paragraphs", "set otherwise than most paragraphs")
    case .otherParent: ("stands apart from most paragraphs", nil)
    case .lookShare: ("set like much of the text (#)", "set like little of the text (#)")
    case .parentShare: ("stands with much of the text (#)", "stands with little of the text (#)")
    case .listShare: ("in lists that make up much of the text (#)", nil)
    case .signHeading: ("a signpost heading", nil)
    case .signLine: ("a signpost line", nil)
    case .signOpening: ("opens with a signpost", nil)
    case .signRelated: ("a signpost to other articles", nil)
    case .signNewsletter: ("a signpost to a newsletter or an offer", nil)
    case .signAdvertisement: ("an advertising signpost", nil)
    case .signSocial: ("a signpost to comments or sharing", nil)
    case .signCaption: ("a caption or credit signpost", nil)
    case .signCorrection: ("a correction signpost", nil)
    case .signAuthorBox: ("a signpost to the author", nil)
    case .beforeFirstParagraph: ("before the first paragraph", nil)
    case .isFirstParagraph: ("the first paragraph", nil)
    case .isLastParagraph: ("the last paragraph", nil)
    case .afterLastParagraph: ("after the last paragraph", nil)
    case .nearStart: ("near the first paragraph", "far from the first paragraph")
    case .nearEnd: ("near the last paragraph", "far from the last paragraph")
    case .proseAfter: ("much of the text follows (#)", "little of the text follows (#)")
    case .beforeRegion: ("before the article's region", nil)
    case .afterRegion: ("after the article's region", nil)
    case .farFromRegion: ("far from the article's region", nil)
    case .positionInRegion: ("late in the article's region", "early in the article's region")
    case .previousIsProse: ("running text before it", "no running text before it")
    case .nextIsProse: ("running text after it", "no running text after it")
    case .previousIsKept: ("part of the article before it", "no part of the article before it")
    case .nextIsKept: ("part of the article after it", "no part of the article after it")
    case .keptShareAround: ("among kept blocks (#)", "few kept blocks around it (#)")
    case .previousIsLink: ("a link before it", "no link before it")
    case .nextIsLink: ("a link after it", "no link after it")
    case .previousEndsColon: ("after a colon", nil)
    case .previousIsSign: ("after a signpost", nil)
    case .nextIsSign: ("before a signpost", nil)
    case .previousIsHeading: ("under a heading", nil)
    case .nextIsHeading: ("before a heading", nil)
    case .previousIsListItem: ("after a list item", nil)
    case .nextIsListItem: ("before a list item", nil)
    case .previousIsShort: ("after a short line", "after a long line")
    case .nextIsShort: ("before a short line", "before a long line")
    case .followsGap: ("after an empty line", "no empty line before it")
    case .precedesGap: ("before an empty line", "no empty line after it")
    case .proseShareAround: ("running text around it (#)", "little running text around it (#)")
    case .shortRun: ("one of many short lines", "no run of short lines")
    case .leadsParagraph: ("leads a paragraph", "leads no paragraph")
    case .inStatedBody: ("in the body that the metadata states", nil)
    case .notInStatedBody: ("not in the body that the metadata states", nil)
    case .notInWholeStatedBody: ("not in the whole body that the metadata states", nil)
    case .regionShare: (nil, nil)
    case .fewParagraphs: (nil, nil)
    case .markedContainer: (nil, nil)
    case .newsroom: ("on a newsroom's page", "on a page that is no newsroom's")
    case .kept, .keptAsCaption, .keptAsHeading, .keptAsList, .moved, .removedAsRelated, .removedAsNavigation,
      .removedAsBoilerplate,
      .removedAsCaption, .removedOtherwise:
      (nil, nil)
    }
  }

  /// What the feature says of a block where its value is above what is usual, or else.
  func wording(isAbove: Bool) -> Wording? { (isAbove ? phrases.above : phrases.below).map(Wording.init) }

  /// What a feature says of a block, as in `no sentence end` or `link share 0.90`.
  struct Wording: Sendable {
    /// The words, where the value stands among them those before it.
    private let front: String
    /// The words behind the value.
    private let back: String?

    fileprivate init(_ phrase: String) {
      let parts = phrase.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      front = String(parts[0])
      back = parts.count > 1 ? String(parts[1]) : nil
    }

    func append(_ value: Float, to text: inout String) {
      text += front
      guard let back else { return }
      text += Logistic.shown(value)
      text += back
    }
  }

  /// Whether the feature is the verdict of the heuristics itself.
  var isVerdict: Bool { rawValue >= BlockFeature.kept.rawValue && rawValue <= BlockFeature.removedOtherwise.rawValue }
}
