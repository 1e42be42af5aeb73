/* Painting fragments in the order of the FO file. */
#include "layout/paint.h"

#include "layout/head.h"
#include "layout/number.h"
#include "layout/table.h"

/* ---- items --------------------------------------------------------------------------------- */

static void append(struct painter *p, struct page_item *item)
{
    if (p->group) {
        page_group_append(p->group, item);
    } else {
        page_item_append(p->l->page, item);
    }
}

void put_content(struct painter *p, struct page_item *item, struct page_elem *elem)
{
    if (!elem || p->artifact) {
        put_artifact(p, item, p->artifact ? p->artifact_kind : ARTIFACT_LAYOUT);
        return;
    }
    if (!p->mark || p->mark->elem != elem) {
        p->mark = page_mark_new(p->l->doc, elem, p->l->page_index);
    }
    item->mark = p->mark;
    append(p, item);
}

void put_artifact(struct painter *p, struct page_item *item, enum page_artifact kind)
{
    p->mark = NULL;
    item->artifact = p->artifact ? p->artifact_kind : kind;
    append(p, item);
}

struct rect on_page(const struct painter *p, struct rect r)
{
    const struct transform *t = &p->to_page;
    mpt x0 = t->a * r.x + t->c * r.y + t->e, y0 = t->b * r.x + t->d * r.y + t->f;
    mpt x1 = t->a * (r.x + r.w) + t->c * (r.y + r.h) + t->e;
    mpt y1 = t->b * (r.x + r.w) + t->d * (r.y + r.h) + t->f;
    return (struct rect){x0 < x1 ? x0 : x1, y0 < y1 ? y0 : y1, x0 < x1 ? x1 - x0 : x0 - x1,
                         y0 < y1 ? y1 - y0 : y0 - y1};
}

void say_overflow(struct layout *l, const struct fo_node *node, mpt by)
{
    diag_warn(l->diag, place_of(l, node), NULL, "innehållet sticker ut %lld.%lld pt ur sin yta",
              "the content sticks out of its area by %lld.%lld pt", (long long)(by / 1000),
              (long long)(by % 1000 / 100));
}

static void place_id(struct painter *p, const struct fo_node *node, mpt x, mpt y,
                     struct page_elem *elem)
{
    if (node && node->id) {
        struct rect r = on_page(p, (struct rect){x, y, 0, 0});
        id_place(p->l, node->id, r.x, r.y, elem);
    }
}

/* ---- containers ---------------------------------------------------------------------------- */

static struct transform turn(int rotation, struct rect r)
{
    switch (rotation) {
    case 90:
        return (struct transform){0, -1, 1, 0, r.x, r.y + r.h};
    case 180:
        return (struct transform){-1, 0, 0, -1, r.x + r.w, r.y + r.h};
    case 270:
        return (struct transform){0, 1, -1, 0, r.x + r.w, r.y};
    default:
        return (struct transform){1, 0, 0, 1, 0, 0};
    }
}

static struct transform compose(struct transform outer, struct transform t)
{
    return (struct transform){
        outer.a * t.a + outer.c * t.b,           outer.b * t.a + outer.d * t.b,
        outer.a * t.c + outer.c * t.d,           outer.b * t.c + outer.d * t.d,
        outer.a * t.e + outer.c * t.f + outer.e, outer.b * t.e + outer.d * t.f + outer.f};
}

struct rect paint_turned(struct painter *p, int orientation, struct rect r)
{
    if (orientation == 0) {
        return r;
    }
    struct transform t = turn(orientation, r);
    struct page_item *item = page_item_new(p->l->doc, ITEM_GROUP);
    struct page_group *g = &item->u.group;
    *g = (struct page_group){
        .a = t.a * 10000, .b = t.b * 10000, .c = t.c * 10000, .d = t.d * 10000, .e = t.e, .f = t.f};
    append(p, item);
    p->group = g;
    p->mark = NULL;
    p->to_page = compose(p->to_page, t);
    p->ref_x = p->ref_y = 0;
    bool across = orientation % 180 != 0;
    return (struct rect){0, 0, across ? r.h : r.w, across ? r.w : r.h};
}

