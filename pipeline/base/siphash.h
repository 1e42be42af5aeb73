/* SipHash-2-4 with 128 bits: a keyed digest of any bytes. */
#ifndef BASE_SIPHASH_H
#define BASE_SIPHASH_H

#include <stddef.h>
#include <stdint.h>

enum { SIPHASH_BYTES = 16 };

/* Whoever has not the key can neither make nor guess the digest of given bytes. */
void siphash(const uint8_t key[SIPHASH_BYTES], const void *data, size_t n,
             uint8_t out[SIPHASH_BYTES]);

#endif
