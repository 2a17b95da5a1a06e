public import Copydesk

/// Writes an article as schema.org JSON-LD (https://schema.org/NewsArticle): what is not stated is left out. A page of another kind has the
/// type of its kind; the entries of a live blog are its `liveBlogUpdate`s, embedded posts and films its `associatedMedia`.
public enum SchemaOrgRenderer {
  public static func render(_ document: Document, pretty: Bool = false) -> String {
    var json = JSONWriter(pretty: pretty)
    write(document.record?.article ?? Article(), as: document.record?.kind?.name ?? .article, to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ article: Article, as kind: PageKind.Name, to json: inout JSONWriter) {
    json.beginObject()
    json.member("@context", "https://schema.org")
    json.member("@type", kind.schemaType)
    json.optionalMember("headline", article.headline)
    json.optionalMember("alternativeHeadline", article.alternativeHeadline)
    json.optionalMember("description", article.description)
    if !article.author.isEmpty { json.member("author", article.author) { writeAuthor($1, to: &$0) } }
    json.optionalMember("datePublished", article.datePublished?.description)
    json.optionalMember("dateModified", article.dateModified?.description)
    json.optionalMember("dateline", article.dateline)
    if let publisher = article.publisher {
      json.key("publisher")
      organization(publisher.name, domain: publisher.domain, to: &json)
    }
    json.optionalMember("articleSection", article.articleSection)
    if !article.keywords.isEmpty { json.member("keywords", article.keywords) }
    json.optionalMember("inLanguage", article.inLanguage)
    let images = images(of: article)
    if !images.isEmpty { json.member("image", images) { writeImage($1, to: &$0) } }
    json.optionalMember("url", article.url)
    if let basis = article.isBasedOn { writeBasis(basis, to: &json) }
    json.optionalMember("creditText", article.creditText)
    json.optionalMember("copyrightYear", article.copyrightYear)
    if let holder = article.copyrightHolder {
      json.key("copyrightHolder")
      organization(holder, domain: nil, to: &json)
    }
    json.optionalMember("copyrightNotice", article.copyrightNotice)
    json.optionalMember("usageInfo", article.usageInfo)
    if !article.correction.isEmpty { json.member("correction", article.correction) }
    if let isFree = article.isAccessibleForFree { json.member("isAccessibleForFree", .bool(isFree)) }
    let embeds = article.body.filter { $0.type == .embed && $0.url.map(SafeAddress.isSafe) == true }
    if !embeds.isEmpty { json.member("associatedMedia", embeds) { writeEmbed($1, to: &$0) } }
    if kind == .liveBlog { writeEntries(of: article, to: &json) }
    json.optionalMember("articleBody", article.body.isEmpty ? nil : article.articleBody)
    json.optionalMember("wordCount", article.body.isEmpty ? nil : article.wordCount)
    json.endObject()
  }

  private static func writeAuthor(_ author: Author, to json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", author.type ?? "Person")
    json.member("name", author.name)
    json.optionalMember("url", author.url)
    if let affiliation = author.affiliation {
      json.key("affiliation")
      organization(affiliation, domain: nil, to: &json)
    }
    json.endObject()
  }

  private static func organization(_ name: String?, domain: String?, to json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", "Organization")
    json.optionalMember("name", name)
    json.optionalMember("url", domain.map { "https://\($0)/" })
    json.endObject()
  }

  private static func writeImage(_ image: Image, to json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", "ImageObject")
    json.member("url", image.url)
    json.optionalMember("caption", image.caption)
    json.optionalMember("creditText", image.creditText)
    json.endObject()
  }

  /// The article's images, then those of its figures that are not among them.
  private static func images(of article: Article) -> [Image] {
    var images = article.image
    var known = Set(images.map(\.url))
    for figure in article.body where figure.type == .figure {
      guard let url = figure.url, SafeAddress.isSafe(url), known.insert(url).inserted else { continue }
      images.append(Image(url: url, caption: figure.text.isEmpty ? nil : figure.text, creditText: figure.creditText))
    }
    return images
  }

  private static func writeEmbed(_ embed: BodyElement, to json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", "MediaObject")
    json.optionalMember("url", embed.url)
    if let provider = embed.provider {
      json.key("provider")
      organization(provider, domain: nil, to: &json)
    }
    json.optionalMember("text", embed.text.isEmpty ? nil : embed.text)
    json.endObject()
  }

  /// An entry is what stands from one heading with a time to the next.
  private static func writeEntries(of article: Article, to json: inout JSONWriter) {
    let starts = article.body.indices.filter { article.body[$0].datePublished != nil }
    guard !starts.isEmpty else { return }
    let entries = zip(starts, starts.dropFirst() + [article.body.endIndex]).map { article.body[$0..<$1] }
    json.member("liveBlogUpdate", entries) { json, entry in
      json.object {
        $0.member("@type", "BlogPosting")
        $0.optionalMember("headline", entry.first.flatMap { $0.text.isEmpty ? nil : $0.text })
        $0.optionalMember("datePublished", entry.first?.datePublished?.description)
        $0.member("articleBody", entry.dropFirst().map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n"))
      }
    }
  }

  /// The original is a creative work of the publication that the notice names.
  private static func writeBasis(_ basis: Origination, to json: inout JSONWriter) {
    json.key("isBasedOn")
    json.beginObject()
    json.member("@type", "CreativeWork")
    json.optionalMember("url", basis.url)
    if basis.name != nil || basis.domain != nil {
      json.key("publisher")
      organization(basis.name, domain: basis.domain, to: &json)
    }
    json.endObject()
  }
}
