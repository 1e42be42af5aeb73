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
 * baseline. A mark rides on an empty glyph without width to the left of its letter, and its ink is
 * painted apart, without text (GLYPH_MARK). The ink of a ligature carries its last character; the
 * ones before it ride at its right end, where no extractor sees the pen move back. */
#include "text/para.h"

#include <string.h>

enum { LONGEST_TEXT = 255 /* bytes that one glyph can carry */ };

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

/* Riders for the text [from, to), its last character first. */
static void put_riders(struct split *out, const struct split_source *src, uint32_t from,
                       uint32_t to)
{
    while (to > from) {
        uint32_t at = last_char(src, from, to);

        put_rider(out, src, at, to);
        to = at;
    }
}

/* One cluster: glyphs [first, end) in visual order for the text [from, to). */
static void split_cluster(struct split *out, const struct split_source *src, size_t first,
                          size_t end, uint32_t from, uint32_t to)
{
    bool riders = src->face->font.blank_gid != 0;
    size_t carrier = end; /* the glyph with an advance that stands first in reading order */
    uint32_t at;          /* where its own text begins */

    for (size_t i = first; i < end; i++)
        if (!src->glyphs[i].flags)
            carrier = i;
    if (carrier == end)
        put_riders(out, src, from, to);
    for (size_t i = first; i < end; i++) {
        if (i == carrier) {
            at = riders && to > from ? last_char(src, from, to) : from;
            put_ink(out, src, carrier, at, text_limit(src, at, to));
            put_riders(out, src, from, at);
        } else if (!(src->glyphs[i].flags & SHAPED_BLANK)) {
            put_ink(out, src, i, to, to);
        }
    }
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
