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
    for correction in article.correction { html += "<p><i>\(escaped(correction))</i></p>\n" }
    if let basis = article.isBasedOn, let text = basis.notice ?? basis.name { html += "<p>\(link(text, to: basis.url))</p>\n" }
    if let notice = article.copyrightNotice { html += "<p><small>\(escaped(notice))</small></p>\n" }
    return html.isEmpty ? "" : "<footer>\n\(html)</footer>\n"
  }

  private static func block(_ element: BodyElement) -> String {
    switch element.type {
    case .paragraph: return "<p>\(runs(element.linkedRun))</p>\n"
    case .heading:
      let level = min(max(element.level ?? 2, 2), 6)
      let time = element.datePublished.map { date in
        "<time\(attribute("datetime", date.description))>\(escaped(date.description))</time>" + (element.text.isEmpty ? "" : " ")
      }
      return "<h\(level)>\(time ?? "")\(runs(element.linkedRun))</h\(level)>\n"
    case .quote: return "<blockquote><p>\(runs(element.linkedRun))</p></blockquote>\n"
    case .code:
      let language = element.programmingLanguage.map { "language-\($0)" }
      return "<pre><code\(attribute("class", language))>\(escaped(element.text))</code></pre>\n"
    case .list: return list(element)
    case .table: return table(element)
    case .figure: return figure(element)
    case .embed: return embed(element)
    }
  }

  /// The first list is numbered where the page's is; of those within it nothing is known.
  private static func list(_ element: BodyElement) -> String {
    let tag = element.ordered == true ? "ol" : "ul"
    var html = "<\(tag)>\n"
    var isOpen = false
    for step in NestedItems(element).steps {
      switch step {
      case .open:
        html += "\n<ul>\n"
        isOpen = false
      case .item(let item, _):
        html += (isOpen ? "</li>\n" : "") + "<li>" + runs(item)
        isOpen = true
      case .close: html += "</li>\n</ul>\n"
      }
    }
    return html + (isOpen ? "</li>\n" : "") + "</\(tag)>\n"
  }

  private static func table(_ element: BodyElement) -> String {
    var html = "<table>\n"
    if !element.text.isEmpty { html += "<caption>\(escaped(element.text))</caption>\n" }
    for (index, row) in element.linkedRows.enumerated() {
      let tag = index < element.headerRows ?? 0 ? "th" : "td"
      html += "<tr>" + row.map { "<\(tag)>\(runs($0))</\(tag)>" }.joined() + "</tr>\n"
    }
    return html + "</table>\n"
  }

  /// A link to the post, under its own words where they are known: nothing is loaded from elsewhere.
  private static func embed(_ element: BodyElement) -> String {
    let source = element.url.map { "<p>\(link(element.provider ?? $0, to: $0))</p>\n" } ?? ""
    if element.text.isEmpty { return source }
    let cite = element.url.flatMap { SafeAddress.isSafe($0) ? $0 : nil }
    return "<blockquote\(attribute("cite", cite))>\n<p>\(runs(element.linkedRun))</p>\n\(source)</blockquote>\n"
  }

  private static func figure(_ element: BodyElement) -> String {
    var html = ""
    if let url = element.url, SafeAddress.isSafe(url) { html += "<img\(attribute("src", url)) alt=\"\">\n" }
    let credit = element.creditText.map { element.text.isEmpty ? $0 : " (\($0))" } ?? ""
    if !element.text.isEmpty || !credit.isEmpty {
      html += "<figcaption>\(runs(element.linkedRun))\(escaped(credit))</figcaption>\n"
    }
    return html.isEmpty ? "" : "<figure>\n\(html)</figure>\n"
  }

  // MARK: - Text

  /// A text with its links.
  private static func runs(_ run: LinkedText) -> String {
    guard !run.links.isEmpty else { return escaped(run.text) }
    let bytes = Array(run.text.utf8)
    var html = ""
    var position = 0
    for part in run.links {
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
