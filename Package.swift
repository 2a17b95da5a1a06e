// swift-tools-version: 6.1
import PackageDescription

// The map of targets and the arrows between them are explained in ARCHITECTURE.md.
let package = Package(
  name: "copydesk",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "copydesk", targets: ["CopydeskTool"]),
    .library(name: "Copydesk", targets: ["Copydesk"]),
    .library(name: "Pages", targets: ["Pages"]),
    .library(name: "Extraction", targets: ["Extraction"]),
    .library(name: "CopydeskTesting", targets: ["CopydeskTesting"]),
    .library(name: "CopydeskCommand", targets: ["CopydeskCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"]), .brew(["lua@5.4"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"]), .brew(["uchardet"])]),
    .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"]), .brew(["libpsl"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CRuleVM", dependencies: ["CLua"]),
    .target(name: "CByteMask"),
    .target(name: "ByteLanes", dependencies: ["CByteMask"]),

    .target(
      name: "Copydesk",
      dependencies: [
        "ByteLanes",
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .target(name: "Pages", dependencies: ["ByteLanes", "CXML2", "CUchardet"]),
    .target(name: "Extraction", dependencies: ["Copydesk", "Pages", "ByteLanes", "CPSL"]),
    .target(name: "RuleEngine", dependencies: ["Copydesk", "Pages", "Extraction", "CRuleVM"]),
    .target(name: "ChainConfig", dependencies: ["Copydesk", "Yams"]),
    .target(name: "CopydeskTesting", dependencies: ["Copydesk", "Pages", "Extraction", "RuleEngine", "CZlib"]),
    .target(
      name: "StandardPlugins",
      dependencies: ["Copydesk", "Pages", "Extraction", "RuleEngine"],
      path: "plugins/Standard"),
    // The command as a library, so that a third party's four-line `main` can add plugins of its own.
    .target(
      name: "CopydeskCommand",
      dependencies: [
        "Copydesk", "Pages", "Extraction", "RuleEngine", "ChainConfig", "CopydeskTesting", "StandardPlugins",
        "CZlib", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(name: "CopydeskTool", dependencies: ["CopydeskCommand"]),

    .testTarget(
      name: "CopydeskTests", dependencies: ["Copydesk", .product(name: "Logging", package: "swift-log")]),
    .testTarget(name: "PagesTests", dependencies: ["Pages"]),
    .testTarget(name: "HTML5Tests", dependencies: ["Pages"], exclude: ["Cases", "not-applicable.tsv"]),
    .testTarget(name: "ExtractionTests", dependencies: ["Copydesk", "Pages", "Extraction"]),
    .testTarget(name: "RuleVMTests", dependencies: ["RuleEngine", "CRuleVM"]),
    .testTarget(name: "RuleEngineTests", dependencies: ["Copydesk", "Pages", "Extraction", "RuleEngine"]),
    .testTarget(name: "ChainConfigTests", dependencies: ["Copydesk", "ChainConfig"]),
    .testTarget(
      name: "StandardPluginsTests",
      dependencies: [
        "Copydesk", "ChainConfig", "StandardPlugins", "CopydeskTesting", .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(name: "CopydeskTestingTests", dependencies: ["Copydesk", "CopydeskTesting"]),
    .testTarget(
      name: "CopydeskCommandTests",
      dependencies: [
        "Copydesk", "CopydeskCommand", "CopydeskTool", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      // Read by their path: what the help texts are held against.
      exclude: ["Help"]),
    .testTarget(name: "RulesTests", dependencies: ["CopydeskTool"]),
    .testTarget(name: "ExamplesTests", dependencies: ["CopydeskTool"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type == .regular || target.type == .executable || target.type == .test {
  var settings = target.swiftSettings ?? []
  settings += [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
  target.swiftSettings = settings
}
