import Copydesk
import Pages

/// A picture or embedded post that stands in the body, with the blocks that belong to it.
struct PlacedMedia: Sendable {
  enum Content: Sendable {
    case figure(url: String)
    case embed(provider: String, url: String)
  }

  var node: Node
  var content: Content
  /// Captions of a figure; the words of a post. In order.
  var texts: [Int] = []
  /// Credits of a figure.
  var credits: [Int] = []
}

extension Draft {
  /// Finds the pictures and embedded posts of the body, and gives each the blocks that belong to it: captions and credits to figures, a post's
  /// words to its embed.
  ///
  /// It goes by what has been decided about the text around: a picture that stands with text that is in the body is in the body; one that
  /// stands with a removed teaser is the teaser's. What removes nothing needs no decision; a caption that had been removed because
  /// nobody knew its figure is kept again.
  mutating func placeMedia(_ nodes: PageNodes) {
    guard let tree = page.tree, var marks = metadata.elementMarks, let range = BodyRange(self, tree) else { return }
    var placed: [PlacedMedia] = []
    for embed in nodes.embeds where range.holds(embed.node, self) {
      // An embed within an embed is the frame that a script put there.
      if let last = placed.last, tree.contains(last.node, embed.node) { continue }
      guard let address = embed.element.address(tree, embed.node).map(addresses.resolved), SafeAddress.isSafe(address),
        let provider = EmbedProvider.name(ofAddress: address, class: tree.attribute(embed.node, .class) ?? ""),
        range.accepts(embed.node, ignoring: [.social, .player, .embed, .hidden, .consent], self, &marks)
      else { continue }
      placed.append(PlacedMedia(node: embed.node, content: .embed(provider: provider, url: address)))
    }
    let embeds = placed
    var known: Set<WordHash> = []
    for picture in nodes.pictures where range.holds(picture, self) {
      guard !embeds.contains(where: { tree.contains($0.node, picture) }), let stated = PictureAddress.of(picture, in: tree),
        range.accepts(picture, ignoring: [], self, &marks)
      else { continue }
      let address = addresses.resolved(stated)
      // The same picture for another screen, or for readers without scripts.
      guard known.insert(Self.comparable(address)).inserted else { continue }
      placed.append(PlacedMedia(node: picture, content: .figure(url: address)))
    }
    placed.sort { $0.node < $1.node }
    assignTexts(&placed, tree, range)
    media = placed
  }

  /// An address without its query and its size, hashed: systems serve one picture as `quay-300x200.jpg` and `quay.jpg?w=600`.
  private static func comparable(_ address: String) -> WordHash {
    let path = Array(address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    if let dot = path.lastIndex(of: UInt8(ascii: ".")), let dash = path[..<dot].lastIndex(of: UInt8(ascii: "-")),
      path[(dash + 1)..<dot].allSatisfy({ $0 == UInt8(ascii: "x") || $0 &- 0x30 < 10 }),
      path[dash..<dot].contains(UInt8(ascii: "x"))
    {
      return WordHash([path[..<dash], path[dot...]].joined())
    }
    return WordHash(path)
  }

  private mutating func assignTexts(_ placed: inout [PlacedMedia], _ tree: Tree, _ range: BodyRange) {
    guard !placed.isEmpty else { return }
    for index in decisions.indices {
      let block = page.blocks[index]
      guard !block.nodes.isEmpty else { continue }
      let first = Node(block.nodes.lowerBound)
      let embed = placed.partitioningIndex { $0.node > first } - 1
      if embed >= 0, placed[embed].isEmbed, tree.contains(placed[embed].node, first) {
        decide(index, Heuristic.media.keeps(.embed, "the words of an embedded post"))
        if decisions.ruling(index).role == .embed, decisions.ruling(index).isInBody { placed[embed].texts.append(index) }
        continue
      }
      let decision = decisions.ruling(index)
      // What has been told to be a message, and no caption, stays one.
      let isCaption =
        decision.role == .caption || decision.role == .credit
        || block.kind == .caption && decision.fate == .removed && decisions[index].by != Heuristic.sign.by
      guard isCaption, decision.isInBody || decision.authority == .generic && decision.fate == .removed,
        let figure = figure(ofBlock: index, in: placed, tree, range)
      else { continue }
      let role: Role = decision.role == .credit ? .credit : .caption
      if !decision.isInBody {
        decide(index, Heuristic.media.keeps(role, role == .credit ? "the credit of a figure" : "the caption of a figure"))
      }
      if role == .credit { placed[figure].credits.append(index) } else { placed[figure].texts.append(index) }
    }
  }

  /// The figure that a caption or credit belongs to: the picture in the same `figure` element, else in the innermost element around the block
  /// that holds one and none of the body's text.
  private func figure(ofBlock index: Int, in placed: [PlacedMedia], _ tree: Tree, _ range: BodyRange) -> Int? {
    let block = page.blocks[index]
    var node = block.container
    for _ in 0..<7 {
      guard tree.isElement(node), !range.holdsBody(tree.subtree(node), self) else { return nil }
      let within = tree.subtree(node)
      let low = placed.partitioningIndex { $0.node.index >= within.lowerBound }
      let high = placed.partitioningIndex { $0.node.index >= within.upperBound }
      let figures = (low..<high).filter { !placed[$0].isEmbed }
      if !figures.isEmpty {
        // A caption most often follows its picture; of several pictures it is the last before it.
        return figures.last { placed[$0].node.index < block.nodes.lowerBound } ?? figures.first
      }
      if tree.name(node) == .figure { return nil }
      guard let parent = tree.parent(node) else { return nil }
      node = parent
    }
    return nil
  }
}

extension PlacedMedia {
  var isEmbed: Bool {
    if case .embed = content { return true }
    return false
  }
}

/// Where the body's pictures may be: from the headline, or the first text of the body, to the end of the element that holds all of that.
struct BodyRange {
  private let tree: Tree
  /// The blocks of running text that stand in the body.
  private let body: [Int]
  /// Their first nodes, ascending.
  private let starts: [Int32]
  private let nodes: Range<Int32>
  /// The blocks up to the nearest before the first and behind the last text of the body that part what is beyond them from it.
  private let reach: ClosedRange<Int>

