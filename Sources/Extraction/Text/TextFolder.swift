import ByteLanes

/// Folds one text after the other into the same memory, for those who want the folded bytes and not where they came from: see ``FoldedText``.
public struct TextFolder {
  private let folding: FoldedText.Case
  private var bytes: [UInt8] = []

  public init(case folding: FoldedText.Case = .kept) { self.folding = folding }

  /// Returns a text's folded bytes. Let go of them before the next text, or the memory cannot be used again.
  public mutating func fold(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    // A byte that begins no character becomes one of three bytes, U+FFFD; no other grows so much.
    if bytes.count < text.count * 3 + 8 { bytes = [UInt8](repeating: 0, count: text.count * 3 + 8) }
    let folding = folding
    let count = text.withUnsafeBufferPointer { text in
      bytes.withUnsafeMutableBytes { Self.write(text, folding, to: $0) }
    }
    return bytes[..<count]
  }

  /// Writes a text's folded bytes and returns how many there are.
  private static func write(
    _ text: UnsafeBufferPointer<UInt8>, _ folding: FoldedText.Case, to target: UnsafeMutableRawBufferPointer
  ) -> Int {
    var count = 0
    func put(_ byte: UInt8) {
      target[count] = byte
      count &+= 1
    }
    // 0x80 where another space would be one too many, else 0.
    var afterSpace: UInt64 = 0x80
    var index = 0
    while index < text.count {
      let word = EightBytes.load(text, at: index)
      let plain = PlainText.plainPrefix(word, &afterSpace)
      // What is written behind the plain bytes will be written over.
      let folded = folding == .folded ? PlainText.lowercased(word) : word
      target.storeBytes(of: folded.littleEndian, toByteOffset: count, as: UInt64.self)
      index &+= plain
      count &+= plain
      if plain == 8 || index >= text.count { continue }
      switch CharacterFolding.fold(UTF8Scalar.next(in: text, at: &index)) {
      case .nothing: break
      case .space:
        if afterSpace == 0 { put(0x20) }
        afterSpace = 0x80
      case .ellipsis:
        for _ in 0..<3 { put(UInt8(ascii: ".")) }
        afterSpace = 0
      case .scalar(let scalar):
        UTF8Scalar.encode(folding == .folded ? CharacterFolding.lowercase(scalar) : scalar, put)
        afterSpace = 0
      }
    }
    return count > 0 && afterSpace != 0 ? count - 1 : count
  }
}
