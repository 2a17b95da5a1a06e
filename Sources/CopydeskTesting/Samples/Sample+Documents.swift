public import Copydesk

extension Sample {
  /// Reads the input: one document of a page or text dump; the documents that an `input.json` or `input.jsonl` spells out, in the form
  /// that `copydesk extract` writes.
  /// - Throws: ``SampleError`` where the input cannot be read, or is not what its name says.
  public func documents() throws -> [Document] {
    let content = try SampleFile.read(inputPath)
    guard inputPath.hasSuffix(".json") || inputPath.hasSuffix(".jsonl") else { return [document(content: content)] }
    let texts = inputPath.hasSuffix(".jsonl") ? content.split(separator: 0x0A).filter { !$0.isEmpty } : [content[...]]
    do {
      return try texts.map { try Document(json: JSONCursor(JSONValue.parse($0))) }
    } catch {
      throw SampleError(path: inputPath, problem: .invalidJSON(reason: String(describing: error)))
    }
  }
}
