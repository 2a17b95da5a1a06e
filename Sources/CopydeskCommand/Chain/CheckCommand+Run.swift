import ChainConfig

extension CheckCommand {
  func run() async throws {
    let context = CommandContext.current
    let preparation = ChainPreparation(rules: try RuleLocations(options: rules, context: context), context: context)
    let style = Style(
      isColored: appearance.color.resolved(
        for: .init(of: context.output, environment: context.environment), environment: context.environment))
    var errors = 0
    var text = ""
    for path in chains {
      do {
        let result = try preparation.prepare(path)
        errors += result.errorCount
        for message in result.messages { text += style.severity(in: message.printable) + "\n" }
        if result.messages.isEmpty { text += "\(path.printable): fine\n" }
      } catch let error as ChainFileError {
        // What the other chains have to say is said first: one missing file hides nothing.
        try context.output.write(text)
        throw CommandError.invalidConfiguration(String(describing: error))
      }
    }
    try context.output.write(text)
    if errors > 0 {
      try context.say("\(errors) \(errors == 1 ? "error" : "errors")")
      throw Failed()
    }
  }
}

extension Style {
  /// A diagnostic's text with the word for its severity in colour.
  func severity(in message: String) -> String {
    guard isColored else { return message }
    for (word, tone) in [("error:", Tone.red), ("warning:", .yellow), ("note:", .cyan)] where message.contains(" \(word)") {
      return message.replacing(word, with: self(.bold, tone, text: word), maxReplacements: 1)
    }
    return message
  }
}
