import Testing

@testable import Pages

@Suite struct CharsetDecoderTests {
  private func decode(_ bytes: [UInt8], _ contentType: String? = nil) -> (text: String, name: String, basis: CharsetVerdict.Basis)
  {
    let result = CharsetDecoder.decode(bytes, contentType: contentType)
    return (String(decoding: result.utf8, as: UTF8.self), result.charset.name, result.charset.basis)
  }

  @Test func byteOrderMarksWin() {
    #expect(decode([0xEF, 0xBB, 0xBF] + Array("é".utf8), "text/html; charset=koi8-r") == ("é", "utf-8", .bom))
    #expect(decode([0xFF, 0xFE, 0x41, 0, 0xE9, 0]) == ("Aé", "utf-16le", .bom))
    #expect(decode([0xFE, 0xFF, 0, 0x41, 0, 0xE9]) == ("Aé", "utf-16be", .bom))
  }

  @Test(arguments: [
    ("windows-1252", [0x93, 0x61, 0x94, 0x80] as [UInt8], "\u{201C}a\u{201D}€"), ("iso-8859-1", [0x92], "\u{2019}"),
    ("latin1", [0xE9], "é"),
    ("windows-1252", [0x81], "\u{81}"), ("us-ascii", [0xFC], "ü"), ("iso-8859-2", [0xB1], "ą"), ("iso-8859-15", [0xA4], "€"),
    ("windows-1251", [0xCF, 0xF0], "Пр"), ("koi8-r", [0xF0, 0xD2], "Пр"), ("koi8-u", [0xA4], "є"), ("windows-1250", [0x9A], "š"),
    ("windows-1254", [0xFE], "ş"), ("ISO-8859-9", [0xFE], "ş"), ("windows-1253", [0xE1], "α"), ("windows-1255", [0xE0], "א"),
    ("windows-1256", [0xC7], "ا"), ("windows-1257", [0xE8], "č"), ("windows-874", [0xA1], "ก"), ("macintosh", [0x8E], "é"),
    ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("x-sjis", [0x87, 0x40], "①"), ("euc-jp", [0xC6, 0xFC], "日"),
    ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42, 0x41], "日A"), ("gb2312", [0xD6, 0xD0], "中"),
    ("gbk", [0x81, 0x40], "丂"),
    ("gb18030", [0x81, 0x30, 0x84, 0x36], "¥"), ("big5", [0xA4, 0xA4], "中"), ("euc-kr", [0xC7, 0xD1], "한"),
    ("ks_c_5601-1987", [0x81, 0x41], "갂"),
    ("utf-16", [0x41, 0, 0x42, 0], "AB"), (" UTF-8 ", [0xC3, 0xA9], "é"),
    ("x-user-defined", [0x41, 0x80, 0xFF], "A\u{F780}\u{F7FF}"),
    ("ibm866", [0x8F], "П"), ("x-mac-cyrillic", [0x8F], "П"),
  ])
  func headersNameTheCharset(label: String, bytes: [UInt8], text: String) {
    let decoded = decode(bytes, "text/plain; charset=\"\(label)\"")
    #expect(decoded.text == text)
    #expect(decoded.basis == .header)
  }

  /// Every encoding of the table is one that iconv knows.
  @Test func everyLabelConverts() {
    for label in [
      "866", "latin2", "latin3", "latin4", "cyrillic", "arabic", "greek", "hebrew", "logical", "latin6", "iso-8859-13",
      "iso-8859-14",
      "l9", "iso-8859-16", "koi", "koi8-ru", "mac", "tis-620", "cp1250", "cp1251", "ascii", "cp1253", "latin5", "cp1255",
      "cp1256",
      "cp1257", "cp1258", "x-mac-ukrainian", "chinese", "gb18030", "cn-big5", "x-euc-jp", "iso-2022-jp", "sjis", "korean",
      "utf-16be", "ucs-2",
    ] {
      let result = CharsetDecoder.decode(Array("a\u{7F}".utf8) + [0x20, 0x20], contentType: "text/html;charset=\(label)")
      #expect(!result.notes.contains { $0.contains("cannot convert") }, "\(label)")
      #expect(result.charset.basis == .header, "\(label)")
    }
  }

  @Test(arguments: [
    ("<meta charset=koi8-r>", "koi8-r"), ("<META CHARSET = 'windows-1251' >", "windows-1251"),
    ("<!-- <meta charset=big5> --><meta charset=koi8-r>", "koi8-r"),
    ("<meta http-equiv=Content-Type content='text/html; charset=euc-jp'>", "euc-jp"),
    ("<meta content='text/html; charset=euc-jp' http-equiv=content-type>", "euc-jp"),
    ("<p title='<meta charset=big5>'><meta charset=koi8-r>", "koi8-r"), ("<meta/charset=gbk>", "gbk"),
    ("<meta charset=utf-16>", "utf-8"),
    ("<meta charset=x-user-defined>", "windows-1252"),
    ("<!doctype html><html lang=a><head><title></title><meta charset=\"iso-8859-1\">", "windows-1252"),
    ("<!--><meta charset=koi8-r>", "koi8-r"), ("<?xml a?><meta charset=koi8-r>", "koi8-r"),
    ("<meta name=x charset=koi8-r charset=big5>", "koi8-r"),
  ])
  func metaElementsNameTheCharset(html: String, name: String) {
    let decoded = decode(Array(html.utf8))
    #expect(decoded.name == name)
    #expect(decoded.basis == .meta)
  }

  @Test(arguments: [
    "<meta content='text/html; charset=euc-jp'>", "<meta charset=no-such-thing>", "<metacharset=koi8-r>",
    "<!-- <meta charset=koi8-r>",
    String(repeating: " ", count: 1024) + "<meta charset=koi8-r>", "<meta charset='koi8-r",
    "<meta name=description content='all about charset'>", "</",
    "<meta http-equiv=refresh content='0;charset=\"koi8-r'>", "<", "<meta", "<!", "<a b='",
  ])
  func thisIsNoCharset(html: String) {
    #expect(decode(Array(html.utf8)).basis == .assumed)
  }

  @Test func validUTF8IsUTF8WithoutBeingTold() {
    #expect(decode(Array("naïve “quotes”".utf8)) == ("naïve “quotes”", "utf-8", .sniffed))
  }

  /// Archives write pages anew in UTF-8 and leave the label of the original in them.
  @Test(arguments: ["gb2312", "shift_jis", "iso-8859-1", "windows-1251"])
  func unmistakableUTF8OutweighsALabel(label: String) {
    let html = "<meta http-equiv=\"content-type\" content=\"text/html;charset=\(label)\"><p>“Größe” und 中国 и Москва"
    #expect(decode(Array(html.utf8)) == (html, "utf-8", .sniffed))
    #expect(CharsetDecoder.decode(Array(html.utf8)).notes.first?.hasSuffix("but valid UTF-8 throughout") == true)
    // Two letters of Latin-1 may look like one of UTF-8.
    #expect(decode(Array("<meta charset=\(label)>".utf8) + [0xC3, 0xA9]).basis == .meta)
  }

  @Test func otherwiseTheBytesAreSniffed() {
    // Enough Russian in windows-1251 for statistics to hold on to.
    let russian = "Министры договорились о новых правилах, сообщает газета. Решение вступит в силу в следующем году."
    let bytes = russian.unicodeScalars.map { scalar -> UInt8 in
      scalar.value >= 0x410 && scalar.value < 0x450 ? UInt8(scalar.value - 0x410 + 0xC0) : UInt8(scalar.value)
    }
    #expect(decode(bytes) == (russian, "windows-1251", .sniffed))
    let wide: [UInt8] = "Plain words in sixteen bits".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(decode(wide) == ("Plain words in sixteen bits", "utf-16le", .sniffed))
  }

  @Test func brokenUTF8IsRepairedAndCounted() throws {
    let words = Array(String(repeating: "déjà vu ", count: 20).utf8)
    let result = CharsetDecoder.decode(words + [0xFF, 0x41, 0xE2, 0x80, 0x42, 0xF0, 0x9F])
    #expect(String(decoding: result.utf8, as: UTF8.self).hasSuffix("\u{FFFD}A\u{FFFD}B\u{FFFD}"))
    #expect(result.replaced == 3)
    #expect(result.notes == ["replaced 3 invalid byte sequences of utf-8"])
    let page = try Page.parse(words + [0xFF])
    #expect(page.notes == ["replaced 1 invalid byte sequence of utf-8"])
  }

  @Test func unknownLabelsAreToldOf() {
    let result = CharsetDecoder.decode(Array("abc".utf8), contentType: "text/html; charset=klingon")
    #expect(result.notes == ["unknown charset 'klingon' ignored"])
  }

  /// Agrees with the standard library on what is valid, for all pairs and for sequences at the borders.
  @Test func validationIsExact() {
    var samples: [[UInt8]] = []
    for a in 0x7E...0xFF {
      for b in [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF] { samples.append([UInt8(a), UInt8(b)]) }
    }
    for lead in 0xE0...0xF5 {
      for second in [0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF] as [UInt8] {
        samples.append([UInt8(lead), second, 0x80])
        samples.append([UInt8(lead), second, 0xBF, 0x80])
        samples.append(Array(repeating: 0x61, count: 40) + [UInt8(lead), second, 0xBF, 0xBF, 0x61])
      }
    }
    for sample in samples {
      let firstInvalid = UTF8Validation.firstInvalid(sample)
      #expect((firstInvalid == nil) == (String(validating: sample, as: UTF8.self) != nil), "\(sample)")
      // The repair is the standard library's too: one U+FFFD for each maximal subpart.
      let repaired = UTF8Repair.repaired(
        sample, from: 0, firstInvalid: firstInvalid, verdict: CharsetVerdict(name: "utf-8", basis: .assumed))
      #expect(repaired.utf8 == Array(String(decoding: sample, as: UTF8.self).utf8), "\(sample)")
      #expect(String(utf8: sample[...]) == String(decoding: sample, as: UTF8.self), "\(sample)")
    }
  }
}
