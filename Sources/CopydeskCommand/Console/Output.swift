#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A standard stream: where results (``standard``) and messages (``messages``) go.
///
/// Writes are not buffered here: callers hand over whole lines or large chunks. A reader that has gone away (`copydesk … | head`)
/// shows as ``ClosedPipe``, which ends the program quietly.
struct Output: Sendable {
  var fileDescriptor: Int32

  /// Results.
  static let standard = Output(fileDescriptor: 1)
  /// Everything a person should read and a program should not.
  static let messages = Output(fileDescriptor: 2)

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  func write(_ bytes: ArraySlice<UInt8>) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  private func write(_ buffer: UnsafeRawBufferPointer) throws {
    var rest = buffer[...]
    while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
      let written = systemWrite(fileDescriptor, base, rest.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Someone made the terminal or pipe non-blocking: wait until there is room.
        var waiting = pollfd(fd: fileDescriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      case EPIPE: throw ClosedPipe()
      case let code: throw CommandError.cannotWrite(to: fileDescriptor == 1 ? "standard output" : "standard error", errno: code)
      }
    }
  }
}

/// The reader of our output has gone away: nothing is wrong and nothing is left to do.
struct ClosedPipe: Error {}

/// Makes a write to a closed pipe return an error instead of ending the process.
func ignoreBrokenPipes() {
  signal(SIGPIPE, SIG_IGN)
}

private func systemWrite(_ fileDescriptor: Int32, _ base: UnsafeRawPointer, _ count: Int) -> Int {
  #if canImport(Darwin)
    Darwin.write(fileDescriptor, base, count)
  #elseif canImport(Glibc)
    Glibc.write(fileDescriptor, base, count)
  #elseif canImport(Musl)
    Musl.write(fileDescriptor, base, count)
  #endif
}
