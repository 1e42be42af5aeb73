/* Where lines may end: line breaks by ICU (UAX #14), hyphenation, and the widths up to each.
 *
 * Every step walks the paragraph once, so that the cost grows with its length and no faster. */
#include "text/chars.h"
#include "text/para.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

/* What may happen before a code unit; one byte each. */
enum mark { MARK_NONE, MARK_EMERGENCY, MARK_ALLOWED, MARK_HYPHEN, MARK_FORCED };

UBreakIterator *engine_breaker(struct text_engine *e, const char *lang)
{
    UErrorCode status = U_ZERO_ERROR;
    struct breaker *b;

    for (b = e->breakers; b; b = b->next)
        if (!strcmp(b->lang, lang))
            return b->lines;
    b = arena_new_of(e->arena, struct breaker);
    snprintf(b->lang, sizeof b->lang, "%s", lang);
    b->lines = ubrk_open(UBRK_LINE, b->lang, NULL, 0, &status);
    if (U_FAILURE(status)) {
        fputs("duform: error: ICU has no line break data\n", stderr);
        exit(EXIT_SYSTEM);
    }
    b->next = e->breakers;
    e->breakers = b;
    return b->lines;
}

static UBreakIterator *engine_clusters(struct text_engine *e)
{
    UErrorCode status = U_ZERO_ERROR;

    if (!e->clusters)
        e->clusters = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &status);
    if (U_FAILURE(status)) {
        fputs("duform: error: ICU has no cluster break data\n", stderr);
        exit(EXIT_SYSTEM);
    }
    return e->clusters;
}

/* The primary language of the first characters: only a few languages tailor the rules. */
static void language_of(const struct text_para *p, char out[9])
{
    const char *lang = "";
    size_t n;

    for (size_t i = 0; i < p->nitems && !*lang; i++)
        if (p->items[i].kind == TEXT_CHARS && p->items[i].style->lang)
            lang = p->items[i].style->lang;
    n = strcspn(lang, "-_");
    n = n < 8 ? n : 0;
    memcpy(out, lang, n);
    out[n] = 0;
}

static void mark_line_breaks(const struct text_para *p, uint8_t *marks)
{
    UErrorCode status = U_ZERO_ERROR;
    char lang[9];
    UBreakIterator *lines;

    language_of(p, lang);
    lines = engine_breaker(p->engine, lang);
    ubrk_setText(lines, p->text, (int32_t)p->n, &status);
    if (U_FAILURE(status))
        return;
    for (int32_t at = ubrk_next(lines); at != UBRK_DONE; at = ubrk_next(lines)) {
        if (ubrk_getRuleStatus(lines) >= UBRK_LINE_HARD)
            marks[at] = MARK_FORCED;
        else
            marks[at] = p->text[at - 1] == CHAR_SOFT_HYPHEN ? MARK_HYPHEN : MARK_ALLOWED;
    }
}

/* Between the clusters of words; what stands beside them (spaces, objects) has breaks enough. */
static void mark_clusters(const struct text_para *p, uint8_t *marks)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *clusters = engine_clusters(p->engine);
    const struct segment *s = p->segments;

    ubrk_setText(clusters, p->text, (int32_t)p->n, &status);
    if (U_FAILURE(status))
        return;
    for (int32_t at = ubrk_next(clusters); at != UBRK_DONE && (uint32_t)at < p->n;
         at = ubrk_next(clusters)) {
        while (s->end <= (uint32_t)at)
            s++;
        bool inside = s->start < (uint32_t)at || (s > p->segments && s[-1].kind == SEGMENT_WORD);
        if (marks[at] == MARK_NONE && s->kind == SEGMENT_WORD && inside)
            marks[at] = MARK_EMERGENCY;
    }
}

