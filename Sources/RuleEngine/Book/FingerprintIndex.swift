import Extraction
import Pages

/// Finds the fingerprints of any number of rules in one pass over a text.
///
/// Each fingerprint is filed under the eight bytes of it that the fewest others contain, so that a thousand addresses which all begin
/// with `https://` do not share an entry; a window of eight bytes slides over the folded text, a bitmap turns nearly all positions
/// away, and what is left is compared byte by byte.
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
  private var entries: [UInt64: [Entry]] = [:]
  private var bitmap = [UInt64](repeating: 0, count: Self.bitmapBits / 64)

  private static let bitmapBits = 1 << 18
  private static let window = 8

  /// - Parameter fingerprints: Per rule, in the rules' order.
  init(_ fingerprints: [[Fingerprint]]) {
    self.fingerprints = fingerprints
    var counts: [UInt64: Int] = [:]
    for fingerprint in fingerprints.joined() {
      for window in Set(Self.windows(of: fingerprint.folded)) { counts[window, default: 0] += 1 }
    }
    for (rule, own) in fingerprints.enumerated() {
      for (index, fingerprint) in own.enumerated() {
        let windows = Self.windows(of: fingerprint.folded)
        guard let offset = windows.indices.min(by: { (counts[windows[$0]] ?? 0, $0) < (counts[windows[$1]] ?? 0, $1) }) else {
          continue
        }
        entries[windows[offset], default: []].append(Entry(rule: rule, fingerprint: index, offset: offset))
        let bit = Self.bit(windows[offset])
        bitmap[bit / 64] |= 1 << UInt64(bit % 64)
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
    for (position, block) in lines.enumerated() {
      let isHead = position < Fingerprint.placeLines
      let isTail = position >= lines.count - Fingerprint.placeLines
      let folded = FoldedText(page.text[page.blocks[block].text], case: .folded).bytes
      scan(folded) { rule, index in
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
    guard bytes.count >= Self.window else { return }
    var window: UInt64 = 0
    for (count, index) in bytes.indices.enumerated() {
      window = window << 8 | UInt64(bytes[index])
      guard count >= Self.window - 1 else { continue }
      let bit = Self.bit(window)
      guard bitmap[bit / 64] & (1 << UInt64(bit % 64)) != 0, let candidates = entries[window] else { continue }
      for entry in candidates {
        let start = index - (Self.window - 1) - entry.offset
        if fingerprints[entry.rule][entry.fingerprint].stands(in: bytes, at: start) { report(entry.rule, entry.fingerprint) }
      }
    }
  }

  private static func windows(of bytes: [UInt8]) -> [UInt64] {
    guard bytes.count >= window else { return [] }
    return (0...(bytes.count - window)).map { start in
      bytes[start..<start + window].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// Fibonacci hashing (Knuth, *The Art of Computer Programming* 3, §6.4).
  private static func bit(_ window: UInt64) -> Int {
    Int(truncatingIfNeeded: (window &* 0x9E37_79B9_7F4A_7C15) >> (64 - 18))
  }
}
