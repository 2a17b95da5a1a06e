/// A shadow of a text to match against: the same words with typography evened out, and for every byte where it came from.
///
/// Curly quotes become straight ones, guillemets and low quotes double ones, all dashes a hyphen, an ellipsis three full stops, full-width
/// forms their ASCII twins; runs of any white space become one space and the ends are trimmed; zero-width characters, soft hyphens,
/// byte-order marks and direction marks vanish. The original is never changed: matches are mapped back with ``originalRange(of:)``.
/// A text that needs no folding shares its bytes with the original.
public struct FoldedText: Sendable {
  /// What else is evened out.
  public enum Case: Sendable { case kept, folded }

  /// The text as it was.
  public let original: ArraySlice<UInt8>
  /// The folded text.
  public let bytes: ArraySlice<UInt8>
  /// For each folded byte the offset of its origin in ``original``, and one more entry for the end; empty where the two run in step.
  private let origins: [UInt32]

  public init(_ text: String, case folding: Case = .kept) {
    self.init(ArraySlice(text.utf8), case: folding)
  }

  /// Folds a slice of, say, a page's text without copying what is already plain.
  public init(_ text: ArraySlice<UInt8>, case folding: Case = .kept) {
    original = text
    if let plain = Self.plainRange(of: text, case: folding) {
      bytes = text[plain]
      origins = []
      return
    }
    var fold = FoldingBuffer(capacity: text.count, folding: folding)
    let trailing = text.withUnsafeBufferPointer { fold.append($0) }
    bytes = fold.bytes[...]
    origins = fold.origins + [trailing]
  }

  public var isEmpty: Bool { bytes.isEmpty }

  /// The folded text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Maps offsets into the folded text, from 0, to offsets into the original, from 0.
  public func originalRange(of range: Range<Int>) -> Range<Int> {
    if origins.isEmpty {
      let shift = bytes.startIndex - original.startIndex
      return range.lowerBound + shift..<range.upperBound + shift
    }
    guard !range.isEmpty else {
      let start = Int(origins[range.lowerBound])
      return start..<start
    }
    let start = Int(origins[range.lowerBound])
    let last = Int(origins[range.upperBound - 1])
    // The end is where the last byte's character ends, not where the next folded one begins: what vanished in between stays outside.
    return start..<Self.end(ofCharacterAt: last, in: original)
  }

  /// The original text of a range of folded offsets.
  public func originalText(of range: Range<Int>) -> String {
    let mapped = originalRange(of: range)
    let start = original.startIndex
    return String(decoding: original[start + mapped.lowerBound..<start + mapped.upperBound], as: UTF8.self)
  }

  private static func end(ofCharacterAt offset: Int, in text: ArraySlice<UInt8>) -> Int {
    var end = offset + 1
    while end < text.count, text[text.startIndex + end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// The trimmed range of a text that is ASCII without runs of spaces, controls or (where case is folded) capitals.
  private static func plainRange(of text: ArraySlice<UInt8>, case folding: Case) -> Range<Int>? {
    text.withUnsafeBufferPointer { buffer -> Range<Int>? in
      var start = 0
      var end = buffer.count
      while start < end, isASCIISpace(buffer[start]) { start += 1 }
      while end > start, isASCIISpace(buffer[end - 1]) { end -= 1 }
      var afterSpace = false
      for index in start..<end {
        let byte = buffer[index]
        if byte >= 0x80 || byte < 0x20 || byte == 0x7F || byte == 0x60 { return nil }
        if byte == 0x20 {
          if afterSpace { return nil }
          afterSpace = true
        } else {
          if folding == .folded, byte &- 0x41 < 26 { return nil }
          afterSpace = false
        }
      }
      return text.startIndex + start..<text.startIndex + end
    }
  }

  static func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}

/// Collects folded bytes and their origins.
struct FoldingBuffer {
  var bytes: [UInt8] = []
  var origins: [UInt32] = []
  private let folding: FoldedText.Case
  private let trims: Bool
  private var pendingSpace: UInt32?

  /// - Parameter trims: Whether white space at the ends vanishes.
  init(capacity: Int, folding: FoldedText.Case, trims: Bool = true) {
    self.folding = folding
    self.trims = trims
    bytes.reserveCapacity(capacity)
    origins.reserveCapacity(capacity)
  }

  /// Folds a text and returns the offset after its last kept byte.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var index = 0
    while index < text.count {
      let start = index
      let scalar = UTF8Scalar.next(in: text, at: &index)
      fold(scalar, from: UInt32(truncatingIfNeeded: start))
    }
    if !trims, let space = pendingSpace { put(0x20, space) }
    return UInt32(truncatingIfNeeded: text.count)
  }

  private mutating func put(_ byte: UInt8, _ origin: UInt32) {
    bytes.append(byte)
    origins.append(origin)
  }

  private mutating func fold(_ scalar: UInt32, from origin: UInt32) {
    switch CharacterFolding.fold(scalar) {
    case .space:
      if pendingSpace == nil, !(trims && bytes.isEmpty) { pendingSpace = origin }
    case .nothing: break
    case .ellipsis:
      flushSpace()
      for _ in 0..<3 { put(UInt8(ascii: "."), origin) }
    case .scalar(let folded):
      flushSpace()
      let cased = folding == .folded ? CharacterFolding.lowercase(folded) : folded
      UTF8Scalar.encode(cased) { put($0, origin) }
    }
  }

  private mutating func flushSpace() {
    if let space = pendingSpace {
      put(0x20, space)
      pendingSpace = nil
    }
  }
}
