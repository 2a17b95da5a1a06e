/// Numbers with a unit, as configuration writes them.
public enum Quantity {
  private static let durationUnits: [(name: String, milliseconds: Double)] = [
    ("ms", 1), ("s", 1000), ("m", 60_000), ("min", 60_000), ("h", 3_600_000), ("d", 86_400_000),
  ]

  private static let sizeUnits: [(name: String, bytes: Double)] = [
    ("b", 1), ("", 1), ("kb", 1e3), ("mb", 1e6), ("gb", 1e9), ("tb", 1e12),
    ("kib", 1024), ("mib", 1_048_576), ("gib", 1_073_741_824), ("tib", 1_099_511_627_776),
  ]

  /// Reads `250ms`, `1.5s`, `5m`, `2h`, `1d`. A unit is needed; no more than ten years.
  public static func duration(_ text: String) -> Duration? {
    guard let (number, unit) = split(text), let factor = durationUnits.first(where: { $0.name == unit })?.milliseconds else {
      return nil
    }
    let milliseconds = number * factor
    guard milliseconds <= 3653 * 86_400_000 else { return nil }
    return .milliseconds(Int64(milliseconds.rounded()))
  }

  /// Reads `512`, `64 KiB`, `50 MB`, in any case. No more than 2⁵³ bytes.
  public static func byteSize(_ text: String) -> Int? {
    guard let (number, unit) = split(text), let factor = sizeUnits.first(where: { $0.name == unit })?.bytes else { return nil }
    let bytes = number * factor
    guard bytes <= 9_007_199_254_740_992 else { return nil }
    return Int(bytes.rounded())
  }

  private static func split(_ text: String) -> (number: Double, unit: String)? {
    let text = text.lowercased()
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number.isFinite else { return nil }
    return (number, String(text.dropFirst(digits.count).drop { $0 == " " }))
  }
}
