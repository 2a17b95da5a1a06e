/// HTML to a tree, by whichever parser there is: the only place that knows which.
enum HTMLParsing {
  static func parse(_ source: [UInt8], limits: PageLimits, notes: inout [String]) -> Tree {
    LibxmlHTMLParser.parse(source, limits: limits, notes: &notes)
  }
}
