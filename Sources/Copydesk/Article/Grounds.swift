/// Who decided about blocks, and why: each once, however many blocks it is said of.
package struct Grounds: Sendable {
  package struct Ground: Sendable {
    package var by: String
    package var reason: String
  }

  private var all: [Ground] = []
  /// Where the last grounds of a length stand in ``all``. Another of the same length takes the place; should the two come by turns, some stand
  /// in ``all`` more than once, which costs memory and nothing else.
  private var places = [Int32](repeating: -1, count: 128)

  package init() { all.reserveCapacity(16) }

  /// The place of such grounds, which ``subscript(_:)`` gives them back for.
  package mutating func place(by: String, reason: String) -> Int32 {
    let slot = (by.utf8.count &* 31 &+ reason.utf8.count) & 127
    let known = Int(places[slot])
    if known >= 0, all[known].reason == reason, all[known].by == by { return Int32(truncatingIfNeeded: known) }
    let place = Int32(truncatingIfNeeded: all.count)
    all.append(Ground(by: by, reason: reason))
    places[slot] = place
    return place
  }

  var count: Int { all.count }

  package func isBy(_ name: String, _ place: Int32) -> Bool { all[Int(place)].by == name }

  package subscript(_ place: Int32) -> Ground { all[Int(place)] }
}
