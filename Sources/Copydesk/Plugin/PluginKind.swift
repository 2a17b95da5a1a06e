/// What a plugin is in a chain.
public enum PluginKind: String, Sendable, CaseIterable, Hashable {
  case source, transform, sink

  /// The key of its list in a chain file: `sources`, …
  public var plural: String { rawValue + "s" }
}
