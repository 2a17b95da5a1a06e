import Copydesk
import Pages

/// Says what a page is, by what it states about itself, the words it opens with, and the shape of its text.
///
/// The kinds vote: an article gains by every hundred words of running text, so that a page with a real article on it is one, whatever stands around
/// it; the others have to outweigh that. Words are looked for only where there is little text, since only then do they say what the page is.
struct KindReading {
  let nodes: PageNodes?
  let shape: PageShape
  private var votes = KindVotes()

  init(_ nodes: PageNodes?, _ shape: PageShape) {
    self.nodes = nodes
    self.shape = shape
  }

  mutating func verdict(_ draft: Draft) -> PageKind {
    // A page is taken for an article until something speaks against it; one without a word of running text is as likely not to be one.
    votes.add(
      .article, shape.words == 0 ? 0 : 1 + min(Double(shape.words) / 100, 3),
      shape.words >= 50 ? "text: \(shape.words) words of running text" : nil)
    if draft.page.kind == .html {
      statedTypes(draft)
      address(draft)
      media(draft)
      teasers(draft)
    }
    if shape.words < Self.fullArticle { words(draft) }
    access(draft)
    entries(draft)
    return votes.verdict()
  }

  /// A text so long is an article, whatever words are in it.
  private static let fullArticle = 250

  // MARK: - What the page states

  private mutating func statedTypes(_ draft: Draft) {
    // A list of ten films says no more than one.
    var seen: [String] = []
    for item in draft.metadata.linkedData.objects where item.depth <= 2 {
      guard item.property.map(Self.ownProperties.contains) ?? true else { continue }
      for type in item.types {
        guard seen.count < 100, !seen.contains(type) else { continue }
        seen.append(type)
        guard let (kind, weight) = Self.types[type] else { continue }
        votes.add(kind, weight, "json-ld:@type: \(type)")
      }
    }
    if let type = draft.metadata.meta("og:type").first.map({ PlainText.lowercased($0).trimmedOfWhitespace }) {
      switch type {
      case "article", "news", "newsarticle", "blog": votes.add(.article, 1.5, "meta:og:type: \(type)")
      case let type where type.hasPrefix("video"): votes.add(.video, 2, "meta:og:type: \(type)")
      case let type where type.hasPrefix("product") || type == "og:product": votes.add(.product, 3, "meta:og:type: \(type)")
      case "gallery", "photo": votes.add(.gallery, 2, "meta:og:type: \(type)")
      case "website": votes.add(.sectionFront, 0.5, "meta:og:type: website")
      default: break
      }
    }
    if let published = draft.metadata.meta("article:published_time").first {
      votes.add(.article, 1, "meta:article:published_time: \(published)")
    }
    if let generator = draft.metadata.meta("generator").first.map({ PlainText.lowercased(ArraySlice($0.utf8)) }),
      let forum = generator.withUnsafeBufferPointer({ generator in
        KindPhrases.forumGenerators.first { ByteSearch.find(Array($0.utf8), in: generator) != nil }
      })
    {
      votes.add(.forum, 2.5, "meta:generator: \(forum)")
    }
    for property in draft.metadata.properties.prefix(50) where property.itemType == "product" {
      votes.add(.product, 1.5, "microdata: product")
      break
    }
  }

  /// What stands under one of these is what the page is about.
  private static let ownProperties = ["mainentity", "mainentityofpage", "@graph"]

  /// schema.org's types (https://schema.org/docs/full.html), of the page or what it is about.
  private static let types: [String: (PageKind.Name, Double)] = [
    "newsarticle": (.article, 2), "article": (.article, 2), "reportagenewsarticle": (.article, 2),
    "opinionnewsarticle": (.article, 2),
    "analysisnewsarticle": (.article, 2), "backgroundnewsarticle": (.article, 2), "reviewnewsarticle": (.article, 2),
    "blogposting": (.article, 2),
    "advertisercontentarticle": (.article, 2), "scholarlyarticle": (.article, 2), "techarticle": (.article, 2),
    "report": (.article, 2),
    "recipe": (.article, 1), "howto": (.article, 1), "review": (.article, 1),
    "liveblogposting": (.liveBlog, 5), "videoobject": (.video, 2), "imagegallery": (.gallery, 3), "mediagallery": (.gallery, 2),
    "collectionpage": (.sectionFront, 2), "searchresultspage": (.sectionFront, 3), "itemlist": (.sectionFront, 1),
    "blog": (.sectionFront, 0.5),
    "product": (.product, 3), "productgroup": (.product, 3), "discussionforumposting": (.forum, 4), "qapage": (.forum, 4),
  ]

