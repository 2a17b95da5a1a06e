import Copydesk
import Pages

/// Reads an HTML page: by markup first, by words and shape where markup is silent.
struct HTMLReading {
  let reading: GenericReading
  let tree: Tree
  let marks: NodeMarks
  let nodes: PageNodes
  let stated: StatedBody?
  let container: ContainerChoice
  /// The blocks within the container.
  let region: Range<Int>
  /// Where the page is from, as far as anybody says so.
  let address: String?
  /// Whether the page says that it is news. Other writers set short lines and lists of links where newsrooms' templates set teasers.
  let isNewsroom: Bool
  private let notices: Notices

  /// In words of running text: with fewer beside it, a section of comments may be the article under a template's name.
  private static let shortArticle = 60

  init?(_ reading: GenericReading, _ draft: Draft) {
    guard let tree = reading.page.tree, let elements = draft.metadata.elementMarks, let nodes = draft.metadata.nodes
    else { return nil }
    let page = reading.page
    let facts = reading.facts
    notices = Notices(reading)
    let stated = StatedBody(draft, reading)
    let allProse = BlockSums(page, tree) { facts[$0].isProse && facts[$0].linkShare < 0.5 ? facts[$0].weight : 0 }
    let paragraphs = allProse.with(page) { index in
      let isParagraph = page.blocks[index].kind == .paragraph && facts[index].isProse && facts[index].endsSentence
      return isParagraph && facts[index].linkShare < 0.3 ? 1 : 0
    }
    let marks = NodeMarks(
      tree, elements, isDominant: { allProse.sum(in: tree.subtree($0)) * 5 >= allProse.total * 2 },
      follows: { allProse.sum(in: 0..<tree.subtree($0).lowerBound) >= Self.shortArticle },
      paragraphs: { paragraphs.sum(in: tree.subtree($0)) })
    let cleanProse = allProse.with(page) { index in
      // What the publisher itself calls the body counts, and nothing else.
      if let stated { return stated.isFound[index] ? min(facts[index].weight, 200) : 0 }
      let isClean =
        facts[index].isProse && facts[index].linkShare < 0.5 && reading.signs[index] == nil
        && Self.marks(of: page.blocks[index], marks).isDisjoint(with: NodeMark.surroundings.union([.caption, .embed]))
      return isClean ? min(facts[index].weight, 200) : 0
    }
    let prose = cleanProse.total > 0 ? cleanProse : allProse
    let marked = prose.with(page) { index in
      Self.marks(of: page.blocks[index], marks).contains(.bodyText) ? prose.value(index) : 0
    }
    container = ContainerChoice.choose(tree, prose: prose, marked: marked)
    region = ArticleRegion(reading, tree, marks, prose: cleanProse).blocks(of: container.node)
    self.reading = reading
    address = draft.origin.url ?? draft.metadata.canonicalURL
    isNewsroom = draft.metadata.isNewsroom
    self.tree = tree
    self.marks = marks
    self.stated = stated
    self.nodes = nodes
  }

  /// The marks that hold for a block from its first character to its last.
  static func marks(of block: PageBlock, _ marks: NodeMarks) -> NodeMark {
    guard !block.nodes.isEmpty else { return [] }
    let first = marks.all[Int(block.nodes.lowerBound)]
    return first.intersection(marks.all[Int(block.nodes.upperBound) - 1])
  }

  func marks(_ index: Int) -> NodeMark { Self.marks(of: reading.page.blocks[index], marks) }

  /// The marks that a good part of the article's paragraphs bear: whatever the template means by them here, they set nothing apart.
  func marksBorne(by paragraphs: [Int]) -> NodeMark {
    var total = 0
    var weights = [Int](repeating: 0, count: 32)
    for index in paragraphs {
      if let stated, !stated.isFound[index] { continue }
      let weight = min(reading.facts[index].weight, 200)
      total += weight
      var bits = marks(index).intersection(.surroundings).rawValue
      while bits != 0 {
        weights[bits.trailingZeroBitCount] += weight
        bits &= bits - 1
      }
    }
    // Where the publisher states the body, what bears the mark is known to be of it.
    let percent = stated == nil ? 50 : 10
    var borne: NodeMark = []
    for (bit, weight) in weights.enumerated() where total > 0 && weight * 100 > total * percent {
      let mark = NodeMark(rawValue: 1 << UInt32(bit))
      // Under many an article its comments are longer than it is.
      if mark == .comment, total - weight >= Self.shortArticle { continue }
      borne.insert(mark)
    }
    return borne
  }

  func read(into draft: inout Draft) {
    var body = HTMLBody(self, notices: notices)
    body.read(into: &draft)
    var head = HTMLHead(self, firstParagraph: body.firstParagraph, lines: body.lines)
    head.read(into: &draft)
    AuthorNotes(self).read(into: &draft)
    RepeatedText(self).read(into: &draft)
    Portraits(self).read(into: &draft)
    notices.read(into: &draft)
    guard MissedCredits.misses(.author, draft) || MissedCredits.misses(.datePublished, draft) else { return }
    let start = min(max(body.firstParagraph, region.lowerBound), region.upperBound)
    let missed = MissedCredits(reading, body: start..<region.upperBound, headline: head.headline) { index in
      !marks(index).isDisjoint(with: .foreignToCredits)
    }
    missed.read(into: &draft, lines: &head.lines)
  }
}
