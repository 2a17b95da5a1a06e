import Copydesk
import Extraction
import Pages

/// The text of a rule that is being scaffolded, clause by clause.
struct RuleDraft {
  private let domain: String
  private var name: String
  private var language: String?
  /// The `text` clause.
  private var recognize: String?
  /// Per property the clauses as Lua text.
  var take: [(field: Field, clauses: [String])] = []
  /// The selector of the body.
  var within: String?
  var drop: [(role: Role, clauses: [String])] = []
  private var required: [Field] = []

  init(domain: String) {
    self.domain = domain
    name = domain
  }

  init(domain: String, page: Page, record: ArticleRecord) {
    self.init(domain: domain)
    let article = record.article
    if let stated = article.publisher?.name, !stated.isEmpty { name = stated }
    language = article.inLanguage.flatMap { RuleChecker.isLanguageTag($0) ? $0 : nil }
    if page.kind == .text { recognize = Self.sign(of: domain, in: record) }
    for field in Self.fields {
      let clauses = Self.clauses(for: field, record.evidence[field])
      if !clauses.isEmpty { take.append((field, clauses)) }
    }
    if let tree = page.tree {
      let region = ArticleRegion(page: page, tree: tree, record: record)
      within = region.within
      drop = region.drop
    } else {
      drop = Self.dropLines(record)
    }
    required = [Field.headline, .author, .datePublished].filter { article.json(of: $0) != .null && article.json(of: $0) != [] }
  }

  /// The last word of a text dump that has the publisher's domain in it, such as the address in a rights notice, as a clause.
  private static func sign(of domain: String, in record: ArticleRecord) -> String? {
    let lines = record.blocks.filter { $0.text.contains { !$0.isWhitespace } }
    for (index, block) in lines.enumerated().reversed() {
      let words = block.text.split(whereSeparator: \.isWhitespace)
      guard let word = words.last(where: { $0.lowercased().contains(domain) }) else { continue }
      let sign = word.trimmingPrefix { !$0.isLetter && !$0.isNumber }
      let trimmed = String(sign.reversed().drop { !$0.isLetter && !$0.isNumber && $0 != "/" }.reversed())
      guard Fingerprint(trimmed, place: nil, from: "").folded.count >= Fingerprint.minimumLength else { continue }
      let isTail = index >= lines.count - Fingerprint.placeLines
      return isTail ? "text { \(LuaText.quoted(trimmed)), at = \"tail\" }" : "text \(LuaText.quoted(trimmed))"
    }
    return nil
  }

  /// The properties that a rule usually says something about, in the order of an article.
  private static let fields: [Field] = [
    .headline, .alternativeHeadline, .description, .author, .datePublished, .dateModified, .articleSection,
  ]

  /// The draft as far as it says whose the page is, and nothing about what is on it.
  var bare: RuleDraft {
    var draft = self
    draft.take = []
    draft.within = nil
    draft.drop = []
    return draft
  }

  /// What the evidence names, the winner first: `json-ld:author.name` is `jsonld "author.name"`.
  private static func clauses(for field: Field, _ evidence: Evidence?) -> [String] {
    guard let evidence else { return [] }
    var clauses: [String] = []
    for place in [evidence.from] + evidence.others.filter(\.agrees).map(\.from) {
      if place == "h1" { clauses.append("css \"h1\"") }
      guard let colon = place.firstIndex(of: ":") else { continue }
      let what = String(place[place.index(after: colon)...])
      guard !what.isEmpty else { continue }
      let clause: String
      switch place[..<colon] {
      case "json-ld":
        clause = "jsonld " + LuaText.quoted(field == .author && what == "author" ? "author.name" : what)
      case "meta", "opengraph": clause = "meta " + LuaText.quoted(what)
      case "css": clause = "css " + LuaText.quoted(what)
      default: continue
      }
      if !clauses.contains(clause) { clauses.append(clause) }
    }
    return clauses
  }

  /// Lines that were removed from a text dump and are plainly none of the article's.
  private static func dropLines(_ record: ArticleRecord) -> [(role: Role, clauses: [String])] {
    let lastKept = record.blocks.lastIndex { $0.fate == .kept || $0.fate == .edited } ?? 0
    var drop: [(role: Role, clauses: [String])] = []
    for (index, block) in record.blocks.enumerated() where block.fate == .removed {
      guard [.advertisement, .related, .newsletter, .promotion].contains(block.role), block.text.utf8.count <= 80 else {
        continue
      }
      let text = LuaText.template(block.text)
      guard !text.isEmpty else { continue }
      let clause = index > lastKept ? "line { \(LuaText.quoted(text)), at = \"tail\" }" : "line \(LuaText.quoted(text))"
      if let known = drop.firstIndex(where: { $0.role == block.role }) {
        if !drop[known].clauses.contains(clause) { drop[known].clauses.append(clause) }
      } else {
        drop.append((block.role, [clause]))
      }
    }
    return drop
  }

  /// The rule file.
  var text: String {
    var lines = [
      "return publisher {",
      "  api = \(RuleLanguage.version),",
      "  name = \(LuaText.quoted(name)),",
      "  hosts = { \(LuaText.quoted(domain)) },",
    ]
    if let recognize { lines.append("  recognize = \(recognize),") }
    if let language { lines.append("  language = \(LuaText.quoted(language)),") }
    if !take.isEmpty { lines += ["  take = {"] + take.flatMap { Self.list($0.field.rawValue, $0.clauses) } + ["  },"] }
    if let within { lines.append("  body = { within = css \(LuaText.quoted(within)) },") }
    if !drop.isEmpty { lines += ["  drop = {"] + drop.flatMap { Self.list($0.role.rawValue, $0.clauses) } + ["  },"] }
    if !required.isEmpty {
      let names = required.map { LuaText.quoted($0.rawValue) }.joined(separator: ", ")
      lines.append("  expect = { required = { \(names) } },")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func list(_ key: String, _ clauses: [String]) -> [String] {
    let short = "    \(key) = { " + clauses.joined(separator: ", ") + " },"
    if short.count <= 110 { return [short] }
    return ["    \(key) = {"] + clauses.map { "      \($0)," } + ["    },"]
  }
}
