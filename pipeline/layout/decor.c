/* Backgrounds and borders of areas. */
#include "layout/image.h"
#include "layout/paint.h"
#include "layout/table.h"

struct page_colour colour_of(struct fo_colour c)
{
    return (struct page_colour){c.space, {c.v[0], c.v[1], c.v[2], c.v[3]}};
}

static void fill(struct painter *p, struct rect r, struct fo_colour colour, enum page_artifact kind)
{
    if (r.w <= 0 || r.h <= 0 || colour.space == COLOUR_NONE) {
        return;
    }
    struct page_item *item = page_item_new(p->l->doc, ITEM_RECTANGLE);
    item->u.rectangle = (struct page_rectangle){r.x, r.y, r.w, r.h, colour_of(colour)};
    put_artifact(p, item, kind);
}

/* ---- rounded corners ----------------------------------------------------------------------- */

struct outline {
    struct page_segment *s;
    size_t n;
};

static void to(struct outline *o, enum page_segment_kind kind, mpt x, mpt y)
{
    o->s[o->n++] = (struct page_segment){kind, {x, 0, 0}, {y, 0, 0}};
}

static void curve(struct outline *o, mpt x1, mpt y1, mpt x2, mpt y2, mpt x, mpt y)
{
    o->s[o->n++] = (struct page_segment){SEG_CURVE, {x1, x2, x}, {y1, y2, y}};
}

/* k: the distance of the control points that makes a Bezier curve nearly a quarter circle. */
static struct outline rounded(struct painter *p, struct rect r, mpt radius)
{
    struct outline o = {arena_array(p->l->items, struct page_segment, 10), 0};
    mpt most = (r.w < r.h ? r.w : r.h) / 2;
    mpt a = radius < most ? radius : most, k = a - a * 5523 / 10000;
    mpt x1 = r.x + r.w, y1 = r.y + r.h;
    to(&o, SEG_MOVE, r.x + a, r.y);
    to(&o, SEG_LINE, x1 - a, r.y);
    curve(&o, x1 - k, r.y, x1, r.y + k, x1, r.y + a);
    to(&o, SEG_LINE, x1, y1 - a);
    curve(&o, x1, y1 - k, x1 - k, y1, x1 - a, y1);
    to(&o, SEG_LINE, r.x + a, y1);
    curve(&o, r.x + k, y1, r.x, y1 - k, r.x, y1 - a);
    to(&o, SEG_LINE, r.x, r.y + a);
    curve(&o, r.x, r.y + k, r.x + k, r.y, r.x + a, r.y);
    to(&o, SEG_CLOSE, 0, 0);
    return o;
}

static void put_path(struct painter *p, struct outline o, struct fo_colour fill_with,
                     const struct fo_border *stroke)
{
    struct page_item *item = page_item_new(p->l->doc, ITEM_PATH);
    struct page_path *path = &item->u.path;
    path->segments = o.s;
    path->n = o.n;
    path->fill = colour_of(fill_with);
    if (stroke) {
        path->stroke = colour_of(stroke->colour);
        path->width = stroke->width;
        path->style = stroke->style == BORDER_DASHED   ? STROKE_DASHED
                      : stroke->style == BORDER_DOTTED ? STROKE_DOTTED
                                                       : STROKE_SOLID;
    }
    put_artifact(p, item, ARTIFACT_LAYOUT);
}

/* ---- backgrounds --------------------------------------------------------------------------- */

static void put_tile(struct painter *p, const struct picture *pic, mpt x, mpt y,
                     struct page_group *group)
{
    struct page_item *item = page_item_new(p->l->doc, ITEM_IMAGE);
    item->u.image = (struct page_image){pic->data, x, y, pic->width, pic->height};
    item->artifact = ARTIFACT_LAYOUT;
    page_group_append(group, item);
}

enum { REPEAT_BOTH, REPEAT_X, REPEAT_Y, REPEAT_NONE, MAX_TILES = 10000 };

static void paint_background_image(struct painter *p, const struct fo_node *node, struct rect r)
{
    struct picture *pic = picture_load(p->l, node, node->box->background_image);
    if (!pic->data || pic->width <= 0 || pic->height <= 0) {
        return;
    }
    struct page_item *item = page_item_new(p->l->doc, ITEM_GROUP);
    struct page_group *g = &item->u.group;
    *g = (struct page_group){.a = 10000, .d = 10000, .clip = true, .clip_x = r.x, .clip_y = r.y};
    g->clip_w = r.w;
    g->clip_h = r.h;
    uint8_t repeat = node->box->background_repeat;
    mpt w = repeat == REPEAT_BOTH || repeat == REPEAT_X ? r.w : 1;
    mpt h = repeat == REPEAT_BOTH || repeat == REPEAT_Y ? r.h : 1;
    int tiles = 0;
    for (mpt y = 0; y < h && tiles < MAX_TILES; y += pic->height) {
        for (mpt x = 0; x < w && tiles < MAX_TILES; x += pic->width, tiles++) {
            put_tile(p, pic, r.x + x, r.y + y, g);
        }
    }
    put_artifact(p, item, ARTIFACT_LAYOUT);
}

