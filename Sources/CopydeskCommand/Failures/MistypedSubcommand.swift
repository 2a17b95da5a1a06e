import ArgumentParser

/// Looks in a command line that could not be parsed for a word in a subcommand's place that is none.
enum MistypedSubcommand {
  static func find(in arguments: [String]) -> CommandError? {
    var configuration = RootCommand.configuration
    var command = "copydesk"
    for word in arguments {
      let subcommands = configuration.subcommands.map { $0.configuration }
      guard !subcommands.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      guard let next = subcommands.first(where: { $0.commandName == word }) else {
        return .unknownName(
          kind: "subcommand", name: word, known: subcommands.compactMap(\.commandName), command: command + " --help")
      }
      configuration = next
      command += " " + word
    }
    return nil
  }
}
