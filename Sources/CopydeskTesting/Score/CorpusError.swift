/// Why a labelled corpus cannot be scored.
public enum CorpusError: Error, Sendable, CustomStringConvertible {
  case unreadable(String)
  case damaged(String)
  case tooLarge(String)
  /// A line of the ground truth that is not what it should be.
  case badRecord(path: String, line: Int, why: String)
  case noPages(String)
  /// A file to compare with that has no figures in it.
  case noFigures(String)
  /// A file to compare with that has none of the pages.
  case nothingInCommon(String)

  public var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read"
    case .damaged(let path): "\(path): the compressed data is damaged"
    case .tooLarge(let path): "\(path): larger than the limit when unpacked"
    case .badRecord(let path, let line, let why): "\(path):\(line): \(why)"
    case .noPages(let path):
      "\(path): no pages; a corpus is a folder with ground-truth.jsonl and html/<id>.html[.gz], or with ground truth and dumps.jsonl[.gz]"
    case .noFigures(let path): "\(path): there are no figures in it; `copydesk score --save` writes them"
    case .nothingInCommon(let path): "\(path): none of the pages of this run is in it; was it saved from another corpus?"
    }
  }
}
