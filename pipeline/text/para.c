/* A paragraph: from items to shaped segments, stage by stage. */
#include "text/para.h"

#include "base/utf8.h"
#include "text/chars.h"
#include "text/kept.h"

#include <string.h>

/* One code unit for what is no character: objects and breaks as ICU expects them; edges are
 * invisible to bidi (class BN) and belong to the character before for breaks (class CM). */
static uint32_t stand_in(const struct text_item *item)
{
    switch (item->kind) {
    case TEXT_OBJECT:
        return CHAR_OBJECT;
    case TEXT_EDGE:
        return CHAR_ZWNJ;
    case TEXT_BREAK:
        return CHAR_LINE_SEPARATOR;
    default:
        return item->control;
    }
}

/* Where the paragraph's text is put together. */
struct collecting {
    UChar *text;
    uint32_t *from;
    uint32_t n;
    char *utf8;
    uint32_t bytes;
    bool needs_bidi;
};

static void put_copied(struct collecting *c, uint32_t code_point)
{
    if (!chars_dropped(code_point))
        c->bytes += (uint32_t)utf8_put(c->utf8 + c->bytes, chars_copied(code_point));
}

static void put_unit(struct collecting *c, uint32_t unit, uint32_t from)
{
    c->text[c->n] = (UChar)unit;
    c->from[c->n++] = from;
}

static void put_char(struct collecting *c, uint32_t code_point)
{
    uint32_t from = c->bytes;

    if (code_point == '\t')
        code_point = ' ';
    put_copied(c, code_point);
    if (code_point <= 0xFFFF) {
        put_unit(c, code_point, from);
    } else {
        put_unit(c, 0xD7C0 + (code_point >> 10), from);
        put_unit(c, 0xDC00 | (code_point & 0x3FF), c->bytes);
    }
    c->needs_bidi |= chars_right_to_left(code_point);
}

static void put_chars(struct collecting *c, const char *s, size_t len)
{
    const char *end = s + len;

    while (s < end) {
        unsigned char byte = (unsigned char)*s;

        if (byte >= 0x20 && byte < 0x7F) {
            put_unit(c, byte, c->bytes);
            c->utf8[c->bytes++] = *s++;
        } else {
            put_char(c, utf8_next(&s, end));
        }
    }
}

static size_t longest(const struct text_para *p)
{
    size_t n = 1;

    for (size_t i = 0; i < p->nitems; i++)
        n += p->items[i].kind == TEXT_CHARS ? p->items[i].len : 1;
    return n;
}

bool para_collect(struct text_para *p, struct arena *arena)
{
    size_t most = longest(p);
    /* A malformed byte becomes U+FFFD, three bytes. */
    struct collecting c = {.text = arena_array(arena, UChar, most),
                           .from = arena_array(arena, uint32_t, most),
                           .utf8 = arena_alloc(arena, 3 * most)};

    p->item_from = arena_array(arena, uint32_t, p->nitems + 1);
    for (size_t i = 0; i < p->nitems; i++) {
        p->item_from[i] = c.n;
        if (p->items[i].kind == TEXT_CHARS) {
            put_chars(&c, p->items[i].utf8, p->items[i].len);
        } else {
            uint32_t unit = stand_in(&p->items[i]);

            put_unit(&c, unit, c.bytes);
            c.needs_bidi |= chars_right_to_left(unit);
        }
    }
    p->item_from[p->nitems] = c.n;
    c.from[c.n] = c.bytes;
    p->text = c.text;
    p->n = c.n;
    p->utf8 = c.utf8;
    p->utf8_from = c.from;
    return c.needs_bidi || p->base == TEXT_RTL;
}

struct shape_key segment_key(const struct segment *s)
{
    return (struct shape_key){.face = s->face,
                              .language = s->resolved->language,
                              .script = s->script,
                              .features = s->resolved->features,
                              .rtl = s->level & 1};
}

/* Shapes all words. The glyphs are collected in scratch storage and copied once. */
void para_shape(struct text_para *p, struct arena *arena)
{
    struct text_engine *e = p->engine;
    size_t total = 0;

    for (size_t i = 0; i < p->nsegments; i++) {
        struct segment *s = &p->segments[i];
        struct shape_key key;
        const struct shaped *g;
        struct shaped *all;

        if (s->kind != SEGMENT_WORD)
            continue;
        key = segment_key(s);
        g = shape_run(e, &key, p->text, p->n, s->start, s->end - s->start, &s->nglyphs);
        all = scratch_grow(&e->glyphs, (total + s->nglyphs + 1) * sizeof *all);
        if (s->nglyphs)
            memcpy(all + total, g, s->nglyphs * sizeof *all);
        s->glyphs = total;
        total += s->nglyphs;
    }
    p->glyphs = arena_array(arena, struct shaped, total);
    if (total)
        memcpy(p->glyphs, e->glyphs.data, total * sizeof *p->glyphs);
}

mpt segment_space_width(const struct text_para *p, const struct segment *s)
{
    const struct text_style *style = p->items[s->item].style;

    return engine_scale(s->face->space_advance, style->size) + style->word_spacing +
           style->letter_spacing;
}

mpt segment_advance(const struct text_style *style, bool rtl, const struct shaped *g,
                    const struct shaped *next)
{
    mpt advance = engine_scale(g->advance, style->size);

    if (style->letter_spacing && !rtl && !(next && (next->flags || next->cluster == g->cluster)))
        advance += style->letter_spacing;
    return advance;
}

static void make(struct text_para *p, struct arena *arena, struct diag *diag,
                 struct diag_place place)
{
    if (para_collect(p, arena))
        para_levels(p, arena);
    para_segments(p, arena, diag, place);
    para_shape(p, arena);
    para_breaks(p, arena, diag, false);
}

/* The paragraph as it was made for another letter; else it is made so that others can take it over.
 * false: it is not for keeping. */
static bool take_kept(struct text_para *p, struct diag *diag, struct diag_place place)
{
    struct text_engine *e = p->engine;
    struct kept_key key = kept_key(e, p->items, p->nitems, p->base, diag, place);
    const struct text_para *kept = key.len ? kept_find(e->kept, &key) : NULL;
    struct arena *room = key.len ? kept_room(e->kept) : NULL;
    const struct text_item *items = p->items;
    size_t said = diag_said(diag);

    if (kept) {
        *p = *kept;
        p->items = items;
    } else if (room) {
        make(p, room, diag, place);
        if (diag_said(diag) == said)
            kept_add(e->kept, &key, p);
    }
    return kept || room;
}

struct text_para *text_para_new(struct arena *arena, struct text_engine *e,
                                const struct text_item *items, size_t n, enum text_direction base,
                                struct diag *diag, struct diag_place place)
{
    struct text_para *p = arena_new_of(arena, struct text_para);

    *p = (struct text_para){.engine = e, .items = items, .nitems = n, .base = base};
    if (!e->keeps || !take_kept(p, diag, place))
        make(p, arena, diag, place);
    return p;
}

const struct text_break *text_para_breaks(struct text_para *p, size_t *n)
{
    *n = p->nbreaks;
    return p->breaks;
}

uint32_t text_para_item_pos(const struct text_para *p, size_t item)
{
    return p->item_from[item];
}

const struct text_break *text_para_breaks_anywhere(struct text_para *p, struct arena *arena,
                                                   size_t *n, struct diag *diag)
{
    para_breaks(p, arena, diag, true);
    return text_para_breaks(p, n);
}
