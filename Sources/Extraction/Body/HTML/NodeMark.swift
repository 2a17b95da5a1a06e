/// What an element's name, class, id, role or itemprop says of the text within it, in newsroom terms.
struct NodeMark: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  // What is not the article.
  static let navigation = NodeMark(rawValue: 1 << 0)
  static let footer = NodeMark(rawValue: 1 << 1)
  static let sidebar = NodeMark(rawValue: 1 << 2)
  static let related = NodeMark(rawValue: 1 << 3)
  static let social = NodeMark(rawValue: 1 << 4)
  static let comment = NodeMark(rawValue: 1 << 5)
  static let newsletter = NodeMark(rawValue: 1 << 6)
  static let promotion = NodeMark(rawValue: 1 << 7)
  static let advertisement = NodeMark(rawValue: 1 << 8)
  static let authorBox = NodeMark(rawValue: 1 << 9)
  static let hidden = NodeMark(rawValue: 1 << 10)
  static let paywall = NodeMark(rawValue: 1 << 11)
  static let consent = NodeMark(rawValue: 1 << 12)
  static let player = NodeMark(rawValue: 1 << 13)
  static let tags = NodeMark(rawValue: 1 << 14)
  static let form = NodeMark(rawValue: 1 << 15)

  // Parts of the article other than running text.
  static let caption = NodeMark(rawValue: 1 << 16)
  static let byline = NodeMark(rawValue: 1 << 17)
  static let date = NodeMark(rawValue: 1 << 18)
  static let deck = NodeMark(rawValue: 1 << 19)
  static let headline = NodeMark(rawValue: 1 << 20)
  static let kicker = NodeMark(rawValue: 1 << 21)
  static let credit = NodeMark(rawValue: 1 << 22)

  /// Text that opens under its heading when a reader asks for it: it is the page's text all the same.
  static let foldout = NodeMark(rawValue: 1 << 23)

  // Where the running text is.
  static let bodyText = NodeMark(rawValue: 1 << 24)
  static let article = NodeMark(rawValue: 1 << 25)
  static let main = NodeMark(rawValue: 1 << 26)
  static let embed = NodeMark(rawValue: 1 << 27)
  static let figure = NodeMark(rawValue: 1 << 28)
  static let header = NodeMark(rawValue: 1 << 29)
  static let list = NodeMark(rawValue: 1 << 30)

  /// Marks that speak against everything within the element being part of the article.
  static let surroundings: NodeMark = [
    .navigation, .footer, .sidebar, .related, .social, .comment, .newsletter, .promotion, .advertisement, .authorBox, .hidden,
    .paywall,
    .consent, .player, .tags, .form,
  ]

  /// Marks of what has authors and dates of its own, or none.
  static let foreignToCredits: NodeMark = [
    .navigation, .footer, .sidebar, .related, .comment, .newsletter, .promotion, .advertisement, .hidden, .consent, .tags, .form,
    .caption, .credit, .figure,
  ]

  /// Marks that an element with several paragraphs of running text belies: templates use the same words for layout.
  static let layout: NodeMark = [
    .sidebar, .hidden, .promotion, .advertisement, .player, .tags, .social, .navigation, .caption, .credit, .byline, .date, .deck,
    .kicker,
    .figure, .embed, .headline, .form, .paywall,
  ]

  /// Marks of an element that hold for all within it. A figure's or header's own blocks ask for their element instead.
  static let inherited: NodeMark = surroundings.union([
    .caption, .byline, .date, .deck, .kicker, .credit, .bodyText, .embed, .figure, .header, .headline,
  ])
}
