import Copydesk
import Pages

/// What the block model needs to know of a page beside the text: where its article is and what was decided about its blocks.
struct ReviewedPage {
  let reading: GenericReading
  /// Where the heuristics found the article.
  let region: Range<Int>
  /// The blocks that leave ink and stand in or near the region, in order: these are reviewed.
  let blocks: [Int]
  /// Per entry of ``blocks``, what the heuristics decided.
  let verdicts: [Verdict]
  /// Per entry of ``blocks``, what the elements around it are called.
  let marks: [NodeMark]
  /// Per entry of ``blocks``, how it is set; empty in text.
  let looks: [BlockLook]
  /// Per entry of ``blocks``, whether a picture or player stands with it and no other text.
  let isLoneWithMedia: [Bool]
  let stated: StatedBody?
  let targets: LinkTargets?
  let isMarkedContainer: Bool
  let isNewsroom: Bool
  /// The page's lines that say the same as another, in groups, where they are known already.
  private let sameLines: [[Int]]?

  /// So many blocks before and after the region are reviewed too: paragraphs that a template sets apart. Text has no templates, and its
  /// region is less sure.
  private static let reach = (html: 16, text: 32)

  init(
    _ reading: GenericReading, _ decisions: DecisionList, region: Range<Int>, html: HTMLReading? = nil, sameLines: [[Int]]? = nil
  ) {
    self.reading = reading
    self.region = region
    self.sameLines = sameLines
    let reach = html == nil ? Self.reach.text : Self.reach.html
    let first = max(0, region.lowerBound - reach)
    let last = min(reading.facts.count, region.upperBound + reach)
    var blocks: [Int] = []
    blocks.reserveCapacity(max(0, last - first))
    for index in first..<max(first, last) where !reading.facts[index].isBlank { blocks.append(index) }
    self.blocks = blocks
    verdicts = blocks.map { Verdict(decisions.ruling($0)) }
    stated = html?.stated
    targets = html.map(LinkTargets.init)
    isMarkedContainer = html?.container.reason.hasPrefix("marked") == true
    isNewsroom = html?.isNewsroom == true
    if let html {
      marks = blocks.map { html.marks($0) }
      looks = blocks.map { BlockLook(html.tree, reading.page.blocks[$0].container) }
      isLoneWithMedia = blocks.map { html.isAloneWithMedia($0) }
    } else {
      marks = Array(repeating: [], count: blocks.count)
      looks = []
      isLoneWithMedia = Array(repeating: false, count: blocks.count)
    }
  }
}

extension ReviewedPage {
  /// The lines of two words or more that stand twice among the blocks, in order.
  var repeated: [Int] {
    guard let first = blocks.first, let last = blocks.last else { return [] }
    let facts = reading.facts
    var repeated: [Int] = []
    if let sameLines {
      for group in sameLines {
        let start = repeated.count
        for line in group where line >= first && line <= last && facts[line].weight >= 2 { repeated.append(line) }
        if repeated.count - start == 1 { repeated.removeLast() }
      }
    } else {
      repeated = Array(
        SameLines.groups(among: blocks.lazy.filter { facts[$0].weight >= 2 }, atMost: blocks.count, in: reading).joined())
    }
    repeated.sort()
    return repeated
  }
}

/// What the heuristics decided about a block, as far as the model tells their decisions apart.
enum Verdict: Sendable {
  case kept, keptAsCaption, keptAsHeading, keptAsList, moved
  case removedAsRelated, removedAsNavigation, removedAsBoilerplate, removedAsCaption, removedOtherwise

  init(_ ruling: DecisionList.Ruling) {
    switch (ruling.fate, ruling.role) {
    case (.kept, .caption), (.kept, .credit), (.edited, .caption), (.edited, .credit): self = .keptAsCaption
    case (.kept, .heading), (.edited, .heading): self = .keptAsHeading
    case (.kept, .list), (.edited, .list): self = .keptAsList
    case (.kept, _), (.edited, _): self = .kept
    case (.moved, _): self = .moved
    case (.removed, .related): self = .removedAsRelated
    case (.removed, .navigation): self = .removedAsNavigation
    case (.removed, .boilerplate): self = .removedAsBoilerplate
    case (.removed, .caption), (.removed, .credit): self = .removedAsCaption
    case (.removed, _): self = .removedOtherwise
    }
  }

  /// Whether the block stands in the body as text, not as a picture's caption.
  var isText: Bool {
    switch self {
    case .kept, .keptAsHeading, .keptAsList: true
    default: false
    }
  }

  var feature: BlockFeature {
    switch self {
    case .kept: .kept
    case .keptAsCaption: .keptAsCaption
    case .keptAsHeading: .keptAsHeading
    case .keptAsList: .keptAsList
    case .moved: .moved
    case .removedAsRelated: .removedAsRelated
    case .removedAsNavigation: .removedAsNavigation
    case .removedAsBoilerplate: .removedAsBoilerplate
    case .removedAsCaption: .removedAsCaption
    case .removedOtherwise: .removedOtherwise
    }
  }
}

/// How a block is set: the element it is in, and that element's parent and class.
struct BlockLook: Hashable {
  var parent: Int32 = -1
  var element: UInt32 = 0
  var classHash: UInt32 = 0

  init() {}

  init(_ tree: Tree, _ container: Node) {
    guard tree.isElement(container) else { return }
    element = tree.name(container).rawValue
    parent = tree.parent(container)?.index ?? -1
    classHash = tree.withAttribute(container, .class) { value in
      // FNV-1a.
      var hash: UInt32 = 0x811C_9DC5
      for byte in value ?? UnsafeBufferPointer(start: nil, count: 0) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      return hash
    }
  }
}
