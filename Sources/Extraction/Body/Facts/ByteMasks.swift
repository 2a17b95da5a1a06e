import ByteLanes

/// Which of the next bytes of a text are ASCII letters or digits, and which leave no ink: a bit for each, the first lowest.
struct ByteMasks {
  /// How many bytes there are: whole characters, where the text is valid.
  let count: Int
  private(set) var letters: UInt64 = 0
  private(set) var capitals: UInt64 = 0
  private(set) var digits: UInt64 = 0
  /// White space and controls.
  private(set) var blanks: UInt64 = 0
  /// Those of them that are no white space.
  private(set) var controls: UInt64 = 0
  /// The sum of the letters' codes in lower case, and of the digits'.
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
  static let most = 48

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    var count = min(Self.most, text.count &- start)
    while count > Self.most &- 4, start &+ count < text.count, text[start &+ count] & 0xC0 == 0x80 { count &-= 1 }
    self.count = count
    var sums = SIMD8<UInt16>()
    var offset = 0
    while offset < count {
      let bytes = SixteenBytes(text, at: start &+ offset)
      let lower = bytes.lowercased
      let place = UInt64(truncatingIfNeeded: offset)
      let (letters, digits) = (lower.among(26, from: 0x61), bytes.among(10, from: 0x30))
      self.letters |= letters.bits &<< place
      self.digits |= digits.bits &<< place
      capitals |= bytes.isAmong(26, from: 0x41) &<< place
      let rareBlanks = bytes.among(0x20, from: 0) | bytes.among(1, from: 0x7F)
      blanks |= (bytes.among(1, from: 0x20) | rareBlanks).bits &<< place
      if !rareBlanks.isEmpty { controls |= rareBlanks.without(bytes.among(5, from: 0x09)).bits &<< place }
      sums &+= lower.sums(of: letters | digits)
      offset &+= 16
    }
    // Behind the end of the text zeros were read.
    blanks &= all
    controls &= all
    let halves = unsafeBitCast(sums, to: SIMD2<UInt64>.self)
    letterSum = Int(truncatingIfNeeded: ((halves[0] &+ halves[1]) &* 0x0001_0001_0001_0001) &>> 48)
  }
}
