/* Packing of short streams: zlib reads back what was packed, whatever it is. */
#include "write/pack_books.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static int failed;

static void is(bool good, const char *what)
{
    printf("%s - %s\n", good ? "ok" : "not ok", what);
    failed += !good;
}

/* Packed and unpacked as every kind; the sum of the lengths, 0: one was not the same. */
static size_t turns(struct packer *p, const unsigned char *bytes, size_t n)
{
    static unsigned char back[PACK_MOST + 1];
    unsigned char *out = malloc(pack_bound(n));
    size_t sum = 0;
    bool good = true;

    for (int kind = 0; kind < PACK_KINDS; kind++) {
        size_t len = pack(p, (enum pack_kind)kind, bytes, n, out);
        uLongf got = sizeof back;

        good = good && len <= pack_bound(n) && uncompress(back, &got, out, len) == Z_OK &&
               got == n && (n == 0 || memcmp(back, bytes, n) == 0);
        sum += len;
    }
    free(out);
    return good ? sum : 0;
}

/* All code words together are a whole tree: no bits that stand for nothing, none for two things. */
static bool complete(const uint8_t *lengths, size_t n)
{
    uint32_t sum = 0;

    for (size_t i = 0; i < n; i++) {
        if (lengths[i] < 1 || lengths[i] > 15)
            return false;
        sum += 1U << (15 - lengths[i]);
    }
    return sum == 1U << 15;
}

static void books(void)
{
    for (int kind = 0; kind < PACK_KINDS; kind++) {
        const uint8_t *book = pack_books[kind];

        is(complete(book, PACK_SYMBOLS), "every literal and length has a code word");
        is(complete(book + PACK_SYMBOLS, PACK_DISTANCES), "and every distance");
        is(complete(book + PACK_SYMBOLS + PACK_DISTANCES, PACK_LENGTHS), "and every code length");
    }
}

static void lengths(struct packer *p)
{
    static unsigned char bytes[PACK_MOST];
    bool good = true;

    for (size_t n = 0; n < 700; n++) { /* matches of all lengths, ends of all sorts */
        memset(bytes, 'a', n);
        good = good && turns(p, bytes, n);
    }
    is(good, "one byte repeated up to 700 times");
    memset(bytes, 0, sizeof bytes);
    is(turns(p, bytes, sizeof bytes) != 0, "as many zeros as there may be");
    good = true;
    for (size_t d = 1; d + 16 < PACK_MOST; d += d < 600 ? 1 : 97) { /* all symbols of distances */
        for (size_t i = 0; i < d + 16; i++)
            bytes[i] = (unsigned char)(i < 8 ? i : 8 + i * i % 247 % 200);
        memcpy(bytes + d, bytes, 8);
        good = good && turns(p, bytes, d + 16);
    }
    is(good, "matches at all distances");
}

static void noise(struct packer *p)
{
    static unsigned char bytes[PACK_MOST];
    uint32_t seed = 1;
    bool good = true;

    for (int round = 0; round < 400; round++) {
        unsigned values = 1U << round % 9;
        size_t n = round < 390 ? (size_t)round * 13 : sizeof bytes;

        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525 + 1013904223;
            bytes[i] = (unsigned char)((seed >> 20) % values);
        }
        good = good && turns(p, bytes, n);
    }
    is(good, "noise of 1 to 256 values");
}

static void same_again(struct packer *p)
{
    const char *text =
        "BT\n/F1 11 Tf\n70.866 700 Td\n[(\\001\\002\\003)]TJ\nET\nBT\n/F1 11 Tf\nET\n";
    unsigned char a[1024], b[1024];
    size_t n = strlen(text), first = pack(p, PACK_CONTENT, text, n, a);
    struct packer *fresh = packer_new();

    pack(p, PACK_TABLE, a, first, b);
    is(pack(p, PACK_CONTENT, text, n, b) == first && memcmp(a, b, first) == 0,
       "the same bytes give the same, whatever was packed in between");
    is(pack(fresh, PACK_CONTENT, text, n, b) == first && memcmp(a, b, first) == 0,
       "and in another process");
    packer_free(fresh);
}

int main(void)
{
    struct packer *p = packer_new();

    books();
    lengths(p);
    noise(p);
    same_again(p);
    packer_free(p);
    return failed != 0;
}
