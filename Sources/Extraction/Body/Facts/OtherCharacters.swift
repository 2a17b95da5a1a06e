/// Characters among the next bytes of a text that are neither letters, digits nor blanks in ASCII, and what they are: a bit for each byte, as in
/// ``ByteMasks``.
struct OtherCharacters {
  /// Those that nobody has looked at.
  private(set) var left: UInt64
  /// Where letters and digits begin that are beyond ASCII.
  private(set) var letters: UInt64 = 0
  private(set) var capitals: UInt64 = 0
  private(set) var unspaced: UInt64 = 0
  private(set) var blanks: UInt64 = 0
  /// The last bytes of the signs that end sentences.
  private(set) var terminators: UInt64 = 0
  /// Closing quotes and brackets, apostrophes.
  private(set) var closings: UInt64 = 0

  @inline(__always)
  init(behind masks: ByteMasks) { left = ~(masks.letters | masks.digits | masks.blanks) & masks.all }

  /// Takes the first, one of ASCII.
  @inline(__always)
  mutating func take(_ kind: CharacterClass) {
    // Without branches, since nobody can foresee what comes next.
    let byte = left & (0 &- left)
    left &= left &- 1
    terminators |= kind == .terminator ? byte : 0
    closings |= kind == .closing || kind == .apostrophe ? byte : 0
  }

  /// Takes the first, of so many bytes.
  @inline(__always)
  mutating func take(_ kind: CharacterClass, at place: Int, _ width: Int) {
    let first: UInt64 = 1 &<< UInt64(truncatingIfNeeded: place)
    let bytes = (1 &<< UInt64(truncatingIfNeeded: width) &- 1) &<< UInt64(truncatingIfNeeded: place)
    left &= ~bytes
    blanks |= kind == .space ? bytes : 0
    terminators |= kind == .terminator ? first &<< UInt64(truncatingIfNeeded: width &- 1) : 0
    closings |= kind == .closing || kind == .apostrophe ? bytes : 0
    letters |= kind.isText ? first : 0
    capitals |= kind == .upper ? first : 0
    unspaced |= kind == .unspaced ? first : 0
  }
}
