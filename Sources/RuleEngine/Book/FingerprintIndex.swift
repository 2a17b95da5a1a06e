import Extraction
import Pages

/// Finds the fingerprints of any number of rules in one pass over a text.
///
/// Most lines are not even folded (`PhraseFilter`). In the others a window of eight bytes jumps over the folded text, as far at a time as the shortest fingerprint allows without being missed; a
/// bitmap turns nearly all positions away, and what is left is compared byte by byte. Each fingerprint is filed under as many windows,
/// one beside the other, as a jump is long: those that the fewest others contain, so that a thousand addresses which all begin with
/// `https://` do not share an entry.
struct FingerprintIndex: Sendable {
  struct Hit: Sendable, Hashable {
    var rule: Int
    var fingerprint: Int
    /// The block it was found in.
    var block: Int
  }

  private struct Entry: Sendable {
    var rule: Int
    var fingerprint: Int
    /// Where in the fingerprint the window is.
    var offset: Int
  }

  private let fingerprints: [[Fingerprint]]
  /// `nil` where every line has to be folded.
  private let filter: PhraseFilter?
  private var entries: [UInt64: [Entry]] = [:]
  private var bitmap = [UInt64](repeating: 0, count: Self.bitmapBits / 64)

  /// How far the window jumps.
  private let stride: Int

  private static let bitmapBits = 1 << 18
  /// Longer jumps would want windows of what many fingerprints share.
  private static let longestStride = 8
  private static let window = 8

  /// - Parameter fingerprints: Per rule, in the rules' order.
  init(_ fingerprints: [[Fingerprint]]) {
    self.fingerprints = fingerprints
    filter = PhraseFilter(fingerprints.joined().map(\.folded))
    var counts: [UInt64: Int] = [:]
    for fingerprint in fingerprints.joined() {
      for window in Set(Self.windows(of: fingerprint.folded)) { counts[window, default: 0] += 1 }
    }
    let shortest = fingerprints.joined().map(\.folded.count).filter { $0 >= Self.window }.min() ?? Self.window
    stride = min(shortest - Self.window + 1, Self.longestStride)
    for (rule, own) in fingerprints.enumerated() {
      for (index, fingerprint) in own.enumerated() {
        let windows = Self.windows(of: fingerprint.folded)
        guard windows.count >= stride else { continue }
        let sharing = (0...windows.count - stride).map { first in
          windows[first..<first + stride].reduce(0) { $0 + (counts[$1] ?? 0) }
        }
        let first = sharing.indices.min { (sharing[$0], $0) < (sharing[$1], $1) } ?? 0
        for offset in first..<first + stride {
          entries[windows[offset], default: []].append(Entry(rule: rule, fingerprint: index, offset: offset))
          let bit = Self.bit(windows[offset])
          bitmap[bit / 64] |= 1 << UInt64(bit % 64)
        }
      }
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The first hit of each rule whose fingerprints stand in the page.
  func hits(in page: Page) -> [Hit] {
    guard !isEmpty else { return [] }
    let lines = page.blocks.indices.filter { index in
      page.text[page.blocks[index].text].contains { $0 > 0x20 }
    }
    var found: [Int: Hit] = [:]
    var folder = TextFolder(case: .folded)
    for (position, block) in lines.enumerated() {
      let text = page.text[page.blocks[block].text]
      if let filter, !filter.mayHold(text) { continue }
      let isHead = position < Fingerprint.placeLines
      let isTail = position >= lines.count - Fingerprint.placeLines
      scan(folder.fold(text)) { rule, index in
        guard found[rule] == nil else { return }
        switch fingerprints[rule][index].place {
        case .head: guard isHead else { return }
        case .tail: guard isTail else { return }
        case nil: break
        }
        found[rule] = Hit(rule: rule, fingerprint: index, block: block)
      }
    }
    return found.values.sorted { $0.rule < $1.rule }
  }

  private func scan(_ bytes: ArraySlice<UInt8>, _ report: (_ rule: Int, _ fingerprint: Int) -> Void) {
    bytes.withUnsafeBytes { raw in
      bitmap.withUnsafeBufferPointer { bitmap in
        var position = 0
        while position + Self.window <= raw.count {
          let window = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          let bit = Self.bit(window)
          if bitmap[bit / 64] & (1 << UInt64(bit % 64)) != 0, let found = entries[window] {
            compare(found, bytes, position, report)
          }
          position += stride
        }
      }
    }
  }

  private func compare(
    _ found: [Entry], _ bytes: ArraySlice<UInt8>, _ position: Int, _ report: (_ rule: Int, _ fingerprint: Int) -> Void
  ) {
    for entry in found {
      let start = bytes.startIndex + position - entry.offset
      if fingerprints[entry.rule][entry.fingerprint].stands(in: bytes, at: start) { report(entry.rule, entry.fingerprint) }
    }
  }

  private static func windows(of bytes: [UInt8]) -> [UInt64] {
    guard bytes.count >= window else { return [] }
    return bytes.withUnsafeBytes { raw in
      (0...(raw.count - window)).map { raw.loadUnaligned(fromByteOffset: $0, as: UInt64.self) }
    }
  }

  /// Fibonacci hashing (Knuth, *The Art of Computer Programming* 3, §6.4).
  private static func bit(_ window: UInt64) -> Int {
    Int(truncatingIfNeeded: (window &* 0x9E37_79B9_7F4A_7C15) >> (64 - 18))
  }
}
