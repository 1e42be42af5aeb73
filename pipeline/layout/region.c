/* Regions: their rectangles on the page, and static content in them. */
#include "layout/pages.h"

#include "layout/marker.h"
#include "layout/side.h"

#include <string.h>

enum { TOP, RIGHT, BOTTOM, LEFT };

static mpt extent(const struct fo_region_spec *r, mpt reference)
{
    return r->present ? fo_resolve(&r->extent, reference) : 0;
}

/* The margins of a page are those of the sheet, whichever way its content is turned. */
static struct rect page_rect(const struct fo_page_master *m)
{
    mpt left = fo_resolve(&m->margin[LEFT], m->width),
        right = fo_resolve(&m->margin[RIGHT], m->width);
    mpt top = fo_resolve(&m->margin[TOP], m->width),
        bottom = fo_resolve(&m->margin[BOTTOM], m->width);
    return (struct rect){left, top, m->width - left - right, m->height - top - bottom};
}

static struct rect turned(struct rect r, int orientation)
{
    if (orientation == 0) {
        return r;
    }
    bool across = orientation % 180 != 0;
    return (struct rect){0, 0, across ? r.h : r.w, across ? r.w : r.h};
}

static struct rect shrink(struct rect r, const struct fo_region_spec *spec)
{
    const struct fo_box_props *b = spec->box;
    if (!b) {
        return r;
    }
    mpt side[4];
    for (int i = 0; i < 4; i++) {
        side[i] = b->border[i].width + fo_resolve(&b->padding[i], r.w);
    }
    bool rtl = spec->text && spec->text->writing_mode == MODE_RL_TB;
    r.x += side[rtl ? EDGE_END : EDGE_START];
    r.y += side[EDGE_BEFORE];
    r.w -= side[EDGE_START] + side[EDGE_END];
    r.h -= side[EDGE_BEFORE] + side[EDGE_AFTER];
    return r;
}

static struct rect body_rect(const struct fo_region_spec *body, struct rect page)
{
    mpt left = fo_resolve(&body->margin[LEFT], page.w);
    mpt right = fo_resolve(&body->margin[RIGHT], page.w);
    mpt top = fo_resolve(&body->margin[TOP], page.w);
    mpt bottom = fo_resolve(&body->margin[BOTTOM], page.w);
    return (struct rect){page.x + left, page.y + top, page.w - left - right, page.h - top - bottom};
}

/* Before and after lie above and below; without precedence start and end take the corners. */
void regions_of(const struct fo_page_master *m, struct regions *out)
{
    out->master = m;
    out->page = page_rect(m);
    struct rect page = turned(out->page, m->reference_orientation);
    const struct fo_region_spec *r = m->region;
    bool rtl = m->writing_mode == MODE_RL_TB;
    mpt before = extent(&r[REGION_BEFORE], page.h), after = extent(&r[REGION_AFTER], page.h);
    mpt start = extent(&r[REGION_START], page.w), end = extent(&r[REGION_END], page.w);
    mpt left = rtl ? end : start, right = rtl ? start : end;
    mpt top = r[REGION_BEFORE].precedence ? before : 0;
    mpt foot = r[REGION_AFTER].precedence ? after : 0;
    struct rect *v = out->viewport;
    v[REGION_BODY] = body_rect(&r[REGION_BODY], page);
    v[REGION_BEFORE] = (struct rect){page.x, page.y, page.w, before};
    v[REGION_AFTER] = (struct rect){page.x, page.y + page.h - after, page.w, after};
    if (!r[REGION_BEFORE].precedence) {
        v[REGION_BEFORE].x += left;
        v[REGION_BEFORE].w -= left + right;
    }
    if (!r[REGION_AFTER].precedence) {
        v[REGION_AFTER].x += left;
        v[REGION_AFTER].w -= left + right;
    }
    struct rect at_left = {page.x, page.y + top, left, page.h - top - foot};
    struct rect at_right = {page.x + page.w - right, page.y + top, right, page.h - top - foot};
    v[REGION_START] = rtl ? at_right : at_left;
    v[REGION_END] = rtl ? at_left : at_right;
    for (int i = 0; i < REGION_COUNT; i++) {
        out->content[i] = shrink(v[i], &r[i]);
    }
    out->body = turned(out->content[REGION_BODY], r[REGION_BODY].reference_orientation);
}

