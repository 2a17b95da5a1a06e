import Synchronization

/// Parsers that wait for their next page, so that whoever parses one page now and then has their buffers all the same.
///
/// At most as many parsers are kept as were ever in use at a time, and no more than `capacity`.
enum HTMLParserPool {
  /// A parser that nobody uses.
  ///
  /// `@unchecked Sendable`: a parser is in the pool only while nothing else refers to it, and leaves it before it is used.
  private struct Idle: @unchecked Sendable {
    let parser: HTMLParser
  }

  private static let idle = Mutex<[Idle]>([])
  private static let capacity = 64

  /// Calls `body` with a parser of the given limits that is its alone until it returns.
  static func withParser<Result>(limits: HTMLParser.Limits, _ body: (HTMLParser) -> Result) -> Result {
    let parser = idle.withLock { $0.popLast() }?.parser ?? HTMLParser()
    parser.limits = limits
    let result = body(parser)
    let returned = Idle(parser: parser)
    idle.withLock { if $0.count < capacity { $0.append(returned) } }
    return result
  }
}
