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
    yaml.add("correction", article.correction)
    yaml.add("isAccessibleForFree", article.isAccessibleForFree.map { .bool($0) })
    yaml.add("tdmReservation", article.tdmReservation.map { .bool($0) })
    yaml.add("sponsored", article.sponsored.map { .bool($0) })
    return yaml.text
  }

  // MARK: - Body

  private static func block(_ element: BodyElement) -> String {
    switch element.type {
    case .paragraph: return MarkdownText.runs(element.linkedRun) + "\n\n"
    case .heading:
      // The headline is the only heading of the first level.
      let level = min(max(element.level ?? 2, 2), 6)
      let parts = [element.datePublished?.description ?? "", MarkdownText.line(element.linkedRun)].filter { !$0.isEmpty }
      return String(repeating: "#", count: level) + " " + parts.joined(separator: " \u{B7} ") + "\n\n"
    case .quote: return quoted(MarkdownText.runs(element.linkedRun)) + "\n\n"
    case .list: return list(element)
    case .table: return table(element)
    case .code: return code(element)
    case .figure: return figure(element)
    case .embed: return embed(element)
    }
  }

  private static func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
  }

  /// Items within items are indented below the first letter of what they belong to (CommonMark, section 5.2).
  private static func list(_ element: BodyElement) -> String {
    var lines: [String] = []
    var number = 0
    for case .item(let item, let depth) in NestedItems(element).steps {
      let isNumbered = element.ordered == true && depth == 1
      if isNumbered { number += 1 }
      let indent = depth == 1 ? 0 : (element.ordered == true ? 4 : 2) + (depth - 2) * 2
      lines.append(String(repeating: " ", count: indent) + (isNumbered ? "\(number). " : "- ") + MarkdownText.line(item))
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n\n"
  }

  private static func embed(_ element: BodyElement) -> String {
    var source = ""
    if let url = element.url, SafeAddress.isSafe(url) {
      source = "[\(MarkdownText.line(element.provider ?? url))](\(MarkdownText.address(url)))"
    }
    if element.text.isEmpty { return source.isEmpty ? "" : source + "\n\n" }
    let text = MarkdownText.runs(element.linkedRun)
    return quoted(source.isEmpty ? text : text + "\n\n" + source) + "\n\n"
  }

  private static func figure(_ element: BodyElement) -> String {
    let credit = element.creditText.map { element.text.isEmpty ? $0 : " (\($0))" } ?? ""
    let caption = MarkdownText.line(element.text + credit)
    guard let url = element.url, SafeAddress.isSafe(url) else { return caption.isEmpty ? "" : "*\(caption)*\n\n" }
    return "![\(caption)](\(MarkdownText.address(url)))\n\n"
  }

  /// A table of GitHub's Markdown always has a heading row: the first one, also where the page marks none.
  private static func table(_ element: BodyElement) -> String {
    let rows = element.linkedRows
    guard let columns = rows.map(\.count).max(), columns > 0 else { return "" }
    func line(_ cells: [LinkedText]) -> String {
      let padded = cells.map { MarkdownText.line($0) } + Array(repeating: "", count: columns - cells.count)
      return "| " + padded.joined(separator: " | ") + " |"
    }
    var lines = [line(rows[0]), "|" + String(repeating: " --- |", count: columns)]
    lines += rows.dropFirst().map(line)
    let caption = element.text.isEmpty ? "" : MarkdownText.line(element.text) + "\n\n"
    return caption + lines.joined(separator: "\n") + "\n\n"
  }

  /// A fence longer than any run of back-ticks within.
  private static func code(_ element: BodyElement) -> String {
    let text = element.text
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language(element))\n\(text)\n\(fence)\n\n"
  }

  /// The word after a fence, if it is one that cannot end the fence or the line.
  private static func language(_ element: BodyElement) -> String {
    guard let name = element.programmingLanguage, name.utf8.count <= 40,
      name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "~") })
    else { return "" }
    return name
  }
}
