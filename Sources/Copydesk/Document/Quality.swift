/// How good an article likely is, and what that was judged by: an estimate for routing, not a measurement.
///
/// ``value`` estimates the share of the body that is right: the F1 of its paragraphs or words against what the publisher would call the
/// article. It is learnt from labelled pages, without the page's own truth, so a chain can send doubtful articles to review with it.
public struct Quality: Sendable, Hashable {
  /// From 0 to 1.
  public var value: Double
  /// What it was judged by, the weightiest first.
  public var signals: [Signal]

  /// One thing that was looked at.
  public struct Signal: Sendable, Hashable {
    /// A stable name, such as `proseShare`.
    public var name: String
    /// From 0 to 1.
    public var value: Double
    /// What it adds to the log odds, against a usual page: below 0 it speaks for a doubtful article.
    public var effect: Double

    public init(name: String, value: Double, effect: Double) {
      self.name = name
      self.value = value
      self.effect = effect
    }
  }

  public init(value: Double, signals: [Signal] = []) {
    self.value = value
    self.signals = signals
  }
}

extension Quality {
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("value", value)
      json.member("signals", signals) { json, signal in
        json.object {
          $0.member("name", signal.name)
          $0.member("value", signal.value)
          $0.member("effect", signal.effect)
        }
      }
    }
  }

  /// Reads what ``write(to:)`` wrote.
  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(value: try json.member("value").number())
    for signal in try json.optional("signals")?.elements() ?? [] {
      signals.append(
        Signal(
          name: try signal.member("name").string(), value: try signal.member("value").number(),
          effect: try signal.member("effect").number()))
    }
  }
}
