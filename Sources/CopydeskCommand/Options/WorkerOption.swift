import ArgumentParser

/// `--workers`.
struct WorkerOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many documents are worked on at the same time, from 1 to 256. (default: one per core)", valueName: "n"))
  var workers: Int?

  func validate() throws {
    if let workers, !(1...256).contains(workers) { throw ValidationError("--workers takes a number from 1 to 256.") }
  }
}
