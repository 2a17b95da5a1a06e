/// One block as the block model sees it: a row of what the script in `Training/` learns from.
public struct BlockExample: Sendable, Hashable {
  /// The block's position among the page's blocks, from 0.
  public var block: Int
  /// The block's text as it would stand in the body, without the spans that are cut from it.
  public var text: String
  /// Whether the heuristics let it stand in the body as text, and whether the model may overrule them.
  public var isKept: Bool
  public var isFixed: Bool
  /// In the order of ``featureNames``.
  public var features: [Float]

  public static var featureNames: [String] { BlockFeature.allCases.map(\.name) }
}
