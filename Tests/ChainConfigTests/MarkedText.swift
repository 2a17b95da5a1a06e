/// A text with places marked in it: `paths: 1️⃣5` names the place of `5` by `1️⃣`.
struct MarkedText {
  private(set) var text = ""
  /// Line and column, from 1, by marker.
  private(set) var places: [String: (line: Int, column: Int)] = [:]

  static let markers = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"]

  init(_ marked: String) {
    var line = 1
    var column = 1
    for character in marked {
      if Self.markers.contains(String(character)) {
        places[String(character)] = (line, column)
        continue
      }
      text.append(character)
      if character == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
  }
}
