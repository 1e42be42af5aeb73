/* Deflate for short streams.
 *
 * A letter is written as eight streams of a few KB each, and compressing them took nearly half of
 * the writing: a general compressor begins each stream with tables that are larger than the stream,
 * counts its symbols, makes Huffman codes for them and writes these. But the streams of letters are
 * alike. So the code lengths are constants here, one set for each kind of stream, counted over the
 * letters of the samples in all languages and styles (pack_books.c); the block's header and all
 * code words are made of them when the writer is opened, and a stream is packed in one pass: one
 * look into a small table of places where the same four bytes stood last, and a match or a literal
 * goes out at once. That takes a third of the time and gives streams of nearly the same size. Every
 * symbol has a code, so that any bytes can be packed; those that are nothing like a letter's only
 * become longer. Longer streams than PACK_MOST go to libdeflate: there its tables pay.
 *
 * The format is that of RFC 1950 and 1951: one final block of dynamic codes (3.2.7). */
#include "write/pack.h"

#include "base/arena.h"
#include "write/pack_books.h"

#include <endian.h>
#include <libdeflate.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    LITERALS = 256,
    END = 256,
    SHORTEST = 4, /* match; three bytes rarely pay */
    LONGEST = 258,
    HASH_BITS = 12,
    HEADER_MOST = 512 /* bytes */
};

/* A code word as it goes out: its first bit lowest, extra bits behind it. */
struct word {
    uint32_t bits;
    uint8_t n;
};

struct book {
    struct word symbols[PACK_SYMBOLS]; /* literals, the end, lengths without extra bits */
    struct word lengths[LONGEST + 1];  /* with extra bits */
    struct word distances[PACK_DISTANCES];
    uint8_t header[HEADER_MOST]; /* whole bytes, and what is left of it */
    size_t header_len;
    uint64_t hold;
    unsigned held;
};

struct packer {
    struct book books[PACK_KINDS];
    uint8_t distance_of[512]; /* symbol of a distance - 1 < 256, or 256 + (distance - 1) / 128 */
    uint16_t last[1 << HASH_BITS]; /* one more than where these four bytes stood last */
};

/* ---- bits ------------------------------------------------------------------------------------ */

struct bits {
    uint8_t *out;
    uint64_t hold;
    unsigned n;
};

static inline void put(struct bits *b, uint32_t bits, unsigned n)
{
    b->hold |= (uint64_t)bits << b->n;
    b->n += n;
}

/* Writes the whole bytes; eight bytes of room are needed. */
static inline void drain(struct bits *b)
{
    uint64_t le = htole64(b->hold);

    memcpy(b->out, &le, sizeof le);
    b->out += b->n / 8;
    b->hold >>= b->n / 8 * 8;
    b->n %= 8;
}

/* ---- codes ----------------------------------------------------------------------------------- */

enum { LONGEST_CODE = 15 };

/* Canonical code words of these lengths (3.2.2). */
static void make_words(const uint8_t *lengths, size_t n, struct word *words)
{
    uint32_t next[LONGEST_CODE + 2] = {0};

    for (size_t i = 0; i < n; i++)
        next[lengths[i] + 1] += lengths[i] != 0;
    for (unsigned i = 1; i <= LONGEST_CODE + 1; i++)
        next[i] = (next[i] + next[i - 1]) << 1;
    for (size_t i = 0; i < n; i++) {
        uint32_t code = next[lengths[i]]++, turned = 0;

        for (unsigned k = 0; k < lengths[i]; k++, code >>= 1)
            turned = turned << 1 | (code & 1);
        words[i] = (struct word){turned, lengths[i]};
    }
}

