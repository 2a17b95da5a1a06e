import Copydesk

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All samples at or below some paths, and the subjects that have none.
public struct SampleSuite: Sendable {
  /// In the order of their subjects' paths, then of their names.
  public var samples: [Sample] = []
  /// Every rule, plugin and chain that was found, with or without samples.
  public var subjects: [SampleSubject] = []
  /// Samples that cannot be used.
  public var errors: [SampleError] = []

  public init() {}

  /// Finds samples: `path` is a sample's folder, a `samples` folder, a rule, plugin or chain, or a folder above any of them.
  ///
  /// Folders whose name begins with `.` or `_` are left out, and symbolic links to folders are not followed.
  /// - Throws: ``SampleError`` where a path does not exist; what is wrong with a single sample is in ``errors``.
  public init(at paths: [String]) throws {
    var seen: Set<String> = []
    for path in paths {
      switch FileKind(of: path) {
      case nil: throw SampleError(path: path, problem: .unreadable(reason: "there is no such file or folder"))
      case .file:
        // A rule named by its file stands for its folder.
        visit(SamplePath.parent(of: path), below: false, seen: &seen)
      case .folder:
        let parent = SamplePath.parent(of: path)
        if SamplePath.lastComponent(of: path) == "samples" {
          visit(parent, below: false, seen: &seen)
        } else if SamplePath.lastComponent(of: parent) == "samples" {
          visit(SamplePath.parent(of: parent), below: false, only: SamplePath.lastComponent(of: path), seen: &seen)
        } else {
          visit(path, below: true, seen: &seen)
        }
      }
    }
    subjects.sort()
    samples.sort { ($0.subject, $0.name) < ($1.subject, $1.name) }
  }

  private mutating func visit(_ folder: String, below: Bool, only: String? = nil, seen: inout Set<String>) {
    guard seen.insert(folder + "\0" + (only ?? "")).inserted else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    let subject = Self.subject(in: folder, names: names)
    if let subject, !subjects.contains(subject) { subjects.append(subject) }
    if names.contains("samples"), FileKind(of: SamplePath.join(folder, "samples")) == .folder {
      addSamples(of: subject, in: SamplePath.join(folder, "samples"), only: only)
    }
    guard below else { return }
    for name in names where name != "samples" && !name.hasPrefix(".") && !name.hasPrefix("_") {
      let path = SamplePath.join(folder, name)
      if FileKind(of: path) == .folder, !isSymbolicLink(path) { visit(path, below: true, seen: &seen) }
    }
  }

  private mutating func addSamples(of subject: SampleSubject?, in folder: String, only: String?) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    for name in names where !name.hasPrefix(".") && (only == nil || only == name) {
      let path = SamplePath.join(folder, name)
      guard FileKind(of: path) == .folder else { continue }
      guard let subject else {
        errors.append(SampleError(path: folder, problem: .noSubject))
        return
      }
      do {
        let sample = try Sample(folder: path, subject: subject)
        if !samples.contains(where: { $0.folder == sample.folder }) { samples.append(sample) }
      } catch let error as SampleError {
        errors.append(error)
      } catch {
        errors.append(SampleError(path: path, problem: .unreadable(reason: String(describing: error))))
      }
    }
  }

  private static func subject(in folder: String, names: [String]) -> SampleSubject? {
    for (file, kind) in [("rule.lua", SampleSubject.Kind.rule), ("plugin.lua", .plugin), ("chain.yaml", .chain)]
    where names.contains(file) {
      var name = SamplePath.lastComponent(of: folder)
      if folder == "." || name == ".." || name == "." {
        name = SamplePath.lastComponent(of: FileManager.default.currentDirectoryPath)
      }
      return SampleSubject(kind: kind, name: name, path: SamplePath.join(folder, file))
    }
    return nil
  }
}

extension Sample {
  /// Reads a sample's folder.
  /// - Throws: ``SampleError`` where input or expectation is missing, or a file of it does not say what it should.
  public init(folder: String, subject: SampleSubject) throws {
    guard let input = Self.inputNames.first(where: { FileKind(of: SamplePath.join(folder, $0)) == .file }) else {
      throw SampleError(path: folder, problem: .noInput(known: Self.inputNames))
    }
    let expectationPath = SamplePath.join(folder, Self.expectationName)
    guard FileKind(of: expectationPath) == .file else { throw SampleError(path: folder, problem: .noExpectation) }
    let metadataPath = SamplePath.join(folder, Self.metadataName)
    let hasMetadata = FileKind(of: metadataPath) == .file
    self.init(
      name: SamplePath.lastComponent(of: folder), folder: folder, subject: subject, inputPath: SamplePath.join(folder, input),
      metadata: hasMetadata ? try Self.read(metadataPath, SampleMetadata.init(json:)) : SampleMetadata(),
      expectation: try Self.read(expectationPath, Expectation.init(json:)))
  }

  private static func read<Value>(_ path: String, _ make: (JSONValue) throws -> Value) throws -> Value {
    do {
      return try make(try SampleFile.readJSON(path))
    } catch let problem as SampleError.Problem {
      throw SampleError(path: path, problem: problem)
    }
  }
}

/// What a path leads to.
enum FileKind {
  case file, folder

  init?(of path: String) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    self = isFolder ? .folder : .file
  }
}

private func isSymbolicLink(_ path: String) -> Bool {
  (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
}
