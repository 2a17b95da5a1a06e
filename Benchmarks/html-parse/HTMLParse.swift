import Foundation
import Pages

/// Measures how fast pages are parsed.
///
///     html-parse FOLDER [--seconds N]       all .html files of the folder: MB/s
///     html-parse --flat                     made pages from 1 kB to 50 MB: nanoseconds per byte
///     html-parse --memory FILE              one page once: peak memory over the input's size
///     html-parse --tree FILE                the page's tree in the notation of the html5lib tests
@main
struct HTMLParse {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var seconds = 3.0
    if let i = arguments.firstIndex(of: "--seconds"), i + 1 < arguments.count {
      seconds = Double(arguments[i + 1]) ?? seconds
      arguments.removeSubrange(i...i + 1)
    }
    switch arguments.first {
    case "--flat": measureFlatness()
    case "--memory" where arguments.count == 2: try measureMemory(arguments[1])
    case "--tree" where arguments.count == 2:
      let page = [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[1])))
      print(HTMLParser.parse(page).html5libDescription, terminator: "")
    case let folder? where arguments.count == 1: try measureSpeed(folder, seconds)
    default:
      print("usage: html-parse FOLDER [--seconds N] | --flat | --memory FILE | --tree FILE")
      exit(2)
    }
  }

  static func measureSpeed(_ folder: String, _ seconds: Double) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }.sorted()
    let pages = try names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
    let bytes = pages.reduce(0) { $0 + $1.count }
    let parser = HTMLParser()
    var best = Double.infinity
    var nodes = 0
    let start = ContinuousClock.now
    var rounds = 0
    while ContinuousClock.now - start < .seconds(seconds) || rounds < 3 {
      nodes = 0
      let elapsed = measure { for page in pages { nodes += parser.parse(page).count } }
      best = min(best, elapsed)
      rounds += 1
    }
    print("pages \(pages.count) bytes \(bytes) nodes \(nodes) rounds \(rounds) best \(format(Double(bytes) / best / 1e6)) MB/s")
  }

  static func measureFlatness() {
    // As much markup for its text, script and style as news pages have: about 130 bytes a node.
    let text = String(repeating: "The council met on Tuesday and agreed on very little. ", count: 6)
    let unit = Array(
      """
      <div class="story-card story-card--wide" data-track="river"><h2><a href="/news/2026/11/22/a-story?ref=river&amp;n=1">A heading</a></h2>
      <p>\(text)<b>Bold</b> claims were made.</p><script>window.ads = window.ads || []; ads.push({"slot": "river", "size": [300, 250]});</script>
      <img src="https://images.example.test/a/b/c/photo-640x360.jpg" alt="A photograph" width="640" height="360"><p>\(text)No more was said &amp; done.</p></div>

      """.utf8)
    let parser = HTMLParser()
    for size in [1_000, 10_000, 100_000, 1_000_000, 10_000_000, 50_000_000] {
      var page: [UInt8] = []
      page.reserveCapacity(size + unit.count)
      while page.count < size { page += unit }
      page.removeLast(page.count - size)
      let rounds = max(12, 20_000_000 / size)
      var best = Double.infinity
      for _ in 0..<rounds {
        let elapsed = measure { _ = parser.parse(page) }
        best = min(best, elapsed)
      }
      print("\(size) bytes: \(format(best / Double(page.count) * 1e9)) ns/byte")
    }
  }

  static func measureMemory(_ path: String) throws {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    // Read without a second copy, which would count as the parser's.
    let page = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let file = fopen(path, "r") else { return }
      count = fread(buffer.baseAddress, 1, size, file)
      fclose(file)
    }
    let before = peakMemory()
    let tree = HTMLParser().parse(page)
    let after = peakMemory()
    print(
      "bytes \(page.count) nodes \(tree.count) peak with the input \(format(Double(after - before + page.count) / Double(page.count))) times the input"
    )
  }

  /// Seconds of processor time: on a machine that does other things as well, the clock on the wall would measure those.
  private static func measure(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
  }

  private static func peakMemory() -> Int {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }

  private static func format(_ value: Double) -> String { String(Int((value * 100).rounded()) / 100) + "." + fraction(value) }

  private static func fraction(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded()) % 100
    return hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
  }
}
