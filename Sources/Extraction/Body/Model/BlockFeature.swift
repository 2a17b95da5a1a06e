/// What the block model looks at, one number per block and feature, nearly all from 0 to 1.
///
/// This list is the only one: a feature's name here is its name in the training data, in the coefficients and in what `copydesk explain`
/// shows. ``FeatureReader`` says how each is computed.
enum BlockFeature: Int, CaseIterable, Sendable {
  // The text's length, as steps: a block has one of these.
  case upTo2Words, upTo5Words, upTo10Words, upTo20Words, upTo40Words, upTo80Words, over80Words

  // The text's shape.
  case isProse, endsSentence, endsColon, endsEllipsis, endsQuestion, severalSentences
  case startsLower, opensQuote, allCapitals, capitalisedShare, digitShare, commaShare
  case oneSeparator, severalSeparators, hasDigits, titleCase, shortWithoutEnd, lengthAgainstUsual
  case repeated

  // Links.
  case someLink, linkShare, onlyLink, endsInLink
  // Where they lead.
  case linksWithin, linksAway, linksToOffer

  // What the block is in the markup.
  case paragraph, headingHigh, headingLow, listItem, quote, caption, tableRow, preformatted, line
  case loneWithMedia

  // What the elements around it are called.
  case markNavigation, markFooter, markSidebar, markRelated, markSocial, markComment, markNewsletter, markPromotion
  case markAdvertisement, markAuthorBox, markHidden, markPaywall, markConsent, markPlayer, markTags, markForm
  case markCaption, markByline, markDate, markDeck, markHeadline, markKicker, markCredit, markBodyText, markEmbed, markFigure
  case markHeader

  // How it is set, against how most of the running text is set.
  case sameParent, sameElement, sameLook, otherParent, lookShare, parentShare, listShare

  // A signpost phrase in it.
  case signHeading, signLine, signOpening, signRelated, signNewsletter, signAdvertisement, signSocial, signCaption, signCorrection
  case signAuthorBox

  // What the heuristics decided.
  case kept, keptAsCaption, keptAsHeading, keptAsList, moved
  case removedAsRelated, removedAsNavigation, removedAsBoilerplate, removedAsCaption, removedOtherwise

  // Where it stands.
  case beforeFirstParagraph, isFirstParagraph, isLastParagraph, afterLastParagraph, nearStart, nearEnd, proseAfter, beforeRegion
  case afterRegion, farFromRegion, positionInRegion

  // What stands beside it.
  case previousIsProse, nextIsProse, previousIsKept, nextIsKept, keptShareAround, previousIsLink, nextIsLink
  case previousEndsColon, previousIsSign, nextIsSign, previousIsHeading, nextIsHeading, nextIsListItem, previousIsListItem
  case previousIsShort, nextIsShort, followsGap, precedesGap, proseShareAround, shortRun, leadsParagraph

  // What the page says about itself.
  case inStatedBody, notInStatedBody, notInWholeStatedBody

  // What kind of page it is: how much of its prose is in the region, how many paragraphs are, and whether a newsroom's system made it.
  case regionShare, fewParagraphs, markedContainer, newsroom

  static let count = allCases.count

  /// The name in training data, coefficients and explanations.
  var name: String { String(describing: self) }
}