void paint_background(struct painter *p, const struct fo_node *node, struct rect r)
{
    const struct fo_box_props *b = node->box;
    if (r.w <= 0 || r.h <= 0 || node->text->hidden) {
        return;
    }
    if (b->background.space != COLOUR_NONE && b->radius > 0) {
        put_path(p, rounded(p, r, b->radius), b->background, NULL);
    } else {
        fill(p, r, b->background, ARTIFACT_BACKGROUND);
    }
    if (b->background_image) {
        paint_background_image(p, node, r);
    }
}

/* ---- borders ------------------------------------------------------------------------------- */

struct fo_colour border_shade(struct fo_colour c, bool dark)
{
    for (int i = 0; i < 4; i++) {
        bool light_is_more = c.space != COLOUR_CMYK;
        c.v[i] = dark == light_is_more ? (uint8_t)(c.v[i] / 2) : (uint8_t)(c.v[i] / 2 + 127);
    }
    return c;
}

static struct rect part(struct rect r, bool horizontal, mpt from, mpt size)
{
    return horizontal ? (struct rect){r.x, r.y + from, r.w, size}
                      : (struct rect){r.x + from, r.y, size, r.h};
}

static void put_rule(struct painter *p, const struct fo_border *b, struct rect r, bool horizontal)
{
    struct page_item *item = page_item_new(p->l->doc, ITEM_RULE);
    struct page_rule *rule = &item->u.rule;
    mpt mid = b->width / 2;
    rule->x0 = horizontal ? r.x : r.x + mid;
    rule->y0 = horizontal ? r.y + mid : r.y;
    rule->x1 = horizontal ? r.x + r.w : r.x + mid;
    rule->y1 = horizontal ? r.y + mid : r.y + r.h;
    rule->width = b->width;
    rule->stroke = b->style == BORDER_DASHED ? STROKE_DASHED : STROKE_DOTTED;
    rule->colour = colour_of(b->colour);
    put_artifact(p, item, ARTIFACT_LAYOUT);
}

/* Two halves, the first dark or light. */
static void put_halves(struct painter *p, const struct fo_border *b, struct rect r, bool horizontal)
{
    bool first_dark = b->style == BORDER_GROOVE;
    mpt half = b->width / 2;
    fill(p, part(r, horizontal, 0, half), border_shade(b->colour, first_dark), ARTIFACT_LAYOUT);
    fill(p, part(r, horizontal, half, b->width - half), border_shade(b->colour, !first_dark),
         ARTIFACT_LAYOUT);
}

/* One border as a bar: r is its rectangle. */
void paint_line(struct painter *p, const struct fo_border *b, struct rect r, bool horizontal)
{
    mpt third = b->width / 3;
    switch (b->style) {
    case BORDER_NONE:
    case BORDER_HIDDEN:
        return;
    case BORDER_DOTTED:
    case BORDER_DASHED:
        put_rule(p, b, r, horizontal);
        return;
    case BORDER_DOUBLE:
        fill(p, part(r, horizontal, 0, third), b->colour, ARTIFACT_LAYOUT);
        fill(p, part(r, horizontal, b->width - third, third), b->colour, ARTIFACT_LAYOUT);
        return;
    case BORDER_GROOVE:
    case BORDER_RIDGE:
        put_halves(p, b, r, horizontal);
        return;
    case BORDER_INSET:
    case BORDER_OUTSET:
    case BORDER_SOLID:
        fill(p, r, b->colour, ARTIFACT_LAYOUT);
    }
}

static bool same(const struct fo_border *a, const struct fo_border *b)
{
    return a->style == b->style && a->width == b->width && a->colour.space == b->colour.space &&
           a->colour.v[0] == b->colour.v[0] && a->colour.v[1] == b->colour.v[1] &&
           a->colour.v[2] == b->colour.v[2] && a->colour.v[3] == b->colour.v[3];
}

static bool all_same(const struct fo_border border[4])
{
    return same(&border[0], &border[1]) && same(&border[0], &border[2]) &&
           same(&border[0], &border[3]);
}

/* Inset areas are dark above and on the left and light on the other sides; outset ones the other
 * way round. */
static struct fo_border lit(const struct fo_border *b, bool upper)
{
    struct fo_border out = *b;
    if (b->style == BORDER_INSET || b->style == BORDER_OUTSET) {
        out.colour = border_shade(b->colour, (b->style == BORDER_INSET) == upper);
        out.style = BORDER_SOLID;
    }
    return out;
}

static void paint_frame(struct painter *p, const struct fo_border *b, struct rect r, mpt radius)
{
    mpt half = b->width / 2;
    struct rect mid = {r.x + half, r.y + half, r.w - b->width, r.h - b->width};
    put_path(p, rounded(p, mid, radius > half ? radius - half : 0), (struct fo_colour){0}, b);
}

/* Corners of one colour, of dots, and at a break are square: before and after run over the whole
 * width, the sides between them. */
