/* Inline containers: a reference area that stands in a line, with its first baseline on the line's
 * (XSL 1.1, 6.6.8). */
#include "layout/fragment.h"
#include "layout/gather.h"
#include "layout/insert.h"
#include "layout/paint.h"
#include "layout/side.h"

bool frag_baseline(const struct frag *f, mpt *y)
{
    if (f->kind == FRAG_LINES) {
        *y += f->y + (f->nlines > 0 ? f->lines[0].base : 0);
        return f->nlines > 0;
    }
    for (const struct frag *c = f->first; c; c = c->next) {
        mpt inner = *y + f->y;
        if (!c->out && c->kind != FRAG_GRID && frag_baseline(c, &inner)) {
            *y = inner;
            return true;
        }
    }
    return false;
}

/* Laid out again when it is painted: what was laid out for the line is forgotten by then. */
static struct result content_of(struct layout *l, const struct inl *inl)
{
    struct float_area floats = {0};
    struct space space = {.ref_width = inl->content_w,
                          .ref_height = inl->node->box->bpd.opt.is_auto ? 0 : inl->height,
                          .avail = MPT_MAX,
                          .top = true,
                          .floats = &floats,
                          .pending = {.edge = true}};
    mpt saved = l->ref_width;
    struct result r = layout_box(l, inl->box, &space, NULL);
    l->ref_width = saved;
    mpt end = end_of(&r), bottom = floats_bottom(&floats);
    r.used = end > bottom ? end : bottom;
    return r;
}

static mpt within(mpt v, const struct fo_range *range, mpt reference)
{
    if (!range->max.is_auto && v > fo_resolve(&range->max, reference)) {
        v = fo_resolve(&range->max, reference);
    }
    if (!range->min.is_auto && v < fo_resolve(&range->min, reference)) {
        v = fo_resolve(&range->min, reference);
    }
    return v;
}

static mpt width_of(struct layout *l, const struct inl *inl, mpt reference)
{
    const struct fo_range *ipd = &inl->node->box->ipd;
    if (!ipd->opt.is_auto) {
        return fo_resolve(&ipd->opt, reference);
    }
    box_measure(l, inl->box);
    mpt w = inl->box->max_width < reference ? inl->box->max_width : reference;
    return within(w, ipd, reference);
}

/* Notes that its content refers to hang on the line in which it stands: the page looks no deeper.
 * As deep as the boxes are nested, which the FO tree bounds. */
static void take_notes(struct gather *g, const struct frag *f)
{
    struct insert_places *notes = &g->p->notes;
    if (f->kind == FRAG_GRID) { /* it names its rows once more */
        return;
    }
    for (size_t k = 0; f->kind == FRAG_LINES && k < f->nlines; k++) {
        const struct insert_places *list = &f->box->para->notes;
        struct insert_range on = insertions_on(&f->lines[k], list);
        for (size_t i = on.first; i < on.end; i++) {
            *arena_push(g->box->room->arena, notes->at, notes->n, notes->cap) =
                (struct insert_place){list->at[i].insertion, g->p->nitems - 1};
        }
    }
    for (const struct frag *c = f->first; c; c = c->next) {
        take_notes(g, c);
    }
}

void gather_container(struct gather *g, const struct fo_node *node)
{
    struct inl *inl = gather_inl(g, INL_CONTAINER, node);
    const struct fo_box_props *b = node->box;
    mpt before = b->border[EDGE_BEFORE].width + fo_resolve(&b->padding[EDGE_BEFORE], 0);
    mpt after = b->border[EDGE_AFTER].width + fo_resolve(&b->padding[EDGE_AFTER], 0);
    inl->box = box_new(g->box->room, BOX_STACK, node, NULL);
    inl->box->inner = true;
    inl->content_w = width_of(g->l, inl, g->ref_width);
    inl->edge_start = b->border[EDGE_START].width + fo_resolve(&b->padding[EDGE_START], 0);
    inl->edge_end = b->border[EDGE_END].width + fo_resolve(&b->padding[EDGE_END], 0);
    inl->width = inl->content_w + inl->edge_start + inl->edge_end;
    inl->height = b->bpd.opt.is_auto ? 0 : fo_resolve(&b->bpd.opt, 0);
    struct result r = content_of(g->l, inl);
    inl->content_h = r.used;
    inl->height = b->bpd.opt.is_auto ? within(r.used, &b->bpd, 0) : inl->height;
    mpt base = 0;
    if (!r.frag || !frag_baseline(r.frag, &base)) {
        base = inl->height;
    }
    inl->ascent = before + base;
    inl->descent = inl->height - base + after;
    gather_shift(g, inl);
    gather_object(g, inl);
    if (r.frag) {
        take_notes(g, r.frag);
    }
}

void paint_inline_container(struct painter *p, struct inl *inl, struct rect r,
                            struct page_elem *elem)
{
    const struct fo_box_props *b = inl->node->box;
    enum fo_display_align align = inl->node->text->display_align;
    mpt before = b->border[EDGE_BEFORE].width + fo_resolve(&b->padding[EDGE_BEFORE], 0);
    mpt left = is_rtl(inl->node) ? inl->edge_end : inl->edge_start;
    mpt free = inl->height - inl->content_h;
    mpt dy = free <= 0 ? 0 : align == DISPLAY_AFTER ? free : align == DISPLAY_CENTER ? free / 2 : 0;
    paint_background(p, inl->node, r);
    paint_borders(p, b->border, r, is_rtl(inl->node), true, true, b->radius);
    struct result content = content_of(p->l, inl);
    struct painter inner = *p;
    inner.elem = elem;
    inner.ref_x = r.x + left;
    inner.ref_y = r.y + before;
    if (content.frag) {
        paint_frag(&inner, content.frag, inner.ref_x, inner.ref_y + dy);
    }
    p->mark = inner.mark;
}
