public import Copydesk

/// A list of authors as it is written in bylines and metadata, taken apart.
public struct AuthorList: Sendable, Hashable {
  public private(set) var authors: [Author] = []
  /// Agencies credited, as printed, apart by commas.
  public private(set) var credit: String?
  /// Whether words were left that are neither names nor known roles, so that the text was hardly a list of authors.
  public private(set) var hasProse = false

  /// The longest text, in bytes, that is looked at.
  static let maximumLength = 1000

  /// Takes a list apart: `Jane Doe and John Roe`, `By Jane Doe, Staff Writer`, `Jane Doe/dpa`, `Jane Doe, Example Times`.
  ///
  /// - *By* and its like, web addresses, handles, e-mail and dates are cut; degrees and *Jr.* stay with their name; roles become nobody.
  /// - `DOE, Jane` is one name, turned round.
  /// - An outlet or firm behind a person becomes the person's affiliation; standing alone it is an author of type `Organization`.
  public init(_ text: String) {
    if PlainName.isName(text) {
      authors = [Author(name: text, type: "Person")]
      return
    }
    guard text.utf8.count <= Self.maximumLength else {
      hasProse = true
      return
    }
    let cleaned = AuthorCleaning.withoutIntroduction(
      AuthorCleaning.withoutDate(AuthorCleaning.withoutAddresses(HTMLText.squeezed(text))))
    guard !cleaned.isEmpty else { return }
    if PlainName.isName(cleaned) {
      authors = [Author(name: cleaned, type: "Person")]
      return
    }
    if Agencies.isAgency(cleaned) {
      credit = cleaned
      return
    }
    let parts = AuthorSplitter.split(cleaned)
    if let name = AuthorSplitter.invertedName(parts, in: cleaned) {
      authors = [Author(name: name, type: "Person")]
      return
    }
    for part in parts { add(part.text, followsComma: part.followsComma) }
    authors = Self.unique(authors)
  }

  /// The authors named in a piece of metadata, which is taken at its word: what is no list of names is one name.
  ///
  /// Where only agencies are named they are the authors, as organisations.
  public static func split(_ text: String) -> [Author] { named(text, type: nil) }

  /// The authors in a text that may be something else altogether: nobody where anything is left that is no name. Agencies are
  /// authors here too, as organisations.
  static func people(in text: String) -> [Author] {
    let list = AuthorList(text)
    return list.hasProse ? [] : list.authors + list.agencies
  }

  private var agencies: [Author] { credit.map { [Author(name: $0, type: "Organization")] } ?? [] }

  /// The authors in a name that metadata gives to one author of a type.
  static func named(_ text: String, type: String?) -> [Author] {
    guard text.utf8.count <= maximumLength else { return [] }
    if type != "Organization", PlainName.isName(text) { return [Author(name: text, type: "Person")] }
    let whole = AuthorCleaning.withoutIntroduction(AuthorCleaning.withoutAddresses(HTMLText.squeezed(text)))
    guard !whole.isEmpty, !AuthorCleaning.isPlaceholder(whole) else { return [] }
    if type == "Organization" || Agencies.isAgency(whole) { return [Author(name: whole, type: "Organization")] }
    if whole.utf8.contains(UInt8(ascii: ";")) {
      // Nothing but a list has semicolons.
      return whole.split(at: ";").prefix(50).flatMap { named(String($0), type: type) }
    }
    let list = AuthorList(whole)
    if list.authors.isEmpty {
      if list.credit != nil, !list.hasProse { return list.agencies }
    } else if !list.hasProse {
      return list.authors + list.agencies
    }
    guard whole.utf8.count <= 100 else { return [] }
    return [Author(name: whole, type: Organizations.isOrganization(whole) ? "Organization" : type)]
  }

  /// The authors without those that stand twice, spelling apart.
  static func unique(_ authors: [Author]) -> [Author] {
    if authors.count < 2 { return authors }
    var seen: Set<[UInt8]> = []
    return authors.prefix(100).filter { seen.insert(HeadlineText.key($0.name)).inserted }
  }

  /// An outlet behind several names is everyone's who has none yet: "Dana Field and Jo March, Lake Gazette".
  private mutating func affiliate(with outlet: String) {
    for index in authors.indices.reversed() {
      guard authors[index].type == "Person", authors[index].affiliation == nil else { return }
      authors[index].affiliation = outlet
    }
  }

  private mutating func add(_ text: String, followsComma: Bool) {
    if PlainName.isName(text), !followsComma || !PersonName.isAllCapitals(text) {
      authors.append(Author(name: text, type: "Person"))
      return
    }
    let part = AuthorRoles.withoutRoles(text)
    if Agencies.isAgency(part) {
      credit = credit.map { $0 + ", " + part } ?? part
      return
    }
    if AuthorRoles.isRole(part) || AuthorCleaning.isPlaceholder(part) || AuthorCleaning.isDate(part) { return }
    if followsComma, let last = authors.indices.last, PersonName.isSuffix(part) {
      authors[last].name += ", " + part
      return
    }
    if Organizations.isOrganization(part) {
      if let last = authors.last, last.type == "Person" {
        affiliate(with: part)
      } else {
        authors.append(Author(name: part, type: "Organization"))
      }
      return
    }
    // "David Straub, MDR THÜRINGEN": capitals throughout behind a name that is not are a station or a place.
    if followsComma, let last = authors.indices.last, PersonName.isAllCapitals(part),
      !PersonName.isAllCapitals(authors[last].name)
    {
      affiliate(with: part)
      return
    }
    guard PersonName.isPlausible(part) else {
      hasProse = true
      return
    }
    // A single word behind a comma is a place or a desk: "Von Jana Muster, Berlin".
    if followsComma, PersonName.words(in: part) == 1, !authors.isEmpty, !PersonName.isWrittenWithoutSpaces(part) { return }
    authors.append(Author(name: part, type: "Person"))
  }
}
