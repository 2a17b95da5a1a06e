import Testing

@testable import Extraction

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("Fish &amp; chips", "Fish & chips"), ("&amp;quot;Yes&amp;quot;", "\"Yes\""), ("AT&T and R&D;", "AT&T and R&D;"),
    ("&Lstrok;&oacute;d&zacute;", "Łódź"), ("&#268;ern&#xFD;", "Černý"), ("1914 &#150; 1918", "1914 – 1918"),
    ("&notanentity; &; &#; &#x; &#xD800; &#x110000; &#99999999;", "&notanentity; &; &#; &#x; &#xD800; &#x110000; &#99999999;"),
    ("a&#10;b &#7; c", "a&#10;b &#7; c"), ("&nGt;", "\u{226B}\u{20D2}"), ("one <b>two</b><br>three", "one two three"),
    ("&lt;p&gt;A note&lt;/p&gt;", "A note"), ("&", "&"), ("100 &percnt;&", "100 %&"),
  ])
  func plain(_ raw: String, _ expected: String) {
    #expect(HTMLText.plain(raw) == expected)
  }
}
