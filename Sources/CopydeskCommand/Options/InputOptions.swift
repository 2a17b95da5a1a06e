import ArgumentParser

/// What every command that reads one page or text dump asks for.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The address the page came from: routes it to its publisher's rule and resolves links. (default: not known)",
      valueName: "address"))
  var url: String?

  @Option(
    help: ArgumentHelp(
      "The media type, as a server would state it, such as 'text/html; charset=utf-8'. (default: looked for in the bytes)",
      valueName: "type"))
  var mediaType: String?

  func validate() throws {
    // Without its scheme and host an address routes to no rule and resolves no link.
    guard let url, !url.contains("://") else { return }
    throw ValidationError("--url takes a whole address, such as 'https://example.org/2025/story'; '\(url)' is none.")
  }
}
