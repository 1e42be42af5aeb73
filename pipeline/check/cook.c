/* Characters: composed cluster by cluster, so that each still knows where it came from. */
#include "check/cook.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

bool cook_is_space(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x202F || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

bool cook_is_hidden(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

static bool is_mark(uint32_t c)
{
    return c >= 0x300 && (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) != 0;
}

size_t cook_cluster(const uint32_t *c, size_t n, size_t i)
{
    size_t end = i + 1;

    while (end < n && is_mark(c[end]))
        end++;
    return end - i;
}

size_t cook_compose(const uint32_t *c, size_t n, uint32_t *out)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    UChar units[2 * COOK_CLUSTER], composed[4 * COOK_CLUSTER];
    int32_t nunits = 0, ncomposed, count = 0;

    for (size_t i = 0; i < n && i < COOK_CLUSTER; i++)
        if (c[i] <= 0x10FFFF && !U_IS_SURROGATE(c[i]))
            U16_APPEND_UNSAFE(units, nunits, c[i]);
    ncomposed = unorm2_normalize(nfc, units, nunits, composed, 4 * COOK_CLUSTER, &status);
    if (U_FAILURE(status))
        return 0;
    for (int32_t i = 0; i < ncomposed && count < COOK_CLUSTER;) {
        UChar32 one;

        U16_NEXT_UNSAFE(composed, i, one);
        out[count++] = (uint32_t)one;
    }
    return (size_t)count;
}

/* ---- white space ---------------------------------------------------------------------------- */

static bool is_bullet(const struct source_text *raw, size_t i)
{
    uint32_t c = i + 1 < raw->n && raw->c[i + 1] == ' ' ? raw->c[i] : 0;

    return c == '-' || c == '*' || c == 0x2022 || c == 0x2013;
}

/* Passes white space from i on: 0x2029 where a paragraph ends in it, else a space. */
static uint32_t pass_space(const struct source_text *raw, size_t *i)
{
    int lines = 0;
    bool paragraph = false;

    for (; *i < raw->n && (cook_is_space(raw->c[*i]) || raw->c[*i] == 0x2029); ++*i) {
        lines += raw->c[*i] == '\n';
        paragraph |= raw->c[*i] == 0x2029;
    }
    return paragraph || lines > 1 || (lines == 1 && is_bullet(raw, *i)) ? 0x2029 : ' ';
}

struct kettle {
    struct text *t;
    const struct source_text *raw;
};

static void put(struct kettle *k, uint32_t c, size_t from)
{
    struct text *t = k->t;

    t->c[t->n] = c;
    t->offset[t->n] = (uint32_t)from;
    t->source[t->n] = k->raw->at[from];
    t->n++;
}

/* One cluster; a composition never has more characters than what it was made of, save where it is
 * left as it is. */
static size_t put_cluster(struct kettle *k, size_t i)
{
    const struct source_text *raw = k->raw;
    size_t n = cook_cluster(raw->c, raw->n, i), made = 0;
    uint32_t out[COOK_CLUSTER];

    if (n <= COOK_CLUSTER && (n > 1 || raw->c[i] >= 0x340))
        made = cook_compose(raw->c + i, n, out);
    if (made == 0 || made > n) {
        for (size_t m = 0; m < n; m++)
            put(k, raw->c[i + m], i + m);
    } else {
        for (size_t m = 0; m < made; m++)
            put(k, out[m], i);
    }
    return i + n;
}

void cook(struct text *t, const struct source_text *raw, struct arena *a)
{
    struct kettle k = {t, raw};
    bool persian = t->lang[0] == 'f' && t->lang[1] == 'a';

    t->c = arena_array(a, uint32_t, raw->n + 1);
    t->offset = arena_array(a, uint32_t, raw->n + 1);
    t->source = arena_array(a, size_t, raw->n + 1);
    t->n = 0;
    for (size_t i = 0; i < raw->n;) {
        if (cook_is_space(raw->c[i]) || raw->c[i] == 0x2029) {
            size_t from = i;
            uint32_t space = pass_space(raw, &i);

            if (t->n > 0 && i < raw->n)
                put(&k, space, from);
        } else if (cook_is_hidden(raw->c[i]) && !(persian && raw->c[i] == 0x200C)) {
            i++;
        } else {
            i = put_cluster(&k, i);
        }
    }
    t->offset[t->n] = (uint32_t)raw->n;
    t->source[t->n] = raw->at[raw->n];
}
