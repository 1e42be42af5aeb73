/* SipHash-2-4 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012), the 128-bit
 * variant. Eight bytes at a time are mixed into four words by two rounds; four rounds end it. */
#include "base/siphash.h"

#include <string.h>

struct state {
    uint64_t v0, v1, v2, v3;
};

static uint64_t rotate(uint64_t x, int n)
{
    return x << n | x >> (64 - n);
}

static void rounds(struct state *s, int n)
{
    while (n--) {
        s->v0 += s->v1;
        s->v1 = rotate(s->v1, 13) ^ s->v0;
        s->v0 = rotate(s->v0, 32);
        s->v2 += s->v3;
        s->v3 = rotate(s->v3, 16) ^ s->v2;
        s->v0 += s->v3;
        s->v3 = rotate(s->v3, 21) ^ s->v0;
        s->v2 += s->v1;
        s->v1 = rotate(s->v1, 17) ^ s->v2;
        s->v2 = rotate(s->v2, 32);
    }
}

/* Little-endian words, n ≤ 8 bytes. */
static uint64_t get(const uint8_t *p, size_t n)
{
    uint64_t x = 0;

    for (size_t i = 0; i < n; i++)
        x |= (uint64_t)p[i] << 8 * i;
    return x;
}

static void put(uint8_t *p, uint64_t x)
{
    for (int i = 0; i < 8; i++)
        p[i] = (uint8_t)(x >> 8 * i);
}

static void mix(struct state *s, uint64_t word)
{
    s->v3 ^= word;
    rounds(s, 2);
    s->v0 ^= word;
}

static uint64_t sum(const struct state *s)
{
    return s->v0 ^ s->v1 ^ s->v2 ^ s->v3;
}

void siphash(const uint8_t key[SIPHASH_BYTES], const void *data, size_t n,
             uint8_t out[SIPHASH_BYTES])
{
    const uint64_t k0 = get(key, 8), k1 = get(key + 8, 8);
    const uint8_t *p = data;
    struct state s = {k0 ^ 0x736f6d6570736575u, k1 ^ 0x646f72616e646f6du ^ 0xee,
                      k0 ^ 0x6c7967656e657261u, k1 ^ 0x7465646279746573u};
    size_t left = n;

    for (; left >= 8; left -= 8, p += 8)
        mix(&s, get(p, 8));
    mix(&s, get(p, left) | (uint64_t)n << 56);
    s.v2 ^= 0xee;
    rounds(&s, 4);
    put(out, sum(&s));
    s.v1 ^= 0xdd;
    rounds(&s, 4);
    put(out + 8, sum(&s));
}
