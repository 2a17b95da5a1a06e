/// One option of a plugin: its name, type, default and words.
public struct OptionSpec: Sendable, Hashable {
  public var name: String
  public var type: OptionType
  public var isRequired: Bool
  /// Taken where the option is not given; `nil` leaves it absent.
  public var defaultValue: JSONValue?
  /// One or two sentences in Markdown: meaning, unit, what happens at the edges.
  public var about: String
  /// What to use instead; the option still works and draws a warning.
  public var deprecated: String?
  /// Whether the value is never shown, in logs or messages.
  public var isSecret: Bool

  public init(
    _ name: String, _ type: OptionType, required: Bool = false, default defaultValue: JSONValue? = nil, about: String,
    deprecated: String? = nil, secret: Bool = false
  ) {
    self.name = name
    self.type = type
    self.isRequired = required
    self.defaultValue = defaultValue
    self.about = about
    self.deprecated = deprecated
    self.isSecret = secret
  }
}

/// What an option's value may be.
public indirect enum OptionType: Sendable, Hashable {
  case string
  case integer(minimum: Int? = nil, maximum: Int? = nil)
  case number(minimum: Double? = nil, maximum: Double? = nil)
  case boolean
  /// A number with a unit: `250ms`, `30s`, `5m`, `2h`, `1d`.
  case duration
  /// Bytes, or a number with a unit: `512`, `64 KiB`, `50 MB`.
  case byteSize
  /// A file or folder; relative to the chain file's folder.
  case path(PathUse)
  /// One glob or a list of them: `input/*.txt`, `input/**/*.html`.
  case globs
  case choice([String])
  /// A Lua expression over the document.
  case expression
  case list(OptionType)
  case map(OptionType)
  /// A step of its own, such as the sink of a dead letter.
  case step(PluginKind)
  /// Anything at all; a plugin checks it itself.
  case json
  /// Options of their own.
  case record([OptionSpec])

  /// What a path is for; it decides whether `check` looks at the disk.
  public enum PathUse: String, Sendable, Hashable {
    /// Read while the chain runs: not looked at before.
    case input
    /// A file that is written while the chain runs. No two outputs of a chain may be one file.
    case output
    /// A folder in which files are written while the chain runs.
    case outputFolder
    /// A file or folder that belongs to the configuration, such as a script: it has to be there.
    case configuration
  }

  public static var integer: OptionType { .integer() }
  public static var number: OptionType { .number() }
}