void paint_borders(struct painter *p, const struct fo_border border[4], struct rect r, bool rtl,
                   bool starts, bool ends, mpt radius)
{
    struct fo_border top = lit(&border[EDGE_BEFORE], true),
                     bottom = lit(&border[EDGE_AFTER], false);
    struct fo_border left = lit(&border[rtl ? EDGE_END : EDGE_START], true);
    struct fo_border right = lit(&border[rtl ? EDGE_START : EDGE_END], false);
    mpt before = starts || top.retain ? top.width : 0;
    mpt after = ends || bottom.retain ? bottom.width : 0;
    if (radius > 0 && starts && ends && top.width > 0 && all_same(border)) {
        paint_frame(p, &border[EDGE_BEFORE], r, radius);
        return;
    }
    if (starts && ends && paint_mitred(p, border, r, rtl)) {
        return;
    }
    mpt inner_y = r.y + before, inner_h = r.h - before - after;
    if (before > 0) {
        paint_line(p, &top, (struct rect){r.x, r.y, r.w, before}, true);
    }
    if (left.width > 0) {
        paint_line(p, &left, (struct rect){r.x, inner_y, left.width, inner_h}, false);
    }
    if (right.width > 0) {
        mpt x = r.x + r.w - right.width;
        paint_line(p, &right, (struct rect){x, inner_y, right.width, inner_h}, false);
    }
    if (after > 0) {
        paint_line(p, &bottom, (struct rect){r.x, r.y + r.h - after, r.w, after}, true);
    }
}

/* ---- collapsed borders --------------------------------------------------------------------- */

struct lines { /* the grid of one table fragment */
    struct painter *p;
    const struct table *t;
    mpt x;
    bool rtl;
};

static mpt column_x(const struct lines *g, unsigned line)
{
    const struct table *t = g->t;
    mpt x = line < t->ncols ? t->cols[line].x : t->width;
    return g->x + (g->rtl ? t->width - x : x);
}

/* Where lines cross the wider one goes through: it reaches over half of the other, and the
 * narrower one begins beside it. */
static mpt reach(const struct fo_border *own, mpt crossing)
{
    return own->width >= crossing ? -crossing / 2 : crossing / 2;
}

static mpt width_of(const struct fo_border *b)
{
    return b ? b->width : 0;
}

static mpt wider(const struct fo_border *a, const struct fo_border *b)
{
    return width_of(a) > width_of(b) ? width_of(a) : width_of(b);
}

/* Segments of one grid line that have the same border are painted as one. */
static void paint_row_line(const struct lines *g, unsigned line, unsigned row, mpt y)
{
    const struct table *t = g->t;
    const struct fo_border **h = &t->hline[(size_t)line * t->ncols];
    const struct fo_border **v = &t->vline[(size_t)row * (t->ncols + 1)];
    for (unsigned c = 0; c < t->ncols;) {
        unsigned end = c + 1;
        while (h[c] && end < t->ncols && h[end] && same(h[c], h[end])) {
            end++;
        }
        if (h[c]) {
            unsigned left = g->rtl ? end : c, right = g->rtl ? c : end;
            mpt from = column_x(g, left) + reach(h[c], width_of(v[left]));
            mpt until = column_x(g, right) - reach(h[c], width_of(v[right]));
            struct rect r = {from, y - h[c]->width / 2, until - from, h[c]->width};
            paint_line(g->p, h[c], r, true);
        }
        c = end;
    }
}

/* The widest line between rows that ends or passes at column line c. */
static mpt crossing_rows(const struct table *t, size_t line, unsigned c)
{
    const struct fo_border **h = &t->hline[line * t->ncols];
    return wider(c > 0 ? h[c - 1] : NULL, c < t->ncols ? h[c] : NULL);
}

static void paint_column_lines(const struct lines *g, const struct frag *row, mpt y)
{
    const struct table *t = g->t;
    const struct fo_border **v = &t->vline[row->nlines * (t->ncols + 1)];
    for (unsigned c = 0; c <= t->ncols; c++) {
        if (!v[c]) {
            continue;
        }
        mpt above = crossing_rows(t, row->nlines, c), below = crossing_rows(t, row->nlines + 1, c);
        mpt top = y + row->y + (above > v[c]->width ? above / 2 : 0);
        mpt foot = y + row->y + row->h - (below > v[c]->width ? below / 2 : 0);
        struct rect r = {column_x(g, c) - v[c]->width / 2, top, v[c]->width, foot - top};
        paint_line(g->p, v[c], r, false);
    }
}

void paint_grid(struct painter *p, const struct frag *grid, mpt x, mpt y)
{
    const struct table *t = grid->grid->table;
    struct lines g = {p, t, x, is_rtl(t->node)};
    const struct frag *last = NULL;
    for (const struct frag *row = grid->first; row && row->kind == FRAG_ROW; row = row->next) {
        paint_column_lines(&g, row, y);
        paint_row_line(&g, (unsigned)row->nlines, (unsigned)row->nlines, y + row->y);
        last = row;
    }
    if (last) {
        paint_row_line(&g, (unsigned)last->nlines + 1, (unsigned)last->nlines,
                       y + last->y + last->h);
    }
}
