import Pages

/// The elements of a page that are no text but matter for what it is: pictures, embedded posts, times, links to further pages.
struct PageNodes: Sendable {
  /// `img` and `amp-img`.
  private(set) var pictures: [Node] = []
  /// Pictures and players, those in templates too: a script puts them where the template stands.
  private(set) var media: [Node] = []
  /// Elements that may be embedded posts or players of other sites.
  private(set) var embeds: [Embed] = []
  private(set) var times: [Node] = []
  /// `link` and `a` elements with `rel=next`.
  private(set) var nextLinks: [Node] = []
  /// `video`, `amp-video` and the like.
  private(set) var players = 0
  private(set) var articles = 0
  private(set) var passwordFields = 0

  /// A page with more of a kind is none that anyone reads.
  private static let most = 2000

  private let telegram: Atom?
  /// What custom elements are, by their names.
  private var custom: [Atom: EmbedElement?] = [:]

  /// No elements yet.
  init(of tree: Tree) { telegram = tree.atom(named: "data-telegram-post") }

  /// Takes the next element of the page, unless it is none of these.
  mutating func take(_ node: Node, in tree: Tree) {
    let name = tree.name(node)
    takeMedia(node, name)
    switch name {
    case .img, .ampImg: if pictures.count < Self.most { pictures.append(node) }
    case .iframe, .ampIframe: add(node, .frame)
    case .blockquote: if let element = EmbedElement.quote(tree, node) { add(node, element) }
    case .div: if let element = EmbedElement.division(tree, node) { add(node, element) }
    case .script: if let telegram, tree.hasAttribute(node, telegram) { add(node, .telegram) }
    case .time: if times.count < Self.most { times.append(node) }
    case .link, .a:
      if nextLinks.count < 20, tree.withAttribute(node, .rel, { $0.map(Self.isNext) ?? false }) { nextLinks.append(node) }
    case .video, .ampVideo: players += 1
    case .article: articles += 1
    case .input: if tree.withAttribute(node, .type, { $0?.elementsEqual("password".utf8) ?? false }) { passwordFields += 1 }
    default:
      guard !name.isFixed else { return }
      let element = custom[name] ?? EmbedElement.custom(tree.localName(node))
      custom[name] = .some(element)
      if let element { add(node, element) }
    }
  }

  mutating func takeMedia(_ node: Node, _ name: Atom) {
    switch name {
    case .img, .picture, .video, .audio, .iframe, .ampImg, .ampVideo: media.append(node)
    default: break
    }
  }

  /// Whether a picture or player is within a subtree.
  func holdsMedia(_ subtree: Range<Int32>) -> Bool {
    let first = media.partitioningIndex { $0.index >= subtree.lowerBound }
    return first < media.count && media[first].index < subtree.upperBound
  }

  struct Embed: Sendable {
    var node: Node
    var element: EmbedElement
  }

  private mutating func add(_ node: Node, _ element: EmbedElement) {
    // What is within an embed is part of it.
    if embeds.count < Self.most { embeds.append(Embed(node: node, element: element)) }
  }

  private static func isNext(_ rel: UnsafeBufferPointer<UInt8>) -> Bool {
    // Most links that have a relation have one without an x.
    (4...40).contains(rel.count) && rel.contains { $0 | 0x20 == UInt8(ascii: "x") }
      && rel.split(separator: 0x20).contains { $0.count == 4 && $0.elementsEqual("next".utf8) { $0 | 0x20 == $1 } }
  }
}
