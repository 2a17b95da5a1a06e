/// Chooses among many templates those whose first words stand near the beginning of a text, so that only they have to be matched.
struct TemplateIndex: Sendable {
  private struct Start: Sendable {
    var template: Int
    var literal: [UInt8]
  }

  /// By the hash of three bytes, the templates whose first words begin with them.
  private let starts: [[Start]]
  /// Templates that begin with an open place or with very little.
  private let always: [Int]
  private let reach: Int

  /// - Parameter reach: Matches that begin at this offset of the folded text, or behind it, do not count.
  init(_ templates: [TextTemplate], within reach: Int) {
    var starts = [[Start]](repeating: [], count: 256)
    var always: [Int] = []
    for (index, template) in templates.enumerated() {
      if case .literal(let literal)? = template.parts.first, literal.bytes.count >= 3 {
        let bytes = literal.bytes
        starts[Self.hash(bytes[0], bytes[1], bytes[2])].append(Start(template: index, literal: bytes))
      } else {
        always.append(index)
      }
    }
    self.starts = starts
    self.always = always
    self.reach = reach
  }

  /// The templates that may fit, in their order.
  func candidates(in text: ArraySlice<UInt8>) -> [Int] {
    var found = always
    text.withUnsafeBufferPointer { text in
      guard text.count >= 3 else { return }
      for index in 0..<min(reach, text.count - 2) {
        for start in starts[Self.hash(text[index], text[index + 1], text[index + 2])]
        where ByteSearch.stands(start.literal, in: text, at: index) && !found.contains(start.template) {
          found.append(start.template)
        }
      }
    }
    return found.count > 1 ? found.sorted() : found
  }

  @inline(__always)
  private static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int { Int(a &* 31 &+ b &* 7 &+ c &* 131) }
}
