import Pages

/// What can be counted in one block's text, in a single pass over its bytes.
///
/// All heuristics look at these numbers and never at the text again, apart from cue phrases. A page of many small blocks has many of these, so they
/// are kept small.
struct BlockFacts: Sendable {
  /// The block's text without blank edges, as offsets into the page's text.
  @CompactRange var visible: Range<Int>
  /// Runs of letters and digits between white space.
  @Compact<Int32> var words = 0
  /// Characters of scripts that put no spaces between words.
  @Compact<Int32> var unspaced = 0
  @Compact<Int32> var letters = 0
  @Compact<Int32> var uppercase = 0
  @Compact<UInt16> var digits = 0
  @Compact<UInt16> var commas = 0
  /// Words that begin with an upper-case letter.
  @Compact<UInt16> var capitalised = 0
  /// Full stops, question and exclamation marks (of any script) at the end of a word.
  @Compact<UInt16> var sentenceEnds = 0
  /// Vertical bars, middle dots, bullets and angle quotes that stand between the items of a menu or a credit line.
  @Compact<UInt16> var separators = 0
  /// The share of the text that is within links, 0 to 1.
  var linkShare: Float = 0
  /// The sum of the codes of its letters and digits in lower case, or what of it two bytes hold.
  var letterSum: UInt16 = 0
  /// Whether the last character, closing quotes and brackets apart, ends a sentence.
  var endsSentence = false
  /// Whether the last character is a colon.
  var endsColon = false
  /// Whether the last characters are an ellipsis.
  var endsEllipsis = false
  var startsLower = false
  /// Whether the first character is an opening quotation mark or a dash that opens direct speech.
  var opensQuote = false
  /// Which cues there may be in the block: see ``CueGate``.
  var cues: CueKinds = []

  /// Whether nothing in the block leaves ink.
  var isBlank: Bool { visible.isEmpty }

  /// How much there is to read, in words: two characters of an unspaced script count as one, and none has more than 64 bytes, lest a line
  /// that is one endless word be taken for a short one.
  var weight: Int {
    let words = words + unspaced / 2
    return words == 0 ? 0 : max(words, visible.count / 64)
  }

  var isAllCaps: Bool { letters >= 3 && uppercase * 10 >= letters * 9 && unspaced == 0 }

  /// Whether it reads as running text: a whole sentence, or several words of which some end one.
  var isProse: Bool {
    if weight >= 8, endsSentence { return true }
    if weight >= 15, sentenceEnds > 0 || endsColon { return true }
    return weight >= 30 && commas > 0 && separators < 3
  }
}

extension BlockFacts {
  /// Counts the blocks of a page.
  static func all(in page: Page) -> [BlockFacts] {
    let scanner = FactScanner()
    let blocks = page.blocks
    return page.text.withUnsafeBufferPointer { text in
      blocks.map { block in
        var facts = counted(text[block.text], scanner, isItem: page.kind == .text && block.kind == .listItem)
        if !block.links.isEmpty {
          facts.linkShare = min(1, Float(page.linkBytes(of: block)) / Float(max(1, facts.visible.count)))
        }
        return facts
      }
    }
  }

  init(bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    self = bytes.withUnsafeBufferPointer { Self.counted($0[...], FactScanner()) }
    visible = start + visible.lowerBound..<start + visible.upperBound
  }

  /// - Parameter isItem: Whether the text is an item of a dump's list, whose bullet is no sign in it.
  private static func counted(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ scanner: FactScanner, isItem: Bool = false
  ) -> BlockFacts {
    var facts = BlockFacts(visible: VisibleRange.of(bytes))
    let visible = UnsafeBufferPointer(rebasing: bytes[facts.visible])
    scanner.scan(isItem ? UnsafeBufferPointer(rebasing: visible[ListMark.length(visible)...]) : visible, into: &facts)
    return facts
  }
}
