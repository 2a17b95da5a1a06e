-- Headline USA republishes other outlets' articles next to its own.
--
-- Known from its text dumps: date line, headline, "(Name, Outlet)" in front of the first paragraph, the syndication line, the rights
-- notice with its contact address, the advertisement marker and the "TRENDING NOW" widget at the foot.
-- Assumed of its HTML, which was not at hand: a WordPress page with the article's metadata in JSON-LD or OpenGraph and the text in
-- `.entry-content`. The text rules serve there too, since the notices are the same paragraphs.
return publisher {
  api = 1,
  name = "Headline USA",
  hosts = { "headlineusa.com" },
  recognize = text "https://headlineusa.com/advertising",
  language = "en",
  take = {
    headline = { css "h1", meta "og:title", line { at = "head", after = "datePublished", nth = 1 } },
    -- The byline in front of the text is the writer; the metadata may name the site instead.
    author = { byline "(${name}, ${affiliation})" },
    datePublished = {
      jsonld "datePublished",
      meta "article:published_time",
      line { at = "head", date = "%A, %B %d, %Y" },
    },
    isBasedOn = { line "This article originally appeared at ${name}." },
    copyrightNotice = { line { "Copyright *. No part of this site may be reproduced*", at = "tail" } },
  },
  body = { within = css ".entry-content" },
  drop = {
    advertisement = { line "- Advertisement -" },
    related = { line { "TRENDING NOW", at = "tail", through = "end", max_share = 0.2 } },
  },
  expect = {
    required = { "headline", "copyrightNotice" },
    forbids = { "- Advertisement -", "RSS Terms of Service" },
    max_removed = 0.35,
  },
}
