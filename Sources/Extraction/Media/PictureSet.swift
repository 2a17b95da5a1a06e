/// The candidates of a `srcset`, one after the other, with the width or density that each states; 1 where it states none.
///
/// Addresses may hold commas; a comma followed by white space, or one that ends an address, parts two candidates.
struct PictureSet {
  private let set: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ set: UnsafeBufferPointer<UInt8>) { self.set = set }

  mutating func next() -> (address: Range<Int>, size: Double)? {
    while var address = word() {
      while !address.isEmpty, set[address.lowerBound] == Self.comma { address = address.dropFirst() }
      guard !address.isEmpty else { continue }
      if set[address.upperBound - 1] == Self.comma {
        while set[address.upperBound - 1] == Self.comma { address = address.dropLast() }
        return (address, 1)
      }
      let behind = index
      guard let descriptor = word() else { return (address, 1) }
      if set[descriptor].contains(UInt8(ascii: "/")) {
        // The next candidate's address.
        index = behind
        return (address, 1)
      }
      let end = set[descriptor].firstIndex(of: Self.comma) ?? descriptor.upperBound
      // `640w,next.jpg 2x`: what follows the comma is the next candidate.
      if end < descriptor.upperBound { index = end + 1 }
      return (address, Self.size(set[descriptor.lowerBound..<end].dropLast()))
    }
    return nil
  }

  private static let comma = UInt8(ascii: ",")

  /// What stands up to the next white space.
  private mutating func word() -> Range<Int>? {
    while index < set.count, PlainText.isASCIISpace(set[index]) { index += 1 }
    let start = index
    while index < set.count, !PlainText.isASCIISpace(set[index]) { index += 1 }
    return start < index ? start..<index : nil
  }

  private static func size(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double {
    if !text.isEmpty, text.count <= 9, text.allSatisfy({ $0 &- 0x30 < 10 }) {
      return Double(text.reduce(0) { $0 * 10 + Int($1 &- 0x30) })
    }
    return Double(String(decoding: text, as: UTF8.self)) ?? 1
  }
}