static void clip_to(struct page_group *g, struct rect r)
{
    g->clip = true;
    g->clip_x = r.x;
    g->clip_y = r.y;
    g->clip_w = r.w;
    g->clip_h = r.h;
}

struct painter paint_clipped(struct painter *p, struct rect r, struct page_item **group)
{
    struct page_item *item = page_item_new(p->l->doc, ITEM_GROUP);
    struct page_group *g = &item->u.group;
    struct painter inner = *p;
    clip_to(g, r);
    append(p, item);
    inner.group = g;
    inner.mark = NULL;
    *group = item;
    return inner;
}

static void paint_kids(struct painter *p, const struct frag *f, mpt ref_x, mpt y)
{
    for (struct frag *c = f->first; c; c = c->next) {
        paint_frag(p, c, ref_x, y);
    }
}

/* Turned and clipped content is a group; r is the content rectangle. */
static void paint_grouped(struct painter *p, const struct frag *f, struct rect r, mpt ref_x, mpt y)
{
    struct page_item *item = page_item_new(p->l->doc, ITEM_GROUP);
    struct page_group *g = &item->u.group;
    struct transform t = turn(f->rotation, r);
    struct painter inner = *p;
    *g = (struct page_group){
        .a = t.a * 10000, .b = t.b * 10000, .c = t.c * 10000, .d = t.d * 10000, .e = t.e, .f = t.f};
    clip_to(g, r); /* clips are outside of the matrix */
    g->clip = f->clip;
    append(p, item);
    inner.group = g;
    inner.mark = NULL;
    inner.to_page = compose(p->to_page, t);
    if (f->rotation) {
        inner.ref_x = inner.ref_y = 0;
        paint_kids(&inner, f, 0, 0);
    } else {
        paint_kids(&inner, f, ref_x, y);
    }
    p->mark = NULL;
}

static void paint_container(struct painter *p, struct frag *f, struct rect r, mpt ref_x)
{
    struct extent ext = extent_of(f->node, 0);
    bool rtl = is_rtl(f->node);
    mpt before = f->starts ? ext.before : ext.before_cut;
    mpt after = f->ends ? ext.after : ext.after_cut;
    struct rect content = {r.x + (rtl ? ext.end : ext.start), r.y + before,
                           r.w - ext.start - ext.end, r.h - before - after};
    mpt saved_x = p->ref_x, saved_y = p->ref_y;
    p->ref_x = content.x;
    p->ref_y = content.y;
    if (f->rotation || f->clip) {
        paint_grouped(p, f, content, ref_x, r.y);
    } else {
        paint_kids(p, f, ref_x, r.y);
    }
    p->ref_x = saved_x;
    p->ref_y = saved_y;
}

/* ---- tables -------------------------------------------------------------------------------- */

static void paint_row_backgrounds(struct painter *p, const struct frag *table, mpt x, mpt y)
{
    for (const struct frag *row = table->first; row && row->kind == FRAG_ROW; row = row->next) {
        const struct table_row *r = &table->box->table->rows[row->nlines];
        struct rect rect = {x, y + row->y, row->w, row->h};
        paint_background(p, r->part->node, rect);
        if (row->node) {
            paint_background(p, row->node, rect);
        }
    }
}

