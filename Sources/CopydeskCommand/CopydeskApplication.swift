import ArgumentParser
public import Copydesk
import RuleEngine
import StandardPlugins

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The `copydesk` command as a library.
///
/// A program with plugins of its own is a package with a target of four lines:
///
/// ```swift
/// import CopydeskCommand
///
/// let copydesk = CopydeskApplication { plugins in plugins.register(Shout.self) }
/// await copydesk.main()
/// ```
///
/// The standard plugins are always there; one of the same kind and name replaces them.
public struct CopydeskApplication: Sendable {
  private let plugins: PluginRegistry

  /// - Parameter register: Adds plugins to the standard ones.
  public init(_ register: (inout PluginRegistry) -> Void = { _ in }) {
    var plugins = PluginRegistry()
    StandardPlugins.register(in: &plugins)
    register(&plugins)
    self.plugins = plugins
  }

  /// Carries out the command line and ends the process: exit code 0 means fine, 1 that something failed, 2 that the command
  /// could not run. A reader of standard output that goes away ends it quietly, with 0.
  public func main() async -> Never {
    ignoreBrokenPipes()
    keepFreedMemory()
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Carries out a command line, without the program's name, and returns the exit code.
  public func run(_ arguments: [String]) async -> Int32 {
    let context = CommandContext(
      environment: processEnvironment(), plugins: plugins, conditions: StandardPlugins.conditions,
      executablePath: executablePath())
    return await CommandContext.$current.withValue(context) {
      do {
        var command = try parse(arguments)
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
        return 0
      } catch {
        return report(error, in: context)
      }
    }
  }

  private func parse(_ arguments: [String]) throws -> any ParsableCommand {
    do {
      return try RootCommand.parseAsRoot(arguments)
    } catch {
      if !RootCommand.exitCode(for: error).isSuccess, let mistyped = MistypedSubcommand.find(in: arguments) { throw mistyped }
      throw error
    }
  }

  private func report(_ error: any Error, in context: CommandContext) -> Int32 {
    do {
      switch error {
      case is ClosedPipe: return 0
      case is Failed: return 1
      case is NotStarted: return 2
      case let error as RuleErrors:
        try context.say(error.description)
        return 2
      case let error as CommandError:
        try context.say("error: \(error)")
        return error.exitCode
      default:
        let message = RootCommand.fullMessage(for: error)
        if RootCommand.exitCode(for: error).isSuccess {
          try context.output.write(message + "\n")
          return 0
        }
        if !message.isEmpty { try context.say(message) }
        return 2
      }
    } catch {
      return error is ClosedPipe ? 0 : 2
    }
  }
}

/// Ends the process where it stands.
func endProcess(_ code: Int32) -> Never { exit(code) }

/// The environment of this process.
func processEnvironment() -> [String: String] {
  var result: [String: String] = [:]
  var next = environ
  while let entry = next.pointee {
    let text = String(cString: entry)
    if let equals = text.firstIndex(of: "=") {
      result[String(text[..<equals])] = String(text[text.index(after: equals)...])
    }
    next += 1
  }
  return result
}
