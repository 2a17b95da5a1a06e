public import Copydesk

/// A transform written in Lua: a file that returns `transform { … }`.
///
/// ```lua
/// return transform {
///   name = "short-headlines",
///   summary = "Drops articles whose headline is longer than a limit.",
///   options = { limit = { type = "integer", default = 100, about = "Characters." } },
///   process = function(document, options)
///     if #document.article.headline > options.limit then document:drop("headline too long") end
///   end,
/// }
/// ```
///
/// `process` gets a handle that reads everything and asks for changes; they are carried out when it has returned, so a script that
/// fails changes nothing. One instance per worker.
public final class LuaTransform {
  /// The spec that the file states.
  public let spec: PluginSpec
  /// As the user knows the file.
  public let path: String
  private let host: RuleHost
  private let vm: RuleVM
  private let process: LuaFunction
  private let options: LuaValue

  /// Loads a script.
  /// - Parameters:
  ///   - source: The text of the file.
  ///   - path: For messages and for evidence.
  ///   - options: What the chain states; keys and types are checked against the script's own `options`, defaults are filled in.
  /// - Throws: ``RuleErrors`` with everything that is wrong with the file or the options.
  public init(source: [UInt8], path: String, options: JSONObject = JSONObject(), modules: [RuleModule] = []) throws {
    self.path = path
    host = RuleHost(modules: modules)
    let loaded = try LuaTransformFile(source, path: path, host: host)
    vm = loaded.vm
    process = loaded.process
    spec = loaded.spec
    self.options = try loaded.checked(options)
  }

  /// Reads the spec of a script without keeping a machine, for `plugin list` and for checking chains.
  public static func spec(source: [UInt8], path: String) throws -> PluginSpec {
    try LuaTransformFile(source, path: path, host: RuleHost()).spec
  }

  /// Runs the script on a document.
  /// - Returns: The document with what the script changed; `nil` where the script dropped it.
  /// - Throws: ``RuleError`` when the script fails.
  public func process(_ document: Document) throws -> Outcome {
    host.state.document = document
    host.state.url = document.origin.url
    host.state.article = document.record.map { RecordReading(record: $0) }
    defer {
      host.state.reset()
      vm.endDocument()
    }
    do {
      let result = try vm.call(process, [ScriptHandle.document.value(), options])
      guard result == .nil else {
        throw RuleError(RuleFailure(.badResult(found: RuleValue(result).kind), line: nil), rule: path, document: document.id)
      }
    } catch let error as VMError {
      let place = (error.chunk ?? path) + (error.line.map { ":\($0)" } ?? "")
      throw RuleError(RuleFailure(error), rule: place, document: document.id)
    }
    return try carryOut(on: document)
  }

  /// What became of a document.
  public enum Outcome: Sendable {
    case kept(Document)
    case dropped(reason: String)
  }

  private func carryOut(on document: Document) throws -> Outcome {
    var changed = document
    for change in host.state.changes {
      switch change {
      case .drop(let reason): return .dropped(reason: reason)
      case .finding(let finding): changed.record?.findings.append(finding)
      case .setMetadata(let name, let value): changed.metadata[name] = value == .null ? nil : value
      case .set(let field, let value, let reason, let line):
        let place = "\(path):\(line)"
        do {
          try changed.record?.set(field, to: value, by: place, reason: reason)
        } catch {
          throw RuleError(error, rule: place, document: document.id)
        }
      }
    }
    return .kept(changed)
  }
}
