import ByteLanes

/// Says of nearly all texts, before they are folded, that none of some phrases stands in them: by four of their characters side by side, looked for in
/// one pass that jumps as far at a time as the phrases allow.
///
/// It looks for characters that only ASCII stands for, so that a text need not be folded to find them; texts with what folding leaves out or makes a
/// letter of may hold any phrase.
public struct PhraseFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1 << (Self.width - 6))
  private let stride: Int

  private static let width = 14
  private static let window = 4
  /// No byte is left out that is to be looked at.
  private static let longestStride = 8

  /// - Parameter phrases: Folded, case too.
  /// - Returns: `nil` where a phrase has no four such characters side by side, or there is none.
  public init?(_ phrases: [[UInt8]]) {
    let runs = phrases.map(Self.longestRun)
    guard let shortest = runs.map(\.count).min(), shortest >= Self.window else { return nil }
    stride = min(shortest - Self.window + 1, Self.longestStride)
    for run in runs {
      run.withUnsafeBufferPointer { run in
        for start in 0..<stride {
          let bit = Self.bit(EightBytes.load(run, at: start))
          bits[bit >> 6] |= 1 << UInt64(bit & 63)
        }
      }
    }
  }

  /// Whether one of the phrases may stand in a text.
  public func mayHold(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      bits.withUnsafeBufferPointer { bits in
        /// Behind the last character that was looked at because it is not printable ASCII.
        var read = 0
        var index = 0
        while index < text.count {
          let word = EightBytes.load(text, at: index)
          let bit = Self.bit(word)
          if bits[bit &>> 6] & (1 &<< UInt64(truncatingIfNeeded: bit & 63)) != 0 { return true }
          let plain = PlainText.printablePrefix(word)
          if plain < 8 {
            read = max(read, index &+ plain)
            while read < min(index &+ 8, text.count) {
              let scalar = UTF8Scalar.next(in: text, at: &read)
              if scalar &- 0x20 >= 0x5F, CueGate.mustLetThrough(scalar) { return true }
            }
          }
          index &+= stride
        }
        return false
      }
    }
  }

  /// The longest run of characters that folding makes of nothing else in a text that it does not let through, and never leaves out.
  private static func longestRun(_ phrase: [UInt8]) -> ArraySlice<UInt8> {
    let runs = phrase.indices.split { index in
      // Quotes, dashes and an ellipsis come in many shapes, and so do spaces.
      switch phrase[index] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "-"): true
      case UInt8(ascii: "."): phrase[..<index].last == phrase[index] || phrase[(index + 1)...].first == phrase[index]
      case let byte: !(0x21..<0x7F).contains(byte)
      }
    }
    return runs.max { $0.count < $1.count }.map { phrase[$0.startIndex..<$0.endIndex] } ?? []
  }

  /// The place of the first four of eight bytes, case apart.
  @inline(__always)
  private static func bit(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: ((word & 0xFFFF_FFFF | 0x2020_2020) &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - width))
  }
}
