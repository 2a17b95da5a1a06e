import Copydesk

extension Draft {
  /// Puts the publisher on offer: the rule's word first, then what routed the page there, then the page's address.
  mutating func settlePublisher(plan: Plan?, routing: RoutingEvidence?) {
    if let plan {
      let publisher = plan.publisher
      offer(
        .publisher,
        FieldCandidate(
          .publisher(publisher), raw: publisher.name ?? publisher.domain ?? plan.name, from: plan.from, confidence: 0.95,
          authority: .rule))
    }
    if let routing {
      offer(
        .publisher,
        FieldCandidate(
          .publisher(Publisher(domain: routing.domain)), raw: routing.raw, from: routing.line, confidence: 0.8,
          notes: ["routed by \(routing.how)"], authority: plan == nil ? .generic : .rule))
    }
  }
}
