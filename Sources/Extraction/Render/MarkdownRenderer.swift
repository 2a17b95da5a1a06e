public import Copydesk

/// Writes an article as Markdown (CommonMark, https://spec.commonmark.org/0.31.2/, with GitHub's tables) under YAML front matter.
///
/// The fields stand in the front matter under their schema.org names; the body's own text is escaped, so that an asterisk in the copy is
/// an asterisk on the page. The same document always gives the same bytes.
public enum MarkdownRenderer {
  public static func render(_ document: Document) -> String {
    let article = document.record?.article ?? Article()
    var text = frontMatter(article, id: document.id)
    if let headline = article.headline { text += "# \(MarkdownText.line(headline))\n\n" }
    if let description = article.description { text += "*\(MarkdownText.line(description))*\n\n" }
    for element in article.body { text += block(element) }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  // MARK: - Front matter

  private static func frontMatter(_ article: Article, id: String) -> String {
    var yaml = YAMLFrontMatter()
    yaml.add("id", id)
    yaml.add("headline", article.headline)
    yaml.add("alternativeHeadline", article.alternativeHeadline)
    yaml.add("description", article.description)
    yaml.add("author", article.author.map { [("name", $0.name), ("affiliation", $0.affiliation), ("url", $0.url)] })
    yaml.add("datePublished", article.datePublished?.description)
    yaml.add("dateModified", article.dateModified?.description)
    yaml.add("dateline", article.dateline)
    yaml.add("publisher", article.publisher.map { [("name", $0.name), ("domain", $0.domain)] })
    yaml.add("articleSection", article.articleSection)
    yaml.add("keywords", article.keywords)
    yaml.add("inLanguage", article.inLanguage)
    yaml.add("url", article.url)
    yaml.add(
      "isBasedOn",
      article.isBasedOn.map { [("name", $0.name), ("domain", $0.domain), ("url", $0.url), ("notice", $0.notice)] })
    yaml.add("creditText", article.creditText)
    yaml.add("copyrightYear", article.copyrightYear.map { .integer($0) })
    yaml.add("copyrightHolder", article.copyrightHolder)
    yaml.add("copyrightNotice", article.copyrightNotice)
    yaml.add("usageInfo", article.usageInfo)
    yaml.add("isAccessibleForFree", article.isAccessibleForFree.map { .bool($0) })
    yaml.add("tdmReservation", article.tdmReservation.map { .bool($0) })
    yaml.add("sponsored", article.sponsored.map { .bool($0) })
    return yaml.text
  }

  // MARK: - Body

  private static func block(_ element: BodyElement) -> String {
    switch element.type {
    case .paragraph: return MarkdownText.runs(element) + "\n\n"
    case .heading:
      // The headline is the only heading of the first level.
      let level = min(max(element.level ?? 2, 2), 6)
      return String(repeating: "#", count: level) + " " + MarkdownText.runs(element) + "\n\n"
    case .quote:
      let lines = MarkdownText.runs(element).split(separator: "\n", omittingEmptySubsequences: false)
      return lines.map { "> " + $0 }.joined(separator: "\n") + "\n\n"
    case .list:
      let items = element.items.enumerated().map { index, item in
        (element.ordered == true ? "\(index + 1). " : "- ") + MarkdownText.line(item)
      }
      return items.isEmpty ? "" : items.joined(separator: "\n") + "\n\n"
    case .table: return table(element.rows)
    case .code: return code(element.text)
    case .figure: return figure(element)
    case .embed:
      guard let url = element.url, SafeAddress.isSafe(url) else { return "" }
      return "[\(MarkdownText.line(element.creditText ?? url))](\(MarkdownText.address(url)))\n\n"
    }
  }

  private static func figure(_ element: BodyElement) -> String {
    let credit = element.creditText.map { element.text.isEmpty ? $0 : " (\($0))" } ?? ""
    let caption = MarkdownText.line(element.text + credit)
    guard let url = element.url, SafeAddress.isSafe(url) else { return caption.isEmpty ? "" : "*\(caption)*\n\n" }
    return "![\(caption)](\(MarkdownText.address(url)))\n\n"
  }

  private static func table(_ rows: [[String]]) -> String {
    guard let columns = rows.map(\.count).max(), columns > 0 else { return "" }
    func line(_ cells: [String]) -> String {
      let padded = cells + Array(repeating: "", count: columns - cells.count)
      return "| " + padded.map { MarkdownText.line($0) }.joined(separator: " | ") + " |"
    }
    var lines = [line(rows[0]), "|" + String(repeating: " --- |", count: columns)]
    lines += rows.dropFirst().map(line)
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// A fence longer than any run of back-ticks within.
  private static func code(_ text: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\n\(text)\n\(fence)\n\n"
  }
}
