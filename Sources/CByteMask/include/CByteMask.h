#ifndef COPYDESK_BYTE_MASK_H
#define COPYDESK_BYTE_MASK_H

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// A bit for each of a row of bytes, the first lowest.
typedef uint64_t ByteMask;

/// The top bits of sixteen bytes, that of the first byte of `low` lowest, that of the last of `high` in bit 15.
///
/// One instruction on x86, which Swift has no name for. Elsewhere of each byte one bit is left, and a multiplication adds eight of them up.
static inline ByteMask copydesk_top_bits(uint64_t low, uint64_t high) {
#if defined(__SSE2__)
  return (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_set_epi64x((long long)high, (long long)low));
#else
  const uint64_t ones = 0x0101010101010101, own = 0x0102040810204080;
  const uint64_t first = ((low >> 7 & ones) * own) >> 56, second = ((high >> 7 & ones) * own) >> 56;
  return first | second << 8;
#endif
}

#endif
