public import Copydesk

/// Writes an article as schema.org JSON-LD (https://schema.org/NewsArticle): what is not stated is left out.
public enum SchemaOrgRenderer {
  public static func render(_ document: Document, pretty: Bool = false) -> String {
    var json = JSONWriter(pretty: pretty)
    write(document.record?.article ?? Article(), to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ article: Article, to json: inout JSONWriter) {
    json.beginObject()
    json.member("@context", "https://schema.org")
    json.member("@type", "NewsArticle")
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
    if !article.image.isEmpty { json.member("image", article.image) { writeImage($1, to: &$0) } }
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
    if let isFree = article.isAccessibleForFree { json.member("isAccessibleForFree", .bool(isFree)) }
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
