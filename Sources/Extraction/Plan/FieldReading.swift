import Copydesk

/// Makes a field's value of a text that a rule found.
struct FieldReading {
  let field: Field
  let text: String
  let match: TemplateMatch?
  let format: DateFormat?

  func value() -> FieldValue? {
    let trimmed = text.trimmedOfWhitespace
    // A template with one open place means what that place took.
    let said = match.flatMap { $0.captures.count == 1 ? $0.captures[0].value : nil } ?? trimmed
    guard !said.isEmpty else { return nil }
    switch field {
    case .headline, .alternativeHeadline, .description, .dateline, .articleSection, .inLanguage, .url, .creditText,
      .copyrightHolder,
      .usageInfo:
      return .text(match?[field.rawValue] ?? said)
    case .copyrightNotice: return .text(trimmed)
    case .correction: return .words([match?[field.rawValue] ?? trimmed])
    case .author: return authors(said)
    case .datePublished, .dateModified: return date().map { .date($0.date) }
    case .publisher:
      return .publisher(Publisher(name: match?["name"] ?? said, domain: match?["domain"]))
    case .isBasedOn: return origination(trimmed, said)
    case .keywords:
      let words = said.split(whereSeparator: { $0 == "," || $0 == ";" }).map { String($0).trimmedOfWhitespace }.filter {
        !$0.isEmpty
      }
      return words.isEmpty ? nil : .words(words)
    case .image: return SafeAddress.isSafe(said) ? .images([Image(url: said)]) : nil
    case .copyrightYear: return year(said).map(FieldValue.number)
    case .isAccessibleForFree, .tdmReservation, .sponsored: return flag(said)
    case .articleBody: return nil
    }
  }

  func notes() -> [String] {
    switch field {
    case .datePublished, .dateModified: date()?.notes ?? []
    default: []
    }
  }

  private func date() -> DateReading? {
    let said = match?["date"] ?? match.flatMap { $0.captures.count == 1 ? $0.captures[0].value : nil } ?? text
    if let format { return format.parse(said) }
    return DateReader.read(said) ?? DateReader.find(in: said)
  }

  private func authors(_ said: String) -> FieldValue? {
    guard let match, let name = match["name"] ?? match["author"] ?? match["authors"] else {
      let byline = Byline.read(said)?.authors ?? []
      let authors = byline.isEmpty ? AuthorList.split(said) : byline
      return authors.isEmpty ? nil : .authors(authors)
    }
    var authors = AuthorList.split(name)
    if authors.isEmpty { authors = [Author(name: name)] }
    if let affiliation = match["affiliation"] {
      for index in authors.indices { authors[index].affiliation = authors[index].affiliation ?? affiliation }
    }
    return .authors(authors)
  }

  private func origination(_ notice: String, _ said: String) -> FieldValue {
    let name = match?["name"] ?? match?["source"] ?? said
    var origination = Origination(name: name, url: match?["url"])
    origination.domain =
      match?["domain"] ?? (DomainName.isDomain(ArraySlice(name.lowercased().utf8)) ? RegistrableDomain.of(name) : nil)
    if match != nil { origination.notice = notice }
    return .origination(origination)
  }

  /// The first run of exactly four digits.
  private func year(_ said: String) -> Int? {
    said.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).first { $0.count == 4 }.flatMap { Int($0) }
  }

  private func flag(_ said: String) -> FieldValue? {
    switch said.lowercased() {
    case "true", "yes", "1", "http://schema.org/true", "https://schema.org/true": .flag(true)
    case "false", "no", "0", "http://schema.org/false", "https://schema.org/false": .flag(false)
    // A label such as `Sponsored` that is there at all says yes; of the others a label says nothing.
    default: field == .sponsored ? .flag(true) : nil
    }
  }
}
