import Copydesk

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the operating system refused, or would have.
struct FileError: DocumentError, Hashable, CustomStringConvertible {
  enum Reason: Hashable {
    case missing
    case isDirectory
    /// A pipe, socket or device: reading one might never end.
    case notRegular
    /// Something else in this program writes it.
    case isOutput
    /// Something else in this program reads it.
    case isInput
    case tooBig(limit: Int)
    case system(errno: Int32)
  }

  var path: String
  var reason: Reason

  /// The error of the system call that has just failed.
  init(path: String, errno: Int32) {
    self.path = path
    reason = errno == ENOENT ? .missing : .system(errno: errno)
  }

  init(path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  var code: String {
    switch reason {
    case .missing: "missing"
    case .isDirectory: "directory"
    case .notRegular: "not-a-file"
    case .isOutput, .isInput: "in-use"
    case .tooBig: "too-big"
    case .system: "unreadable"
    }
  }

  var message: String {
    switch reason {
    case .missing: "\(path): no such file"
    case .isDirectory: "\(path): a folder; write \(path)/* for the files in it"
    case .notRegular: "\(path): a pipe, socket or device; use - for standard input"
    case .isOutput: "\(path): the chain writes this file; give each output a file of its own"
    case .isInput: "\(path): the chain reads this file, which must not be overwritten; give each output a file of its own"
    case .tooBig(let limit): "\(path): bigger than \(limit) bytes"
    case .system(let errno): "\(path): \(String(cString: strerror(errno)))"
    }
  }

  var description: String { message }
}
