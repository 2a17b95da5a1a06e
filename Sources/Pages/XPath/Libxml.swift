internal import CXML2

/// libxml2's process-wide state.
enum Libxml {
  private static let initialised: Void = xmlInitParser()

  /// Sets libxml2 up, once, whatever thread comes first.
  static func initialise() { _ = initialised }
}