struct rect region_begin(struct painter *p, const struct regions *regions, enum fo_region region)
{
    const struct fo_page_master *m = regions->master;
    paint_turned(p, m->reference_orientation, regions->page);
    struct rect r =
        paint_turned(p, m->region[region].reference_orientation, regions->content[region]);
    p->ref_x = r.x;
    p->ref_y = r.y;
    return r;
}

/* ---- static content ------------------------------------------------------------------------ */

const struct fo_node *static_content(const struct fo_node *sequence, const char *region)
{
    for (const struct fo_node *n = sequence->first; n; n = n->next) {
        if (n->kind == FO_STATIC_CONTENT && n->u.flow.flow_name && region &&
            strcmp(n->u.flow.flow_name, region) == 0) {
            return n;
        }
    }
    return NULL;
}

static struct painter region_painter(struct layout *l, enum fo_region region)
{
    return (struct painter){.l = l,
                            .to_page = {1, 0, 0, 1, 0, 0},
                            .artifact = true,
                            .artifact_kind = region == REGION_BODY     ? ARTIFACT_BACKGROUND
                                             : region == REGION_BEFORE ? ARTIFACT_HEADER
                                             : region == REGION_AFTER  ? ARTIFACT_FOOTER
                                                                       : ARTIFACT_PAGINATION};
}

static void paint_static(struct layout *l, const struct fo_node *node, enum fo_region region,
                         const struct regions *regions)
{
    const struct fo_region_spec *spec = &regions->master->region[region];
    struct painter p = region_painter(l, region);
    struct rect r = region_begin(&p, regions, region);
    if (node->box->role && strcmp(node->box->role, "artifact") != 0 && !l->window.counting) {
        p.artifact = false; /* said on every page, and read on every page */
        p.elem = page_elem_new(l->doc, node->box->role);
        page_elem_append(l->doc, l->doc->root, p.elem);
    }
    struct float_area floats = {0};
    struct space space = {.ref_width = r.w,
                          .ref_height = r.h,
                          .avail = MPT_MAX,
                          .top = true,
                          .floats = &floats,
                          .pending = {.edge = true}};
    struct room *room = room_of_page(l);
    struct box *box = box_new(room, BOX_STACK, with_markers(l, room->arena, node), NULL);
    l->fixed_page = true;
    struct result res = layout_box(l, box, &space, NULL);
    l->fixed_page = false;
    mpt free = r.h - res.used;
    enum fo_display_align align = spec->text ? spec->text->display_align : DISPLAY_AUTO;
    mpt dy = free <= 0 ? 0 : align == DISPLAY_AFTER ? free : align == DISPLAY_CENTER ? free / 2 : 0;
    if (free < 0) {
        say_overflow(l, node, -free);
    }
    paint_frag(&p, res.frag, r.x, r.y + dy);
}

static void paint_region_box(struct layout *l, enum fo_region region, const struct regions *regions)
{
    const struct fo_region_spec *spec = &regions->master->region[region];
    struct painter p = region_painter(l, region);
    struct rect r = regions->viewport[region];
    if (!spec->box || !spec->text) {
        return;
    }
    struct fo_node as_node = {.text = spec->text, .box = spec->box};
    bool rtl = spec->text->writing_mode == MODE_RL_TB;
    paint_turned(&p, regions->master->reference_orientation, regions->page);
    paint_background(&p, &as_node, r);
    paint_borders(&p, spec->box->border, r, rtl, true, true, spec->box->radius);
}

void paint_regions(struct layout *l, const struct fo_node *sequence, const struct regions *regions)
{
    static const enum fo_region order[] = {REGION_BODY, REGION_BEFORE, REGION_START, REGION_END,
                                           REGION_AFTER};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        enum fo_region k = order[i];
        const struct fo_region_spec *spec = &regions->master->region[k];
        if (!spec->present) {
            continue;
        }
        paint_region_box(l, k, regions);
        const struct fo_node *node = k == REGION_BODY ? NULL : static_content(sequence, spec->name);
        if (node) {
            paint_static(l, node, k, regions);
        }
    }
}