  init?(_ draft: Draft, _ tree: Tree) {
    self.tree = tree
    body = draft.decisions.indices.filter { index in
      let decision = draft.decisions.ruling(index)
      return decision.isInBody && ![.caption, .credit, .embed].contains(decision.role) && !draft.page.blocks[index].nodes.isEmpty
    }
    guard let first = body.first, let last = body.last else { return nil }
    starts = body.map { draft.page.blocks[$0].nodes.lowerBound }
    let headline = (0..<first).last { draft.decisions.ruling($0).fate == .moved && draft.decisions.ruling($0).to == .headline }
    let opening = draft.page.blocks[first]
    let closing = draft.page.blocks[last]
    // The innermost element around the first and the last text; of a single text, what is around its element.
    var around = tree.parent(opening.container) ?? opening.container
    while !tree.contains(around, Node(closing.nodes.lowerBound)), let parent = tree.parent(around) { around = parent }
    let subtree = tree.subtree(around)
    let low = headline.map { min(draft.page.blocks[$0].nodes.upperBound, opening.nodes.lowerBound) } ?? subtree.lowerBound
    nodes = min(low, opening.nodes.lowerBound)..<max(subtree.upperBound, closing.nodes.upperBound)
    let above = draft.decisions.indices[..<first].last { !Self.mayPart($0, draft) }
    let below = draft.decisions.indices[(last + 1)...].first { !Self.mayPart($0, draft) }
    reach = (above.map { $0 + 1 } ?? 0)...(below ?? draft.decisions.count)
  }

  /// Whether a node lies in the range and, where it lies before the first or after the last text, nothing removed parts it from that.
  func holds(_ node: Node, _ draft: Draft) -> Bool {
    nodes.contains(node.index) && reach.contains(draft.page.blocks.partitioningIndex { $0.nodes.lowerBound >= node.index })
  }

  /// What may stand between a picture and the body's text, or beside the picture, without making it another's.
  private static func mayPart(_ index: Int, _ draft: Draft) -> Bool {
    let decision = draft.decisions.ruling(index)
    return decision.fate != .removed || draft.page.blocks[index].kind == .caption
      || [.caption, .credit, .artefact, .advertisement, .byline, .date, .dateline, .social, .description, .headline].contains(
        decision.role)
  }

  /// Whether any of the body's running text begins in a run of nodes.
  func holdsBody(_ nodes: Range<Int32>, _ draft: Draft) -> Bool {
    let index = starts.partitioningIndex { $0 >= nodes.lowerBound }
    return index < starts.count && starts[index] < nodes.upperBound
  }

  /// Whether the elements around a picture, up to the one that holds text of the body, are none of a teaser, an ad or the like: by what was decided
  /// about the text in them, and by their names and classes.
  func accepts(_ node: Node, ignoring: NodeMark, _ draft: Draft, _ marks: inout ElementMarks) -> Bool {
    var current = node
    for _ in 0..<24 {
      guard let parent = tree.parent(current), tree.isElement(parent) else { return true }
      let subtree = tree.subtree(parent)
      if holdsBody(subtree, draft) { return true }
      let name = tree.name(parent)
      let isFigure = name == .figure || name == .picture || name == .a
      if !isFigure, !marks.mark(of: parent).isDisjoint(with: NodeMark.surroundings.union(.byline).subtracting(ignoring)) {
        return false
      }
      var block = draft.page.blocks.partitioningIndex { $0.nodes.lowerBound >= subtree.lowerBound }
      while block < draft.page.blocks.count, draft.page.blocks[block].nodes.lowerBound < subtree.upperBound {
        if !Self.mayPart(block, draft), !tree.contains(node, Node(draft.page.blocks[block].nodes.lowerBound)) { return false }
        block += 1
      }
      current = parent
    }
    return true
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a condition that all after it satisfy too.
  func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
