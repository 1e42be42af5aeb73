/* Regions: their rectangles on the page, and static content in them. */
#include "layout/pages.h"

#include "layout/marker.h"

#include <string.h>

enum { TOP, RIGHT, BOTTOM, LEFT };

static mpt extent(const struct fo_region_spec *r, mpt reference)
{
    return r->present ? fo_resolve(&r->extent, reference) : 0;
}

static struct rect page_rect(const struct fo_page_master *m)
{
    mpt left = fo_resolve(&m->margin[LEFT], m->width),
        right = fo_resolve(&m->margin[RIGHT], m->width);
    mpt top = fo_resolve(&m->margin[TOP], m->width),
        bottom = fo_resolve(&m->margin[BOTTOM], m->width);
    return (struct rect){left, top, m->width - left - right, m->height - top - bottom};
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
    struct rect page = page_rect(m);
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

static struct painter region_painter(struct layout *l, enum fo_region region, struct rect r)
{
    return (struct painter){.l = l,
                            .to_page = {1, 0, 0, 1, 0, 0},
                            .artifact = true,
                            .artifact_kind = region == REGION_BODY     ? ARTIFACT_BACKGROUND
                                             : region == REGION_BEFORE ? ARTIFACT_HEADER
                                             : region == REGION_AFTER  ? ARTIFACT_FOOTER
                                                                       : ARTIFACT_PAGINATION,
                            .ref_x = r.x,
                            .ref_y = r.y};
}

static void paint_static(struct layout *l, const struct fo_node *node, enum fo_region region,
                         const struct fo_region_spec *spec, struct rect r)
{
    struct painter p = region_painter(l, region, r);
    if (node->box->role && strcmp(node->box->role, "artifact") != 0) {
        p.artifact = false; /* said on every page, and read on every page */
        p.elem = page_elem_new(l->doc, node->box->role);
        page_elem_append(l->doc, l->doc->root, p.elem);
    }
    struct space space = {.ref_width = r.w,
                          .ref_height = r.h,
                          .avail = MPT_MAX,
                          .top = true,
                          .pending = {.edge = true}};
    struct box *box = box_new(l, BOX_STACK, with_markers(l, node), NULL);
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

static void paint_region_box(struct layout *l, enum fo_region region,
                             const struct fo_region_spec *spec, struct rect r)
{
    struct painter p = region_painter(l, region, r);
    if (!spec->box || !spec->text) {
        return;
    }
    struct fo_node as_node = {.text = spec->text, .box = spec->box};
    bool rtl = spec->text->writing_mode == MODE_RL_TB;
    paint_background(&p, &as_node, r);
    paint_borders(&p, spec->box->border, r, rtl, true, true, spec->box->radius);
}

static void say_turned(struct layout *l, const struct fo_page_master *m)
{
    bool turned = m->reference_orientation != 0;
    for (int i = 0; i < REGION_COUNT; i++) {
        const struct fo_text_props *t = m->region[i].text;
        turned |= m->region[i].present && t && t->reference_orientation != 0;
    }
    if (turned && !l->turned) {
        l->turned = true;
        diag_warn(l->diag, diag_at(l->fo->file, m->line), NULL,
                  "reference-orientation har ingen verkan på sidor och regioner",
                  "reference-orientation has no effect on pages and regions");
    }
}

void paint_regions(struct layout *l, const struct fo_node *sequence,
                   const struct fo_page_master *master, const struct regions *regions)
{
    static const enum fo_region order[] = {REGION_BODY, REGION_BEFORE, REGION_START, REGION_END,
                                           REGION_AFTER};
    say_turned(l, master);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        enum fo_region k = order[i];
        const struct fo_region_spec *spec = &master->region[k];
        if (!spec->present) {
            continue;
        }
        paint_region_box(l, k, spec, regions->viewport[k]);
        const struct fo_node *node = k == REGION_BODY ? NULL : static_content(sequence, spec->name);
        if (node) {
            paint_static(l, node, k, spec, regions->content[k]);
        }
    }
}
