public import Copydesk
public import Pages

extension Extractor {
  /// What the block model sees of a page, with the verdicts of the heuristics alone; the script in `Training/` learns from these.
  public func blockExamples(_ page: Page, origin: Origin) -> [BlockExample] {
    var draft = Draft(page: page, origin: origin)
    draft.offerMetadata()
    var examples: [BlockExample] = []
    var addresses = LinkAddresses(draft)
    GenericReading(page).read(into: &draft) { reviewed, draft in
      let reader = FeatureReader(reviewed)
      for (position, index) in reviewed.blocks.enumerated() {
        let verdict = reviewed.verdicts[position]
        examples.append(
          BlockExample(
            block: index, text: BodyText.of(index, in: draft, &addresses).text, isKept: verdict.isText,
            isFixed: BlockReview.isFixed(draft.decisions, index, verdict), features: reader.features(position)))
      }
    }
    return examples
  }
}