/* A break beside an inline box's edge moves to the edge's outer side. */
static void move_off_edges(const struct text_para *p, uint8_t *marks)
{
    for (size_t i = p->nitems; i-- > 0;) { /* starts: to before them */
        uint32_t at = p->item_from[i];

        if (p->items[i].kind == TEXT_EDGE && !p->items[i].closes && at + 1 < p->n &&
            marks[at + 1]) {
            marks[at] = at && marks[at] < marks[at + 1] ? marks[at + 1] : marks[at];
            marks[at + 1] = MARK_NONE;
        }
    }
    for (size_t i = 0; i < p->nitems; i++) { /* ends: to behind them */
        uint32_t at = p->item_from[i];

        if (p->items[i].kind == TEXT_EDGE && p->items[i].closes && marks[at]) {
            marks[at + 1] = marks[at + 1] < marks[at] ? marks[at] : marks[at + 1];
            marks[at] = MARK_NONE;
        }
    }
}

static bool is_nowrap(const struct text_item *item)
{
    return item->style && item->style->nowrap &&
           (item->kind == TEXT_CHARS || item->kind == TEXT_OBJECT);
}

/* Between two code units of items that must not wrap, only a forced break remains. */
static void clear_nowrap(const struct text_para *p, uint8_t *marks)
{
    bool before = false; /* the last item with code units did not wrap */

    for (size_t i = 0; i < p->nitems; i++) {
        bool here = is_nowrap(&p->items[i]);
        uint32_t from = p->item_from[i], to = p->item_from[i + 1];

        if (from == to)
            continue;
        for (uint32_t at = from + !(here && before); here && at < to; at++)
            if (marks[at] != MARK_FORCED)
                marks[at] = MARK_NONE;
        before = here || (p->items[i].kind == TEXT_EDGE && before);
    }
}

static bool has_lower_case(const UChar *word, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (u_islower(word[i]))
            return true;
    return false;
}

/* Marks the divisions of one word of letters; not of acronyms, nor where the author has put soft
 * hyphens. */
static void hyphenate_word(const struct text_para *p, const struct text_style *style, uint32_t from,
                           uint32_t to, uint8_t *marks, struct diag *diag)
{
    uint64_t where;

    if ((from && p->text[from - 1] == CHAR_SOFT_HYPHEN) ||
        (to < p->n && p->text[to] == CHAR_SOFT_HYPHEN) ||
        !has_lower_case(p->text + from, to - from))
        return;
    where = hyphenate(p->engine->hyphenator, style->lang, p->text + from, to - from,
                      style->hyphenate_before, style->hyphenate_after, diag);
    for (uint32_t i = 0; where; i++, where >>= 1)
        if ((where & 1) && marks[from + i] == MARK_NONE)
            marks[from + i] = MARK_HYPHEN;
}

static void mark_hyphens(const struct text_para *p, uint8_t *marks, struct diag *diag)
{
    for (size_t i = 0; i < p->nitems; i++) {
        const struct text_item *item = &p->items[i];
        uint32_t at = p->item_from[i], to = p->item_from[i + 1];

        if (item->kind != TEXT_CHARS || !item->style->hyphenate || item->style->nowrap)
            continue;
        while (at < to) {
            uint32_t start = at;

            while (at < to && u_isalpha(p->text[at]))
                at++;
            if (at > start)
                hyphenate_word(p, item->style, start, at, marks, diag);
            else
                at++;
        }
    }
}

/* The advance of a cluster, shared out over its code units: a line may be divided in a ligature. */
static void spread(mpt *widths, uint32_t from, uint32_t to, mpt advance)
{
    uint32_t n = to - from;

    for (uint32_t i = 0; i < n; i++)
        widths[from + i] += advance * (i + 1) / n - advance * i / n;
}

static void word_widths(const struct text_para *p, const struct segment *s, mpt *widths)
{
    const struct shaped *g = p->glyphs + s->glyphs;
    const struct text_style *style = p->items[s->item].style;
    bool rtl = s->level & 1;
    uint32_t end = s->end - s->start; /* where the cluster at hand ends */

    /* in logical order from the end, so that the cluster behind is known */
    for (size_t k = 0; k < s->nglyphs; k++) {
        size_t i = rtl ? k : s->nglyphs - 1 - k;
        mpt advance = segment_advance(style, rtl, &g[i], i + 1 < s->nglyphs ? &g[i + 1] : NULL);

        spread(widths, s->start + g[i].cluster, s->start + end, advance);
        if (k + 1 == s->nglyphs || g[rtl ? i + 1 : i - 1].cluster != g[i].cluster)
            end = g[i].cluster;
    }
}

