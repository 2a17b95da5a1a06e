import Copydesk

extension Explanation {
  /// The explanation as one HTML page that needs nothing else: no script, no style sheet, no image, no network.
  func page() -> String {
    var html = Markup()
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    // Nothing that a page may have brought along can load or run, even if the escaping had a hole.
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>")
    html.text(title)
    html.raw(" – Copydesk</title>\n<style>\n\(pageStyle)</style>\n</head>\n<body>\n")
    // The switches stand before what they switch: the style sheet follows siblings.
    for (fate, count) in counts {
      html.raw("<input type=\"checkbox\" id=\"show-\(fate.rawValue)\" checked>")
      html.raw("<label for=\"show-\(fate.rawValue)\" class=\"\(fate.rawValue)\">\(count) \(fate.rawValue)</label>\n")
    }
    html.raw("<header>\n<h1>")
    html.text(record.article.headline ?? title)
    html.raw("</h1>\n<p class=\"origin\">")
    html.text(title)
    html.raw(" · ")
    html.text(rule.map { "rule \($0)" } ?? "no rule: generic extractor")
    if let kind {
      html.raw("<br>\n")
      html.text(kind)
    }
    if let quality {
      html.raw("<br>\n")
      html.text(quality)
    }
    html.raw("</p>\n</header>\n<main>\n")
    appendBlocks(to: &html)
    appendFields(to: &html)
    appendFindings(to: &html)
    html.raw("</main>\n</body>\n</html>\n")
    return html.text
  }

  private func appendBlocks(to html: inout Markup) {
    html.raw("<section class=\"blocks\">\n<h2>Blocks</h2>\n<ol>\n")
    for block in record.blocks {
      html.raw("<li value=\"\(block.n)\" class=\"\(block.fate.rawValue)\"><p class=\"text\">")
      if block.text.allSatisfy(\.isWhitespace) { html.raw("<em>white space only</em>") }
      for run in block.runs {
        guard let span = run.span else {
          html.text(run.text)
          continue
        }
        let title = "\(span.role.words)\(span.to.map { " → \($0.rawValue)" } ?? ""): \(span.reason) (\(span.by))"
        html.raw("<del class=\"\(span.to == nil ? "removed" : "moved")\" title=\"")
        html.text(title)
        html.raw("\">")
        html.text(run.text)
        html.raw("</del>")
      }
      html.raw("</p>\n<p class=\"why\"><b>")
      html.text(block.role.words)
      html.raw("</b> ")
      html.text(block.fate.rawValue + (block.to.map { " → \($0.rawValue)" } ?? "") + ": " + block.reason)
      html.raw(" <code>")
      html.text(block.by)
      html.raw("</code>")
      if let line = block.line { html.raw(" <span>line \(line)</span>") }
      html.raw("</p>\n")
      for span in block.edits {
        html.raw("<p class=\"why\"><b>")
        html.text(span.role.words)
        html.raw("</b> “")
        html.text(span.text)
        html.raw("” ")
        html.text((span.to.map { "→ \($0.rawValue)" } ?? "cut") + ": " + span.reason)
        html.raw(" <code>")
        html.text(span.by)
        html.raw("</code></p>\n")
      }
      html.raw("</li>\n")
    }
    html.raw("</ol>\n</section>\n")
  }

  private func appendFields(to html: inout Markup) {
    html.raw(
      "<section>\n<h2>Fields</h2>\n<table>\n<thead><tr><th>Field<th>Value<th>From<th>Sure<th>Also seen</tr></thead>\n<tbody>\n")
    for field in fields {
      html.raw("<tr><th scope=\"row\">\(field.rawValue)<td>")
      for (index, line) in record.article.lines(of: field).enumerated() {
        if index > 0 { html.raw("<br>") }
        html.text(line)
      }
      guard let evidence = record.evidence[field] else {
        html.raw("<td><td><td></tr>\n")
        continue
      }
      if !evidence.raw.isEmpty {
        html.raw("<div class=\"raw\">“")
        html.text(evidence.raw)
        html.raw("”</div>")
      }
      html.raw("<td><code>")
      html.text(evidence.from)
      html.raw("</code>")
      for note in evidence.notes + (evidence.precision.map { ["to the \($0)"] } ?? []) {
        html.raw("<div class=\"raw\">")
        html.text(note)
        html.raw("</div>")
      }
      html.raw("<td>\(Percentage.words(evidence.confidence))<td>")
      for other in evidence.others {
        html.raw("<div class=\"\(other.agrees ? "agrees" : "lost")\">")
        html.text(other.value)
        html.raw(" <code>")
        html.text(other.from)
        html.raw("</code> \(Percentage.words(other.confidence))\(other.agrees ? " agrees" : "")</div>")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n</table>\n</section>\n")
  }

  private func appendFindings(to html: inout Markup) {
    html.raw("<section>\n<h2>Findings</h2>\n")
    if record.findings.isEmpty { html.raw("<p>None.</p>\n") }
    for finding in record.findings {
      html.raw("<p class=\"finding\"><code>")
      html.text(finding.code)
      html.raw("</code> ")
      html.text(finding.message)
      html.raw("</p>\n")
    }
    html.raw("</section>\n")
  }
}

/// HTML being written: markup as it is, text escaped for elements and quoted attributes alike.
struct Markup {
  private(set) var text = ""

  mutating func raw(_ markup: String) {
    text += markup
  }

  mutating func text(_ plain: String) {
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      // Control characters are not text in HTML, and direction overrides could make the page say something else.
      case "\u{00}"..."\u{08}", "\u{0B}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
