#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension RuleLayer {
  /// Reads a rules directory: `<domain>/rule.lua` for each publisher, `_lib/*.lua` for what they share. Folders whose names begin with
  /// an underscore or a full stop are no publishers.
  ///
  /// Never throws: a file that cannot be read, or that a symbolic link takes out of the directory, becomes a diagnostic.
  public init(directory path: String) {
    self.init(path: path)
    let files = FileManager.default
    guard let names = try? files.contentsOfDirectory(atPath: path) else {
      diagnostics.append(RuleDiagnostic(.unreadable(reason: "no such directory"), file: path))
      return
    }
    let root = Self.resolved(path)
    let label = Self.lastComponent(root)
    for name in names.sorted() where !name.hasPrefix("_") && !name.hasPrefix(".") {
      let file = Self.joined(path, name, "rule.lua")
      guard files.fileExists(atPath: file) || Self.isLink(file) else { continue }
      if let text = read(file, within: root) {
        sources.append(RuleSource(domain: name, file: "\(label)/\(name)/rule.lua", path: file, text: text))
      }
    }
    readModules(root: root)
  }

  /// Reads a single rule file, for `rule lint`; its folder's name is the domain.
  public init(file path: String) {
    let folder = Self.directory(of: path)
    self.init(path: Self.directory(of: folder))
    let root = Self.resolved(folder)
    let domain = Self.lastComponent(root)
    let layer = Self.lastComponent(Self.directory(of: root))
    if let text = read(path, within: root) {
      sources = [
        RuleSource(domain: domain, file: "\(layer.isEmpty ? "rules" : layer)/\(domain)/rule.lua", path: path, text: text)
      ]
    }
    readModules(root: Self.directory(of: root))
  }

  private mutating func readModules(root: String) {
    let library = Self.joined(path, "_lib")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: library) else { return }
    for name in names.sorted() where name.hasSuffix(".lua") && !name.hasPrefix(".") {
      let file = Self.joined(library, name)
      if let text = read(file, within: root) {
        modules.append(RuleModule(name: String(name.dropLast(4)), path: file, text: text))
      }
    }
  }

  /// The content of a plain file that really lies within `root`.
  private mutating func read(_ file: String, within root: String) -> [UInt8]? {
    func refuse(_ problem: RuleProblem) -> [UInt8]? {
      diagnostics.append(RuleDiagnostic(problem, file: file))
      return nil
    }
    let real = Self.resolved(file)
    guard real.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { return refuse(.outsideDirectory) }
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: real) else {
      return refuse(.unreadable(reason: "no such file"))
    }
    // Reading a pipe or a device might never end.
    guard attributes[.type] as? FileAttributeType == .typeRegular else { return refuse(.unreadable(reason: "not a plain file")) }
    if let size = attributes[.size] as? UInt64, size > UInt64(RuleSource.maximumSize) {
      return refuse(.tooLarge(bytes: Int(clamping: size), limit: RuleSource.maximumSize))
    }
    guard let content = FileManager.default.contents(atPath: real) else {
      return refuse(.unreadable(reason: "permission denied"))
    }
    guard content.count <= RuleSource.maximumSize else {
      return refuse(.tooLarge(bytes: content.count, limit: RuleSource.maximumSize))
    }
    return Array(content)
  }

  // MARK: - Paths

  private static func joined(_ parts: String...) -> String {
    parts.reduce("") { $0.isEmpty ? $1 : ($0.hasSuffix("/") ? $0 + $1 : $0 + "/" + $1) }
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  private static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  private static func directory(of path: String) -> String {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }
}
