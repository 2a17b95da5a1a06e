/// Cuts a short text into sentences.
enum Sentences {
  /// Each sentence with its closing sign; cut where a full stop, exclamation or question mark is followed by white space and no lower-case letter.
  static func split(_ text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      current.append(characters[index])
      if ".!?。！？".contains(characters[index]), index + 1 < characters.count {
        let next = characters[index + 1]
        let following = index + 2 < characters.count ? characters[index + 2] : " "
        if "。！？".contains(characters[index]) || next.isWhitespace && !following.isLowercase {
          sentences.append(current.trimmed)
          current = ""
        }
      }
      index += 1
    }
    if !current.trimmed.isEmpty { sentences.append(current.trimmed) }
    return sentences.filter { !$0.isEmpty }
  }
}
