import Copydesk

extension Metadata {
  /// The work that the page republishes.
  func originCandidates() -> [FieldCandidate] {
    var candidates: [FieldCandidate] = []
    for key in ["isBasedOn", "isBasedOnUrl"] {
      for value in linkedData.articleValues(at: [key]) {
        let address = value.stringValue ?? value["url"]?.stringValue ?? value["@id"]?.stringValue
        let name = value["publisher"]?["name"]?.stringValue ?? value["name"]?.stringValue
        let domain = address.flatMap { Host.of(url: $0) }.flatMap { RegistrableDomain.of($0) }
        guard address != nil || name != nil else { continue }
        candidates.append(
          FieldCandidate(
            .origination(Origination(name: name.map(HTMLText.plain), domain: domain, url: address)), raw: address ?? name ?? "",
            from: "json-ld:" + key, confidence: 0.85))
      }
    }
    // A canonical address on another domain names the original (RFC 6596, section 3).
    if let canonical = relations.first(where: { $0.rel == "canonical" })?.href, let pageURL,
      let canonicalHost = Host.of(url: canonical), let pageHost = Host.of(url: pageURL), canonicalHost != pageHost,
      let there = RegistrableDomain.of(canonicalHost), let here = RegistrableDomain.of(pageHost), there != here,
      there.prefix(while: { $0 != "." }) != here.prefix(while: { $0 != "." })
    {
      candidates.append(
        FieldCandidate(
          .origination(Origination(domain: there, url: canonical)), raw: canonical, from: "link:canonical", confidence: 0.5))
    }
    for source in meta("syndication-source") + meta("original-source") {
      guard let host = Host.of(url: source) else { continue }
      let domain = RegistrableDomain.of(host)
      candidates.append(
        FieldCandidate(
          .origination(Origination(domain: domain, url: source)), raw: source, from: "meta:original-source", confidence: 0.7))
    }
    return candidates
  }

  func rightsCandidates(for field: Field) -> [FieldCandidate] {
    switch field {
    case .copyrightYear:
      return linkedData.articleValues(at: ["copyrightYear"]).compactMap { value in
        guard let year = value.intValue ?? value.stringValue.flatMap({ Int($0.trimmed) }), (1900...2100).contains(year) else {
          return nil
        }
        return FieldCandidate(.number(year), raw: String(year), from: "json-ld:copyrightYear", confidence: 0.85)
      }
    case .copyrightHolder:
      return linkedData.articleValues(at: ["copyrightHolder"]).compactMap { value in
        guard let raw = value.stringValue ?? value["name"]?.stringValue else { return nil }
        return FieldCandidate(.text(HTMLText.plain(raw)), raw: raw, from: "json-ld:copyrightHolder", confidence: 0.85)
      } + text(ofMeta: Self.holderMetas) + statedNotices().filter { Self.isHolder($0.raw) }
    case .copyrightNotice:
      return statedNotices().filter { !Self.isHolder($0.raw) }
    default:
      var candidates = text(at: ["usageInfo"], confidence: 0.8) + text(at: ["license"], confidence: 0.7)
      for relation in relations where relation.rel == "license" {
        guard let address = addresses.webAddress(relation.href) else { continue }
        candidates.append(FieldCandidate(.text(address), raw: relation.href, from: "link:license", confidence: 0.6))
      }
      // Where the reservation protocol says licences for mining are to be had.
      for raw in meta("tdm-policy").prefix(1) {
        guard let address = addresses.webAddress(raw) else { continue }
        candidates.append(FieldCandidate(.text(address), raw: raw, from: "meta:tdm-policy", confidence: 0.5))
      }
      return candidates
    }
  }

  private static let noticeMetas = MetaName.list([
    "copyright": 0.7, "dc.rights": 0.7, "dcterms.rights": 0.7, "rights": 0.6,
  ])
  private static let holderMetas = MetaName.list(["dcterms.rightsholder": 0.7])

  private func statedNotices() -> [FieldCandidate] {
    text(at: ["copyrightNotice"], confidence: 0.85) + text(ofMeta: Self.noticeMetas)
  }

  /// Whether a text under a notice's name is but the holder's: no sign, no year, no formula, nothing but a few words with a capital.
  private static func isHolder(_ raw: String) -> Bool {
    let text = HTMLText.plain(raw)
    guard text.utf8.count <= 80, !isAddress(text), text.split(at: " ").count <= 7,
      !text.utf8.contains(where: { $0 &- 0x30 < 10 }),
      text.contains(where: { $0.isUppercase || $0.isLetter && !$0.isLowercase }),
      !["©", "(c)", "版权", "版權", "著作権", "저작권", "无断", "無断"].contains(where: text.contains)
    else { return false }
    return RightsNotice.read(text) == nil && !HeadlineText.key(text).starts(with: "copyright".utf8)
  }

