public import Copydesk

/// A list of authors as it is written in bylines and metadata, taken apart.
public struct AuthorList: Sendable, Hashable {
  public private(set) var authors: [Author] = []
  /// Agencies credited, as printed, apart by commas.
  public private(set) var credit: String?
  /// Whether words were left that are neither names nor known roles, so that the text was hardly a list of authors.
  public private(set) var hasProse = false

  /// Takes a list apart: `Jane Doe and John Roe`, `By Jane Doe, Staff Writer`, `Doe, Jane`, `Jane Doe/dpa`.
  ///
  /// - *By* and its like, addresses, handles and e-mail are cut; degrees and *Jr.* stay with their name; a role becomes nobody.
  /// - A pair of single words with a comma (`Doe, Jane`) is one name, turned round.
  public init(_ text: String) {
    let cleaned = Self.clean(text)
    guard !cleaned.isEmpty else { return }
    if Agencies.isAgency(cleaned) {
      credit = cleaned
      return
    }
    let parts = AuthorSplitter.split(cleaned)
    if parts.count == 2, let name = Self.invertedName(parts) {
      authors = [Author(name: name, type: "Person")]
      return
    }
    for part in parts { add(part) }
  }

  /// The authors named in a text. See ``init(_:)``; where only agencies are named, they are the authors.
  public static func split(_ text: String) -> [Author] {
    let list = AuthorList(text)
    if list.authors.isEmpty, let credit = list.credit { return [Author(name: credit, type: "Organization")] }
    return list.authors
  }

  private mutating func add(_ part: String) {
    let part = part.trimmed
    guard !part.isEmpty else { return }
    if Agencies.isAgency(part) {
      credit = credit.map { $0 + ", " + part } ?? part
      return
    }
    if AuthorRoles.isRole(part) { return }
    if PersonName.isPlausible(part), !Organizations.isOrganization(part) {
      guard PersonName.words(in: part) > 1 || authors.isEmpty else {
        // A single word behind a name is a place or a desk: "Von Jana Muster, Berlin".
        return
      }
      authors.append(Author(name: part, type: "Person"))
      return
    }
    if Organizations.isOrganization(part) {
      if let last = authors.indices.last, authors[last].type == "Person", authors[last].affiliation == nil {
        authors[last].affiliation = part
      } else {
        authors.append(Author(name: part, type: "Organization"))
      }
      return
    }
    hasProse = true
  }

  // MARK: - Taking apart

  private static func clean(_ text: String) -> String { text.trimmed }
  private static func invertedName(_ parts: [String]) -> String? { nil }
}
