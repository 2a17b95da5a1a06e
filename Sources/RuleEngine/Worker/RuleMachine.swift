import Copydesk
import Extraction
import Pages

/// The machine of one worker: runs the `edit` functions of rules, each chunk loaded when it is first needed.
final class RuleMachine {
  private let host: RuleHost
  private let vm: RuleVM
  private var loaded: [String: (chunk: RuleVM.Chunk, function: LuaFunction)] = [:]
  /// Files in the order in which they were loaded.
  private var order: [String] = []

  /// How many chunks are held: a machine's memory is bounded, the number of rules is not.
  private static let maximumChunks = 128

  init(modules: [RuleModule]) throws(VMError) {
    host = RuleHost(modules: modules)
    vm = try RuleVM(limits: RuleHost.limits, hosts: host.table)
  }

  /// What a rule's `edit` says about a draft.
  func edits(of rule: Rule, page: Page, draft: Draft) throws -> [Edit] {
    defer {
      host.state.reset()
      vm.endDocument()
    }
    let function = try function(of: rule)
    host.state.page = page
    host.state.url = draft.origin.url
    host.state.facts = draft.metadata
    host.state.article = DraftReading(draft: draft)
    let result = try vm.call(function, [ScriptHandle.article.value(), ScriptHandle.page.value()])
    do throws(RuleFailure) {
      return try EditReading.edits(result, page: page, file: rule.file)
    } catch {
      // What the function returned has no line of its own.
      var failure = error
      if failure.line == nil { failure.line = rule.editLine }
      throw failure
    }
  }

  private func function(of rule: Rule) throws -> LuaFunction {
    if let known = loaded[rule.file] { return known.function }
    if order.count >= Self.maximumChunks, let oldest = loaded.removeValue(forKey: order.removeFirst()) { vm.unload(oldest.chunk) }
    let chunk = try vm.load(source: rule.source, name: rule.file)
    guard let function = try vm.run(chunk).tableValue?["edit"]?.functionValue else {
      vm.unload(chunk)
      throw RuleFailure(.badEdits(found: "no function"), line: rule.editLine)
    }
    loaded[rule.file] = (chunk, function)
    order.append(rule.file)
    return function
  }
}
