import ByteLanes

/// A part of a folded text whose bytes all come from one place, or run in step with the original.
struct FoldedSegment: Sendable {
  /// Where it begins in the folded text.
  var folded: UInt32
  /// Where it is from.
  var origin: UInt32
  /// Whether each byte is one further in the original; else all are from `origin`.
  var isInStep: Bool
}

/// Collects folded bytes and their origins.
struct FoldingBuffer {
  var bytes: [UInt8] = []
  var segments: [FoldedSegment] = []
  private let folding: FoldedText.Case
  private let trims: Bool
  private var pendingSpace: UInt32?

  /// - Parameter trims: Whether white space at the ends vanishes.
  init(capacity: Int, folding: FoldedText.Case, trims: Bool = true) {
    self.folding = folding
    self.trims = trims
    bytes.reserveCapacity(capacity)
    // A quote or a dash parts a text into three.
    segments.reserveCapacity(8)
  }

  /// Folds a text.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      if Self.isPlain(text[index]) {
        index = run(in: text, from: index)
        continue
      }
      let start = index
      let scalar = UTF8Scalar.next(in: text, at: &index)
      fold(scalar, from: UInt32(truncatingIfNeeded: start), width: index - start)
    }
    if !trims { flushSpace() }
  }

  /// Printable ASCII that folding leaves alone, case apart.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x21 < 0x5E && byte != 0x60 }

  /// Takes plain characters, and single spaces between them, in one go.
  private mutating func run(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    flushSpace()
    var end = start + 1
    var afterSpace: UInt64 = 0
    while end + 8 <= text.count, PlainText.isPlain(EightBytes.load(text, at: end), &afterSpace) { end += 8 }
    // A space belongs to the run if a plain character follows.
    if afterSpace != 0 { end -= 1 }
    while end < text.count {
      if Self.isPlain(text[end]) {
        end += 1
      } else if text[end] == 0x20, end + 1 < text.count, Self.isPlain(text[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    step(to: UInt32(truncatingIfNeeded: start), isInStep: true)
    let first = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
    if folding == .folded {
      bytes.withUnsafeMutableBytes { PlainText.lowercase(UnsafeMutableRawBufferPointer(rebasing: $0[first...])) }
    }
    return end
  }

  /// Says where the next bytes are from.
  private mutating func step(to origin: UInt32, isInStep: Bool) {
    let folded = UInt32(truncatingIfNeeded: bytes.count)
    if isInStep, let last = segments.last, last.isInStep, origin &- last.origin == folded &- last.folded { return }
    segments.append(FoldedSegment(folded: folded, origin: origin, isInStep: isInStep))
  }

  private mutating func fold(_ scalar: UInt32, from origin: UInt32, width: Int) {
    switch CharacterFolding.fold(scalar) {
    case .space:
      if pendingSpace == nil, !(trims && bytes.isEmpty) { pendingSpace = origin }
    case .nothing: break
    case .ellipsis:
      flushSpace()
      step(to: origin, isInStep: false)
      for _ in 0..<3 { bytes.append(UInt8(ascii: ".")) }
    case .scalar(let folded):
      flushSpace()
      let cased = folding == .folded ? CharacterFolding.lowercase(folded) : folded
      step(to: origin, isInStep: UTF8Scalar.width(cased) == width)
      UTF8Scalar.encode(cased) { bytes.append($0) }
    }
  }

  private mutating func flushSpace() {
    guard let space = pendingSpace else { return }
    step(to: space, isInStep: true)
    bytes.append(0x20)
    pendingSpace = nil
  }
}
