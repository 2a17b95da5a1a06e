import Copydesk

/// What a command finds around it: the environment, the folder it runs in, the streams.
///
/// Set once by ``CopydeskApplication`` for the time a command runs; commands are made by the argument parser and could not be
/// handed it in any other way.
struct CommandContext: Sendable {
  var environment: [String: String]
  /// What chains can use.
  var plugins = PluginRegistry()
  /// Compiles the Lua expressions of chains.
  var conditions: ConditionCompiler?
  var output = Output.standard
  var messages = Output.messages
  /// Where the program itself is, to find what is installed beside it.
  var executablePath: String?

  @TaskLocal static var current = CommandContext(environment: [:])

  func say(_ message: String) throws {
    try messages.write(message + "\n")
  }
}
