import RuleEngine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where rules are looked for.
///
/// Without `--rules` there are two layers: the project's rules in `./rules`, and the built-in ones. The built-in rules are the folder
/// that the environment names in `COPYDESK_RULES`; else `share/copydesk/rules` beside the program's folder, where an installation puts
/// them; else, for a program that was built in a checkout of the sources, that checkout's `rules`.
struct RuleLocations: Equatable {
  /// The environment variable that names the folder of the built-in rules.
  static let variable = "COPYDESK_RULES"

  /// Folders of rules, those that come first win.
  var directories: [String]

  /// The folders that the options ask for, or the usual ones.
  /// - Throws: ``CommandError`` where a folder that was asked for is not there.
  init(options: RuleOptions, context: CommandContext) throws {
    if options.noRules {
      directories = []
    } else if options.folders.isEmpty {
      directories = try Self.standard(context)
    } else {
      for folder in options.folders { try Self.requireDirectory(folder) }
      directories = options.folders
    }
  }

  /// The usual folders.
  /// - Throws: ``CommandError`` where the folder that the environment names is not there.
  init(context: CommandContext) throws {
    directories = try Self.standard(context)
  }

  private static func standard(_ context: CommandContext) throws -> [String] {
    if let stated = context.environment[variable], !stated.isEmpty, !isDirectory(stated) {
      throw CommandError.noRulesFolder(path: stated, variable: variable)
    }
    return standard(environment: context.environment, executable: context.executablePath, isDirectory: { isDirectory($0) })
  }

  /// The folders that are used unless others are asked for.
  static func standard(
    environment: [String: String], executable: String?, isDirectory: (String) -> Bool
  ) -> [String] {
    var directories: [String] = []
    if isDirectory("rules") { directories.append("rules") }
    if let builtIn = builtIn(environment: environment, executable: executable, isDirectory: isDirectory),
      !directories.contains(where: { isSameFolder($0, builtIn) })
    {
      directories.append(builtIn)
    }
    return directories
  }

  static func builtIn(environment: [String: String], executable: String?, isDirectory: (String) -> Bool) -> String? {
    if let stated = environment[variable], !stated.isEmpty { return stated }
    guard let executable, executable.hasPrefix("/") else { return nil }
    var folder = parentFolder(executable)
    let installed = parentFolder(folder) + "/share/copydesk/rules"
    if isDirectory(installed) { return installed }
    while folder != "/", !folder.isEmpty {
      if isDirectory(folder + "/rules/_meta") { return folder + "/rules" }
      folder = parentFolder(folder)
    }
    return nil
  }

  /// Reads all rules.
  /// - Throws: `RuleErrors` with everything that is wrong with them.
  func book() throws -> RuleBook {
    directories.isEmpty ? .empty : try RuleBook(directories: directories)
  }

  private static func requireDirectory(_ path: String) throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw CommandError.missing(path: path) }
    guard isFolder else { throw CommandError.notDirectory(path: path) }
  }
}

func isDirectory(_ path: String) -> Bool {
  var isFolder = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
}

/// The folder that an absolute path lies in.
func parentFolder(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
  return String(path[..<slash])
}

/// The folder that a path lies in, in the way the path is written: `.` for `a`, `..` for `.`.
func parentFolder(of path: String) -> String {
  if path == "." { return ".." }
  if path == ".." || path.hasSuffix("/..") { return path + "/.." }
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

func isSameFolder(_ a: String, _ b: String) -> Bool {
  URL(filePath: a).resolvingSymlinksInPath().path == URL(filePath: b).resolvingSymlinksInPath().path
}
