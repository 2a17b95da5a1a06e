/// Inputs that are random and the same in each run.
struct RandomInput: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Marsaglia's xorshift64*.
  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) } }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[Int.random(in: 0..<choices.count, using: &self)] }

  private static let tokens = [
    "<p>", "</p>", "<div class='a b'>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a href='/x'>", "</a>", "<table>", "<tr>",
    "<td>", "</td>", "</tr>",
    "</table>", "<ul>", "<li>", "</ul>", "<h2>", "</h2>", "<br>", "<br/>", "<!-- c -->", "<script>var a='<p>';</script>",
    "<style>p{}</style>",
    "<template><p>t</p></template>", "<svg><path d='M0'/><title>s</title></svg>", "<pre>\n x\n</pre>", "<span hidden>h</span>",
    "<select><option>o</select>",
    "<blockquote>", "</blockquote>", "<figure><figcaption>f</figcaption></figure>", "<x-y z=1>", "</x-y>", "<p", "<", ">",
    "&amp;", "&lt;", "&nbsp;", "&#x1F600;", "&bogus;",
    "\n", "  ", "\u{A0}", "\u{200B}", "word", "naïve", "日本", "<textarea>", "</textarea>", "<noscript>", "</noscript>", "<html>",
    "<body>", "<head>", "<title>t</title>",
    "<div style='display: none'>", "<math><mi>x</mi></math>", "<![CDATA[x]]>", "<?pi?>", "<!doctype html>", "'", "\"", "=",
    "\u{0}", "<td", "</",
  ]

  /// Soup of tags, text and references.
  mutating func html(tokens count: Int) -> String { (0..<count).map { _ in pick(Self.tokens) }.joined() }
}
