// swift-tools-version: 6.1
import PackageDescription

// A package of its own: what fuzzing needs is nothing that a user of Copydesk builds. The HTML parser's target is built by `run.sh` alone,
// since it looks at internals.
let package = Package(
  name: "copydesk-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "copydesk", path: "..")],
  targets: [
    .target(
      name: "ExtractionCheck",
      dependencies: [
        .product(name: "Copydesk", package: "copydesk"), .product(name: "Pages", package: "copydesk"),
        .product(name: "Extraction", package: "copydesk"),
      ], path: "ExtractionCheck"),
    .executableTarget(name: "fuzz-extraction", dependencies: ["ExtractionCheck"], path: "fuzz-extraction"),
    .executableTarget(name: "mutations", dependencies: ["ExtractionCheck"], path: "mutations"),
  ],
  swiftLanguageModes: [.v6]
)
