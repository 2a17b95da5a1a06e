/// The tokenizer of the WHATWG HTML standard (https://html.spec.whatwg.org/multipage/parsing.html#tokenization), over a whole page in
/// memory.
///
/// As no input is ever awaited, the standard's states are places in the code rather than values: a tag, a comment, a reference is read
/// in one go, and the end of the page is met wherever it is. Parse errors are not reported. Input is UTF-8; bytes that are not pass
/// through as they are, and no index depends on their being right.
///
/// Carriage returns are made line feeds here: text that has one is copied, as is text with references.
struct Tokenizer<Sink: TokenSink & ~Copyable>: ~Copyable {
  var store: TokenStore
  var sink: Sink
  var position = 0
  var content = ContentModel.data
  /// The name an end tag needs to end raw text.
  var lastStartTag = Atom.none
  /// Whether the raw text whose end has been looked for holds nothing that is to be replaced but references.
  var isRawTextPlain = false
  let classes = ByteClass.table
  let references = CharacterReferences.shared
  /// For every atom, the tag in which it was last an attribute: tells repeated attributes without looking through those before.
  var lastTagOfAttribute = GrowableBuffer<UInt32>(capacity: 2048)
  var tagNumber: UInt32 = 0

  init(sink: consuming Sink, source: UnsafePointer<UInt8>) {
    self.sink = sink
    store = TokenStore(source: source)
  }

  @inline(__always) var base: UnsafePointer<UInt8> { store.source }
  @inline(__always) var end: Int { store.sourceCount }

  /// Makes ready for another page.
  mutating func reset(source: UnsafePointer<UInt8>, count: Int) {
    store.source = source
    store.sourceCount = count
    store.decoded.count = 0
    store.attributes.count = 0
    store.names.reset()
    position = 0
    content = .data
    lastStartTag = .none
    lastTagOfAttribute.count = 0
    tagNumber = 0
  }

  mutating func run() {
    while position < end {
      switch content {
      case .data: readData()
      case .rcdata: readRawText(until: endOfRawText(), references: true)
      case .rawtext: readRawText(until: endOfRawText(), references: false)
      case .scriptData: readRawText(until: endOfScript(), references: false)
      case .plaintext:
        isRawTextPlain = false
        readRawText(until: end, references: false)
      case .cdata: readCDATA()
      }
    }
    sink.endOfFile(&store)
  }

  /// Text and markup, until the content model changes.
  private mutating func readData() {
    while position < end {
      if base[position] == 0x3C, let after = markupStart(position) {
        switch after {
        case 0x2F: readEndTag()
        case 0x21: readDeclaration()
        case 0x3F: readBogusComment(from: position + 1)
        default:
          readStartTag()
          if content != .data { return }
        }
      } else {
        readText()
      }
    }
  }

  /// The byte after a `<` if the two begin markup.
  @inline(__always)
  func markupStart(_ at: Int) -> UInt8? {
    guard at + 1 < end else { return nil }
    let next = base[at + 1]
    if ByteClass.isLetter(next) || next == 0x21 || next == 0x3F { return next }
    // `</` at the very end is text.
    return next == 0x2F && at + 2 < end ? next : nil
  }
}
