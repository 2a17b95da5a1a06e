import Copydesk

extension ConfigChecker {
  /// Reports outputs that are one file with another output, or with a file that the chain reads: one of them would be lost.
  ///
  /// Patterns of files are not looked through; a source that comes upon an output refuses it when the chain runs.
  mutating func files(of plan: ChainPlan) {
    var read: [FileIdentity: JSONPath] = [:]
    for step in plan.sources + plan.transforms {
      for use in uses(of: step) where !use.isWritten {
        if let file = FileIdentity(path: use.file.resolved) { read[file] = read[file] ?? use.path }
      }
    }
    var written: [FileIdentity: JSONPath] = [:]
    for step in plan.sinks + [plan.delivery.deadLetter].compactMap({ $0 }) {
      for use in uses(of: step) where use.isWritten {
        guard let file = FileIdentity(path: use.file.resolved) else { continue }
        if let other = read[file] {
          report(.fileInUse(by: other, isWritten: false), at: use.path, use.span)
        } else if let other = written[file] {
          report(.fileInUse(by: other, isWritten: true), at: use.path, use.span)
        }
        written[file] = written[file] ?? use.path
      }
    }
  }

  private struct FileUse {
    var file: ResolvedPath
    var isWritten: Bool
    var path: JSONPath
    var span: TextSpan?
  }

  /// The single files that a step's options name.
  private func uses(of step: StepPlan) -> [FileUse] {
    let options = step.options
    return (registry.spec(step.kind, step.plugin)?.options ?? []).flatMap { spec -> [FileUse] in
      guard let value = options.values[spec.name], let use = Self.use(of: spec.type), use != .outputFolder else { return [] }
      return Self.paths(value, in: options.baseDirectory).filter { !$0.isStandardStream }.map {
        FileUse(file: $0, isWritten: use == .output, path: options.path.appending(spec.name), span: options.spans[spec.name])
      }
    }
  }

  private static func use(of type: OptionType) -> OptionType.PathUse? {
    switch type {
    case .path(let use): use
    case .list(let element): self.use(of: element)
    case .globs: .input
    default: nil
    }
  }

  private static func paths(_ value: OptionValue, in folder: String) -> [ResolvedPath] {
    switch value {
    case .path(let path): [path]
    case .string(let glob): glob.contains { "*?[{\\".contains($0) } ? [] : [ResolvedPath(glob, in: folder)]
    case .list(let elements): elements.flatMap { paths($0, in: folder) }
    default: []
    }
  }
}
