// Made by Training/train_quality.py; do not edit. `make train` makes it anew from labelled corpora (Training/README.md).
// Per signal: what it adds to the log odds of the expected F1, and its mean over all pages: what is usual.

extension QualityModel {
  /// 122 pages labelled by paragraphs, 8 with an F1 below 0.8: rank correlation 0.42, AUC 0.91, held out.
  /// 400 pages labelled by words, 26 with an F1 below 0.8: rank correlation 0.50, AUC 0.81, held out.
  /// Below 0.90: 37 of 522 pages; 16 of the 34 doubtful ones are among them.
  static let html = QualityModel(
    bias: 3.069, doubtfulBelow: 0.90,
    [
      (.wordAgreement, 6.660, 0.954),
      (.blockAgreement, 4.703, 0.915),
      (.gaps, -1.053, 0.017),
      (.overruledShare, -0.936, 0.026),
      (.proseShare, 0.220, 0.871),
      (.shortShare, 0.000, 0.055),
    ])

  /// 243 pages labelled by paragraphs, 46 with an F1 below 0.8: rank correlation 0.46, AUC 0.78, held out.
  /// 789 pages labelled by words, 100 with an F1 below 0.8: rank correlation 0.62, AUC 0.87, held out.
  /// Below 0.85: 168 of 1032 pages; 88 of the 146 doubtful ones are among them.
  static let text = QualityModel(
    bias: 2.306, doubtfulBelow: 0.85,
    [
      (.wordAgreement, 3.491, 0.924),
      (.blockAgreement, 3.399, 0.850),
      (.proseShare, 2.252, 0.894),
      (.shortShare, -1.425, 0.074),
      (.overruledShare, -0.201, 0.245),
      (.gaps, -0.178, 0.030),
    ])
}
