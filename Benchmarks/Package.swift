// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who uses Copydesk resolves what only measuring needs.
let package = Package(
  name: "copydesk-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "copydesk", path: "..")],
  targets: [
    .executableTarget(
      name: "chain-overhead", dependencies: [.product(name: "Copydesk", package: "copydesk")], path: "chain-overhead"),
    .executableTarget(
      name: "html-parse", dependencies: [.product(name: "Pages", package: "copydesk")], path: "html-parse",
      exclude: ["compare.sh", "compare-with-chromium.py", "lexbor.py", "README.md"]),
  ],
  swiftLanguageModes: [.v6]
)
