// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "newsroom",
  platforms: [.macOS(.v15)],
  // A package of your own names the repository's address and a version here.
  dependencies: [.package(name: "copydesk", path: "../..")],
  targets: [
    .executableTarget(
      name: "newsroom",
      dependencies: [
        .product(name: "Copydesk", package: "copydesk"),
        .product(name: "CopydeskCommand", package: "copydesk"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
