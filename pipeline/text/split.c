/* Glyphs with the text that they stand for, made so that it copies out of the PDF in reading order.
 *
 * Left to right: the first glyph of a cluster carries all its text; marks that sit on it carry
 * none.
 *
 * Right to left there is a trap. A PDF's text is taken in the order in which it is painted, and an
 * extractor that finds letters of Arabic script turns the line round, character by character. So a
 * glyph that carried several characters would be read with these reversed, or not at all, and a
 * mark painted above or below its letter is taken for a line of its own. What is read right by the
 * extractors that people have is the "split": in visual order, one character a glyph, all on the
 * baseline. Marks and the further characters of a ligature ride on an empty glyph without width,
 * and the ink of the marks is painted apart, without text (GLYPH_MARK).
 *
 * Where a ligature has more than two characters its ink carries the last one and the riders follow
 * it, since some extractors drop characters that start less than a tenth of an em apart as painted
 * twice, and end the word where the pen moves back by more than that. */
#include "text/para.h"

#include <string.h>

enum { LONGEST_TEXT = 255, BACK = 90, APART = 110 /* [1/1000 em] */ };

static struct glyph *put(struct split *out, const struct split_source *src, uint32_t from,
                         uint32_t to)
{
    struct glyph *g = &out->glyphs[out->n++];

    memset(g, 0, sizeof *g);
    g->text = from - src->text_base;
    g->text_len = (uint8_t)(to - from);
    return g;
}

static void put_rider(struct split *out, const struct split_source *src, uint32_t from, uint32_t to)
{
    struct glyph *g;

    if (!src->face->font.blank_gid || from == to)
        return;
    g = put(out, src, from, to);
    g->gid = src->face->font.blank_gid;
    g->flags = GLYPH_RIDER;
}

static struct glyph *put_ink(struct split *out, const struct split_source *src, size_t i,
                             uint32_t from, uint32_t to)
{
    const struct shaped *s = &src->glyphs[i];
    struct glyph *g = put(out, src, from, to);

    g->gid = s->gid;
    g->flags = from == to ? GLYPH_MARK : 0;
    g->advance = (int32_t)segment_advance(src->style, src->rtl, s, i + 1 < src->n ? s + 1 : NULL);
    g->dx = (int32_t)engine_scale(s->dx, src->style->size);
    g->dy = (int32_t)engine_scale(s->dy, src->style->size);
    out->width += g->advance;
    return g;
}

/* The largest prefix of the text [from, to) that one glyph can carry, at a character's border. */
static uint32_t text_limit(const struct split_source *src, uint32_t from, uint32_t to)
{
    if (to - from <= LONGEST_TEXT)
        return to;
    to = from + LONGEST_TEXT;
    while (((unsigned char)src->utf8[to] & 0xC0) == 0x80)
        to--;
    return to;
}

/* Is glyph i drawn onto the glyph before it, or part of the same cluster? */
static bool belongs(const struct split_source *src, size_t first, size_t i)
{
    const struct shaped *g = &src->glyphs[i];

    return g->cluster == src->glyphs[first].cluster || (g->flags & SHAPED_MARK) ||
           ((g->flags & SHAPED_BLANK) && !src->face->font.blank_gid);
}

static void split_ltr(struct split *out, const struct split_source *src)
{
    size_t i = 0;

    while (i < src->n) {
        size_t first = i++;
        uint32_t from = src->utf8_from[src->glyphs[first].cluster], to, limit;

        while (i < src->n && belongs(src, first, i))
            i++;
        to = src->utf8_from[i < src->n ? src->glyphs[i].cluster : src->units];
        limit = text_limit(src, from, to);
        if (src->glyphs[first].flags & SHAPED_BLANK)
            put_rider(out, src, from, limit);
        else
            put_ink(out, src, first, from, limit);
        put_rider(out, src, limit, text_limit(src, limit, to));
        for (size_t k = first + 1; k < i; k++)
            if (!(src->glyphs[k].flags & SHAPED_BLANK))
                put_ink(out, src, k, to, to);
    }
}

/* The start of the last character of the text [from, to). */
static uint32_t last_char(const struct split_source *src, uint32_t from, uint32_t to)
{
    do
        to--;
    while (to > from && ((unsigned char)src->utf8[to] & 0xC0) == 0x80);
    return to;
}

static uint32_t count_chars(const struct split_source *src, uint32_t from, uint32_t to)
{
    uint32_t n = 0;

    for (; from < to; from++)
        n += ((unsigned char)src->utf8[from] & 0xC0) != 0x80;
    return n;
}

/* A ligature of many: the ink carries the last character, riders the ones before it. */
static void put_long_ligature(struct split *out, const struct split_source *src, size_t i,
                              uint32_t from, uint32_t to)
{
    uint32_t at = last_char(src, from, to);
    struct glyph *g = put_ink(out, src, i, at, to);
    int32_t back = (int32_t)engine_scale(BACK, src->style->size);
    int32_t apart = (int32_t)engine_scale(APART, src->style->size);
    int32_t off = -back; /* from where the pen has to end up */

    g->advance -= back;
    while (at > from) {
        uint32_t end = at;

        at = last_char(src, from, end);
        put_rider(out, src, at, end);
        g = &out->glyphs[out->n - 1];
        g->advance = at > from ? apart : -off;
        off += g->advance;
    }
}

/* One cluster: glyphs [first, end) in visual order for the text [from, to). */
static void split_cluster(struct split *out, const struct split_source *src, size_t first,
                          size_t end, uint32_t from, uint32_t to)
{
    size_t carrier = end; /* the glyph with an advance that stands first in reading order */
    uint32_t at = to;

    for (size_t i = first; i < end; i++)
        if (!src->glyphs[i].flags)
            carrier = i;
    if (carrier < end && src->face->font.blank_gid && count_chars(src, from, to) > 2) {
        for (size_t i = first; i < end; i++)
            if (i != carrier)
                put_ink(out, src, i, to, to);
        put_long_ligature(out, src, carrier, from, to);
        return;
    }
    while (at > from && (carrier == end || last_char(src, from, at) > from)) {
        uint32_t start = last_char(src, from, at);

        put_rider(out, src, start, at);
        at = start;
    }
    if (!src->face->font.blank_gid)
        at = to;
    for (size_t i = first; i < end; i++)
        if (i == carrier)
            put_ink(out, src, i, from, text_limit(src, from, at));
        else if (!(src->glyphs[i].flags & SHAPED_BLANK))
            put_ink(out, src, i, to, to);
}

static void split_rtl(struct split *out, const struct split_source *src)
{
    uint32_t to = src->utf8_from[src->units];
    size_t i = 0;

    while (i < src->n) {
        size_t first = i;
        uint32_t cluster = src->glyphs[i].cluster, from = src->utf8_from[cluster];

        while (i < src->n && src->glyphs[i].cluster == cluster)
            i++;
        split_cluster(out, src, first, i, from, to);
        to = from;
    }
}

void split_word(struct split *out, const struct split_source *src)
{
    if (src->rtl)
        split_rtl(out, src);
    else
        split_ltr(out, src);
}
