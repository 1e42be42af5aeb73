/* Folding: ICU's data, and a table for the letters that nearly all text is made of. */
#include "check/fold.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "base/wipe.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum {
    TABLE = 0x250, /* Basic Latin to Latin Extended-B */
    LONGEST = 24   /* units that one character becomes, at most: U+FDFA becomes 18 */
};

struct piece {
    uint8_t n, gap; /* no units: what gap the character makes */
    uint16_t units[4];
};

struct fold {
    const UNormalizer2 *decompose;
    struct piece table[TABLE];
};

static bool is_thin(UChar32 c)
{
    return u_isUWhiteSpace(c) || u_charType(c) == U_DASH_PUNCTUATION ||
           u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static bool is_mark(UChar32 c)
{
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

/* The letters and digits among n units, digits as 0-9. */
static int only_text(const UChar *from, int n, uint16_t *to)
{
    int kept = 0;

    for (int i = 0; i < n;) {
        UChar32 c;
        int32_t digit;

        U16_NEXT(from, i, n, c);
        digit = u_charDigitValue(c);
        if (digit >= 0)
            to[kept++] = (uint16_t)('0' + digit);
        else if (u_isalnum(c))
            U16_APPEND_UNSAFE(to, kept, c);
    }
    return kept;
}

/* The units of a character; none: a mark (gap GAP_NONE), or what makes a gap. */
static int fold_one(const struct fold *f, UChar32 c, uint16_t to[LONGEST], enum gap *gap)
{
    UChar apart[LONGEST], lower[2 * LONGEST];
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = unorm2_getDecomposition(f->decompose, c, apart, LONGEST, &status);
    int kept;

    if (n < 0 || U_FAILURE(status)) {
        n = 0;
        U16_APPEND_UNSAFE(apart, n, c);
    }
    status = U_ZERO_ERROR;
    n = u_strFoldCase(lower, 2 * LONGEST, apart, n, U_FOLD_CASE_DEFAULT, &status);
    kept = U_FAILURE(status) || n > LONGEST ? 0 : only_text(lower, n, to);
    *gap = is_mark(c) ? GAP_NONE : is_thin(c) ? GAP_THIN : GAP_WIDE;
    return kept;
}

struct fold *fold_new(void)
{
    struct fold *f = xmalloc(sizeof *f);
    UErrorCode status = U_ZERO_ERROR;

    memset(f, 0, sizeof *f);
    f->decompose = unorm2_getNFKDInstance(&status);
    if (U_FAILURE(status)) {
        free(f);
        return NULL;
    }
    for (UChar32 c = 0; c < TABLE; c++) {
        uint16_t units[LONGEST];
        enum gap gap;
        int n = fold_one(f, c, units, &gap);

        f->table[c].gap = (uint8_t)gap;
        f->table[c].n = n <= 4 ? (uint8_t)n : 0;
        memcpy(f->table[c].units, units, f->table[c].n * sizeof *units);
    }
    return f;
}

void fold_free(struct fold *f)
{
    free(f);
}

/* ---- folded text ----------------------------------------------------------------------------- */

static void reserve(struct folded *t, size_t extra)
{
    if (t->n + extra <= t->cap)
        return;
    t->cap = 2 * (t->n + extra) + 256;
    t->units = xrealloc(t->units, t->cap * sizeof *t->units);
    t->gaps = xrealloc(t->gaps, t->cap);
}

static void widen(struct folded *t, enum gap gap)
{
    if (t->gap < gap)
        t->gap = (uint8_t)gap;
}

static void append(struct folded *t, const uint16_t *units, int n)
{
    for (int i = 0; i < n; i++) {
        t->units[t->n] = units[i];
        t->gaps[t->n++] = i ? GAP_NONE : t->gap;
    }
    t->gap = GAP_NONE;
}

static bool is_rtl(uint16_t unit)
{
    return (unit >= 0x590 && unit < 0x900) || (unit >= 0xFB1D && unit < 0xFF00);
}

static void add_rare(const struct fold *f, struct folded *t, UChar32 c)
{
    uint16_t units[LONGEST];
    enum gap gap;
    int n = fold_one(f, c, units, &gap);

    if (n)
        append(t, units, n);
    else
        widen(t, gap);
    t->rtl = t->rtl || (n && is_rtl(units[0]));
}

/* The letters, digits and gaps of ASCII up to the first other character, which is given back. There
 * is room. */
static const char *add_ascii(const struct fold *f, struct folded *to, const char *utf8,
                             const char *end)
{
    uint16_t *units = to->units + to->n, *first = units;
    uint8_t *gaps = to->gaps + to->n;
    uint8_t gap = to->gap;

    for (; utf8 < end && (unsigned char)*utf8 < 0x80; utf8++) {
        const struct piece *p = &f->table[(unsigned char)*utf8];

        if (p->n == 1) {
            *units++ = p->units[0];
            *gaps++ = gap;
            gap = GAP_NONE;
        } else if (gap < p->gap) {
            gap = p->gap;
        }
    }
    to->n += (size_t)(units - first);
    to->gap = gap;
    return utf8;
}

void fold_add(const struct fold *f, struct folded *to, const char *utf8, size_t n)
{
    const char *end = utf8 + n;

    reserve(to, n * 6 + LONGEST); /* U+FDFA: 3 bytes, 18 units */
    widen(to, GAP_SEAM);
    while ((utf8 = add_ascii(f, to, utf8, end)) < end) {
        uint32_t c = utf8_next(&utf8, end);

        if (c >= TABLE)
            add_rare(f, to, (UChar32)c);
        else if (f->table[c].n)
            append(to, f->table[c].units, f->table[c].n);
        else
            widen(to, (enum gap)f->table[c].gap);
    }
}

void fold_break(struct folded *to)
{
    static const uint16_t no_character = 0xFFFF;

    reserve(to, 1);
    append(to, &no_character, 1);
    widen(to, GAP_WIDE);
}

void folded_clear(struct folded *t)
{
    t->n = 0;
    t->gap = GAP_SEAM;
    t->rtl = false;
}

void folded_free(struct folded *t)
{
    wipe_free(t->units);
    wipe_free(t->gaps);
    memset(t, 0, sizeof *t);
}

void folded_reverse(struct folded *t, size_t start)
{
    for (size_t i = start, j = t->n; i + 1 < j; i++) {
        uint16_t unit = t->units[i];

        t->units[i] = t->units[--j];
        t->units[j] = unit;
    }
    /* the gap before a unit is now the one that stood behind it */
    for (size_t i = start + 1, j = t->n; i + 1 < j; i++) {
        uint8_t gap = t->gaps[i];

        t->gaps[i] = t->gaps[--j];
        t->gaps[j] = gap;
    }
}
