import Copydesk
import Extraction
public import Pages

/// All rules of a program, read once and shared by its workers.
///
/// Rules come in layers, such as a user's, a project's and the built-in ones; of two rules for one domain the one in the earlier layer
/// counts and the other is listed in ``shadowed``.
///
/// ```swift
/// let book = try RuleBook(layers: [RuleLayer(directory: "rules")])
/// let routing = book.route(page, url: "https://www.example.test/a")
/// ```
public struct RuleBook: Sendable {
  /// By domain.
  public let rules: [Rule]
  /// Rules that another layer's rule for the same domain hides.
  public let shadowed: [Shadow]
  /// What deserves a second look; errors are thrown instead.
  public let warnings: [RuleDiagnostic]
  /// Shared Lua, the first layer's of each name.
  let modules: [RuleModule]

  private let hosts: [String: Int]
  private let fingerprints: FingerprintIndex

  public struct Shadow: Sendable, Hashable {
    public var domain: String
    /// The rule that does not count.
    public var path: String
    /// The one that does.
    public var by: String
  }

  /// A book without rules: every document is left to the generic extractor.
  public static let empty = RuleBook(checked: [], shadowed: [], warnings: [], modules: [])

  /// Reads all rules of some layers, the first layer's first.
  /// - Throws: ``RuleErrors`` with everything that is wrong with any of them.
  public init(layers: [RuleLayer]) throws(RuleErrors) {
    let reading = RuleBookReading(layers: layers)
    let diagnostics = reading.diagnostics.sorted()
    guard !diagnostics.contains(where: { $0.severity == .error }) else { throw RuleErrors(diagnostics) }
    self.init(checked: reading.rules, shadowed: reading.shadowed, warnings: diagnostics, modules: reading.modules)
  }

  /// Reads the rules directories at some paths, the first path's first.
  public init(directories: [String]) throws(RuleErrors) {
    try self.init(layers: directories.map { RuleLayer(directory: $0) })
  }

  private init(checked rules: [Rule], shadowed: [Shadow], warnings: [RuleDiagnostic], modules: [RuleModule]) {
    self.rules = rules
    self.shadowed = shadowed
    self.warnings = warnings
    self.modules = modules
    var hosts: [String: Int] = [:]
    for (index, rule) in rules.enumerated() {
      for host in rule.hosts { hosts[host] = index }
    }
    self.hosts = hosts
    fingerprints = FingerprintIndex(rules.map(\.fingerprints))
  }

  public func rule(for domain: String) -> Rule? {
    rules.first { $0.domain == domain }
  }

  // MARK: - Routing

  /// Finds the rule for a page: by the host of its address, then by the domains above that host; for a page that came without an
  /// address by the one it states itself, and for a text without any by words in it.
  public func route(_ page: Page, url: String?) -> Routing {
    if let url { return route(host: HostName(url: url), raw: url, how: "") }
    if let stated = StatedAddress.of(page) {
      return route(host: HostName(url: stated.url), raw: stated.url, how: stated.from + " ")
    }
    return recognize(page)
  }

  private func route(host: HostName?, raw: String, how: String) -> Routing {
    guard let host else { return .none }
    for (level, name) in host.selfAndParents.enumerated() {
      guard let index = hosts[String(name)] else { continue }
      let rule = rules[index]
      let evidence = RoutingEvidence(
        domain: rule.domain, how: how + (level == 0 ? "host" : "parent domain"), raw: raw, line: rule.plan.from)
      return Routing(rule: rule, evidence: evidence)
    }
    return .none
  }

  private func recognize(_ page: Page) -> Routing {
    let hits = fingerprints.hits(in: page)
    guard let hit = hits.first else { return .none }
    guard hits.count == 1 else {
      let names = hits.map { rules[$0.rule].domain }.joined(separator: ", ")
      let finding = Finding(
        code: "ambiguous-publisher",
        message: "the words of several publishers' rules stand in the text (\(names)); none of them was applied")
      return Routing(findings: [finding])
    }
    let rule = rules[hit.rule]
    let block = page.blocks[hit.block]
    let place = block.lines.isEmpty ? "block \(hit.block + 1)" : "line \(block.lines.lowerBound)"
    let evidence = RoutingEvidence(
      domain: rule.domain, how: "text: '\(rule.fingerprints[hit.fingerprint].text)' at \(place)",
      raw: String(decoding: page.text[block.text], as: UTF8.self), line: rule.fingerprints[hit.fingerprint].from)
    return Routing(rule: rule, evidence: evidence)
  }
}
