import ArgumentParser

extension ColorChoice: ExpressibleByArgument {}

/// `--color`, for commands that people look at.
struct ColorOption: ParsableArguments {
  @Option(help: "When to colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
  var color = ColorChoice.auto
}
