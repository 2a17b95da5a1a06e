/// In what form a report is written.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people.
  case text
  /// The XML of JUnit, which build servers read.
  case junit
  /// Test Anything Protocol, version 14 (https://testanything.org/tap-version-14-specification.html).
  case tap
}

extension TestReport {
  /// The report as text; colours apply to ``ReportFormat/text`` only.
  public func rendered(as format: ReportFormat, colored: Bool = false) -> String {
    switch format {
    case .text: textReport(colored: colored)
    case .junit: junitReport()
    case .tap: tapReport()
    }
  }
}