/* One code length n times, as long as they are alike; how many of them are written. */
static size_t put_run(struct bits *b, const struct word *words, uint8_t length, size_t n)
{
    unsigned symbol = length, extra = 0, extra_bits = 0;
    size_t taken = 1;

    if (length == 0 && n >= 3) {
        taken = n < 138 ? n : 138;
        symbol = taken < 11 ? 17 : 18;
        extra_bits = taken < 11 ? 3 : 7;
        extra = (unsigned)taken - (taken < 11 ? 3 : 11);
    }
    put(b, words[symbol].bits, words[symbol].n);
    put(b, extra, extra_bits);
    drain(b);
    for (n -= taken; length && n >= 3; n -= extra + 3, taken += extra + 3) { /* the same again */
        extra = (unsigned)(n < 6 ? n : 6) - 3;
        put(b, words[16].bits, words[16].n);
        put(b, extra, 2);
        drain(b);
    }
    return taken;
}

static void make_header(struct book *book, const uint8_t *lengths)
{
    const uint8_t *length_code = lengths + PACK_SYMBOLS + PACK_DISTANCES;
    static const uint8_t order[19] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                      11, 4,  12, 3, 13, 2, 14, 1, 15};
    struct word words[19];
    struct bits b = {.out = book->header};

    make_words(length_code, 19, words);
    put(&b, 0x0178, 16); /* zlib's header: deflate, fastest */
    put(&b, 1 | 2 << 1, 3);
    put(&b, (PACK_SYMBOLS - 257) | (PACK_DISTANCES - 1) << 5 | (19 - 4) << 10, 14);
    drain(&b);
    for (size_t i = 0; i < 19; i++) {
        put(&b, length_code[order[i]], 3);
        drain(&b);
    }
    for (size_t i = 0, n; i < PACK_SYMBOLS + PACK_DISTANCES;) {
        for (n = 1; i + n < PACK_SYMBOLS + PACK_DISTANCES && lengths[i + n] == lengths[i];)
            n++;
        i += put_run(&b, words, lengths[i], n);
    }
    book->header_len = (size_t)(b.out - book->header);
    book->hold = b.hold;
    book->held = b.n;
}

static const uint8_t length_extra[29] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                         2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};

static void make_lengths(struct book *book)
{
    unsigned length = 3;

    for (unsigned i = 0; i < 28; i++)
        for (uint32_t k = 0; k < 1U << length_extra[i]; k++, length++) {
            const struct word *w = &book->symbols[END + 1 + i];

            book->lengths[length] =
                (struct word){w->bits | k << w->n, (uint8_t)(w->n + length_extra[i])};
        }
    book->lengths[LONGEST] = book->symbols[END + 1 + 28];
}

static unsigned distance_extra(unsigned symbol)
{
    return symbol < 4 ? 0 : symbol / 2 - 1;
}

/* The shortest distance of a symbol. */
static unsigned distance_base(unsigned symbol)
{
    return symbol < 4 ? symbol + 1 : ((2 + symbol % 2) << distance_extra(symbol)) + 1;
}

static void make_distances(struct packer *p)
{
    for (unsigned symbol = 0; symbol < PACK_DISTANCES; symbol++)
        for (unsigned k = 0; k < 1U << distance_extra(symbol); k++) {
            unsigned d = distance_base(symbol) + k - 1;

            p->distance_of[d < 256 ? d : 256 + d / 128] = (uint8_t)symbol;
        }
}

struct packer *packer_new(void)
{
    struct packer *p = xmalloc(sizeof *p);

    memset(p, 0, sizeof *p);
    make_distances(p);
    for (int i = 0; i < PACK_KINDS; i++) {
        struct book *book = &p->books[i];

        make_words(pack_books[i], PACK_SYMBOLS, book->symbols);
        make_words(pack_books[i] + PACK_SYMBOLS, PACK_DISTANCES, book->distances);
        make_lengths(book);
        make_header(book, pack_books[i]);
    }
    return p;
}

void packer_free(struct packer *p)
{
    free(p);
}

/* ---- a stream -------------------------------------------------------------------------------- */

size_t pack_bound(size_t n)
{
    return HEADER_MOST + n * 2 + 32;
}

