#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Returns how many processors are online.
func processorCount() -> Int {
  #if canImport(Darwin)
    max(1, Int(sysconf(_SC_NPROCESSORS_ONLN)))
  #else
    max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  #endif
}