static void paint_cell(struct painter *p, struct box *table, struct frag *f, mpt x, mpt y)
{
    struct rect r = {x + f->x, y + f->y, f->w, f->h};
    struct table_cell *cell = (struct table_cell *)f->cell;
    struct page_elem *elem = elem_of_cell(p, table, cell);
    paint_background(p, f->node, r);
    if (!table->table->collapse) {
        paint_borders(p, f->borders, r, is_rtl(f->node), f->starts, f->ends, f->node->box->radius);
    }
    place_id(p, f->node, r.x, r.y, elem);
    mpt saved_x = p->ref_x, saved_y = p->ref_y;
    p->ref_x = x + f->ref_x;
    p->ref_y = r.y + cell->before;
    paint_kids(p, f, x + f->ref_x, r.y);
    p->ref_x = saved_x;
    p->ref_y = saved_y;
}

static void paint_row(struct painter *p, struct box *table, struct frag *row, mpt x, mpt y)
{
    struct painter inner = *p;
    inner.artifact = p->artifact || row->artifact;
    inner.artifact_kind = p->artifact ? p->artifact_kind : ARTIFACT_PAGINATION;
    place_id(&inner, row->node, x, y + row->y, NULL);
    for (struct frag *c = row->first; c; c = c->next) {
        paint_cell(&inner, table, c, x, y + row->y);
    }
    if (row->starts) {
        elem_of_gaps(&inner, table, (unsigned)row->nlines);
    }
    p->mark = inner.mark;
}

static void paint_table(struct painter *p, struct frag *f, mpt x, mpt y)
{
    paint_row_backgrounds(p, f, x, y);
    for (struct frag *c = f->first; c; c = c->next) {
        if (c->kind == FRAG_ROW) {
            paint_row(p, f->box, c, x, y);
        } else {
            paint_grid(p, c, x, y);
        }
    }
}

/* ---- fragments ----------------------------------------------------------------------------- */

static bool decorated(const struct frag *f)
{
    switch (f->node->kind) {
    case FO_BLOCK:
    case FO_LIST_BLOCK:
    case FO_TABLE:
    case FO_BLOCK_CONTAINER:
        return !f->box->inner;
    default:
        return false;
    }
}

static void paint_decor(struct painter *p, const struct frag *f, struct rect r)
{
    const struct fo_box_props *b = f->node->box;
    bool collapsed = f->box->kind == BOX_TABLE && f->box->table->collapse;
    if (r.h <= 0 && f->box->kind == BOX_STACK) {
        return;
    }
    paint_background(p, f->node, r);
    if (!collapsed) {
        paint_borders(p, b->border, r, is_rtl(f->node), f->starts, f->ends, b->radius);
    }
}

void paint_frag(struct painter *p, struct frag *f, mpt ref_x, mpt y)
{
    struct rect r = {ref_x + f->x, y + f->y, f->w, f->h};
    if (f->out) {
        r.x = (f->fixed ? 0 : p->ref_x) + f->out_x;
        r.y = (f->fixed ? 0 : p->ref_y) + f->out_y;
        ref_x = f->fixed ? 0 : p->ref_x;
    }
    if (f->kind == FRAG_ANCHOR) {
        elem_of_box(p, f->box->head->box);
        return;
    }
    if (f->overflow > 0) {
        say_overflow(p->l, f->node, f->overflow);
    }
    if (f->kind == FRAG_LINES) {
        paint_lines(p, f, r.x, r.y);
        paint_kids(p, f, ref_x, r.y); /* floats that stand beside */
        return;
    }
    if (decorated(f)) {
        paint_decor(p, f, r);
    }
    if (f->box->node->id && !f->box->inner) {
        place_id(p, f->node, r.x, r.y, p->artifact ? NULL : elem_of_box(p, f->box));
    }
    mpt inner_x = f->reference ? ref_x + f->ref_x : ref_x;
    if (f->kind == FRAG_CONTAINER) {
        paint_container(p, f, r, inner_x);
    } else if (f->box->kind == BOX_TABLE) {
        paint_table(p, f, inner_x, r.y);
    } else {
        paint_kids(p, f, inner_x, r.y);
    }
    if (f->node->kind == FO_BASIC_LINK && !f->box->inner) {
        paint_block_link(p, f->box, r);
    }
}
