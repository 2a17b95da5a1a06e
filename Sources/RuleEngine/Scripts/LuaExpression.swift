public import Copydesk

/// A question about a document, in Lua: `article.wordCount >= 50`, `document.url ~= nil`, `metadata.section == "news"`,
/// `quality.value < 0.8`.
///
/// It sees `document`, `article` and `quality` (nil before `extract`) and `metadata`, and may only look. Compile it once for each worker: an
/// instance has a machine of its own and is not shared.
public final class LuaExpression {
  /// As written.
  public let source: String
  /// Where it stands, for messages: `chain.yaml:12`.
  public let name: String
  private let host: RuleHost
  private let vm: RuleVM
  private let chunk: RuleVM.Chunk

  /// The bounds of an expression: it is asked once per document and has little to do.
  private static var limits: VMLimits {
    var limits = VMLimits()
    limits.memory = 8 << 20
    limits.documentInstructions = 1_000_000
    return limits
  }

  /// - Throws: ``ScriptSyntaxError`` when it is not a Lua expression.
  public init(_ source: String, name: String) throws {
    self.source = source
    self.name = name
    guard source.contains(where: { !$0.isWhitespace }) else {
      throw ScriptSyntaxError(place: name, line: nil, message: "the expression is empty")
    }
    host = RuleHost()
    vm = try RuleVM(limits: Self.limits, hosts: host.table)
    do {
      chunk = try vm.compileExpression(source, name: name)
    } catch {
      throw ScriptSyntaxError(place: name, line: nil, message: error.message)
    }
  }

  /// Tries the expression on a document with an empty article, to find names that no document has.
  ///
  /// That is all that is looked for: what fails for want of content, or comes to no answer, may still do for a real document.
  /// - Throws: ``ScriptSyntaxError`` when it asks for a member that there is not.
  public func checkNames() throws {
    vm.missedMember = nil
    do {
      var record = ArticleRecord()
      record.quality = Quality(value: 0)
      _ = try evaluate(Document(id: "check", record: record))
    } catch {
      if let message = vm.missedMember { throw ScriptSyntaxError(place: name, line: nil, message: message) }
    }
  }

  /// Whether it holds for a document; `nil` counts as false.
  /// - Throws: ``RuleError`` when it fails, or comes to something that is neither true, false nor nil.
  public func evaluate(_ document: Document) throws -> Bool {
    host.state.document = document
    host.state.url = document.origin.url
    host.state.article = document.record.map { RecordReading(record: $0) }
    defer {
      host.state.reset()
      vm.endDocument()
    }
    do {
      let globals: [(String, LuaValue)] = [
        ("document", ScriptHandle.document.value()),
        ("article", document.record == nil ? .nil : ScriptHandle.article.value()),
        ("quality", RuleHost.quality(of: document)), ("metadata", RuleHost.metadata(of: document)),
      ]
      switch try vm.run(chunk, globals: globals) {
      case .bool(let answer): return answer
      case .nil: return false
      case let value:
        throw RuleError(RuleFailure(.notBoolean(found: RuleValue(value).kind), line: nil), rule: name, document: document.id)
      }
    } catch let error as VMError {
      throw RuleError(RuleFailure(error), rule: name, document: document.id)
    }
  }
}

/// A script that cannot be used: it is not Lua, or not what the host expects of it.
public struct ScriptSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, or the place in a chain file.
  public var place: String
  public var line: Int?
  public var message: String

  public var description: String { place + (line.map { ":\($0)" } ?? "") + ": error: " + message }
}
