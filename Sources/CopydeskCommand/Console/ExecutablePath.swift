#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The absolute path of this program, without symbolic links; `nil` where the system does not tell.
func executablePath() -> String? {
  #if os(Linux)
    return try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  #else
    guard let first = CommandLine.arguments.first, first.contains("/") else { return nil }
    return URL(filePath: first).resolvingSymlinksInPath().path
  #endif
}
