/// The signposts among a page's blocks. Few blocks are one, so each has no more than a place in the list of those that are.
struct Signposts: Sendable {
  private var signs: [Signpost] = []
  /// By block: the place of its sign in ``signs``, from 1; 0 where it has none.
  private var places: [Int32] = []

  init(count: Int, sign: (Int) -> Signpost?) {
    places.reserveCapacity(count)
    for index in 0..<count {
      guard let sign = sign(index) else {
        places.append(0)
        continue
      }
      signs.append(sign)
      places.append(Int32(truncatingIfNeeded: signs.count))
    }
  }

  /// Whether a block is a sign.
  func contains(_ block: Int) -> Bool { places[block] != 0 }

  /// The sign that a block is.
  subscript(_ block: Int) -> Signpost? {
    let place = Int(places[block])
    return place == 0 ? nil : signs[place - 1]
  }
}
