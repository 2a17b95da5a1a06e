public import Copydesk
import RuleEngine

/// Changes or drops documents by a script in Lua.
public final class LuaScriptTransform: TransformPlugin {
  public static let spec = PluginSpec(
    "lua", .transform, summary: "Changes or drops documents by a script in Lua.",
    details: """
      The script returns `transform { name = …, process = function(document, options) … end }`. It runs in the rules' sandbox: \
      no files, no network, bounded time and memory. Where it fails, the document goes to the dead letter as it was.
      """,
    options: [
      OptionSpec("path", .path(.configuration), about: "The script's file. Either this or `code`."),
      OptionSpec("code", .string, about: "The script itself."),
      OptionSpec(
        "options", .json, default: [:], about: "What the script gets as its options; checked against those it declares."),
    ],
    examples: [
      PluginSpec.Example("A script in a file", ["path": "plugins/short_headlines.lua", "options": ["limit": 80]]),
      PluginSpec.Example(
        "A script in the chain",
        ["code": .string("return transform { name = \"tag\", process = function(d) d:set_metadata(\"tagged\", true) end }")]),
    ])

  private let transform: LuaTransform

  init(transform: LuaTransform) {
    self.transform = transform
  }

  /// The largest script that is read.
  private static let sizeLimit = 1 << 20

  public static func prepare(options: Options, context: PluginContext) throws -> TransformFactory {
    let source: [UInt8]
    let name: String
    switch (try options.optionalPath("path"), try options.optionalString("code")) {
    case (let path?, nil):
      do {
        source = try InputDescriptor(path: path.resolved).readAll(limit: sizeLimit)
      } catch {
        throw OptionError("path", .refused("\(error)"))
      }
      name = path.written
    case (nil, let code?):
      source = Array(code.utf8)
      name = "\(options.path.appending("code"))"
    default: throw OptionError("path", .refused("expected either 'path' or 'code'"))
    }
    guard case .object(let own) = try options.json("options") else {
      throw OptionError("options", .refused("expected a mapping (`key: value`)"))
    }
    let make: @Sendable () throws -> LuaTransform = { try LuaTransform(source: source, path: name, options: own) }
    do {
      // Once here, so that what is wrong with the script shows before anything runs.
      _ = try make()
    } catch {
      throw OptionError(options.has("path") ? "path" : "code", .refused("\(error)"))
    }
    return { LuaScriptTransform(transform: try make()) }
  }

  public func process(_ document: Document) async throws -> [Document] {
    switch try transform.process(document) {
    case .kept(let changed): [changed]
    case .dropped: []
    }
  }
}
