/// How much a page may be.
public struct PageLimits: Sendable, Hashable {
  /// Larger inputs are refused.
  public var bytes: Int
  /// Elements nested deeper become siblings at this depth, with a note. 512 is what browsers built on Blink keep.
  public var depth: Int
  /// A page of more paragraphs is refused.
  public var blocks: Int

  public static let `default` = PageLimits()

  public init(bytes: Int = 64 << 20, depth: Int = 512, blocks: Int = 2_000_000) {
    // The HTML parser reads no more.
    self.bytes = min(max(bytes, 0), 1 << 27)
    self.blocks = max(blocks, 1)
    self.depth = min(max(depth, 8), 4096)
  }
}
