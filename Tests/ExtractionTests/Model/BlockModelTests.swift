import Copydesk
import Pages
import Testing

@testable import Extraction

struct BlockModelTests {
  private func features(_ values: [BlockFeature: Float]) -> [Float] {
    BlockFeature.allCases.map { values[$0] ?? 0 }
  }

  private let model = BlockModel(
    bias: -0.5, removesBelow: 0.3, keepsAbove: 0.8,
    [(.linkShare, -4, 0.25), (.endsSentence, 2, 0.5), (.isProse, 1, 0.5), (.kept, 3, 0.5)])

  @Test func addsUpWhatEachFeatureIsWorth() {
    // -0.5 + 2 + 1 = 2.5 and 1/(1 + e^-2.5) = 0.924142
    let sentence = model.probability {
      $0.note(.endsSentence, true)
      $0.note(.kept, false)
      $0.note(.isProse, true)
    }
    #expect(abs(sentence - 0.924142) < 1e-5)
    // -0.5 - 4 = -4.5, and -0.5 - 2 = -2.5
    #expect(abs(model.probability { $0.note(.linkShare, 1) } - 0.010987) < 1e-5)
    #expect(abs(model.probability { $0.note(.linkShare, 0.5) } - 0.075858) < 1e-5)
  }

  /// What is added up as the features are read is what their row adds up to.
  @Test func aRowAndASumSayTheSame() throws {
    let lines = [
      "Ferry sails again", "By Jonas Feld", "Read more: Harbour news", "© 2025 Harbour Gazette", "PHOTO 12/24 | ANNA BERG",
    ]
    let story = (1...8).map {
      "<p class=text>The ferry number \($0) sailed on Tuesday, <a href=/\($0)>as planned</a>. Nobody was hurt.</p>"
    }
    let page = try Page.parse(html: "<article>\(story.joined())\(lines.map { "<li>\($0)</li>" }.joined())</article>")
    var count = 0
    var draft = Draft(page: page, origin: Origin())
    GenericReading(page).read(into: &draft) { reviewed, _ in
      let reader = FeatureReader(reviewed)
      for position in reviewed.blocks.indices {
        let row = zip(BlockModel.html.weights, reader.features(position)).reduce(BlockModel.html.bias) { $0 + $1.0 * $1.1 }
        #expect(abs(BlockModel.html.probability { reader.read(position, into: &$0) } - Logistic.share(row)) < 1e-5)
        count += 1
      }
    }
    #expect(count == 13)
  }

  @Test func namesTheWeightiestFeatures() {
    let link = features([.linkShare: 0.9])
    #expect(model.weightiest(link, forKeeping: false) == [.linkShare, .endsSentence, .isProse])
    #expect(model.reasons(link, forKeeping: false) == "link share 0.90, no sentence end, no running text")
    let sentence = features([.endsSentence: 1, .isProse: 0, .kept: 1])
    // What the heuristics decided is under review, and no reason.
    #expect(model.reasons(sentence, forKeeping: true) == "ends a sentence, link share 0.00")
  }

  @Test(arguments: [(Float(0), Float(0.5)), (1, 0.731_058_6), (-1, 0.268_941_4), (100, 1), (-100, 0)])
  func computesTheLogisticFunction(logOdds: Float, share: Float) {
    #expect(abs(Logistic.share(logOdds) - share) < 1e-6)
  }

  @Test(arguments: [(Float(0.004), "0.00"), (0.05, "0.05"), (0.999, "1.00"), (0.5, "0.50"), (-1, "0.00"), (2, "1.00")])
  func showsAShare(share: Float, text: String) {
    #expect(Logistic.shown(share) == text)
  }

  @Test func learntModelsAreSound() {
    for model in [BlockModel.html, .text] {
      for isNewsroom in [false, true] {
        let thresholds = model.thresholds(isNewsroom: isNewsroom)
        #expect(thresholds.removesBelow < thresholds.keepsAbove)
      }
      #expect(model.weights.contains { $0 != 0 })
      #expect(model.means.allSatisfy { (0...1).contains($0) })
    }
  }

  @Test func everyFeatureHasAName() {
    #expect(Set(BlockExample.featureNames).count == BlockFeature.count)
    #expect(BlockExample.featureNames.first == "upTo2Words")
  }
}
