import Copydesk

/// A plugin's reference as text for a terminal, made from its spec.
struct PluginDescription {
  var spec: PluginSpec
  var style: Style
  var width: Int

  var text: String {
    var text = style(.bold, text: "\(spec.name) (\(spec.kind.rawValue))") + "\n"
    text += paragraphs(spec.summary, indent: 2)
    if !spec.details.isEmpty { text += "\n" + paragraphs(spec.details, indent: 2) }
    if !spec.options.isEmpty { text += "\n" + style(.bold, text: "Options") + "\n" + options(spec.options, indent: 2) }
    text += "\n" + style(.bold, text: "Options of every step") + "\n" + options(PluginSpec.stepOptions, indent: 2)
    if !spec.examples.isEmpty { text += "\n" + style(.bold, text: spec.examples.count == 1 ? "Example" : "Examples") + "\n" }
    for example in spec.examples {
      text += "  # \(example.title)\n  \(spec.kind.plural):\n    - \(spec.name): \(example.options.flowYAML)\n"
    }
    return text
  }

  private func options(_ options: [OptionSpec], indent: Int) -> String {
    var text = ""
    let margin = String(repeating: " ", count: indent)
    for option in options {
      var facts = option.type.words
      if option.isRequired { facts += ", required" }
      if let value = option.defaultValue { facts += ", default \(value.flowYAML)" }
      text += margin + style(.cyan, text: option.name) + "  " + style(.dim, text: facts) + "\n"
      text += paragraphs(option.about, indent: indent + 4)
      if let deprecated = option.deprecated { text += paragraphs("Deprecated: \(deprecated)", indent: indent + 4) }
      if option.isSecret { text += paragraphs("Never shown in logs or messages.", indent: indent + 4) }
      if let members = option.type.members { text += self.options(members, indent: indent + 4) }
    }
    return text
  }

  private func paragraphs(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return folded(text, width: max(40, min(width, 100) - indent)).map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
  }
}

extension OptionType {
  /// The type in words.
  var words: String {
    switch self {
    case .string: "text"
    case .integer(let minimum, let maximum):
      "whole number" + Self.range(minimum.map(String.init), maximum.map(String.init))
    case .number(let minimum, let maximum):
      "number" + Self.range(minimum.map { "\($0)" }, maximum.map { "\($0)" })
    case .boolean: "true or false"
    case .duration: "duration such as 30s"
    case .byteSize: "size such as 64 KiB"
    case .path: "path"
    case .globs: "path pattern, or a list of them"
    case .choice(let choices): "one of " + choices.joined(separator: ", ")
    case .expression: "Lua expression"
    case .list(let element): "list of: \(element.words)"
    case .map(let value): "names, each with: \(value.words)"
    case .step(let kind): "a \(kind.rawValue) of its own"
    case .record: "options of its own"
    }
  }

  /// The options of a record, also within a list or map.
  var members: [OptionSpec]? {
    switch self {
    case .record(let members): members
    case .list(let element), .map(let element): element.members
    default: nil
    }
  }

  private static func range(_ minimum: String?, _ maximum: String?) -> String {
    switch (minimum, maximum) {
    case (let minimum?, let maximum?): " from \(minimum) to \(maximum)"
    case (let minimum?, nil): " from \(minimum)"
    case (nil, let maximum?): " up to \(maximum)"
    case (nil, nil): ""
    }
  }
}

extension JSONValue {
  /// The value on one line of YAML.
  var flowYAML: String {
    switch self {
    case .object(let object):
      object.members.isEmpty
        ? "{}" : "{ " + object.members.map { "\($0.key): \($0.value.flowYAML)" }.joined(separator: ", ") + " }"
    case .array(let elements): "[" + elements.map(\.flowYAML).joined(separator: ", ") + "]"
    case .string(let text): text.isPlainYAML ? text : description
    default: description
    }
  }
}

extension String {
  /// Whether YAML's flow style reads the text as it stands as text.
  fileprivate var isPlainYAML: Bool {
    guard let first = unicodeScalars.first, first.properties.isAlphabetic || first == "/" else { return false }
    guard !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(lowercased()) else { return false }
    return unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-".unicodeScalars.contains($0)
    }
  }
}
