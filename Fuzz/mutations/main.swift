/// `mutations FOLDER… [--count N] [--seed N] [--ways NAME,…] [--keep FILE]`: spoils pages in many ways and takes each through parsing, extraction and JSON.
///
/// A broken promise ends the process with the page's number, which `--seed NUMBER --count 1` repeats (and `--keep` writes the last page to a file). At the
/// end it prints the slowest pages (CPU time per megabyte) and those that took most memory (growth of the process's peak over their size); pages below
/// 100 kB count as 100 kB, since small figures measure the allocator.
import ExtractionCheck
import Foundation

var folders: [String] = []
var count = 10_000
var firstSeed: UInt64 = 0
var kept: String?
var ways = Mutation.allCases
var arguments = CommandLine.arguments.dropFirst().makeIterator()
while let argument = arguments.next() {
  switch argument {
  case "--count": count = arguments.next().flatMap { Int($0) } ?? count
  case "--seed": firstSeed = arguments.next().flatMap { UInt64($0) } ?? firstSeed
  case "--ways":
    let names = (arguments.next() ?? "").split(separator: ",")
    ways = Mutation.allCases.filter { names.contains(Substring($0.rawValue)) }
  case "--keep": kept = arguments.next()
  default: folders.append(argument)
  }
}
let pages = folders.flatMap { folder -> [[UInt8]] in
  let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
    $0.hasSuffix(".html") || $0.hasSuffix(".txt")
  }.sorted()
  return names.compactMap { FileManager.default.contents(atPath: "\(folder)/\($0)").map { Array($0) } }
}
guard !pages.isEmpty, !ways.isEmpty else {
  print("usage: mutations FOLDER… [--count N] [--seed N] [--ways NAME,…] [--keep FILE]; a folder holds *.html or *.txt")
  print("ways: \(Mutation.allCases.map(\.rawValue).joined(separator: ","))")
  exit(2)
}

/// The process's peak of resident memory since the last reset, in bytes; Linux alone can reset it.
func peakMemory(reset: Bool) -> Int {
  if reset, let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") {
    try? file.write(contentsOf: Data("5".utf8))
    try? file.close()
  }
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
}

/// Gives free memory back to the system.
/// - Returns: The memory that remains.
func releasedMemory() -> Int {
  typealias Trim = @convention(c) (Int) -> CInt
  // Of glibc's own, so looked up: other systems have no such function.
  if let trim = dlsym(dlopen(nil, RTLD_NOW), "malloc_trim") { _ = unsafeBitCast(trim, to: Trim.self)(0) }
  return peakMemory(reset: true)
}

/// The pages with the greatest figures, greatest first.
struct Worst {
  private(set) var pages: [(figure: Double, page: String)] = []

  mutating func note(_ figure: Double, _ page: @autoclosure () -> String) {
    guard pages.count < 10 || figure > pages[pages.count - 1].figure else { return }
    pages.insert((figure, page()), at: pages.firstIndex { $0.figure < figure } ?? pages.count)
    if pages.count > 10 { pages.removeLast() }
  }

  func printed(_ title: String, unit: String) {
    print("\(title):")
    for (figure, page) in pages { print("  \((figure * 10).rounded() / 10) \(unit) (\(page))") }
  }
}

var slowest = Worst()
var largest = Worst()
var bytes = 0
for number in 0..<max(0, count) {
  let seed = firstSeed &+ UInt64(number)
  var random = SplitMix(seed)
  var page = pages.randomElement(using: &random)!
  let other = pages.randomElement(using: &random)!
  var how: [String] = []
  for _ in 0..<Int.random(in: 1...3, using: &random) {
    let mutation = ways.randomElement(using: &random)!
    mutation.apply(to: &page, other: other, &random)
    how.append(mutation.rawValue)
  }
  let name = how.joined(separator: "+")
  let mediaType = Int.random(in: 0..<8, using: &random) == 0 ? "text/plain" : "text/html"
  // Says where it was, should the next line end the process.
  FileHandle.standardError.write(Data("\r\(seed) \(name)\u{1B}[K".utf8))
  if let kept { try Data(page).write(to: URL(fileURLWithPath: kept)) }
  let size = Double(max(page.count, 100_000))
  var time = Double.infinity
  var before = 0
  // The first run is for the time, the second, with no memory left over from pages before, for the memory.
  for run in 0..<2 {
    if run == 1 { before = releasedMemory() }
    let start = clock()
    ExtractionCheck.run(page, mediaType: mediaType)
    time = min(time, Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000 / (size / 1e6))
  }
  let growth = Double(peakMemory(reset: false) - before) / size
  bytes += page.count
  slowest.note(time, "seed \(seed): \(name), \(mediaType), \(page.count / 1000) kB")
  largest.note(growth, "seed \(seed): \(name), \(mediaType), \(page.count / 1000) kB")
}
FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
print("\(count) pages, \(bytes / 1_000_000) MB, none broke a promise")
slowest.printed("slowest", unit: "ms/MB")
largest.printed("largest", unit: "times its size")
