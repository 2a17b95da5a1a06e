#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds the files that fit a glob, one by one, in the order of their names' bytes, each once.
///
/// Folders are read when the walk comes to them, so memory is bounded by the folders on the way, not by the number of files.
/// Symbolic links to folders are followed where the pattern names the folder, not by `**`, so that a circle ends.
struct GlobWalk {
  /// A folder on the way: its entries that are still to come.
  private struct Folder {
    var path: String
    /// Last first.
    var entries: [String]
    /// Where in the pattern the entries stand.
    var states: Set<Int>
  }

  /// Deeper folders are not looked into.
  private static let depthLimit = 256

  private let components: [Glob.Component]
  private let root: String
  private var stack: [Folder] = []
  /// Folders that could not be read.
  private(set) var failures: [FileError] = []

  /// - Parameters:
  ///   - baseDirectory: The folder that a relative pattern starts from; empty for the working directory.
  init(_ glob: Glob, in baseDirectory: String) {
    components = glob.components
    root = glob.isAbsolute ? "/" : baseDirectory
    push("", states: [0])
  }

  /// - Returns: the next path, as the pattern would have it written; `nil` at the end.
  mutating func next() -> String? {
    while var folder = stack.popLast() {
      guard let name = folder.entries.popLast() else { continue }
      stack.append(folder)
      let path = folder.path.isEmpty ? name : folder.path + "/" + name
      let (here, below) = advance(folder.states, over: name)
      guard here || !below.isEmpty else { continue }
      let kind = kind(of: path)
      if kind == .folder || kind == .linkedFolder {
        let states = kind == .folder ? below : advance(folder.states, over: name, staysInAnyFolders: false).below
        if !states.isEmpty, stack.count < Self.depthLimit { push(path, states: states) }
      } else if here {
        return path
      }
    }
    return nil
  }

  /// - Returns: whether the whole pattern fits with this name, and where it goes on below it.
  private func advance(_ states: Set<Int>, over name: String, staysInAnyFolders: Bool = true) -> (here: Bool, below: Set<Int>) {
    var here = false
    var below: Set<Int> = []
    for state in closure(states) where state < components.count {
      let fits: Bool
      switch components[state] {
      case .anyFolders:
        // Stays in `**`: the name is one of its folders. Hidden ones are not.
        if staysInAnyFolders, !name.hasPrefix(".") { below.insert(state) }
        continue
      case .name(let own): fits = own == name
      case .pattern(let pattern): fits = pattern.matches(name)
      }
      if fits {
        below.insert(state + 1)
        if closure([state + 1]).contains(components.count) { here = true }
      }
    }
    // `**` at the end takes every file below.
    if closure(states).contains(where: { $0 == components.count - 1 && components[$0] == .anyFolders }), !name.hasPrefix(".") {
      here = true
    }
    return (here, below.filter { $0 < components.count })
  }

  /// The states with those that `**` reaches by matching nothing.
  private func closure(_ states: Set<Int>) -> Set<Int> {
    var result = states
    for state in states {
      var next = state
      while next < components.count, components[next] == .anyFolders {
        next += 1
        result.insert(next)
      }
    }
    return result
  }

  private enum Kind {
    case file, folder, linkedFolder, other
  }

  private func location(_ path: String) -> String {
    if root.isEmpty { return path.isEmpty ? "." : path }
    return path.isEmpty ? root : (root.hasSuffix("/") ? root + path : root + "/" + path)
  }

  private func kind(of path: String) -> Kind {
    var information = stat()
    guard lstat(location(path), &information) == 0 else { return .other }
    switch information.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFLNK:
      guard stat(location(path), &information) == 0 else { return .other }
      return information.st_mode & S_IFMT == S_IFDIR ? .linkedFolder : .file
    default: return .file
    }
  }

  private mutating func push(_ path: String, states: Set<Int>) {
    stack.append(Folder(path: path, entries: entries(of: path, states: states), states: states))
  }

  /// The names in a folder, last first. Where the pattern goes on with plain names only, those are taken unread.
  private mutating func entries(of path: String, states: Set<Int>) -> [String] {
    let open = closure(states).filter { $0 < components.count }
    let names = open.compactMap { if case .name(let name) = components[$0] { name } else { nil } }
    if names.count == open.count {
      return Set(names).sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) }.filter {
        exists(path.isEmpty ? $0 : path + "/" + $0)
      }
    }
    guard let folder = opendir(location(path)) else {
      failures.append(FileError(path: location(path), errno: errno))
      return []
    }
    defer { closedir(folder) }
    var entries: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(MemoryLayout.size(ofValue: pointer.pointee))) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { entries.append(name) }
    }
    return entries.sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) }
  }

  private func exists(_ path: String) -> Bool {
    var information = stat()
    return lstat(location(path), &information) == 0
  }
}
