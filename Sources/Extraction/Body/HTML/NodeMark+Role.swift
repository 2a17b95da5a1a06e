import Copydesk

extension NodeMark {
  /// What a block is whose surroundings bear this mark; the first that applies.
  var surroundingRole: (role: Role, reason: String)? {
    for (mark, role, reason) in Self.roles where contains(mark) { return (role, reason) }
    return nil
  }

  private static let roles: [(NodeMark, Role, String)] = [
    (.hidden, .boilerplate, "in an element that opens on request only"),
    (.advertisement, .advertisement, "in an element marked as advertising"),
    (.comment, .comment, "in the comments"),
    (.related, .related, "in a list of other articles"),
    (.newsletter, .newsletter, "in a newsletter box"),
    (.social, .social, "in a share bar"),
    (.authorBox, .authorBox, "in a box about the author"),
    (.paywall, .paywall, "in a paywall notice"),
    (.consent, .consent, "in a consent notice"),
    (.promotion, .promotion, "in an element marked as promotion"),
    (.player, .navigation, "in a media player"),
    (.tags, .keywords, "in a list of topics"),
    (.navigation, .navigation, "in a menu"),
    (.form, .navigation, "in a form"),
    (.sidebar, .related, "beside the article"),
    (.footer, .boilerplate, "in a footer"),
  ]
}
