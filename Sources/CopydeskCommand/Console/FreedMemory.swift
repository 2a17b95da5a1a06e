/// Has the C library keep some megabytes of what is freed for the next document; the kernel would clear and map them again.
///
/// glibc gives freed memory back where it is more than twice the largest block of those it mapped on their own, and learns that
/// size when such a block is freed (https://man7.org/linux/man-pages/man3/mallopt.3.html, `M_MMAP_THRESHOLD`). This one is never
/// touched.
func keepFreedMemory() {
  UnsafeMutableRawPointer.allocate(byteCount: 8 << 20, alignment: 1).deallocate()
}
