public import Copydesk

/// Writes an article as plain text: headline, byline, date, then the body, its elements apart by an empty line. The time of a live blog's
/// entry stands on the line above its heading; pictures and embedded posts are no text of the article's and are left out.
public enum PlainTextRenderer {
  public static func render(_ document: Document) -> String {
    let article = document.record?.article ?? Article()
    var parts: [String] = []
    if let headline = article.headline { parts.append(headline) }
    if let description = article.description { parts.append(description) }
    let names = article.author.map { author in author.affiliation.map { "\(author.name) (\($0))" } ?? author.name }
    let line = [names.joined(separator: ", "), article.datePublished?.description ?? ""].filter { !$0.isEmpty }
    if !line.isEmpty { parts.append(line.joined(separator: " \u{B7} ")) }
    for element in article.body {
      let lines = [element.datePublished?.description ?? "", element.plainText].filter { !$0.isEmpty }
      if !lines.isEmpty { parts.append(lines.joined(separator: "\n")) }
    }
    for notice in [article.isBasedOn?.notice, article.copyrightNotice] {
      if let notice { parts.append(notice) }
    }
    return parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n"
  }
}
