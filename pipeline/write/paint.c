/* Painting operators for everything but text (ISO 32000-1, 8.4 to 8.6). */
#include "write/content.h"
#include "write/images.h"
#include "write/put.h"

#include <string.h>

/* ---- graphics state ----------------------------------------------------------------------------
 */

/* v of 255 as a decimal with three places: enough to come back to the same byte. */
static void put_component(struct buf *b, uint8_t v)
{
    put_mpt(b, ((mpt)v * 1000 + 127) / 255);
    buf_char(b, ' ');
}

bool content_same_colour(struct page_colour a, struct page_colour b)
{
    return a.space == b.space && memcmp(a.v, b.v, sizeof a.v) == 0;
}

static void put_colour(struct content *c, struct page_colour colour, const char *const operators[])
{
    static const int components[] = {0, 1, 3, 4};
    if (colour.space == COLOUR_CMYK)
        c->o->uses_cmyk = true;
    for (int i = 0; i < components[colour.space]; i++)
        put_component(c->b, colour.v[i]);
    buf_str(c->b, operators[colour.space]);
}

void content_fill_colour(struct content *c, struct page_colour colour)
{
    static const char *const operators[] = {"", "g\n", "rg\n", "k\n"};
    if (colour.space == COLOUR_NONE || content_same_colour(c->now.fill, colour))
        return;
    put_colour(c, colour, operators);
    c->now.fill = colour;
}

static void stroke_colour(struct content *c, struct page_colour colour)
{
    static const char *const operators[] = {"", "G\n", "RG\n", "K\n"};
    if (colour.space == COLOUR_NONE || content_same_colour(c->now.stroke, colour))
        return;
    put_colour(c, colour, operators);
    c->now.stroke = colour;
}

/* Dashes of three line widths; dots are round, a line width in size and two apart. */
static void line_style(struct content *c, enum page_stroke style, mpt width)
{
    bool same_width = c->now.line_width == width;
    bool patterned = style == STROKE_DASHED || style == STROKE_DOTTED;
    if (!same_width) {
        put_mpt(c->b, width);
        buf_str(c->b, " w\n");
        c->now.line_width = width;
    }
    if (style == STROKE_DOUBLE)
        style = STROKE_SOLID;
    if (c->now.line_style == style && (same_width || !patterned))
        return;
    if ((c->now.line_style == STROKE_DOTTED) != (style == STROKE_DOTTED))
        buf_str(c->b, style == STROKE_DOTTED ? "1 J\n" : "0 J\n");
    buf_char(c->b, '[');
    if (style == STROKE_DOTTED)
        put_mpts(c->b, (const mpt[]){0, 2 * width}, 2);
    else if (style == STROKE_DASHED)
        put_mpts(c->b, (const mpt[]){3 * width, 3 * width}, 2);
    buf_str(c->b, "]0 d\n");
    c->now.line_style = style;
}

/* ---- points and items --------------------------------------------------------------------------
 */

static void put_point(struct content *c, mpt x, mpt y)
{
    put_mpt(c->b, x);
    buf_char(c->b, ' ');
    put_mpt(c->b, c->height - y);
    buf_char(c->b, ' ');
}

static void put_line(struct content *c, mpt x0, mpt y0, mpt x1, mpt y1)
{
    put_point(c, x0, y0);
    buf_str(c->b, "m ");
    put_point(c, x1, y1);
    buf_str(c->b, "l S\n");
}

void content_rule(struct content *c, const struct page_rule *r)
{
    stroke_colour(c, r->colour);
    if (r->stroke != STROKE_DOUBLE) {
        line_style(c, r->stroke, r->width);
        put_line(c, r->x0, r->y0, r->x1, r->y1);
        return;
    }
    /* two lines a third of the width each, at both edges */
    mpt third = r->width / 3;
    bool upright = r->x0 == r->x1;
    mpt dx = upright ? third : 0, dy = upright ? 0 : third;
    line_style(c, STROKE_SOLID, third);
    put_line(c, r->x0 - dx, r->y0 - dy, r->x1 - dx, r->y1 - dy);
    put_line(c, r->x0 + dx, r->y0 + dy, r->x1 + dx, r->y1 + dy);
}

static void put_rectangle(struct content *c, mpt x, mpt y, mpt w, mpt h)
{
    put_point(c, x, y + h);
    put_mpt(c->b, w);
    buf_char(c->b, ' ');
    put_mpt(c->b, h);
    buf_str(c->b, " re");
}

void content_rectangle(struct content *c, const struct page_rectangle *r)
{
    content_fill_colour(c, r->fill);
    put_rectangle(c, r->x, r->y, r->w, r->h);
    buf_str(c->b, " f\n");
}

static void put_segment(struct content *c, const struct page_segment *s)
{
    static const char *const verbs[] = {"m\n", "l\n", "c\n", "h\n"};
    static const int points[] = {1, 1, 3, 0};

    if (s->kind == SEG_RECTANGLE) {
        put_rectangle(c, s->x[0], s->y[0], s->x[1] - s->x[0], s->y[1] - s->y[0]);
        buf_char(c->b, '\n');
        return;
    }
    for (int k = 0; k < points[s->kind]; k++)
        put_point(c, s->x[k], s->y[k]);
    buf_str(c->b, verbs[s->kind]);
}

void content_path(struct content *c, const struct page_path *p)
{
    bool fill = p->fill.space != COLOUR_NONE, stroke = p->stroke.space != COLOUR_NONE;
    if (fill)
        content_fill_colour(c, p->fill);
    if (stroke) {
        stroke_colour(c, p->stroke);
        line_style(c, p->style, p->width);
    }
    for (size_t i = 0; i < p->n; i++)
        put_segment(c, &p->segments[i]);
    if (fill)
        buf_str(c->b, p->even_odd ? (stroke ? "B*\n" : "f*\n") : (stroke ? "B\n" : "f\n"));
    else
        buf_str(c->b, "S\n");
}

void content_image(struct content *c, const struct page_image *i)
{
    const struct pdf_image *image = images_use(c->o, i->image);
    buf_str(c->b, "q ");
    put_mpt(c->b, i->w);
    buf_str(c->b, " 0 0 ");
    put_mpt(c->b, i->h);
    buf_char(c->b, ' ');
    put_point(c, i->x, i->y + i->h);
    buf_str(c->b, "cm /Im");
    put_int(c->b, image->index);
    buf_str(c->b, " Do Q\n");
}

void content_item(struct content *c, const struct page_item *item)
{
    if (item->kind != ITEM_TEXT)
        content_end_text(c);
    if (item->kind == ITEM_TEXT)
        content_text(c, &item->u.text);
    else if (item->kind == ITEM_RULE)
        content_rule(c, &item->u.rule);
    else if (item->kind == ITEM_RECTANGLE)
        content_rectangle(c, &item->u.rectangle);
    else if (item->kind == ITEM_PATH)
        content_path(c, &item->u.path);
    else
        content_image(c, &item->u.image);
}
