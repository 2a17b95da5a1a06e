/// Which labels a text dump holds at all. A dump is what is left when the markup is gone, and often the headline or the date went with it:
/// what is not there cannot be read, so the figures that say how well headlines and dates are found count the dumps that hold them.
struct HeldLabels {
  private let lines: [String]

  init(_ text: [UInt8]) {
    lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { ComparedText.squeezed($0) }.filter { !$0.isEmpty }
  }

  /// Whether the title is a line of its own, or stands in the first line (in a dump of a whole page that is the page's title: headline and
  /// name of the site).
  func holds(title: String) -> Bool {
    let title = ComparedText.squeezed(title)
    return lines.contains(title) || lines.first?.contains(title) ?? false
  }

  /// Whether some line states the day: the day's number, the year in two or four digits, and the month's number or a word that may be its
  /// name, no more than four words or numbers from the year.
  func holds(day: LabelledDate) -> Bool { lines.contains { Self.states($0, day) } }

  private enum Token {
    case number(Int), word
  }

  private static let reach = 4

  private static func states(_ line: String, _ day: LabelledDate) -> Bool {
    let tokens = tokens(of: line)
    for (index, token) in tokens.enumerated() {
      guard case .number(let year) = token, year == day.year || year == day.year % 100 else { continue }
      let before = tokens[max(0, index - reach)..<index]
      let after = tokens[(index + 1)...].prefix(reach)
      if isDayAndMonth(before, day) || isDayAndMonth(after, day) { return true }
    }
    return false
  }

  /// Whether the day's number is there, and beside it the month's or a word.
  private static func isDayAndMonth(_ tokens: ArraySlice<Token>, _ date: LabelledDate) -> Bool {
    var numbers: [Int] = []
    var hasWord = false
    for token in tokens {
      switch token {
      case .number(let number): numbers.append(number)
      case .word: hasWord = true
      }
    }
    guard let place = numbers.firstIndex(of: date.day) else { return false }
    numbers.remove(at: place)
    return hasWord || numbers.contains(date.month)
  }

  /// Runs of decimal digits of any script, and runs of letters.
  private static func tokens(of line: String) -> [Token] {
    var tokens: [Token] = []
    var number: Int?
    var inWord = false
    for scalar in line.unicodeScalars {
      if let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
        number = min((number ?? 0) * 10 + Int(digit), 1_000_000)
        inWord = false
        continue
      }
      if let value = number { tokens.append(.number(value)) }
      number = nil
      if scalar.properties.isAlphabetic {
        if !inWord { tokens.append(.word) }
        inWord = true
      } else {
        inWord = false
      }
    }
    if let number { tokens.append(.number(number)) }
    return tokens
  }
}
