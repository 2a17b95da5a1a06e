import Testing

@testable import RuleEngine

/// Every message about a rule, with the place it points at.
@Suite struct LintTests {
  @Test func acceptsASoundRule() {
    expectDiagnostics(rule(), [:])
  }

  @Test func unknownKeys() {
    expectDiagnostics(
      """
      return publisher {
        api = 1, name = "Example", hosts = { "example.test" },
        ①langage = "en",
        take = { ②headlin = { css "h1" } },
        body = { ③whithin = css "article" },
        drop = { ④advertisment = { css ".ad" }, related = { line { "MORE", ⑤att = "tail" } } },
        expect = { ⑥foo = 1 },
      }
      """,
      [
        "①": "error: unknown key 'langage' | did you mean 'language'?",
        "②": "error: unknown property 'headlin' in 'take' | did you mean 'headline'?",
        "③": "error: unknown key 'whithin' in 'body' | did you mean 'within'?",
        "④": "error: unknown role 'advertisment' in 'drop' | did you mean 'advertisement'?",
        "⑤": "error: unknown key 'att' in 'drop.related[1]' | did you mean 'at'?",
        "⑥": "error: unknown key 'foo' in 'expect' | known keys: forbids, max_removed, min_words, required",
      ])
  }

  @Test func clausesThatAreTooLoose() {
    expectDiagnostics(
      """
      return publisher {
        api = 1, name = "Example", hosts = { "example.test" },
        recognize = text "①the government",
        take = { headline = { line "②*" }, author = { line { "${name}", at = "head", nth = 2 }, line "③— ${name} —" } },
        body = { within = css "④*" },
        drop = {
          related = { css "⑤p", css ".related p", line "⑥* *", line { "MORE STORIES", at = "tail", through = ⑦"end" } },
          comment = { line { "*", after = line "Comments", through = "end", max_share = 0.2 } },
        },
      }
      """,
      [
        "①":
          "warning: 'the government' may stand in anyone's text | take an address, or a notice with the publisher's name in it",
        "②": "warning: '*' fits any line | write the words that such lines share, or a place such as after = … or nth = 1",
        "③":
          "warning: '— ${name} —' fits any line | write the words that such lines share, or a place such as after = … or nth = 1",
        "④": "warning: '*' fits most of a page | name a class, an id or an attribute",
        "⑤": "warning: 'p' fits most of a page | name a class, an id or an attribute",
        "⑥": "warning: '* *' fits any line | write the words that such lines share, or a place such as after = … or nth = 1",
        "⑦":
          "warning: everything down to the end goes, however much that is | say how much it may be at most, such as max_share = 0.1",
      ])
  }

