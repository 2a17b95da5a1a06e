import Copydesk
import Testing

@Suite struct DocumentJSONTests {
  @Test func everyArticleKeyIsThereEvenWhenNothingIsStated() {
    let expected =
      #"{"headline":null,"alternativeHeadline":null,"description":null,"author":[],"datePublished":null,"dateModified":null,"#
      + #""dateline":null,"publisher":null,"articleSection":null,"keywords":[],"inLanguage":null,"image":[],"url":null,"#
      + #""isBasedOn":null,"creditText":null,"copyrightYear":null,"copyrightHolder":null,"copyrightNotice":null,"usageInfo":null,"#
      + #""correction":[],"isAccessibleForFree":null,"tdmReservation":null,"sponsored":null,"body":[],"articleBody":"","wordCount":0}"#
    #expect(String(decoding: Article().json(), as: UTF8.self) == expected)
  }

  @Test func aDocumentWithoutArticleSaysSo() {
    let document = Document(id: "a", origin: Origin(url: "https://example.test/"))
    #expect(
      String(decoding: document.json(), as: UTF8.self)
        == #"{"id":"a","url":"https://example.test/","source":{"name":null,"path":null},"article":null}"#)
  }

  @Test func theFullDocumentComesBack() throws {
    let document = ArticleSamples.full
    let read = try Document(json: JSONCursor(JSONValue.parse(document.json(blocks: .all, content: true))))
    #expect(read.id == document.id)
    #expect(read.origin == document.origin)
    #expect(read.mediaType == document.mediaType)
    #expect(read.content == document.content)
    #expect(read.metadata == document.metadata)
    #expect(read.record == document.record)
  }

  @Test(arguments: 0..<300)
  func anyDocumentComesBack(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed &+ 1_000)
    let document = generator.document()
    let bytes = document.json(blocks: .all, content: true, pretty: seed % 2 == 0)
    let read = try Document(json: JSONCursor(JSONValue.parse(bytes)))
    #expect(read.json(blocks: .all, content: true) == document.json(blocks: .all, content: true))
    #expect(read.record == document.record)
    #expect(read.failure == document.failure)
    #expect(read.content == document.content)
    #expect(read.metadata == document.metadata)
  }

  @Test(arguments: [(BlockSelection.all, [1, 2, 3, 4]), (.removed, [1, 3, 4]), (.none, nil)] as [(BlockSelection, [Int]?)])
  func blocksAreSelected(_ selection: BlockSelection, _ expected: [Int]?) throws {
    let json = try JSONValue.parse(ArticleSamples.full.json(blocks: selection))
    #expect(json["blocks"]?.arrayValue?.map { $0["n"]?.intValue } == expected)
  }

  @Test func aFailedDocumentKeepsItsRawBytes() throws {
    var document = Document(id: "broken", content: [0xFF, 0x00, 0x41])
    document.failure = Failure(stage: "extract", rule: "rules/example.test/rule.lua:9", code: "budget", message: "too long")
    let text = String(decoding: document.json(), as: UTF8.self)
    #expect(
      text.contains(#""error":{"stage":"extract","rule":"rules/example.test/rule.lua:9","code":"budget","message":"too long"}"#))
    #expect(text.contains(#""contentBase64":"/wBB""#))
  }

  @Test(arguments: [
    (#"{}"#, "id: expected a value, found nothing"),
    (#"{"id":1}"#, "id: expected a string, found a number"),
    (#"[]"#, "expected an object, found an array"),
    (#"{"id":"a","article":{"author":[{"name":"x"},{"name":null}]}}"#, "article.author[1].name: expected a value, found nothing"),
    (#"{"id":"a","article":{"datePublished":"yesterday"}}"#, "article.datePublished: expected an ISO 8601 date, found a string"),
    (
      #"{"id":"a","article":{"body":[{"type":"verse"}]}}"#,
      "article.body[0].type: expected one of paragraph, heading, list, quote, table, figure, embed, code, found a string"
    ),
    (#"{"id":"a","contentBase64":"A"}"#, "contentBase64: expected base64 text, found a string"),
    (
      #"{"id":"a","article":{"body":[{"type":"paragraph","links":[{"start":3,"end":1,"url":""}]}]}}"#,
      "article.body[0].links[0].end: expected a whole number, found a number"
    ),
  ])
  func whatDoesNotFitIsToldByItsPlace(_ text: String, _ message: String) throws {
    let value = try JSONValue.parse(text)
    let error = #expect(throws: JSONMismatch.self) { try Document(json: JSONCursor(value)) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    "2025", "2025-10", "2025-10-21", "2025-10-21T18:30", "2025-10-21T18:30:05+02:00", "-0044-03-15", "2025-01-01T00:00Z",
    "12025-01",
  ])
  func datesComeBack(_ text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "25", "2025-", "2025-13", "2025-10-32", "2025-10-21T18", "2025-10-21T18:60", "2025-10-21T18:30+2", "2025-10-21 18:30",
    "99999999999999999999", "2025-10-21x",
  ])
  func whatIsNoDateIsRefused(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64FollowsTheStandardsVectors(_ plain: String, _ encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(plain.utf8))
  }

  @Test(arguments: ["Z", "Zg=", "Zg", "====", "Zg==Zg==", "Z!==", "Zg=a"])
  func whatIsNotBase64IsRefused(_ text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
