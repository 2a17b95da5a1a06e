/// Which of the next bytes of a text are ASCII letters, and which leave no ink: a bit for each, the first lowest.
///
/// Eight bytes are tested at once, each by its top bit: the tests are those of "determine if a word has a byte between m and n"
/// (https://graphics.stanford.edu/~seander/bithacks.html), exact because the top bits are masked away before the additions.
struct ByteMasks {
  /// How many bytes there are: whole characters, where the text is valid.
  let count: Int
  private(set) var letters: UInt64 = 0
  private(set) var capitals: UInt64 = 0
  /// White space and controls.
  private(set) var blanks: UInt64 = 0
  /// Those of them that are no white space.
  private(set) var controls: UInt64 = 0
  /// The sum of the letters' codes in lower case.
  private(set) var letterSum = 0

  /// A bit for each of the bytes.
  @inline(__always)
  var all: UInt64 { (1 &<< UInt64(truncatingIfNeeded: count)) &- 1 }

  /// Letters with so many behind them that ``CueGate`` may know the run that begins there; behind the last byte there may be more.
  @inline(__always)
  var longRuns: UInt64 {
    let ahead = letters | ~all
    return ahead &>> 1 & ahead &>> 2 & ahead &>> UInt64(truncatingIfNeeded: CueGate.shortest &- 1)
  }

  /// No more bytes than this, so that there is a bit for what comes behind them.
  static let most = 56

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    var count = min(Self.most, text.count &- start)
    while count > Self.most &- 4, start &+ count < text.count, text[start &+ count] & 0xC0 == 0x80 { count &-= 1 }
    self.count = count
    var sums: UInt64 = 0
    var offset = 0
    while offset < count {
      let bytes = LetterRun.load(text, at: start &+ offset)
      let ascii = ~bytes & Self.tops
      let low = bytes & ~Self.tops
      let lower = low | Self.ones &* 0x20
      let letters = (lower &+ Self.ones &* 0x1F) & ~(lower &+ Self.ones &* 0x05) & ascii
      let blanks = (~(low &+ Self.ones &* 0x5F) | (low &+ Self.ones)) & ascii
      let chosen = lower & ((letters &>> 7) &* 0xFF)
      sums &+= (chosen & 0x00FF_00FF_00FF_00FF) &+ (chosen &>> 8 & 0x00FF_00FF_00FF_00FF)
      let place = UInt64(truncatingIfNeeded: offset)
      self.letters |= Self.mask(letters) &<< place
      capitals |= Self.mask(letters & ~(bytes &<< 2)) &<< place
      self.blanks |= Self.mask(blanks) &<< place
      // Most white space is a space.
      let others = blanks & ((low ^ Self.ones &* 0x20) &+ Self.ones &* 0x7F)
      if others != 0 {
        controls |= Self.mask(others & ~((low &+ Self.ones &* 0x77) & ~(low &+ Self.ones &* 0x72))) &<< place
      }
      offset &+= 8
    }
    // Behind the end of the text zeros were read.
    blanks &= all
    controls &= all
    letterSum = Int(truncatingIfNeeded: (sums &* 0x0001_0001_0001_0001) &>> 48)
  }

  /// The top bits of eight bytes, side by side: a multiplication moves each to a place of its own.
  @inline(__always)
  static func mask(_ tops: UInt64) -> UInt64 { ((tops &>> 7) &* 0x0102_0408_1020_4080) &>> 56 }
}
