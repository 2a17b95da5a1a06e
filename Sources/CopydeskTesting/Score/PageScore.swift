public import Copydesk

/// How well one page came out. `nil`: not labelled.
public struct PageScore: Sendable {
  public var id: String
  /// The corpus that it is of, and of a text dump the kind: ids are told apart by both.
  public var corpus: String?
  public var kind: String?
  public var publisher: String?
  public var language: String?
  /// Words as multisets.
  public var words: Overlap?
  /// Paragraphs and headings that are the same to the letter, white space squeezed.
  public var blocks: Overlap?
  /// Runs of four words.
  public var shingles: Overlap?
  /// Whether the whole body is the same, white space squeezed.
  public var exactText: Bool?
  public var title: Bool?
  public var day: Bool?
  public var second: Bool?
  /// The same as ``title`` and ``day``, for text dumps that hold the label at all; `nil` for others and for HTML.
  public var heldTitle: Bool?
  public var heldDay: Bool?
  /// The author names as sets, capitals aside.
  public var authors: Double?
  /// The share of snippets that are there, and of those that must not be there and are not.
  public var with: Double?
  public var without: Double?
  /// Whether it was a text dump, not HTML.
  public var isText = false
  /// What the extractor itself thought of it, without knowing the labels.
  public var quality: Quality?
  /// Why the page gave no article at all.
  public var error: String?

  /// Scores an article against its labels; an article that could not be made scores nothing.
  public init(_ page: LabelledPage, article: Article?, error: String? = nil) {
    id = page.id
    kind = page.kind
    publisher = page.publisher
    language = page.language ?? article?.inLanguage
    self.error = error
    let found = article.map { ComparedText.blocks($0.body) } ?? []
    let foundText = found.joined(separator: " ")
    let wantedText = page.text ?? page.paragraphs.map { $0.joined(separator: "\n") }

    if let wantedText {
      let (foundWords, wantedWords) = (ComparedText.words(foundText), ComparedText.words(wantedText))
      words = Overlap(of: foundWords, with: wantedWords)
      shingles = Overlap(of: ComparedText.shingles(foundWords), with: ComparedText.shingles(wantedWords))
      exactText = foundText == ComparedText.squeezed(wantedText)
    }
    if let wanted = page.paragraphs {
      blocks = Overlap(of: found, with: wanted.map { ComparedText.squeezed($0) }.filter { !$0.isEmpty })
    }
    var held: HeldLabels?
    if case .text(let bytes) = page.input {
      isText = true
      held = HeldLabels(bytes)
    }
    if let wanted = page.title {
      title = ComparedText.squeezed(article?.headline ?? "") == ComparedText.squeezed(wanted)
      if held?.holds(title: wanted) ?? false { heldTitle = title }
    }
    if let wanted = page.date.flatMap(LabelledDate.init) {
      let date = article?.datePublished
      day = wanted.sameDay(as: date)
      if held?.holds(day: wanted) ?? false { heldDay = day }
      if wanted.hasTime { second = wanted.sameSecond(as: date) }
    }
    if let wanted = page.authors {
      let names = Set((article?.author ?? []).map { ComparedText.squeezed($0.name.lowercased()) })
      authors = Overlap(of: Array(names), with: Array(Set(wanted.map { ComparedText.squeezed($0.lowercased()) }))).f1
    }
    if !page.with.isEmpty { with = Self.share(of: page.with) { foundText.contains(ComparedText.squeezed($0)) } }
    if !page.without.isEmpty { without = Self.share(of: page.without) { !foundText.contains(ComparedText.squeezed($0)) } }
  }

  private static func share(of snippets: [String], _ holds: (String) -> Bool) -> Double {
    Double(snippets.count(where: holds)) / Double(snippets.count)
  }
}
