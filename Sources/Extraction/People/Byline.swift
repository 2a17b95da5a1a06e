public import Copydesk

/// Who wrote an article, as a line of text says: *By Name and Name*, *(Name, Outlet)*, *(AP)*, *Von Name, Berlin*.
public struct Byline: Sendable, Hashable {
  /// The people, or the newsroom, named. Empty where only an agency is credited.
  public var authors: [Author]
  /// An agency credited, as printed: `AP`, `Reuters`, `dpa`.
  public var credit: String?
  /// The part of the text that is the byline, in UTF-8 offsets. For a byline in front of a paragraph it ends where the paragraph's own
  /// words begin; else it is the whole line without white space at the ends.
  public var consumed: Range<Int>
  /// The byline's own words.
  public var raw: String
  /// The kind of evidence.
  public var form: Form

  public enum Form: String, Sendable, Hashable {
    /// In round brackets: `(Dave DeCamp, Antiwar.com)`.
    case bracketed
    /// Introduced by a word: *By*, *Von*, *Par*.
    case introduced
  }

  public init(authors: [Author], credit: String? = nil, consumed: Range<Int>, raw: String, form: Form) {
    self.authors = authors
    self.credit = credit
    self.consumed = consumed
    self.raw = raw
    self.form = form
  }
}
