-- Antiwar.com writes and collects; its news desk is at news.antiwar.com.
--
-- Known from articles republished elsewhere: the outlet's name and its writers' bylines. Assumed of its HTML and dumps, which were not
-- at hand: a WordPress page with metadata in JSON-LD or OpenGraph, the text in `.entry-content`, a line "by NAME Posted on DATE" above
-- the text and an "Author:" line with a short biography below it.
return publisher {
  api = 1,
  name = "Antiwar.com",
  hosts = { "antiwar.com" },
  recognize = { text "of Antiwar.com, follow him", text "of Antiwar.com, follow her", text "of Antiwar.com, follow them" },
  language = "en",
  take = {
    headline = { css "h1", meta "og:title", line { at = "head", nth = 1 } },
    author = {
      jsonld "author.name",
      css "a[rel~=author]",
      line { "by ${name} Posted on *", at = "head" },
    },
    datePublished = {
      jsonld "datePublished",
      meta "article:published_time",
      line { "by * Posted on ${value}", at = "head", date = "%B %d, %Y" },
    },
  },
  body = { within = css ".entry-content" },
  drop = {
    authorBox = {
      -- The biography first: while it stands, the line above it is not after the last paragraph.
      line { "* is the * of Antiwar.com, follow*", at = "tail" },
      line { "Author: *", at = "tail" },
    },
  },
  expect = {
    required = { "headline" },
    forbids = { "follow her on", "follow him on", "View all posts by" },
    max_removed = 0.25,
  },
}
