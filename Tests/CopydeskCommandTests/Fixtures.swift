/// Inputs written for these tests.
enum Fixtures {
  /// A text dump with a date line, a headline, a byline in front of the first paragraph, and litter at its end.
  static let dump = """
    Friday, March 14, 2025

    Ferry Line Keeps Night Boats Running Through Winter, Shelving Plan To Cut Service

    (Mara Lindqvist, The Quay) The night ferries between Easthaven and Port Valen will go on sailing through the winter, setting aside \
    a plan to end them in November, harbor officials said on Thursday.

    The line had said in the spring that too few passengers took the last boat to pay for its crew. About 300 people now cross on an \
    average night, according to figures that the harbor office released this week.

    “We heard from nurses, bakers and the people who clean the fish market,” said Ilse Brandvik, who runs the office. “They have no \
    other way to get home, and they told us so in plain words.”

    The boats will leave at half past eleven and at two, as before, with a smaller crew on Sundays and on public holidays.

    This article originally appeared at The Quay.

    Copyright 2025. No part of this site may be reproduced without the permission of the copyright owner.
    - Advertisement -

    TRENDING NOW

    """

  static let page = """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Night boats stay | The Quay</title>
    <meta property="og:title" content="Night boats stay"><meta property="article:published_time" content="2025-03-14T18:30:00+00:00">
    <link rel="canonical" href="https://quay.test/night-boats"></head>
    <body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <article><h1 id="top" class="headline">Night boats stay</h1><p class="by">By Mara Lindqvist</p>
    <p>The night ferries between Easthaven and Port Valen will go on sailing through the winter, setting aside a plan to end them in
    November, harbor officials said on Thursday.</p>
    <p>The line had said in the spring that too few passengers took the last boat to pay for its crew. About 300 people now cross on an
    average night, according to figures that the harbor office released this week.</p>
    <p>The boats will leave at half past eleven and at two, as before, with a smaller crew on Sundays and on public holidays.</p></article>
    <div class="ad-slot">Advertisement</div><footer>© 2025 The Quay</footer></body></html>
    """

  /// A rule for the page above.
  static let rule = """
    return publisher {
      api = 1,
      name = "The Quay",
      hosts = { "quay.test" },
      take = {
        headline = { css "h1.headline" },
      },
      drop = {
        advertisement = { css ".ad-slot" },
      },
    }

    """
}
