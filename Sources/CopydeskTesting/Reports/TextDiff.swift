/// Shows where two texts differ.
public enum TextDiff {
  public struct Piece: Sendable, Hashable {
    public enum Kind: Sendable { case same, removed, added }
    public var kind: Kind
    public var text: String
  }

  /// Returns the pieces that lead from one text to the other, word by word; long runs of agreement can be cut by ``summary(of:around:)``.
  ///
  /// Longest common subsequence over words; texts of more than 2,000 words are told apart only by their common beginning and end.
  public static func pieces(from old: String, to new: String) -> [Piece] {
    let a = words(of: old)
    let b = words(of: new)
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var endA = a.count
    var endB = b.count
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
      endA -= 1
      endB -= 1
    }
    var pieces = PieceList()
    pieces.append(.same, a[..<start])
    let middleA = a[start..<endA]
    let middleB = b[start..<endB]
    if middleA.count * middleB.count <= 4_000_000 {
      appendCommonSubsequence(Array(middleA), Array(middleB), to: &pieces)
    } else {
      pieces.append(.removed, middleA)
      pieces.append(.added, middleB)
    }
    pieces.append(.same, a[endA...])
    return pieces.pieces
  }

  /// The pieces with each stretch of agreement cut to `context` characters beside a difference.
  public static func summary(of pieces: [Piece], around context: Int = 40) -> [Piece] {
    pieces.indices.map { index in
      var piece = pieces[index]
      guard piece.kind == .same else { return piece }
      let isFirst = index == pieces.startIndex
      let isLast = index == pieces.endIndex - 1
      let room = (isFirst || isLast ? 1 : 2) * context
      guard piece.text.count > room + 1, pieces.count > 1 else { return piece }
      let head = isFirst ? "" : piece.text.prefix(context)
      let tail = isLast ? "" : piece.text.suffix(context)
      piece.text = head + "…" + tail
      return piece
    }
  }

  private static func words(of text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      // A word takes the white space behind it along, so that the words joined are the text.
      if text[index].isWhitespace, next == text.endIndex || !text[next].isWhitespace {
        words.append(text[start..<next])
        start = next
      }
      index = next
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }

  private static func appendCommonSubsequence(_ a: [Substring], _ b: [Substring], to pieces: inout PieceList) {
    // lengths[i][j]: the longest common subsequence of a[i...] and b[j...].
    let width = b.count + 1
    var lengths = [Int32](repeating: 0, count: (a.count + 1) * width)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        lengths[i * width + j] =
          a[i] == b[j]
          ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i] == b[j] {
        pieces.append(.same, a[i...i])
        i += 1
        j += 1
      } else if i < a.count, j == b.count || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        pieces.append(.removed, a[i...i])
        i += 1
      } else {
        pieces.append(.added, b[j...j])
        j += 1
      }
    }
  }

  private struct PieceList {
    var pieces: [Piece] = []

    mutating func append(_ kind: Piece.Kind, _ words: ArraySlice<Substring>) {
      guard !words.isEmpty else { return }
      let text = words.joined()
      if pieces.last?.kind == kind {
        pieces[pieces.count - 1].text += text
      } else {
        pieces.append(Piece(kind: kind, text: text))
      }
    }
  }
}
