public import Copydesk

extension ArticleRecord {
  /// Joins the next page of the same article to this one: its body and blocks follow, what this page leaves open is taken from it.
  ///
  /// A caller that finds ``Copydesk/ArticleRecord/nextPage`` fetches and extracts that page and joins the two. Blocks are numbered on, so that their texts,
  /// joined by line feeds, are both pages' normalised input.
  public mutating func append(_ next: ArticleRecord) {
    let count = blocks.count
    blocks += next.blocks.map { block in
      var block = block
      block.n += count
      return block
    }
    article.body += next.article.body
    // Of two parts the more doubtful one says whether somebody should look.
    if let other = next.quality, quality.map({ other.value < $0.value }) ?? true { quality = other }
    for finding in next.findings where !findings.contains(finding) { findings.append(finding) }
    findings.removeAll { $0.code == "more-pages" }
    nextPage = next.nextPage
    if let nextPage { findings.append(Finding(code: "more-pages", message: "the article goes on at \(nextPage.url)")) }
  }
}