static inline uint32_t four(const uint8_t *at)
{
    uint32_t v;

    memcpy(&v, at, sizeof v);
    return v;
}

/* The first byte is the lowest. */
static inline uint64_t eight(const uint8_t *at)
{
    uint64_t v;

    memcpy(&v, at, sizeof v);
    return le64toh(v);
}

static inline unsigned hash_of(uint32_t bytes)
{
    return bytes * UINT32_C(0x9E3779B1) >> (32 - HASH_BITS);
}

/* How many bytes at a and b are alike; there are at least four, and b may grow to end. */
static inline unsigned alike(const uint8_t *a, const uint8_t *b, const uint8_t *end)
{
    const uint8_t *start = b, *most = end - b > LONGEST ? b + LONGEST : end;

    a += SHORTEST;
    b += SHORTEST;
    while (most - b >= 8) {
        uint64_t differ = eight(a) ^ eight(b);

        if (differ)
            return (unsigned)(b - start) + (unsigned)__builtin_ctzll(differ) / 8;
        a += 8;
        b += 8;
    }
    while (b < most && *a == *b) {
        a++;
        b++;
    }
    return (unsigned)(b - start);
}

/* At most 15 bits, behind what a match or other literals have left. */
static inline void put_literal(struct bits *b, const struct book *book, uint8_t byte)
{
    enum { FULL = 48 };

    put(b, book->symbols[byte].bits, book->symbols[byte].n);
    if (b->n >= FULL)
        drain(b);
}

static inline void put_match(struct bits *b, const struct packer *p, const struct book *book,
                             unsigned length, unsigned distance)
{
    const struct word *w = &book->lengths[length];
    unsigned d = distance - 1, symbol = p->distance_of[d < 256 ? d : 256 + d / 128];

    drain(b);
    put(b, w->bits, w->n);
    w = &book->distances[symbol];
    put(b, w->bits, w->n);
    put(b, distance - distance_base(symbol), distance_extra(symbol));
    drain(b);
}

/* Remembers where the bytes of a match stand, but not all of a long one. */
static inline void remember(struct packer *p, const uint8_t *bytes, size_t from, size_t to)
{
    enum { MOST = 16 };

    to = to - from > MOST ? from + MOST : to;
    for (size_t i = from; i < to; i++)
        p->last[hash_of(four(bytes + i))] = (uint16_t)(i + 1);
}

static void put_bytes(struct bits *b, struct packer *p, const struct book *book,
                      const uint8_t *bytes, size_t n)
{
    size_t i = 0;

    memset(p->last, 0, sizeof p->last);
    while (i + SHORTEST < n) {
        uint32_t here = four(bytes + i);
        uint16_t *last = &p->last[hash_of(here)];
        size_t before = *last;

        *last = (uint16_t)(i + 1);
        if (before && four(bytes + before - 1) == here) {
            unsigned length = alike(bytes + before - 1, bytes + i, bytes + n);

            put_match(b, p, book, length, (unsigned)(i - before + 1));
            remember(p, bytes, i + 1, i + length + SHORTEST <= n ? i + length : i + 1);
            i += length;
        } else {
            put_literal(b, book, bytes[i++]);
        }
    }
    while (i < n)
        put_literal(b, book, bytes[i++]);
    drain(b);
}

size_t pack(struct packer *p, enum pack_kind kind, const void *bytes, size_t n, void *out)
{
    const struct book *book = &p->books[kind];
    struct bits b = {(uint8_t *)out + book->header_len, book->hold, book->held};
    uint32_t sum = htobe32(libdeflate_adler32(1, bytes, n));

    memcpy(out, book->header, book->header_len);
    put_bytes(&b, p, book, bytes, n);
    put(&b, book->symbols[END].bits, book->symbols[END].n);
    put(&b, 0, 7); /* to a whole byte */
    b.n -= b.n % 8;
    drain(&b);
    memcpy(b.out, &sum, sizeof sum);
    return (size_t)(b.out - (uint8_t *)out) + sizeof sum;
}
