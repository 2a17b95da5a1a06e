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
  /// Where the folded text departs from running in step with the original; empty where it never does.
  private let segments: [FoldedSegment]
  /// What is added to a folded offset to get the original one, where there are no segments.
  private let shift: Int

  public init(_ text: String, case folding: Case = .kept) {
    self.init(ArraySlice(text.utf8), case: folding)
  }

  /// Folds a slice of, say, a page's text without copying what is already plain.
  public init(_ text: ArraySlice<UInt8>, case folding: Case = .kept) {
    original = text
    if let plain = text.withUnsafeBufferPointer({ PlainText.read($0) }) {
      shift = plain.range.lowerBound
      segments = []
      let trimmed = text[text.startIndex + plain.range.lowerBound..<text.startIndex + plain.range.upperBound]
      bytes = folding == .folded && plain.hasCapitals ? PlainText.lowercased(trimmed)[...] : trimmed
      return
    }
    var fold = FoldingBuffer(capacity: text.count, folding: folding)
    text.withUnsafeBufferPointer { fold.append($0) }
    bytes = fold.bytes[...]
    segments = fold.segments
    shift = segments.isEmpty ? text.count : 0
  }

  /// A text without blank edges, where folding would change nothing in it but ASCII capitals; `nil` for any other.
  public static func plain(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    text.withUnsafeBufferPointer { PlainText.read($0) }.map { plain in
      text[text.startIndex + plain.range.lowerBound..<text.startIndex + plain.range.upperBound]
    }
  }

  public var isEmpty: Bool { bytes.isEmpty }

  /// The folded text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Maps offsets into the folded text, from 0, to offsets into the original, from 0.
  public func originalRange(of range: Range<Int>) -> Range<Int> {
    if segments.isEmpty { return range.lowerBound + shift..<range.upperBound + shift }
    guard !range.isEmpty else {
      let start = range.lowerBound >= bytes.count ? original.count : origin(of: range.lowerBound)
      return start..<start
    }
    // The end is where the last byte's character ends, not where the next folded one begins: what vanished in between stays outside.
    return origin(of: range.lowerBound)..<Self.end(ofCharacterAt: origin(of: range.upperBound - 1), in: original)
  }

  /// The offset of the original character that a folded byte is of.
  private func origin(of offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(segments[middle].folded) <= offset { low = middle } else { high = middle }
    }
    let segment = segments[low]
    guard segment.isInStep else { return Int(segment.origin) }
    var origin = Int(segment.origin) + offset - Int(segment.folded)
    while origin > Int(segment.origin), original[original.startIndex + origin] & 0xC0 == 0x80 { origin -= 1 }
    return origin
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
}
