/* Patterns: they are hashed by their first four units, after the idea of Wu and Manber ("A fast
 * algorithm for multi-pattern searching", 1994) without its shifts. At each place of the text one
 * look into a table of heads tells that no pattern begins there, nearly always. */
#include "check/patterns.h"

#include <string.h>

enum { HEADS = 4096, NONE = -1 };

struct entry {
    struct pattern pattern;
    int next; /* with the same head */
};

struct patterns {
    struct arena *arena;
    struct entry *entries;
    size_t n, cap;
    int heads[HEADS];
};

struct patterns *patterns_new(struct arena *a)
{
    struct patterns *p = arena_new_of(a, struct patterns);

    p->arena = a;
    memset(p->heads, 0xFF, sizeof p->heads); /* NONE */
    return p;
}

static unsigned head_of(const uint16_t *units)
{
    uint64_t four;

    memcpy(&four, units, sizeof four);
    return (unsigned)((four * UINT64_C(0x9E3779B97F4A7C15)) >> 52);
}

static bool same(const struct pattern *a, const struct pattern *b)
{
    return a->n == b->n && a->kind == b->kind &&
           memcmp(a->units, b->units, b->n * sizeof *b->units) == 0;
}

void patterns_add(struct patterns *p, const struct pattern *pattern)
{
    unsigned head;

    if (pattern->n < PATTERN_LEAST)
        return;
    head = head_of(pattern->units);
    for (int i = p->heads[head]; i != NONE; i = p->entries[i].next)
        if (same(&p->entries[i].pattern, pattern))
            return;
    *arena_push(p->arena, p->entries, p->n, p->cap) = (struct entry){*pattern, p->heads[head]};
    p->heads[head] = (int)p->n - 1;
}

/* ---- finding --------------------------------------------------------------------------------- */

static bool is_digit(uint16_t unit)
{
    return unit >= '0' && unit <= '9';
}

/* Whether no text that belongs to it goes on before at or ends there. */
static bool is_edge(const struct folded *t, size_t at)
{
    return at == 0 || at >= t->n || t->gaps[at] != GAP_NONE;
}

static bool is_number_edge(const struct folded *t, size_t at)
{
    return is_edge(t, at) || is_digit(t->units[at - 1]) != is_digit(t->units[at]);
}

static bool stands_whole(const struct folded *t, size_t at, size_t n)
{
    return is_edge(t, at) &&
           (is_edge(t, at + n) || (t->units[at + n] == 's' && is_edge(t, at + n + 1)));
}

static bool stands_as_number(const struct folded *t, size_t at, size_t n)
{
    if (!is_number_edge(t, at) || !is_number_edge(t, at + n))
        return false;
    for (size_t i = at + 1; i < at + n; i++)
        if (t->gaps[i] == GAP_WIDE)
            return false;
    return true;
}

static bool stands(const struct pattern *p, const struct folded *t, size_t at)
{
    if (at + p->n > t->n || memcmp(t->units + at, p->units, p->n * sizeof *p->units) != 0)
        return false;
    switch (p->kind) {
    case PATTERN_WORD:
        return stands_whole(t, at, p->n);
    case PATTERN_NUMBER:
        return stands_as_number(t, at, p->n);
    case PATTERN_TEXT:
        return (!is_digit(p->units[0]) || is_number_edge(t, at)) &&
               (!is_digit(p->units[p->n - 1]) || is_number_edge(t, at + p->n));
    default:
        return true;
    }
}

/* false: stop. */
static bool scan_at(struct patterns *p, const struct folded *text, size_t at, size_t least,
                    enum pattern_verdict (*each)(void *user, const struct pattern *found),
                    void *user)
{
    for (int i = p->heads[head_of(text->units + at)]; i != NONE; i = p->entries[i].next) {
        struct pattern *pattern = &p->entries[i].pattern;
        enum pattern_verdict verdict;

        if (pattern->n < least || !stands(pattern, text, at))
            continue;
        verdict = each(user, pattern);
        if (verdict == PATTERN_STOP)
            return false;
        if (verdict == PATTERN_FORGET)
            pattern->n = 0;
    }
    return true;
}

void patterns_scan(struct patterns *p, const struct folded *text, size_t least,
                   enum pattern_verdict (*each)(void *user, const struct pattern *found),
                   void *user)
{
    if (least < PATTERN_LEAST)
        least = PATTERN_LEAST;
    for (size_t at = 0; at + PATTERN_LEAST <= text->n; at++)
        if (p->heads[head_of(text->units + at)] != NONE && !scan_at(p, text, at, least, each, user))
            return;
}
