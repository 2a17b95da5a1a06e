/// Which of a document's blocks are written out.
public enum BlockSelection: String, Sendable, CaseIterable {
  case all
  /// Those that do not simply stand in the body: moved, edited, removed.
  case removed
  case none

  public func includes(_ block: Block) -> Bool { includes(block.fate) }

  func includes(_ fate: Fate) -> Bool {
    switch self {
    case .all: true
    case .removed: fate != .kept
    case .none: false
    }
  }
}
