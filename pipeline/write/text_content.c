/* Text: glyphs of one font on one baseline become a TJ array (ISO 32000-1, 9.4).
 *
 * Character codes come in visual order, each standing for what its glyph stands for, and all of
 * them on the baseline: readers that put words together by position then find them, also where the
 * script runs from right to left. Combining marks would stand off the baseline and tear words
 * apart; their text rides on blank glyphs, and their pictures are painted after the line, inside a
 * Span whose replacement text is empty. */
#include "write/cid.h"
#include "write/content.h"
#include "write/fonts.h"
#include "write/put.h"

#include <stdlib.h>

static void begin_text(struct content *c)
{
    if (c->in_text)
        return;
    buf_str(c->b, "BT\n");
    c->in_text = true;
    c->text_x = c->text_y = 0;
}

static void set_font(struct content *c, const struct pdf_font *font, mpt size)
{
    if (c->now.font == font && c->now.size == size)
        return;
    buf_str(c->b, "/F");
    put_int(c->b, font->index);
    buf_char(c->b, ' ');
    put_mpt(c->b, size);
    buf_str(c->b, " Tf\n");
    c->now.font = font;
    c->now.size = size;
}

/* To x, y (upwards), relative to the start of the line before. */
static void move_to(struct content *c, mpt x, mpt y)
{
    if (x == c->text_x && y == c->text_y)
        return;
    put_mpt(c->b, x - c->text_x);
    buf_char(c->b, ' ');
    put_mpt(c->b, y - c->text_y);
    buf_str(c->b, " Td\n");
    c->text_x = x;
    c->text_y = y;
}

/* ---- waiting marks -----------------------------------------------------------------------------
 */

static void paint_waiting(struct content *c)
{
    if (c->nwaiting == 0)
        return;
    buf_str(c->b, "/Span<</ActualText()>>BDC\n");
    for (size_t i = 0; i < c->nwaiting; i++) {
        const struct waiting_mark *m = &c->waiting[i];
        uint8_t code[2] = {(uint8_t)(m->cid >> 8), (uint8_t)m->cid};
        content_fill_colour(c, m->colour);
        set_font(c, m->font, m->size);
        move_to(c, m->x, m->y);
        put_byte_string(c->b, code, sizeof code);
        buf_str(c->b, "Tj\n");
    }
    buf_str(c->b, "EMC\n");
    c->nwaiting = 0;
}

void content_end_text(struct content *c)
{
    if (!c->in_text)
        return;
    paint_waiting(c);
    buf_str(c->b, "ET\n");
    c->in_text = false;
}

/* ---- a run of glyphs ---------------------------------------------------------------------------
 */

/* The array of one TJ operator. Positions are in mpt/1000, that is 1/1000 of the font size times
 * the size in mpt, so nothing is lost while advances and widths are added up. */
struct run {
    struct content *c;
    const struct pdf_font *font;
    mpt size;
    int64_t pen;    /* where the operator has got to */
    int64_t wanted; /* where the next glyph's origin is to be */
    mpt rise;
    bool open;
    uint8_t codes[512];
    size_t ncodes; /* bytes */
};

static void flush_codes(struct run *r)
{
    if (r->ncodes)
        put_byte_string(r->c->b, r->codes, r->ncodes);
    r->ncodes = 0;
}

static void close_array(struct run *r)
{
    flush_codes(r);
    if (r->open)
        buf_str(r->c->b, "]TJ\n");
    r->open = false;
}

static void set_rise(struct run *r, mpt rise)
{
    if (r->rise == rise)
        return;
    close_array(r);
    put_mpt(r->c->b, rise);
    buf_str(r->c->b, " Ts\n");
    r->rise = rise;
}

/* Corrections that nobody can see are left out; they do not add up, since pen keeps the truth. */
static void adjust(struct run *r, int64_t target)
{
    enum { INVISIBLE = 2 }; /* [1/1000 em] */
    int64_t off = target - r->pen;
    int64_t units = (off + (off < 0 ? -r->size : r->size) / 2) / r->size;
    if (units >= -INVISIBLE && units <= INVISIBLE)
        return;
    if (!r->open)
        buf_char(r->c->b, '[');
    r->open = true;
    flush_codes(r);
    put_int(r->c->b, -units);
    r->pen += units * r->size;
}

static void add_code(struct run *r, uint16_t cid)
{
    if (!r->open)
        buf_char(r->c->b, '[');
    r->open = true;
    if (r->ncodes + 2 > sizeof r->codes)
        flush_codes(r);
    r->codes[r->ncodes++] = (uint8_t)(cid >> 8);
    r->codes[r->ncodes++] = (uint8_t)cid;
    r->pen += (int64_t)r->font->cids[cid].width * r->size;
}

static void let_wait(struct run *r, const struct page_text *text, const struct glyph *g,
                     uint16_t cid)
{
    struct content *c = r->c;
    *arena_push(c->o->arena, c->waiting, c->nwaiting, c->waiting_cap) = (struct waiting_mark){
        .font = r->font,
        .size = text->size,
        .x = text->x + r->wanted / 1000 + g->dx,
        .y = c->height - text->y + g->dy,
        .colour = text->colour,
        .cid = cid,
    };
}

/* A glyph without text of its own would only disturb the words around it. */
static bool must_wait(const struct glyph *g)
{
    return g->flags & GLYPH_MARK || g->text_len == 0;
}

static void add_glyph(struct run *r, const struct page_text *text, struct pdf_font *font,
                      const struct glyph *g)
{
    uint16_t cid = cid_of(r->c->o, font, g->gid, text->text + g->text, g->text_len);
    if (must_wait(g)) {
        let_wait(r, text, g, cid);
    } else {
        adjust(r, r->wanted + (int64_t)g->dx * 1000);
        set_rise(r, g->dy);
        add_code(r, cid);
    }
    r->wanted += (int64_t)g->advance * 1000;
}

void content_text(struct content *c, const struct page_text *text)
{
    struct pdf_font *font = fonts_use(c->o, text->font);
    struct run r = {.c = c, .font = font, .size = text->size};
    if (c->in_text && c->line != text->line)
        paint_waiting(c);
    c->line = text->line;
    begin_text(c);
    content_fill_colour(c, text->colour);
    set_font(c, font, text->size);
    move_to(c, text->x, c->height - text->y);
    for (size_t i = 0; i < text->nglyphs; i++)
        add_glyph(&r, text, font, &text->glyphs[i]);
    close_array(&r);
    set_rise(&r, 0);
}
