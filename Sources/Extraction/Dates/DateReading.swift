public import Copydesk

/// A date as a text states it: no more precise, with no offset that is not there, and with what was checked about it.
public struct DateReading: Sendable, Hashable {
  /// Whether the day of the week that stands beside the date is the right one.
  public enum WeekdayCheck: String, Sendable, Hashable {
    case consistent, inconsistent, absent
  }

  /// What a word in front of the date says about it.
  public enum Label: String, Sendable, Hashable {
    case published, modified
  }

  /// The date. Where day and month could be either way round this is what both readings share: the year alone.
  public var date: PartialDate
  /// The date's own words in the text.
  public var raw: String
  /// Where ``raw`` stands in the text, in UTF-8 offsets.
  public var range: Range<Int>
  public var weekday: WeekdayCheck
  /// The zone as written, such as `CEST` or `IST`; its offset is in ``date`` only where the name leaves no choice.
  public var zoneName: String?
  /// Both readings of a date such as 03/04/2025 whose order nothing tells; else empty.
  public var readings: [PartialDate]
  public var label: Label?

  /// Whether nothing tells which number is the month.
  public var isAmbiguous: Bool { !readings.isEmpty }

  public init(
    date: PartialDate, raw: String, range: Range<Int>, weekday: WeekdayCheck = .absent, zoneName: String? = nil,
    readings: [PartialDate] = [], label: Label? = nil
  ) {
    self.date = date
    self.raw = raw
    self.range = range
    self.weekday = weekday
    self.zoneName = zoneName
    self.readings = readings
    self.label = label
  }
}
