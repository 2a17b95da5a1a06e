import Pages

/// The alternative texts and titles of a page's pictures, to know a caption by.
///
/// Editorial systems write a picture's caption into its `alt` or `title` too; a line beside the picture that says the same is the caption,
/// whatever element it stands in.
struct PictureTexts: Sendable {
  private var shapes: Set<Int> = []
  private var fingerprints: Set<UInt64> = []

  /// - Parameter lines: The counts of all lines that will be asked for: of what no line adds up to nothing more need be known.
  init(_ tree: Tree, pictures: some Sequence<Node>, lines: some Sequence<BlockFacts>) {
    var sums = [Bool](repeating: false, count: 1 << 10)
    for line in lines { sums[Int(line.letterSum) & (sums.count - 1)] = true }
    for node in pictures {
      for name in [Atom.alt, .title] {
        tree.withAttribute(node, name) { value in
          guard let value, value.count >= 8, value.count < 1000 else { return }
          guard sums[Int(Fingerprint.letterSum(of: value)) & (sums.count - 1)] else { return }
          let text = ArraySlice(value)
          let facts = BlockFacts(bytes: text)
          guard facts.weight >= 2 else { return }
          shapes.insert(facts.shape)
          fingerprints.insert(Fingerprint.of(text))
        }
      }
    }
  }

  /// Whether a line is one of the texts.
  /// - Parameter facts: The line's counts.
  func contains(_ line: ArraySlice<UInt8>, _ facts: BlockFacts) -> Bool {
    facts.weight >= 2 && shapes.contains(facts.shape) && fingerprints.contains(Fingerprint.of(line))
  }
}
