/* text-transform by simple case pairs, so that it does not depend on the locale. */
#include "layout/casing.h"

#include "base/utf8.h"

static bool between(uint32_t c, uint32_t from, uint32_t to)
{
    return c >= from && c <= to;
}

/* Blocks in which an even capital is followed by its small letter, and those where odd ones are. */
static bool pairs_even(uint32_t c)
{
    return between(c, 0x100, 0x137) || between(c, 0x14A, 0x177) || between(c, 0x1E00, 0x1E95) ||
           between(c, 0x1EA0, 0x1EFF) || between(c, 0x460, 0x481) || between(c, 0x48A, 0x4BF) ||
           between(c, 0x4D0, 0x52F);
}

static bool pairs_odd(uint32_t c)
{
    return between(c, 0x139, 0x148) || between(c, 0x179, 0x17E) || between(c, 0x4C1, 0x4CE);
}

static uint32_t upper(uint32_t c)
{
    if (between(c, 'a', 'z') || (between(c, 0xE0, 0xFE) && c != 0xF7) ||
        (between(c, 0x3B1, 0x3C9) && c != 0x3C2) || between(c, 0x430, 0x44F)) {
        return c - 32;
    }
    if (between(c, 0x450, 0x45F)) {
        return c - 80;
    }
    if (c == 0xFF) {
        return 0x178;
    }
    if (c == 0x131) {
        return 'I';
    }
    if (pairs_even(c)) {
        return c & ~1U;
    }
    return pairs_odd(c) && c % 2 == 0 ? c - 1 : c;
}

static uint32_t lower(uint32_t c)
{
    if (between(c, 'A', 'Z') || (between(c, 0xC0, 0xDE) && c != 0xD7) ||
        (between(c, 0x391, 0x3A9) && c != 0x3A2) || between(c, 0x410, 0x42F)) {
        return c + 32;
    }
    if (between(c, 0x400, 0x40F)) {
        return c + 80;
    }
    if (c == 0x178) {
        return 0xFF;
    }
    if (c == 0x130) {
        return 'i';
    }
    if (pairs_even(c)) {
        return c | 1U;
    }
    return pairs_odd(c) && c % 2 != 0 ? c + 1 : c;
}

static bool letter(uint32_t c)
{
    return upper(c) != c || lower(c) != c || between(c, '0', '9') || c == '\'' || c == 0x2019;
}

const char *casing(struct arena *arena, const char *utf8, size_t *n, enum fo_transform how)
{
    char *out = arena_alloc(arena, *n * 2 + 1); /* no partner is longer than twice its letter */
    size_t len = 0;
    bool in_word = false;
    const char *end = utf8 + *n;
    for (const char *p = utf8; p < end;) {
        uint32_t c = utf8_next(&p, end);
        bool up = how == TRANSFORM_UPPERCASE || (how == TRANSFORM_CAPITALIZE && !in_word);
        in_word = letter(c);
        if (up && c == 0xDF) {
            out[len++] = 'S';
            c = how == TRANSFORM_UPPERCASE ? 'S' : 's';
        } else if (up) {
            c = upper(c);
        } else if (how == TRANSFORM_LOWERCASE) {
            c = lower(c);
        }
        len += utf8_put(out + len, c);
    }
    *n = len;
    return out;
}
