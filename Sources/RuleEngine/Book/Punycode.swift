/// Encodes a label of an international domain name (RFC 3492), so that `bücher.example` and `xn--bcher-kva.example` are one host.
enum Punycode {
  private static let base = 36
  private static let tMin = 1
  private static let tMax = 26
  private static let skew = 38
  private static let damp = 700

  /// The ASCII form of a label with `xn--` in front; `nil` if the label is too long for DNS or the numbers overflow.
  static func encode(_ label: some StringProtocol) -> String? {
    let input = label.unicodeScalars.map { Int($0.value) }
    guard input.count <= 63 else { return nil }
    var output = input.filter { $0 < 0x80 }.map { UInt8($0) }
    let basicCount = output.count
    var handled = basicCount
    if basicCount > 0 { output.append(UInt8(ascii: "-")) }
    var n = 0x80
    var delta = 0
    var bias = 72
    while handled < input.count {
      guard let next = input.filter({ $0 >= n }).min() else { return nil }
      let (product, overflow) = (next - n).multipliedReportingOverflow(by: handled + 1)
      guard !overflow, product < 0x7FFF_FFFF - delta else { return nil }
      delta += product
      n = next
      for scalar in input {
        if scalar < n { delta += 1 }
        if scalar == n {
          var q = delta
          var k = base
          while true {
            let t = k <= bias ? tMin : (k >= bias + tMax ? tMax : k - bias)
            if q < t { break }
            output.append(digit(t + (q - t) % (base - t)))
            q = (q - t) / (base - t)
            k += base
          }
          output.append(digit(q))
          bias = adapt(delta, points: handled + 1, isFirst: handled == basicCount)
          delta = 0
          handled += 1
        }
      }
      delta += 1
      n += 1
    }
    let encoded = "xn--" + String(decoding: output, as: UTF8.self)
    return encoded.utf8.count <= 63 ? encoded : nil
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  private static func adapt(_ delta: Int, points: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / points
    var k = 0
    while delta > ((base - tMin) * tMax) / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + skew)
  }
}
