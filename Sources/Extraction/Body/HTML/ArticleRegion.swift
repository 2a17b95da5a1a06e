import Pages

/// The blocks of the article: those within the container, and what the template sets apart from it but leaves in the article.
///
/// Templates put the opening paragraphs (`intro`) and a closing table in elements of their own beside the one that holds most of the text, which is where ``ContainerChoice`` stops.
struct ArticleRegion {
  private let page: Page
  private let tree: Tree
  private let reading: GenericReading
  private let prose: BlockSums
  private let marks: NodeMarks

  /// How many blocks an opening may be away from the container.
  private static let reach = 60
  /// How many other blocks may stand before a closing table: its heading and a line or two.
  private static let gap = 3

  init(_ reading: GenericReading, _ tree: Tree, _ marks: NodeMarks, prose: BlockSums) {
    self.reading = reading
    page = reading.page
    self.tree = tree
    self.prose = prose
    self.marks = marks
  }

  func blocks(of container: Node) -> Range<Int> {
    let blocks = prose.blocks(in: tree.subtree(container))
    guard !blocks.isEmpty else { return blocks }
    // Where the template marks the body, what it leaves unmarked above is a summary.
    let isMarked = marks.all[Int(container.index)].contains(.bodyText)
    return opening(before: blocks.lowerBound, isMarked)..<closing(after: blocks.upperBound, container)
  }

  /// Where the article's first paragraphs begin between its headline and the container: several, or one longer than a deck.
  private func opening(before start: Int, _ isMarked: Bool) -> Int {
    let low = max(0, start - Self.reach)
    guard let headline = (low..<start).last(where: { page.blocks[$0].kind == .heading && page.blocks[$0].level == 1 }) else {
      return start
    }
    let paragraphs = (headline + 1..<start).filter { isParagraph($0) && (!isMarked || mark($0).contains(.bodyText)) }
    let words = paragraphs.reduce(0) { $0 + reading.facts[$1].weight }
    guard words >= 60 || words >= 40 && paragraphs.count >= 2 else { return start }
    return paragraphs.first ?? start
  }

  private func closing(after end: Int, _ container: Node) -> Int {
    guard let article = enclosingArticle(of: container) else { return end }
    var last = end
    for index in end..<max(end, prose.blocks(in: tree.subtree(article)).upperBound) {
      if index > last + Self.gap || opensSection(index) { break }
      if page.blocks[index].kind == .tableRow, isUnmarked(index) { last = index + 1 }
    }
    return last
  }

  /// The innermost `article` around the container, if it holds most of the page's prose: lists of other articles are made of such too.
  private func enclosingArticle(of container: Node) -> Node? {
    var node: Node? = container
    while let current = node {
      if tree.name(current) == .article {
        return prose.sum(in: tree.subtree(current)) * 10 >= prose.total * 7 ? current : nil
      }
      node = tree.parent(current)
    }
    return nil
  }

  private func opensSection(_ index: Int) -> Bool {
    if reading.signs[index]?.opensSection == true { return true }
    let facts = reading.facts[index]
    if page.blocks[index].kind == .heading, facts.linkShare > 0.9 { return true }
    return !mark(index).isDisjoint(with: [.related, .comment, .authorBox, .newsletter])
  }

  private func mark(_ index: Int) -> NodeMark { HTMLReading.marks(of: page.blocks[index], marks) }

  private func isUnmarked(_ index: Int) -> Bool {
    mark(index).isDisjoint(with: NodeMark.surroundings.union([.caption, .byline, .deck, .kicker, .credit, .figure, .embed]))
  }

  private func isParagraph(_ index: Int) -> Bool {
    // A list between headline and text sums the article up.
    let facts = reading.facts[index]
    guard page.blocks[index].kind == .paragraph, facts.isProse, facts.endsSentence, facts.linkShare < 0.3 else { return false }
    return reading.signs[index] == nil && isUnmarked(index)
  }
}
