/// Whose posts, films and maps newsrooms embed, by the registrable domain of their addresses.
enum EmbedProvider {
  /// The provider's name and whether the address leads to a post, a film or the like: `nil` for sites that are none, and for their share
  /// buttons, follow boxes and ads.
  static func name(ofAddress address: String) -> String? {
    guard let host = Host.of(url: address), let domain = RegistrableDomain.of(host) else { return nil }
    var address = address
    return address.withUTF8 { bytes in
      let path = Path(ofAddress: bytes)
      if let (_, name, test) = table.first(where: { $0.domain == domain }) { return test(host, path) ? name : nil }
      // A Mastodon server has any name; its embeds have a path of their own: `/@name/123/embed`.
      if path.hasPrefix("/@"), path.hasSuffix("/embed") { return "Mastodon" }
      return nil
    }
  }

  /// The provider of a post whose markup says which network it is from, whatever the server.
  static func name(ofAddress address: String, class words: String) -> String? {
    if let name = name(ofAddress: address) { return name }
    return words.contains("mastodon-embed") && Host.stands(in: address) ? "Mastodon" : nil
  }

  /// An address from the slash behind its host on, without query and fragment.
  private struct Path {
    private let bytes: UnsafeBufferPointer<UInt8>.SubSequence

    init(ofAddress address: UnsafeBufferPointer<UInt8>) {
      let host = address.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
      bytes = host.drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        .prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    }

    func hasPrefix(_ part: String) -> Bool { bytes.starts(with: part.utf8) }
    func hasSuffix(_ part: String) -> Bool { bytes.suffix(part.utf8.count).elementsEqual(part.utf8) }
    func contains(_ part: String) -> Bool { ByteSearch.find(Array(part.utf8), in: UnsafeBufferPointer(rebasing: bytes)) != nil }
  }

  private typealias Test = @Sendable (_ host: String, _ path: Path) -> Bool

  private static let any: Test = { _, _ in true }

  private static func paths(_ prefixes: String...) -> Test {
    { _, path in prefixes.contains { path.hasPrefix($0) } }
  }

  private static let table: [(domain: String, name: String, isPost: Test)] = [
    ("youtube.com", "YouTube", paths("/embed/", "/watch", "/shorts/", "/v/", "/live/")),
    ("youtube-nocookie.com", "YouTube", paths("/embed/", "/v/")),
    ("youtu.be", "YouTube", any),
    ("vimeo.com", "Vimeo", any),
    ("dailymotion.com", "Dailymotion", any),
    ("twitter.com", "X", { _, path in path.contains("/status/") || path.contains("/statuses/") || path.hasPrefix("/embed/") }),
    ("x.com", "X", { _, path in path.contains("/status/") }),
    ("instagram.com", "Instagram", paths("/p/", "/reel/", "/tv/", "/reels/")),
    ("threads.net", "Threads", any),
    ("threads.com", "Threads", any),
    (
      "facebook.com", "Facebook",
      { _, path in
        path.hasPrefix("/plugins/post.php") || path.hasPrefix("/plugins/video.php") || path.contains("/posts/")
          || path.contains("/videos/") || path.hasPrefix("/watch") || path.hasPrefix("/photo") || path.hasPrefix("/permalink.php")
          || path.hasPrefix("/story.php") || path.hasPrefix("/reel/")
      }
    ),
    ("tiktok.com", "TikTok", any),
    ("bsky.app", "Bluesky", any),
    ("reddit.com", "Reddit", { _, path in path.contains("/comments/") || path.hasPrefix("/r/") }),
    ("redditmedia.com", "Reddit", any),
    ("t.me", "Telegram", any),
    ("telegram.me", "Telegram", any),
    ("pinterest.com", "Pinterest", paths("/pin/")),
    ("linkedin.com", "LinkedIn", paths("/embed/")),
    ("spotify.com", "Spotify", { host, _ in host == "open.spotify.com" || host == "embed.spotify.com" }),
    ("soundcloud.com", "SoundCloud", any),
    ("bandcamp.com", "Bandcamp", any),
    ("apple.com", "Apple", { host, _ in host.hasPrefix("embed.podcasts.") || host.hasPrefix("embed.music.") }),
    ("deezer.com", "Deezer", any),
    ("mixcloud.com", "Mixcloud", any),
    ("acast.com", "Acast", any),
    ("megaphone.fm", "Megaphone", any),
    ("libsyn.com", "Libsyn", any),
    ("podigee.io", "Podigee", any),
    ("podbean.com", "Podbean", any),
    ("buzzsprout.com", "Buzzsprout", any),
    ("simplecast.com", "Simplecast", any),
    ("ivoox.com", "iVoox", any),
    ("twitch.tv", "Twitch", any),
    ("streamable.com", "Streamable", any),
    ("wistia.com", "Wistia", any),
    ("wistia.net", "Wistia", any),
    ("brightcove.net", "Brightcove", any),
    ("jwplatform.com", "JW Player", any),
    ("jwplayer.com", "JW Player", any),
    ("rutube.ru", "Rutube", any),
    ("vk.com", "VK", paths("/video_ext.php")),
    ("vkvideo.ru", "VK", any),
    ("bilibili.com", "Bilibili", any),
    ("niconico.jp", "Niconico", any),
    ("giphy.com", "Giphy", any),
    ("tenor.com", "Tenor", any),
    ("imgur.com", "Imgur", any),
    ("datawrapper.de", "Datawrapper", any),
    ("dwcdn.net", "Datawrapper", any),
    ("flourish.studio", "Flourish", any),
    ("uri.sh", "Flourish", any),
    ("infogram.com", "Infogram", any),
    ("tableau.com", "Tableau", any),
    ("everviz.com", "Everviz", any),
    ("23degrees.io", "23degrees", any),
    ("knightlab.com", "Knight Lab", any),
    ("genial.ly", "Genially", any),
    ("thinglink.com", "ThingLink", any),
    ("google.com", "Google Maps", { host, path in path.hasPrefix("/maps") || host == "maps.google.com" }),
    ("openstreetmap.org", "OpenStreetMap", any),
    ("mapbox.com", "Mapbox", any),
    ("documentcloud.org", "DocumentCloud", any),
    ("scribd.com", "Scribd", any),
    ("issuu.com", "Issuu", any),
    ("slideshare.net", "SlideShare", any),
    ("gofundme.com", "GoFundMe", any),
  ]
}
