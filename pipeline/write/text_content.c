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

/* ---- a run of glyphs ---------------------------------------------------------------------------
 */

static void flush_codes(struct content *c)
{
    struct text_run *r = &c->run;
    if (r->ncodes)
        put_byte_string(c->b, r->codes, r->ncodes);
    r->ncodes = 0;
}

static void close_array(struct content *c)
{
    flush_codes(c);
    if (c->run.open)
        buf_str(c->b, "]TJ\n");
    c->run.open = false;
}

static void set_rise(struct content *c, mpt rise)
{
    if (c->run.rise == rise)
        return;
    close_array(c);
    put_mpt(c->b, rise);
    buf_str(c->b, " Ts\n");
    c->run.rise = rise;
}

/* Ends the run: other operators may follow. */
static void end_run(struct content *c)
{
    close_array(c);
    set_rise(c, 0);
    c->run.font = NULL;
}

static void need_array(struct content *c)
{
    if (!c->run.open)
        buf_char(c->b, '[');
    c->run.open = true;
}

/* Corrections that nobody can see are left out; they do not add up, since pen keeps the truth. */
static void adjust(struct content *c, int64_t target)
{
    enum { INVISIBLE = 2 }; /* [1/1000 em] */
    struct text_run *r = &c->run;
    int64_t off = target - r->pen;
    int64_t units = (off + (off < 0 ? -r->size : r->size) / 2) / r->size;
    if (units >= -INVISIBLE && units <= INVISIBLE)
        return;
    need_array(c);
    flush_codes(c);
    put_int(c->b, -units);
    r->pen += units * r->size;
}

static void add_code(struct content *c, uint16_t cid)
{
    struct text_run *r = &c->run;
    need_array(c);
    if (r->ncodes + 2 > sizeof r->codes)
        flush_codes(c);
    r->codes[r->ncodes++] = (uint8_t)(cid >> 8);
    r->codes[r->ncodes++] = (uint8_t)cid;
    r->pen += (int64_t)r->font->cids[cid].width * r->size;
}

/* ---- waiting marks -----------------------------------------------------------------------------
 */

static void paint_waiting(struct content *c)
{
    end_run(c);
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

static void let_wait(struct content *c, const struct page_text *text, const struct glyph *g,
                     uint16_t cid)
{
    const struct text_run *r = &c->run;
    *arena_push(c->o->arena, c->waiting, c->nwaiting, c->waiting_cap) = (struct waiting_mark){
        .font = r->font,
        .size = r->size,
        .x = r->x + r->wanted / 1000 + g->dx,
        .y = r->y + g->dy,
        .colour = text->colour,
        .cid = cid,
    };
}

/* ---- a text item -------------------------------------------------------------------------------
 */

/* A glyph without text of its own would only disturb the words around it. */
static bool must_wait(const struct glyph *g)
{
    return g->flags & GLYPH_MARK || g->text_len == 0;
}

static void add_glyph(struct content *c, const struct page_text *text, struct pdf_font *font,
                      const struct glyph *g)
{
    struct text_run *r = &c->run;
    uint16_t cid = cid_of(c->o, font, g->gid, text->text + g->text, g->text_len);
    if (must_wait(g)) {
        let_wait(c, text, g, cid);
    } else {
        set_rise(c, g->dy);
        adjust(c, r->wanted + (int64_t)g->dx * 1000);
        add_code(c, cid);
    }
    r->wanted += (int64_t)g->advance * 1000;
}

/* Whether the item can go on in the run of the item before: pieces of a line differ in language or
 * link more often than in looks. */
static bool goes_on(const struct content *c, const struct page_text *text,
                    const struct pdf_font *font)
{
    enum { FARTHEST = 10 }; /* [em] */
    const struct text_run *r = &c->run;
    if (r->font != font || r->size != text->size || r->y != c->height - text->y ||
        !content_same_colour(c->now.fill, text->colour))
        return false;
    mpt gap = text->x - (r->x + r->pen / 1000);
    return gap > -FARTHEST * r->size && gap < FARTHEST * r->size;
}

static void begin_run(struct content *c, const struct page_text *text, const struct pdf_font *font)
{
    struct text_run *r = &c->run;
    end_run(c);
    content_fill_colour(c, text->colour);
    set_font(c, font, text->size);
    move_to(c, text->x, c->height - text->y);
    r->font = font;
    r->size = text->size;
    r->x = text->x;
    r->y = c->height - text->y;
    r->pen = 0;
}

void content_text(struct content *c, const struct page_text *text)
{
    struct pdf_font *font = fonts_use(c->o, text->font);
    if (c->in_text && c->line != text->line)
        paint_waiting(c);
    c->line = text->line;
    begin_text(c);
    if (!goes_on(c, text, font))
        begin_run(c, text, font);
    c->run.wanted = (text->x - c->run.x) * 1000;
    for (size_t i = 0; i < text->nglyphs; i++)
        add_glyph(c, text, font, &text->glyphs[i]);
}
