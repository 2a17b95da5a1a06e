/// Something in a labelled corpus that is not scored, and why.
public struct CorpusWarning: Sendable, CustomStringConvertible {
  public var path: String
  public var line: Int
  public var problem: Problem

  public enum Problem: Sendable {
    case unusableDate(key: String, String)
    case unknownKey(String, known: String)
    case noPage(id: String)
    case noTruth(id: String)
    /// Ground truth beside the corpus's own that cannot be read.
    case brokenSibling(why: String)

    /// What the problem is, whatever it is in.
    fileprivate var sort: Int {
      switch self {
      case .unusableDate: 0
      case .unknownKey: 1
      case .noPage: 2
      case .noTruth: 3
      case .brokenSibling: 4
      }
    }
  }

  public var description: String {
    let what =
      switch problem {
      case .unusableDate(let key, let label): "'\(key)': '\(label)' is no day in ISO 8601, such as 2025-03-14; not scored"
      case .unknownKey(let key, let known): "unknown key '\(key)', did you mean '\(known)'? Not scored"
      case .noPage(let id): "there is no html/\(id).html or html/\(id).html.gz; not scored"
      case .noTruth(let id): "no ground truth has '\(id)'; not scored"
      case .brokenSibling(let why): "\(why); the rest of the file is passed over"
      }
    return "\(path):\(line): \(what)"
  }

  /// The warnings as lines, of each sort no more than `limit` and the number of the others.
  public static func lines(_ warnings: [CorpusWarning], limit: Int = 5) -> [String] {
    Dictionary(grouping: warnings, by: \.problem.sort).sorted { $0.key < $1.key }.flatMap { _, some in
      some.prefix(limit).map(\.description) + (some.count > limit ? ["… and \(some.count - limit) more like the last"] : [])
    }
  }
}
