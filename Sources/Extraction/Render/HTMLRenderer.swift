public import Copydesk

/// Writes an article as a page of HTML: semantic elements, no style, no script. All text is escaped; addresses that could run
/// something are left out.
public enum HTMLRenderer {
  public static func render(_ document: Document) -> String {
    let article = document.record?.article ?? Article()
    var html = "<!DOCTYPE html>\n<html\(attribute("lang", article.inLanguage))>\n<head>\n<meta charset=\"utf-8\">\n"
    html += "<title>\(escaped(article.headline ?? document.id))</title>\n"
    if let description = article.description { html += "<meta name=\"description\"\(attribute("content", description))>\n" }
    if let url = article.url, SafeAddress.isSafe(url) { html += "<link rel=\"canonical\"\(attribute("href", url))>\n" }
    html += "</head>\n<body>\n<article>\n"
    html += header(article)
    for element in article.body { html += block(element) }
    html += footer(article)
    return html + "</article>\n</body>\n</html>\n"
  }

  private static func header(_ article: Article) -> String {
    var html = ""
    if let headline = article.headline { html += "<h1>\(escaped(headline))</h1>\n" }
    if let alternative = article.alternativeHeadline { html += "<p><b>\(escaped(alternative))</b></p>\n" }
    if let description = article.description { html += "<p><i>\(escaped(description))</i></p>\n" }
    if !article.author.isEmpty {
      let names = article.author.map { author in
        let name = link(author.name, to: author.url)
        return author.affiliation.map { "\(name) (\(escaped($0)))" } ?? name
      }
      html += "<address>\(names.joined(separator: ", "))</address>\n"
    }
    if let date = article.datePublished?.description {
      html += "<p><time\(attribute("datetime", date))>\(escaped(date))</time></p>\n"
    }
    return html.isEmpty ? "" : "<header>\n\(html)</header>\n"
  }

  private static func footer(_ article: Article) -> String {
    var html = ""
    if let basis = article.isBasedOn, let text = basis.notice ?? basis.name { html += "<p>\(link(text, to: basis.url))</p>\n" }
    if let notice = article.copyrightNotice { html += "<p><small>\(escaped(notice))</small></p>\n" }
    return html.isEmpty ? "" : "<footer>\n\(html)</footer>\n"
  }

  private static func block(_ element: BodyElement) -> String {
    switch element.type {
    case .paragraph: return "<p>\(runs(element))</p>\n"
    case .heading:
      let level = min(max(element.level ?? 2, 2), 6)
      return "<h\(level)>\(runs(element))</h\(level)>\n"
    case .quote: return "<blockquote><p>\(runs(element))</p></blockquote>\n"
    case .code: return "<pre><code>\(escaped(element.text))</code></pre>\n"
    case .list:
      let tag = element.ordered == true ? "ol" : "ul"
      return "<\(tag)>\n" + element.items.map { "<li>\(escaped($0))</li>\n" }.joined() + "</\(tag)>\n"
    case .table:
      let rows = element.rows.map { row in "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>\n" }
      return "<table>\n" + rows.joined() + "</table>\n"
    case .figure: return figure(element)
    case .embed: return element.url.map { "<p>\(link(element.creditText ?? $0, to: $0))</p>\n" } ?? ""
    }
  }

  private static func figure(_ element: BodyElement) -> String {
    var html = ""
    if let url = element.url, SafeAddress.isSafe(url) { html += "<img\(attribute("src", url)) alt=\"\">\n" }
    let credit = element.creditText.map { element.text.isEmpty ? $0 : " (\($0))" } ?? ""
    if !element.text.isEmpty || !credit.isEmpty { html += "<figcaption>\(runs(element))\(escaped(credit))</figcaption>\n" }
    return html.isEmpty ? "" : "<figure>\n\(html)</figure>\n"
  }

  // MARK: - Text

  /// An element's text with its links.
  private static func runs(_ element: BodyElement) -> String {
    let bytes = Array(element.text.utf8)
    var html = ""
    var position = 0
    for part in element.links {
      guard part.range.lowerBound >= position, part.range.upperBound <= bytes.count else { continue }
      html += escaped(String(decoding: bytes[position..<part.range.lowerBound], as: UTF8.self))
      html += link(String(decoding: bytes[part.range], as: UTF8.self), to: part.url)
      position = part.range.upperBound
    }
    return html + escaped(String(decoding: bytes[position...], as: UTF8.self))
  }

  private static func link(_ text: String, to url: String?) -> String {
    guard let url, SafeAddress.isSafe(url) else { return escaped(text) }
    return "<a\(attribute("href", url))>\(escaped(text))</a>"
  }

  private static func attribute(_ name: String, _ value: String?) -> String {
    value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
  }

  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case UInt8(ascii: ">"): result += Array("&gt;".utf8)
      case UInt8(ascii: "\""): result += Array("&quot;".utf8)
      case UInt8(ascii: "'"): result += Array("&#39;".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
