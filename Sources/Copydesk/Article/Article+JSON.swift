extension Article {
  /// Writes the article with every property present, `null` or empty where the source does not state it.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("headline", headline)
    json.member("alternativeHeadline", alternativeHeadline)
    json.member("description", description)
    json.member("author", author) { $1.write(to: &$0) }
    json.member("datePublished", datePublished?.description)
    json.member("dateModified", dateModified?.description)
    json.member("dateline", dateline)
    json.member("publisher") { json in if let publisher { publisher.write(to: &json) } else { json.null() } }
    json.member("articleSection", articleSection)
    json.member("keywords", keywords)
    json.member("inLanguage", inLanguage)
    json.member("image", image) { $1.write(to: &$0) }
    json.member("url", url)
    json.member("isBasedOn") { json in if let isBasedOn { isBasedOn.write(to: &json) } else { json.null() } }
    json.member("creditText", creditText)
    json.member("copyrightYear", copyrightYear)
    json.member("copyrightHolder", copyrightHolder)
    json.member("copyrightNotice", copyrightNotice)
    json.member("usageInfo", usageInfo)
    json.member("correction", correction)
    json.member("isAccessibleForFree", isAccessibleForFree)
    json.member("tdmReservation", tdmReservation)
    json.member("sponsored", sponsored)
    // The body's plain text is for the most part what its elements said.
    var said: [Range<Int>] = []
    said.reserveCapacity(body.count)
    var words = 0
    json.member("body", body) { json, element in
      said.append(element.writeSaying(to: &json))
      words += element.wordCount
    }
    json.member("articleBody") { writeBody(said, to: &$0) }
    json.member("wordCount", words)
    json.endObject()
  }

  /// Writes ``articleBody``.
  /// - Parameter said: Per element, where its plain text stands in what has been written; empty where it does not.
  private func writeBody(_ said: [Range<Int>], to json: inout JSONWriter) {
    json.beginString()
    var isFirst = true
    for (index, said) in said.enumerated() where !said.isEmpty || body[index].hasPlainText {
      if !isFirst { json.append(Self.bodySeparator) }
      if said.isEmpty { body[index].forEachPlainPiece { json.append($0) } } else { json.append(copyOf: said) }
      isFirst = false
    }
    json.endString()
  }

  /// Reads an article as ``write(to:)`` writes it. `articleBody` and `wordCount` follow from `body` and are not read; unknown
  /// members are passed over, so that a newer writer can talk to an older reader.
  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init()
    headline = try json.optional("headline")?.string()
    alternativeHeadline = try json.optional("alternativeHeadline")?.string()
    description = try json.optional("description")?.string()
    for element in try json.optional("author")?.elements() ?? [] { author.append(try Author(json: element)) }
    datePublished = try json.optional("datePublished")?.date()
    dateModified = try json.optional("dateModified")?.date()
    dateline = try json.optional("dateline")?.string()
    if let cursor = try json.optional("publisher") { publisher = try Publisher(json: cursor) }
    articleSection = try json.optional("articleSection")?.string()
    keywords = try json.optional("keywords")?.strings() ?? []
    inLanguage = try json.optional("inLanguage")?.string()
    for element in try json.optional("image")?.elements() ?? [] { image.append(try Image(json: element)) }
    url = try json.optional("url")?.string()
    if let cursor = try json.optional("isBasedOn") { isBasedOn = try Origination(json: cursor) }
    creditText = try json.optional("creditText")?.string()
    copyrightYear = try json.optional("copyrightYear")?.integer()
    copyrightHolder = try json.optional("copyrightHolder")?.string()
    copyrightNotice = try json.optional("copyrightNotice")?.string()
    usageInfo = try json.optional("usageInfo")?.string()
    correction = try json.optional("correction")?.strings() ?? []
    isAccessibleForFree = try json.optional("isAccessibleForFree")?.bool()
    tdmReservation = try json.optional("tdmReservation")?.bool()
    sponsored = try json.optional("sponsored")?.bool()
    for element in try json.optional("body")?.elements() ?? [] { body.append(try BodyElement(json: element)) }
  }

  /// The article as JSON text in UTF-8.
  public func json(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    write(to: &writer)
    return writer.bytes
  }
}

extension Author {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.member("name", name)
      $0.member("affiliation", affiliation)
      $0.optionalMember("url", url)
      $0.optionalMember("type", type)
    }
  }

  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(
      name: try json.member("name").string(), affiliation: try json.optional("affiliation")?.string(),
      url: try json.optional("url")?.string(), type: try json.optional("type")?.string())
  }
}

extension Publisher {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.member("name", name)
      $0.member("domain", domain)
    }
  }

  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(name: try json.optional("name")?.string(), domain: try json.optional("domain")?.string())
  }
}

extension Origination {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.member("name", name)
      $0.member("domain", domain)
      $0.optionalMember("url", url)
      $0.member("notice", notice)
    }
  }

  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(
      name: try json.optional("name")?.string(), domain: try json.optional("domain")?.string(),
      url: try json.optional("url")?.string(), notice: try json.optional("notice")?.string())
  }
}

extension Image {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.member("url", url)
      $0.member("caption", caption)
      $0.member("creditText", creditText)
    }
  }

  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(
      url: try json.member("url").string(), caption: try json.optional("caption")?.string(),
      creditText: try json.optional("creditText")?.string())
  }
}
