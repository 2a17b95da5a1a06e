import Copydesk

extension ScoreReport {
  /// The report as JSON Lines, a page a line; what ``SavedFigures`` reads back.
  public var jsonLines: [UInt8] {
    var bytes: [UInt8] = []
    for page in pages {
      var object = JSONObject([("id", .string(page.id))])
      if let corpus = page.corpus { object["corpus"] = .string(corpus) }
      if let kind = page.kind { object["kind"] = .string(kind) }
      if let publisher = page.publisher { object["publisher"] = .string(publisher) }
      if let language = page.language { object["language"] = .string(language) }
      for measure in Measure.allCases {
        if let value = measure.value(page) { object[measure.rawValue] = .number((value * 1e6).rounded() / 1e6) }
      }
      if let quality = page.quality {
        object["medium"] = page.isText ? "text" : "html"
        object["quality"] = .number(quality.value)
        object["signals"] = .object(JSONObject(quality.signals.map { ($0.name, .number($0.value)) }))
      }
      if let error = page.error { object["error"] = .string(error) }
      var writer = JSONWriter()
      writer.value(.object(object))
      bytes += writer.bytes
      bytes.append(0x0A)
    }
    return bytes
  }
}
