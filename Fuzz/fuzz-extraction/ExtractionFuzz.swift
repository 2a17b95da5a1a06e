import ExtractionCheck

/// The fuzz target of extraction: the first byte says whether the rest is HTML, text, or undeclared.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExtraction(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard let choice = input.first else { return 0 }
  let mediaTypes = ["text/html; charset=utf-8", "text/plain; charset=utf-8", "text/html", "application/octet-stream"]
  ExtractionCheck.run(Array(input.dropFirst()), mediaType: mediaTypes[Int(choice & 3)])
  return 0
}
