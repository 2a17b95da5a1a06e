public import Copydesk

/// The plugins that come with Copydesk.
public enum StandardPlugins {
  /// Registers all of them. A new plugin adds its line here.
  public static func register(in registry: inout PluginRegistry) {
    registry.register(FilesSource.self)
    registry.register(JSONLinesSource.self)
    registry.register(ExtractTransform.self)
    registry.register(FilterTransform.self)
    registry.register(LuaScriptTransform.self)
    registry.register(JSONLinesSink.self)
    registry.register(MarkdownSink.self)
    registry.register(StdoutSink.self)
  }
}
