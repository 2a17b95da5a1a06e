extension PluginSpec {
  /// The plugin as `copydesk plugin show` explains it in plain text.
  public var manual: String {
    var text = "\(name) (\(kind.rawValue))\n\n\(summary)\n"
    if !details.isEmpty { text += "\n\(details)\n" }
    if !options.isEmpty {
      text += "\nOptions:\n"
      for option in options { text += option.manual(indent: "  ") }
    }
    for example in examples {
      text += "\nExample: \(example.title)\n\n"
      text += YAMLText.step(plugin: name, options: example.options).split(separator: "\n").map { "  \($0)\n" }.joined()
    }
    return text
  }

  /// The plugin as a section of the reference page, in Markdown.
  public var reference: String {
    var text = "## \(name) (\(kind.rawValue))\n\n\(summary)\n"
    if !details.isEmpty { text += "\n\(details)\n" }
    if !options.isEmpty {
      text += "\n| option | type | default | meaning |\n|---|---|---|---|\n"
      for option in options { text += option.row(prefix: "") }
    }
    for example in examples {
      text += "\n\(example.title):\n\n```yaml\n\(YAMLText.step(plugin: name, options: example.options))```\n"
    }
    return text
  }
}

extension PluginRegistry {
  /// The reference page of all plugins, in Markdown.
  public var reference: String {
    var text = "# Plugins\n\nEvery step may have these keys beside its plugin:\n\n"
    for option in PluginSpec.stepOptions { text += "- `\(option.name)`: \(option.about)\n" }
    for spec in specs { text += "\n" + spec.reference }
    return text
  }
}

extension OptionSpec {
  /// The default, or what stands in its place.
  private var defaultText: String {
    if isRequired { return "required" }
    guard let defaultValue, defaultValue != .null else { return "none" }
    return YAMLText.inline(defaultValue)
  }

  fileprivate func manual(indent: String) -> String {
    let mark = isRequired ? "required" : "default: \(defaultText)"
    var text = "\(indent)\(name): \(type.phrase) (\(mark))\n"
    text += "\(indent)    \(about)\n"
    if let deprecated { text += "\(indent)    Deprecated: \(deprecated)\n" }
    if case .record(let options) = type { for option in options { text += option.manual(indent: indent + "    ") } }
    return text
  }

  fileprivate func row(prefix: String) -> String {
    func cell(_ text: String) -> String { text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
    let fallback = isRequired ? "**required**" : defaultText == "none" ? "" : "`\(defaultText)`"
    let warning = deprecated.map { " Deprecated: \($0)" } ?? ""
    var text = "| `\(prefix)\(name)` | \(cell(type.phrase)) | \(cell(fallback)) | \(cell(about + warning)) |\n"
    if case .record(let options) = type { for option in options { text += option.row(prefix: "\(prefix)\(name).") } }
    return text
  }
}