  @Test func missingKeys() {
    let found = diagnostics("return publisher { drop = { related = { css \".more\" } } }").map(\.summary)
    #expect(
      found == ["api", "hosts", "name"].map { "rules/example.test/rule.lua:1:8: error: '\($0)' is missing" })
  }

  @Test func wrongTypes() {
    expectDiagnostics(
      """
      return publisher {
        api = ①"1", name = ②5, hosts = ③"example.test",
        take = { headline = ④true, author = { ⑤"h1" } },
        drop = { related = { line { "MORE", at = ⑥"middle", nth = ⑦0 } } },
        expect = { max_removed = ⑧2, required = { ⑨"headlines" } },
        edit = ⑩{},
      }
      """,
      [
        "①": "error: 'api' is a string, expected a whole number",
        "②": "error: 'name' is the number 5, expected a string",
        "③": "error: 'hosts' is a string, expected a list",
        "④": "error: 'take.headline' is true, expected css, xpath, meta, jsonld, line, byline, value",
        "⑤": "error: 'take.author[1]' is a string by itself | say what it is: css, xpath, meta, jsonld, line, byline or value",
        "⑥": "error: unknown place 'middle' in 'drop.related[1].at' | known: head, tail",
        "⑦": "error: 'drop.related[1].nth' is 0, expected -1 to 1000 but not 0",
        "⑧": "error: 'expect.max_removed' is 2.0, expected a share from 0 to 1",
        "⑨": "error: unknown property 'headlines' in 'expect.required[1]' | did you mean 'headline'?",
        "⑩": "error: 'edit' is a table, expected a function",
      ])
  }

  @Test func misplacedValues() {
    expectDiagnostics(
      """
      return publisher {
        api = 1, name = "Example", hosts = { "example.test", ①www = "www.example.test" },
        take = { headline = { css { "h1", ②"h2" } } },
        body = { within = ③line "Story", keep = { "p", css { "h2", ④attr = "id" } } },
        drop = { ⑤css ".ad", related = { ⑥line {}, ⑦css {} } },
        recognize = ⑧css "html",
      }
      """,
      [
        "①": "error: unexpected key 'www' in the list 'hosts' | a list holds values only",
        "②": "error: a value without a key in 'take.headline[1]' | write key = value",
        "③": "error: 'line' cannot stand in 'body.within' | use css or xpath",
        "④": "error: unknown key 'attr' in 'body.keep[2]' | known keys: reason",
        "⑤": "error: a value without a key in 'drop' | write key = value",
        "⑥": "error: 'line' needs a text, a date or a place in 'drop.related[1]'",
        "⑦": "error: 'css' needs its selector in 'drop.related[2]'",
        "⑧": "error: 'css' cannot stand in 'recognize' | use text",
      ])
  }

  @Test func malformedStrings() {
    expectDiagnostics(
      """
      return publisher {
        api = 1, name = "Example", hosts = { ①"https://example.test/", ②"localhost", ③"co.uk" },
        language = ④"English", timezone = ⑤"CET+1",
        drop = { related = { line { "More ${⑥} here", at = "tail" } } },
        take = { datePublished = { meta { "date", date = "%Y-⑦%Q" } } },
        versions = { { until_date = ⑧"2024-02-30" } },
      }
      """,
      [
        "①": "error: 'https://example.test/' is not a host: leave out the scheme",
        "②": "error: 'localhost' is not a host: it has no dot",
        "③": "error: 'co.uk' is a public suffix: it belongs to no one publisher | name the publisher's own domain",
        "④": "error: 'English' is not a language tag | write a BCP 47 tag such as \"en\" or \"pt-BR\"",
        "⑤": "error: 'CET+1' is not a timezone | write a name of the tz database such as \"Europe/London\"",
        "⑥": "error: not a text template: '' is no name: use letters, digits and underscores",
        "⑦":
          "error: not a date format: unknown directive '%Q'; known are %A %a %B %b %d %e %m %Y %y %H %I %M %S %p %z %Z %%",
        "⑧": "error: '2024-02-30' is not a date | write it as \"2024-06-30\"",
      ])
  }

  @Test func repeatedKeys() {
    expectDiagnostics(
      """
      return publisher {
        api = 1, name = "Example", hosts = { "example.test" },
        take = { headline = css "h1", ①headline = css "h2" },
        drop = { related = { line { "MORE", at = "tail", ②at = "head" } } },
        ③name = "Sample",
      }
      """,
      [
        "①": "error: 'headline' stands here twice in 'take'",
        "②": "error: 'at' stands here twice in 'drop.related[1]'",
        "③": "error: 'name' stands here twice",
      ])
  }

  @Test func captures() {
    expectDiagnostics(
      """
      return publisher {
        api = 1, name = "Example", hosts = { "example.test" },
        take = { author = { byline "By ①${writer}" }, headline = { line { "Title: ${value}", at = "head" } } },
        drop = { related = { line { "More by ②${name}", after = line "③${rest} end" } } },
      }
      """,
      [
        "①": "error: unknown capture '${writer}' for 'author' | known captures: affiliation, name, value",
        "②": "warning: the capture '${name}' in 'drop.related[1]' goes nowhere",
        "③": "warning: the capture '${rest}' in 'drop.related[1].after' goes nowhere",
      ])
  }

  @Test func doubts() {
    expectDiagnostics(
      """
      return publisher {
        api = 1, name = "Example", hosts = { "example.test", ①"Example.Test" },
        drop = { related = { line "②Read more", css "div.③sc-bdVaJa", ④css "div.⑦sc-bdVaJa", css ".⑤css-1a2b3c p" } },
        versions = { { until_date = "2024-06-30" }, { until_date = ⑥"2023-06-30" } },
      }
      """,
      [
        "①": "warning: host 'Example.Test' is listed twice",
        "②": "warning: 'Read more' is short and may stand anywhere | add a place, such as at = \"tail\" or after = …",
        "③":
          "warning: 'sc-bdVaJa' looks like the name a build tool made up | it will change with the next build; look for a stable name, an attribute or metadata",
        "④": "warning: 'drop.related[3]' says the same as line 3",
        "⑤":
          "warning: 'css-1a2b3c' looks like the name a build tool made up | it will change with the next build; look for a stable name, an attribute or metadata",
        "⑥": "error: the version until 2023-06-30 comes after the one until 2024-06-30 | put the oldest first",
        "⑦":
          "warning: 'sc-bdVaJa' looks like the name a build tool made up | it will change with the next build; look for a stable name, an attribute or metadata",
      ])
  }

  @Test func folderNamedAfterSomethingElse() {
    expectDiagnostics(
      "return publisher { api = 1, name = \"Example\", hosts = ①{ \"example.test\" }, drop = { related = css \".more\" } }",
      ["①": "warning: the folder is named 'other.test', which is not under any of the hosts"], domain: "other.test")
  }

  @Test func aRuleThatDoesNothing() {
    expectDiagnostics(
      "return ①publisher { api = 1, name = \"Example\", hosts = { \"example.test\" } }",
      ["①": "warning: the rule takes, keeps and drops nothing"])
  }

  @Test func aLaterLanguage() {
    expectDiagnostics(
      "return publisher { api = ①2, name = \"Example\", anything = true }",
      ["①": "error: api 2 is not known; this program speaks api 1 | write api = 1"])
  }

  @Test func unknownFunction() {
    expectDiagnostics(
      rule("take = { headline = ①csss \"h1\" },"), ["①": "error: unknown function 'csss' | did you mean 'css'?"])
  }

  @Test func notLua() {
    expectDiagnostics(
      """
      return publisher {
        api = 1
        ①name = "Example",
      }
      """, ["①": "error: '}' expected (to close '{' at line 1) near 'name'"])
  }

  @Test func notARule() {
    expectDiagnostics(
      "return ①{ name = \"Example\" }",
      ["①": "error: the file returns a table, not a publisher | end the file with `return publisher { … }`"])
  }

  @Test func valuesThatCodeComputes() {
    // The value has no place of its own, so its key's has to do.
    expectDiagnostics(
      """
      local function clauses(list)
        local out = {}
        for i, name in ipairs(list) do
          ①out[i] = line { name, att = "tail" }
        end
        return out
      end
      return publisher {
        api = 1, name = "Example", hosts = { "example.test" },
        drop = { related = clauses { "MORE" } },
      }
      """,
      ["①": "error: unknown key 'att' in 'drop.related[1]' | did you mean 'at'?"])
  }

  @Test func localsKeepTheirPlaces() {
    expectDiagnostics(
      """
      local more = { line { "MORE", ①att = "tail" } }
      return publisher { api = 1, name = "Example", hosts = { "example.test" }, drop = { related = more } }
      """, ["①": "error: unknown key 'att' in 'drop.related[1]' | did you mean 'at'?"])
  }

  @Test func printsTheLineWithACaret() {
    let text = "return publisher {\n\tapi = 1, name = \"Ünïted\", hots = {},\n}"
    let found = diagnostics(text).first { $0.problem.message.contains("hots") }
    #expect(
      found?.description == """
        rules/example.test/rule.lua:2:28: error: unknown key 'hots'
          2 | \tapi = 1, name = "Ünïted", hots = {},
            | \t                          ^~~~ did you mean 'hosts'?
        """)
  }
}