/* The width that each code unit adds [mpt]. */
static const mpt *unit_widths(const struct text_para *p)
{
    mpt *widths = scratch_reserve(&p->engine->widths, (p->n + 1) * sizeof *widths);

    memset(widths, 0, (p->n + 1) * sizeof *widths);
    for (size_t i = 0; i < p->nsegments; i++) {
        const struct segment *s = &p->segments[i];

        if (s->kind == SEGMENT_WORD)
            word_widths(p, s, widths);
        else if (s->kind == SEGMENT_OBJECT || s->kind == SEGMENT_EDGE)
            widths[s->start] = p->items[s->item].width;
        else if (s->kind == SEGMENT_SPACE)
            for (uint32_t at = s->start; at < s->end; at++)
                widths[at] = segment_space_width(p, s);
    }
    return widths;
}

/* Sums up to a place in the paragraph. */
struct sums {
    struct text_break at;     /* width, spaces_all, space_width */
    uint32_t trailing_spaces; /* of them at the end */
};

static void add_unit(struct sums *t, const struct segment *s, mpt width)
{
    t->at.width += width;
    if (s->kind == SEGMENT_SPACE) {
        t->at.spaces_all++;
        t->at.space_width += width;
    }
    if (s->kind == SEGMENT_SPACE && !s->fixed) {
        t->at.trailing += width;
        t->trailing_spaces++;
    } else if (s->kind != SEGMENT_NONE && s->kind != SEGMENT_EDGE) {
        t->at.trailing = 0;
        t->trailing_spaces = 0;
    }
}

static struct text_break break_at(const struct text_para *p, const struct sums *t, uint32_t pos,
                                  enum mark mark, const struct segment *before)
{
    struct text_break b = t->at;

    b.pos = pos;
    b.spaces = b.spaces_all - t->trailing_spaces;
    b.kind = mark == MARK_HYPHEN      ? BREAK_HYPHEN
             : mark == MARK_FORCED    ? BREAK_FORCED
             : mark == MARK_EMERGENCY ? BREAK_EMERGENCY
                                      : BREAK_ALLOWED;
    if (pos == p->n)
        b.kind = BREAK_END;
    if (b.kind == BREAK_HYPHEN && before && before->kind == SEGMENT_WORD)
        b.hyphen = engine_scale(before->face->hyphen_advance, p->items[before->item].style->size);
    return b;
}

static void list_breaks(struct text_para *p, struct arena *arena, const uint8_t *marks)
{
    const mpt *widths = unit_widths(p);
    struct sums t = {0};
    const struct segment *s = p->segments;
    size_t n = 1;

    for (uint32_t i = 1; i < p->n; i++)
        n += marks[i] != MARK_NONE;
    p->breaks = arena_array(arena, struct text_break, n);
    p->nbreaks = 0;
    for (uint32_t i = 0; i < p->n; i++) {
        while (s->end <= i)
            s++;
        if (i && marks[i])
            p->breaks[p->nbreaks++] =
                break_at(p, &t, i, marks[i], s->start == i && s > p->segments ? s - 1 : s);
        add_unit(&t, s, widths[i]);
    }
    p->breaks[p->nbreaks++] = break_at(p, &t, p->n, MARK_NONE, NULL);
}

void para_breaks(struct text_para *p, struct arena *arena, struct diag *diag, bool anywhere)
{
    uint8_t *marks = scratch_reserve(&p->engine->levels, (size_t)p->n + 1);

    memset(marks, MARK_NONE, (size_t)p->n + 1);
    if (p->n) {
        mark_line_breaks(p, marks);
        move_off_edges(p, marks);
        mark_hyphens(p, marks, diag);
        if (anywhere)
            mark_clusters(p, marks);
        clear_nowrap(p, marks);
    }
    list_breaks(p, arena, marks);
}