  /// A site's first page has no path.
  private mutating func address(_ draft: Draft) {
    guard let url = draft.origin.url ?? draft.metadata.canonicalURL, Host.stands(in: url),
      let slash = url.utf8.firstIndex(of: UInt8(ascii: "/")), url.utf8[..<slash].last == UInt8(ascii: ":")
    else { return }
    // A host stands between two slashes and the path.
    let host = url.utf8[slash...].dropFirst(2)
    let path = PlainText.lowercased(
      Substring(host.drop { $0 != UInt8(ascii: "/") }.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }))
    if path.isEmpty || path == "/" { votes.add(.sectionFront, 2.5, "url: no path") }
    var bytes = path
    bytes.withUTF8 { bytes in
      for place in Self.places where place.paths.first(in: bytes) != nil { votes.add(place.kind, place.weight, "url: \(path)") }
    }
  }

  /// What a word of the path says of the page.
  private static let places: [(kind: PageKind.Name, weight: Double, paths: PhraseList)] = [
    (.forum, 2, PhraseList(["/viewtopic", "/showthread", "/threads/", "/forums/topic/", "/forum/viewtopic"])),
    (.video, 1, PhraseList(["/video/", "/videos/", "/watch/"])),
    (
      .gallery, 1,
      PhraseList([
        "/gallery/", "/galleries/", "/photos/", "/bildstrecke", "/fotostrecke", "/diaporama", "/fotogalleria", "/fotogaleria",
        "/pictures/",
      ])
    ),
    (.product, 1, PhraseList(["/product/", "/products/", "/produkt/", "/produit/", "/producto/"])),
  ]

  // MARK: - Shape

  /// Films and pictures count for what they are where there is little text beside them.
  private mutating func media(_ draft: Draft) {
    guard shape.words < 200 else { return }
    let players = (nodes?.players ?? 0) + draft.media.count { $0.isPlayer }
    if players > 0, shape.words < 120 {
      votes.add(.video, 1, "page: \(players) \(players == 1 ? "player" : "players"), \(shape.words) words")
    }
    let figures = draft.media.count { !$0.isEmbed }
    if figures >= 5 { votes.add(.gallery, 3, "page: \(figures) pictures, \(shape.words) words of running text") }
  }

  /// Headlines that lead elsewhere, and hardly a text.
  private mutating func teasers(_ draft: Draft) {
    let isStated = votes.score(.article) > 4
    guard shape.teasers >= 10, !isStated else { return }
    if shape.words < 100 {
      votes.add(.sectionFront, 2, "page: \(shape.teasers) linked headlines, \(shape.words) words of running text")
    } else if shape.paragraphs > 0, shape.teasers >= shape.paragraphs * 2, shape.headlines >= 6 {
      votes.add(.sectionFront, 2, "page: \(shape.teasers) linked headlines, \(shape.headlines) of them headings")
    }
    if draft.candidate(for: .datePublished) == nil { votes.add(.sectionFront, 1, "page: no date of publication") }
  }

  private mutating func access(_ draft: Draft) {
    guard shape.words < 200, case .flag(false)? = draft.candidate(for: .isAccessibleForFree)?.value else { return }
    // Beside the publisher's own word there has to be a sign that what is here is not all.
    if draft.decisions.contains(where: { $0.role == .paywall }) || votes.score(.paywallStub) > 0 || shape.words < 80 {
      votes.add(.paywallStub, 4 + votes.score(.article) / 4, "isAccessibleForFree: no, \(shape.words) words of running text")
    }
  }

  private mutating func entries(_ draft: Draft) {
    let count = draft.entryTimes.count
    if count >= 3 { votes.add(.liveBlog, min(2 + Double(count), 8), "page: \(count) entries with times") }
  }

  // MARK: - Words

  private static let phrases = PhraseIndex([
    KindPhrases.errorTexts, KindPhrases.consentTexts, KindPhrases.paywallTexts, KindPhrases.forumTexts, KindPhrases.shopTexts,
  ])
  private static let errorTitles = Set(KindPhrases.errorTitles)
  private static let consentTitles = Set(KindPhrases.consentTitles)
  /// How many bytes of text are looked through.
  private static let reach = 30_000

  private mutating func words(_ draft: Draft) {
    titles(draft)
    var counts = [0, 0, 0, 0, 0]
    var first: [String?] = Array(repeating: nil, count: 5)
    var read = 0
    var folder = TextFolder(case: .folded)
    for block in draft.page.blocks where read < Self.reach {
      guard block.text.count <= 2000 else { continue }
      read += block.text.count
      let text = folder.fold(draft.page.text[block.text])
      var seen: Set<Int> = []
      Self.phrases.find(in: text) { tag, offset, phrase in
        // A forum's and a shop's words stand alone; within a sentence they are the sentence's.
        if tag >= 3, offset > 0 || text.count > phrase.count + 24 { return }
        if seen.insert(tag).inserted { counts[tag] += 1 }
        if first[tag] == nil { first[tag] = String(decoding: phrase, as: UTF8.self) }
      }
    }
    // The longer the text, the less a phrase says of the page.
    let weight = shape.words < 60 ? 1.0 : shape.words < 120 ? 0.6 : 0.3
    func evidence(_ tag: Int) -> String { "text: \u{201C}\(first[tag] ?? "")\u{201D}" }
    if counts[0] > 0 { votes.add(.errorPage, weight * min(2.2 + Double(counts[0] - 1), 4), evidence(0)) }
    if counts[1] > 0 { votes.add(.consentWall, weight * min(0.7 * Double(counts[1]), 3), evidence(1)) }
    if counts[2] > 0 {
      votes.add(.paywallStub, shape.words < 30 ? 0.2 : weight * min(1 + Double(counts[2]) / 2, 2.5), evidence(2))
    }
    if counts[3] >= 4 { votes.add(.forum, 3, "\(evidence(3)) and the like, \(counts[3]) times") }
    if counts[4] > 0 { votes.add(.product, weight * min(Double(counts[4]), 2), evidence(4)) }
  }

  private mutating func titles(_ draft: Draft) {
    guard shape.words < 150 else { return }
    var titles: [(String, String)] = draft.metadata.title.map { [("title", $0)] } ?? []
    titles += draft.metadata.headings.prefix(2).map { ("h1", $0.text) }
    if draft.page.kind == .text, let block = draft.page.blocks.first { titles.append(("line:1", draft.page.string(of: block))) }
    for (place, title) in titles where title.utf8.count <= 300 {
      for part in Self.parts(of: title) {
        let folded = Array(FoldedText(part, case: .folded).bytes)
        if Self.errorTitles.contains(folded) { votes.add(.errorPage, 4, "\(place): \(part)") }
        if Self.consentTitles.contains(folded) { votes.add(.consentWall, 3.5, "\(place): \(part)") }
      }
    }
  }

  /// What parts the site's name from the rest of a title.
  private static let separators = [
    " | ", " - ", " \u{2013} ", " \u{2014} ", " :: ", " \u{BB} ", ": ", " \u{B7} ", " \u{2022} ",
  ]

  /// The whole title, and what the site's name is parted from.
  private static func parts(of title: String) -> [String] {
    // A byte of each of the signs.
    guard title.utf8.contains(where: { "|-:".utf8.contains($0) || $0 == 0xE2 || $0 == 0xC2 }) else {
      return [title.trimmedOfWhitespace]
    }
    var parts = [title]
    for separator in separators where title.holds(separator) {
      parts += title.split(separator: separator).prefix(4).map { String($0).trimmedOfWhitespace }.filter { $0 != title }
    }
    return parts.map(\.trimmedOfWhitespace)
  }
}

extension PlacedMedia {
  /// Whether it is a film or a sound, not a post or a map.
  fileprivate var isPlayer: Bool {
    guard case .embed(let provider, _) = content else { return false }
    return ["YouTube", "Vimeo", "Dailymotion", "Twitch", "Brightcove", "JW Player", "Rutube", "TikTok", "VK", "Bilibili"]
      .contains(provider)
  }
}
