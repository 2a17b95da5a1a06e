import Copydesk
import Pages
import Testing

@testable import Extraction

@Suite struct EmbedTests {
  @Test(arguments: [
    (#"<iframe src="//www.youtube.com/embed/abc123?rel=0"></iframe>"#, "YouTube", "https://www.youtube.com/embed/abc123?rel=0"),
    (
      #"<iframe src="about:blank" data-src="https://player.vimeo.com/video/77"></iframe>"#, "Vimeo",
      "https://player.vimeo.com/video/77"
    ),
    (#"<amp-youtube data-videoid="abc-1_2"></amp-youtube>"#, "YouTube", "https://www.youtube.com/watch?v=abc-1_2"),
    (#"<amp-twitter data-tweetid="99"></amp-twitter>"#, "X", "https://twitter.com/i/status/99"),
    (#"<iframe src="https://datawrapper.dwcdn.net/x1/2/"></iframe>"#, "Datawrapper", "https://datawrapper.dwcdn.net/x1/2/"),
    (#"<iframe src="https://open.spotify.com/embed/episode/5"></iframe>"#, "Spotify", "https://open.spotify.com/embed/episode/5"),
    (#"<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>"#, "Google Maps", "https://www.google.com/maps/embed?pb=1"),
    (#"<iframe src="https://social.example/@ada/12/embed"></iframe>"#, "Mastodon", "https://social.example/@ada/12/embed"),
    (
      #"<div class="fb-post" data-href="https://www.facebook.com/quay/posts/7"></div>"#, "Facebook",
      "https://www.facebook.com/quay/posts/7"
    ),
    (
      #"<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="quay/7"></script>"#, "Telegram",
      "https://t.me/quay/7"
    ),
    (
      #"<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@q/video/1"><section></section></blockquote>"#, "TikTok",
      "https://www.tiktok.com/@q/video/1"
    ),
  ])
  func aPlayerIsAnEmbedAtItsPlace(_ markup: String, _ provider: String, _ url: String) throws {
    var story = HTMLStory()
    story.middle = markup
    let body = try story.record().article.body
    #expect(body.map(\.type) == [.paragraph, .paragraph, .embed, .paragraph, .paragraph])
    #expect(body.dropFirst(2).first?.provider == provider)
    #expect(body.dropFirst(2).first?.url == url)
  }

  @Test(arguments: [
    #"<iframe src="https://www.googletagmanager.com/ns.html?id=GTM"></iframe>"#,
    #"<iframe src="https://ads.example/slot"></iframe>"#,
    #"<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>"#, #"<iframe src="javascript:alert(1)"></iframe>"#,
    #"<iframe src="https://www.youtube.com/subscribe_embed?c=1"></iframe>"#, #"<iframe></iframe>"#,
    #"<amp-youtube data-videoid="../../x"></amp-youtube>"#,
  ])
  func otherFramesAreNone(_ markup: String) throws {
    var story = HTMLStory()
    story.middle = markup
    #expect(try story.extras().isEmpty)
  }

  @Test func aPostsWordsBelongToTheEmbed() throws {
    var story = HTMLStory()
    story.middle = """
      <blockquote class="twitter-tweet"><p lang="en">The ferry is back, and so is the cat in the wheelhouse. <a href="https://t.co/x">pic</a></p>
      &mdash; Quay Port (@quayport) <a href="https://twitter.com/quayport/status/12">May 3, 2025</a></blockquote>
      """
    let record = try story.record()
    let embed = try #require(try story.extras().first)
    #expect(try story.extras().count == 1)
    #expect(embed.type == .embed)
    #expect(embed.provider == "X")
    #expect(embed.url == "https://twitter.com/quayport/status/12")
    #expect(embed.text.hasPrefix("The ferry is back"))
    #expect(embed.text.hasSuffix("May 3, 2025"))
    #expect(!record.article.articleBody.contains("wheelhouse"))
    let blocks = record.blocks.filter { $0.role == .embed }
    #expect(!blocks.isEmpty && blocks.allSatisfy { $0.fate == .kept && $0.by == "generic:media" })
  }

  @Test func aQuotationStaysAQuotation() throws {
    var story = HTMLStory()
    story.middle =
      "<blockquote><p>“We sail on Monday, whatever the wind says,” the captain told the town’s council.</p></blockquote>"
    #expect(try story.extras().map(\.type) == [.quote])
  }
}
