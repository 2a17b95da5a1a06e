import CPSL

/// The part of a host name that someone registered: `news.example.co.uk` belongs to `example.co.uk`.
public enum RegistrableDomain {
  /// The registrable domain of a host, in lower case, by the Public Suffix List (https://publicsuffix.org/list/) as the system has it.
  ///
  /// - Returns: `nil` for a public suffix itself, an address in numbers, or something that is no host name.
  public static func of(_ host: String) -> String? {
    var host = host.lowercased()
    while host.hasSuffix(".") { host.removeLast() }
    guard DomainName.isDomain(ArraySlice(host.utf8)), let list = list.pointer else { return nil }
    return host.withCString { pointer in
      guard let domain = psl_registrable_domain(list, pointer) else { return nil }
      return String(cString: domain)
    }
  }

  /// The list is read once and never changed.
  private struct List: @unchecked Sendable {
    // Sendable because libpsl only reads a list after it is loaded, and documents look-ups as thread-safe.
    let pointer: OpaquePointer?
  }

  private static let list = List(pointer: psl_latest(nil) ?? psl_builtin())
}