  /// Whether the article can be read without paying, where the page says so; silence says nothing.
  func accessCandidates() -> [FieldCandidate] {
    var candidates: [FieldCandidate] = []
    for value in linkedData.articleValues(at: ["isAccessibleForFree"]) {
      guard let flag = Self.flag(value) else { continue }
      candidates.append(FieldCandidate(.flag(flag), raw: Self.words(value), from: "json-ld:isAccessibleForFree", confidence: 0.9))
    }
    // Google's markup for paywalls says it again of the part behind the wall, some pages only there.
    for part in linkedData.articleValues(at: ["hasPart"]).prefix(20) {
      guard let flag = part["isAccessibleForFree"].flatMap(Self.flag), !flag else { continue }
      candidates.append(
        FieldCandidate(
          .flag(false), raw: part["cssSelector"]?.stringValue ?? "false", from: "json-ld:hasPart.isAccessibleForFree",
          confidence: 0.75,
          notes: ["said of a part of the page"]))
      break
    }
    for property in properties where property.name == "isaccessibleforfree" {
      guard let flag = Self.flag(.string(property.value)) else { continue }
      candidates.append(FieldCandidate(.flag(flag), raw: property.value, from: "microdata:isAccessibleForFree", confidence: 0.8))
    }
    for raw in meta("article:content_tier").prefix(2) {
      switch PlainText.lowercased(raw).trimmed {
      case "free": candidates.append(FieldCandidate(.flag(true), raw: raw, from: "meta:article:content_tier", confidence: 0.8))
      case "locked", "metered":
        candidates.append(FieldCandidate(.flag(false), raw: raw, from: "meta:article:content_tier", confidence: 0.8))
      default: break
      }
    }
    return candidates
  }

  /// Whether text and data mining is reserved (W3C TDM Reservation Protocol; the `noai` robots directive).
  ///
  /// By the protocol any value but 0 and 1 counts as none. `noimageai` speaks of the pictures alone and says nothing of the text.
  func miningCandidates() -> [FieldCandidate] {
    var candidates: [FieldCandidate] = []
    for raw in meta("tdm-reservation") {
      switch raw.trimmed {
      case "1": candidates.append(FieldCandidate(.flag(true), raw: raw, from: "meta:tdm-reservation", confidence: 0.95))
      case "0": candidates.append(FieldCandidate(.flag(false), raw: raw, from: "meta:tdm-reservation", confidence: 0.95))
      default: break
      }
    }
    for raw in meta("robots") where PlainText.lowercased(raw).split(whereSeparator: { $0 == "," || $0 == " " }).contains("noai") {
      candidates.append(FieldCandidate(.flag(true), raw: raw, from: "meta:robots", confidence: 0.8))
    }
    return candidates
  }

  /// Whether someone paid for the article, where the page says so.
  func sponsorshipCandidates() -> [FieldCandidate] {
    var candidates: [FieldCandidate] = []
    if let article, let type = article.types.first(where: { $0 == "advertisercontentarticle" }) {
      candidates.append(FieldCandidate(.flag(true), raw: type, from: "json-ld:@type", confidence: 0.9))
    }
    if !linkedData.articleValues(at: ["sponsor"]).isEmpty {
      candidates.append(FieldCandidate(.flag(true), raw: "sponsor", from: "json-ld:sponsor", confidence: 0.7))
    }
    for candidate in (sections + keywords).prefix(20) {
      let words: [String] =
        switch candidate.value {
        case .text(let section): [section]
        case .words(let words): words
        default: []
        }
      guard let label = words.first(where: SponsorLabels.isLabel) else { continue }
      candidates.append(FieldCandidate(.flag(true), raw: label, from: candidate.from, confidence: 0.65))
      break
    }
    for name in Self.sponsorMetas {
      for raw in meta(name.key) {
        guard let flag = Self.flag(.string(raw)) else { continue }
        candidates.append(FieldCandidate(.flag(flag), raw: raw, from: "meta:" + name.name, confidence: name.confidence))
      }
    }
    return candidates
  }

  private static let sponsorMetas = MetaName.list([
    "sponsored": 0.7, "article:sponsored": 0.7, "is_sponsored": 0.7, "advertorial": 0.7, "article:advertorial": 0.7,
    "is_advertorial": 0.7, "native_ad": 0.7,
  ])

  private var article: LinkedData.Item? { linkedData.articleIndex.map { linkedData.objects[$0] } }

  private static func flag(_ value: JSONValue) -> Bool? {
    switch value {
    case .bool(let flag): flag
    case .string(let text):
      switch PlainText.lowercased(text.trimmed) {
      case "true", "yes", "1", "http://schema.org/true", "https://schema.org/true": true
      case "false", "no", "0", "http://schema.org/false", "https://schema.org/false": false
      default: nil
      }
    case .integer(let number): number == 0 ? false : number == 1 ? true : nil
    default: nil
    }
  }

  private static func words(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    default: ""
    }
  }
}
