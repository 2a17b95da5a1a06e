import Copydesk

/// What a Lua plugin's file may say in `transform { … }`.
enum TransformLanguage {
  static let transform = TableSpec(
    name: "transform", about: "A Lua plugin: what the file returns.",
    keys: [
      KeySpec("name", .string(.text), required: true, "How chain files call it."),
      KeySpec("summary", .string(.text), "One sentence in the third person: `Drops …`."),
      KeySpec("details", .string(.text), "What else a user must know."),
      KeySpec("options", .names(.table(option)), "The options it takes, by name."),
      KeySpec(
        "process", .function(parameters: [("document", "copydesk.Document"), ("options", "table")], returns: "nil"),
        required: true,
        "Looks at one document and asks for changes."),
    ])

  static let option = TableSpec(
    name: "option", about: "One option of a Lua plugin.",
    keys: [
      KeySpec("type", .choice(types.map(\.name)), required: true, "The type of its value."),
      KeySpec("about", .string(.text), required: true, "One sentence: meaning, unit, what happens at the edges."),
      KeySpec("default", .data, "Taken where the option is not given."),
      KeySpec("required", .boolean, "Whether it has to be given."),
    ])

  static let types: [(name: String, type: OptionType)] = [
    ("string", .string), ("integer", .integer), ("number", .number), ("boolean", .boolean), ("list", .list(.string)),
  ]
}
