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
}
