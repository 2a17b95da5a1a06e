import Copydesk
import Pages

/// The entries of a live blog, each with its time.
extension Draft {
  /// How many entries make a live blog of a page: two dated sections are a chronicle at most.
  private static let fewest = 3

  /// Finds the entries by their markup, siblings that each hold a time and text of the body, or by what the page's JSON-LD says of them
  /// (`liveBlogUpdate`, https://schema.org/LiveBlogPosting), and keeps their headings and times.
  mutating func readEntries(_ nodes: PageNodes) {
    guard let tree = page.tree else { return }
    let entries = markedEntries(nodes, tree)
    if entries.isEmpty { return statedEntries() }
    for entry in entries { keep(entry, tree) }
  }

  private struct Entry {
    var element: Node
    var time: Node
    var date: PartialDate
  }

  private func markedEntries(_ nodes: PageNodes, _ tree: Tree) -> [Entry] {
    guard nodes.times.count >= Self.fewest, let range = BodyRange(self, tree) else { return [] }
    var byParent: [Node: [Entry]] = [:]
    for time in nodes.times {
      guard let date = tree.attribute(time, .datetime).flatMap({ PartialDate($0.trimmedOfWhitespace) }), date.hour != nil else {
        continue
      }
      var element = time
      for _ in 0..<10 {
        guard let parent = tree.parent(element), tree.isElement(parent) else { break }
        element = parent
        if range.holdsBody(tree.subtree(element), self) { break }
      }
      guard range.holdsBody(tree.subtree(element), self), tree.name(element) != .p, let parent = tree.parent(element) else {
        continue
      }
      // A second time in an entry says when it was changed.
      if byParent[parent]?.last?.element == element { continue }
      byParent[parent, default: []].append(Entry(element: element, time: time, date: date))
    }
    let most = byParent.values.max { ($0.count, $1[0].element) < ($1.count, $0[0].element) }
    guard let most, most.count >= Self.fewest else { return [] }
    return most
  }

  private mutating func keep(_ entry: Entry, _ tree: Tree) {
    let within = tree.subtree(entry.element)
    let first = page.blocks.partitioningIndex { $0.nodes.lowerBound >= within.lowerBound }
    var start: Int?
    var index = first
    while index < page.blocks.count, page.blocks[index].nodes.lowerBound < within.upperBound {
      let block = page.blocks[index]
      if block.nodes.upperBound <= tree.subtree(entry.time).upperBound, block.nodes.lowerBound > entry.time.index {
        decide(index, Heuristic.entryTime.keeps(.date, "the time of an entry"))
      } else if block.kind == .heading, start == nil {
        if !decisions.ruling(index).isInBody { decide(index, Heuristic.entryTime.keeps(.heading, "the heading of an entry")) }
        if decisions.ruling(index).isInBody { start = index }
      } else if start == nil, decisions.ruling(index).isInBody {
        start = index
      }
      index += 1
    }
    if let start { entryTimes[start] = entry.date }
  }

  /// Entries that the markup does not show, by the headlines or first words that the page states for them.
  private mutating func statedEntries() {
    var dates: [String: PartialDate] = [:]
    var stated = 0
    for item in metadata.linkedData.objects where item.property == "liveblogupdate" {
      guard let date = item.object["datePublished"]?.stringValue.flatMap({ PartialDate($0.trimmedOfWhitespace) }) else {
        continue
      }
      stated += 1
      for name in ["headline", "articleBody"] {
        guard let text = item.object[name]?.stringValue else { continue }
        let key = Self.entryKey(HTMLText.plain(String(text.prefix(400))))
        if key.utf8.count >= 8, dates[key] == nil { dates[key] = date }
      }
    }
    guard !dates.isEmpty else { return }
    var previous: PartialDate?
    for index in decisions.indices
    where decisions.ruling(index).isInBody && [.heading, .body].contains(decisions.ruling(index).role) {
      guard let date = dates[Self.entryKey(String(decoding: page.text[page.blocks[index].text].prefix(400), as: UTF8.self))]
      else { continue }
      // The first paragraph under an entry's heading is of the same entry.
      if date != previous { entryTimes[index] = date }
      previous = date
    }
    // What is in no block is no text of the page; who wants it has to know of it.
    if entryTimes.isEmpty {
      note("entries-not-printed", "the metadata states \(stated) live entries, and the page prints none of them")
    }
  }

  /// The first letters of an entry; a whole headline, or what tells one paragraph from another.
  private static func entryKey(_ text: String) -> String { String(FieldValue.key(text).prefix(60)) }
}
