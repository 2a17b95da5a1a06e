import Extraction

/// Reads the rules of all layers and holds them against each other.
struct RuleBookReading {
  private(set) var rules: [Rule] = []
  private(set) var shadowed: [RuleBook.Shadow] = []
  private(set) var diagnostics: [RuleDiagnostic] = []
  private(set) var modules: [RuleModule] = []

  init(layers: [RuleLayer]) {
    var sources: [RuleSource] = []
    var firstPaths: [String: String] = [:]
    for layer in layers {
      diagnostics += layer.diagnostics
      for source in layer.sources {
        if let first = firstPaths[source.domain] {
          shadowed.append(RuleBook.Shadow(domain: source.domain, path: source.path, by: first))
        } else {
          firstPaths[source.domain] = source.path
          sources.append(source)
        }
      }
      for module in layer.modules where !modules.contains(where: { $0.name == module.name }) { modules.append(module) }
    }
    read(sources.sorted { $0.domain < $1.domain })
  }

  private mutating func read(_ sources: [RuleSource]) {
    guard !sources.isEmpty else { return }
    var readings: [RuleReading] = []
    do {
      let reader = try RuleReader(modules: modules)
      readings = sources.map { reader.read($0) }
    } catch {
      diagnostics.append(RuleDiagnostic(.lua(message: "\(error)"), file: sources[0].path))
    }
    compareHosts(&readings)
    compareFingerprints(&readings)
    for reading in readings {
      diagnostics += reading.report.diagnostics
      if let rule = reading.rule { rules.append(rule) }
    }
  }

  /// A host belongs to one rule; both get the message, as either may be the wrong one.
  private func compareHosts(_ readings: inout [RuleReading]) {
    var owners: [HostName: (reading: Int, host: Int)] = [:]
    for index in readings.indices {
      for (position, host) in readings[index].hosts.enumerated() {
        guard let first = owners[host.name], first.reading != index else {
          owners[host.name] = (index, position)
          continue
        }
        let firstHost = readings[first.reading].hosts[first.host]
        let firstPath = readings[first.reading].path
        readings[index].report.value(.overlappingHost(host.name.text, other: firstPath), host.cursor)
        readings[first.reading].report.value(.overlappingHost(host.name.text, other: readings[index].path), firstHost.cursor)
      }
    }
  }

  private func compareFingerprints(_ readings: inout [RuleReading]) {
    var owners: [[UInt8]: Int] = [:]
    for index in readings.indices {
      for fingerprint in readings[index].fingerprints {
        guard let first = owners[fingerprint.fingerprint.folded], first != index else {
          owners[fingerprint.fingerprint.folded] = index
          continue
        }
        readings[index].report.value(
          .sharedFingerprint(text: fingerprint.fingerprint.text, other: readings[first].path), fingerprint.cursor)
      }
    }
  }
}

/// What came of reading one rule file: the rule, if it can be used, and what is wrong with it.
struct RuleReading {
  var path: String
  var report: RuleReport
  var rule: Rule?
  var hosts: [(name: HostName, cursor: RuleCursor)] = []
  var fingerprints: [(fingerprint: Fingerprint, cursor: RuleCursor)] = []
}
