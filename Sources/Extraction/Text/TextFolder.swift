/// Folds one text after the other into the same memory, for those who want the folded bytes and not where they came from: see ``FoldedText``.
public struct TextFolder {
  private var buffer: FoldingBuffer

  public init(case folding: FoldedText.Case = .kept) {
    buffer = FoldingBuffer(capacity: 0, folding: folding, keepsOrigins: false)
  }

  /// Returns a text's folded bytes. Let go of them before the next text, or the memory cannot be used again.
  public mutating func fold(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    buffer.bytes.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { buffer.append($0) }
    return buffer.bytes[...]
  }
}
