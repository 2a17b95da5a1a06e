/// What follows a start tag: which rules the tokenizer reads the text after it by.
enum ContentModel: UInt8 {
  case data, rcdata, rawtext, scriptData, plaintext, cdata
}

struct TagToken {
  var name: Atom
  /// Index of the first attribute in ``TokenStore/attributes``; the tag's are the last there.
  var firstAttribute: Int
  var attributeCount: Int
  var attributeNames = AttributeNames()
  var isSelfClosing: Bool
}

struct DoctypeToken {
  /// In lower case; `nil` where there is none.
  var name: ByteRange?
  var publicID: ByteRange?
  var systemID: ByteRange?
  var forcesQuirks: Bool
}

/// What the tokenizer and what consumes its tokens share: the page, and what has been made of it beside the nodes.
struct TokenStore: ~Copyable {
  var source: UnsafePointer<UInt8>
  var sourceCount = 0
  var decoded = GrowableBuffer<UInt8>(capacity: 4096)
  var attributes = GrowableBuffer<AttributeRecord>(capacity: 1024)
  var names = NameTable()

  init(source: UnsafePointer<UInt8>) { self.source = source }

  /// Where a range's bytes are; valid until the next byte is decoded.
  @inline(__always)
  func pointer(_ range: ByteRange) -> UnsafePointer<UInt8> {
    range.isDecoded ? UnsafePointer(decoded.base) + range.offset : source + range.offset
  }

  @inline(__always)
  func bytes(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: pointer(range), count: Int(range.count))
  }

  /// Appends a range's bytes to the decoded text, from which they may themselves come.
  mutating func decode(copying range: ByteRange) {
    let count = Int(range.count)
    if decoded.count + count > decoded.capacity { decoded.reserve(count) }
    decoded.append(from: pointer(range), count: count)
  }

  @inline(__always)
  static func range(from start: Int, to end: Int) -> ByteRange {
    ByteRange(start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: end &- start))
  }

  /// Everything decoded since `start`.
  @inline(__always)
  func decodedRange(from start: Int) -> ByteRange {
    ByteRange(
      start: UInt32(truncatingIfNeeded: start) | ByteRange.decodedFlag, count: UInt32(truncatingIfNeeded: decoded.count &- start))
  }

  /// Appends a code point as UTF-8.
  mutating func decode(_ value: UInt32) {
    switch value {
    case ..<0x80:
      decoded.append(UInt8(truncatingIfNeeded: value))
    case ..<0x800:
      decoded.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      decoded.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    case ..<0x10000:
      decoded.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      decoded.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      decoded.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    default:
      decoded.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      decoded.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      decoded.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      decoded.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }
}

/// What consumes tokens: the tree builder, or a test's recorder. Known at compile time, so that a token costs no more than a call.
protocol TokenSink: ~Copyable {
  /// Whether `<![CDATA[` begins a section here, as it does in foreign content only.
  var allowsCDATA: Bool { get }
  mutating func doctype(_ token: DoctypeToken, _ store: inout TokenStore)
  /// Takes a start tag and says how the text after it reads.
  mutating func startTag(_ tag: TagToken, _ store: inout TokenStore) -> ContentModel
  /// Takes an end tag. Its attributes are gone.
  mutating func endTag(_ tag: TagToken, _ store: inout TokenStore)
  /// Takes a run of characters, of which there may be several in a row. Never empty, never with a NUL.
  mutating func text(_ range: ByteRange, _ store: inout TokenStore)
  /// Takes a NUL where the standard leaves it to the tree builder what becomes of it.
  mutating func nullCharacter(_ store: inout TokenStore)
  mutating func comment(_ range: ByteRange, _ store: inout TokenStore)
  mutating func endOfFile(_ store: inout TokenStore)
}
