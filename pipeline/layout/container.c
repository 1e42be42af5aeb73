/* Block containers: reference areas of their own, in the flow or placed absolutely. */
#include "layout/fragment.h"
#include "layout/side.h"

struct area { /* a container at work */
    struct layout *l;
    struct box *box;
    const struct space *space;
    struct extent ext;
    struct frag *frag;
    mpt w, h; /* content rectangle; h -1: as its content */
    struct result inner;
};

static bool definite(const struct fo_length *length, mpt reference)
{
    return !length->is_auto && (length->pct == 0 || reference > 0);
}

static mpt clamp(mpt v, const struct fo_range *range, mpt reference)
{
    if (definite(&range->max, reference) && v > fo_resolve(&range->max, reference)) {
        v = fo_resolve(&range->max, reference);
    }
    if (definite(&range->min, reference) && v < fo_resolve(&range->min, reference)) {
        v = fo_resolve(&range->min, reference);
    }
    return v;
}

/* Indents do not hold inside a reference area's own content: extents there count from zero. The
 * inherited ones do, as the specification says, by the children's own properties. */
static bool turned(const struct fo_node *node)
{
    return node->text->reference_orientation % 180 != 0;
}

/* ---- content ------------------------------------------------------------------------------- */

static void lay_out_content(struct area *a, mpt avail, bool top, const struct token *token)
{
    const struct space *s = a->space;
    bool turn = turned(a->box->node);
    struct float_area floats = {0};
    struct space inner = {.floats = &floats,
                          .ref_width = turn && a->h >= 0 ? a->h : a->w,
                          .ref_height = turn       ? a->w
                                        : a->h > 0 ? a->h
                                                   : 0,
                          .avail = avail,
                          .taken = s->taken,
                          .top = top,
                          .pending = {.edge = true},
                          .keep = s->keep,
                          .level = s->level + 1};
    if (s->plan) {
        inner.plan = s->plan->inner;
    }
    a->inner = layout_box(a->l, box_content(a->box), &inner, token);
    a->inner.used += strut_size_end(&a->inner.trailing);
    mpt bottom = floats_bottom(&floats);
    bool lower = a->inner.status != RESULT_NOFIT && bottom > a->inner.used;
    a->inner.used = lower ? bottom : a->inner.used;
}

static void align_content(struct area *a, mpt room)
{
    mpt free = room - a->inner.used;
    enum fo_display_align align = a->box->node->text->display_align;
    if (free > 0 && a->inner.frag) {
        a->inner.frag->y += align == DISPLAY_AFTER ? free : align == DISPLAY_CENTER ? free / 2 : 0;
    }
}

static void check_overflow(struct area *a, mpt room)
{
    enum fo_overflow overflow = a->box->node->box->overflow;
    a->frag->clip = overflow == OVERFLOW_HIDDEN || overflow == OVERFLOW_ERROR;
    if (a->inner.used > room && overflow != OVERFLOW_HIDDEN && overflow != OVERFLOW_VISIBLE) {
        a->frag->overflow = a->inner.used - room;
    }
}

/* The container's rectangle from its content rectangle at x, y. */
static void set_rect(struct area *a, mpt x, mpt y, mpt h)
{
    struct frag *f = a->frag;
    bool rtl = is_rtl(a->box->node);
    f->x = x - (rtl ? a->ext.end : a->ext.start);
    f->w = a->w + a->ext.start + a->ext.end;
    f->y = y;
    f->h = h + a->ext.before + a->ext.after;
    f->reference = true;
    f->ref_x = x;
    f->rotation = a->box->node->text->reference_orientation;
    f->inner_w = turned(a->box->node) ? h : a->w;
    f->inner_h = turned(a->box->node) ? a->w : h;
    if (a->inner.frag) {
        a->inner.frag->y += f->rotation ? 0 : a->ext.before;
        frag_append(f, a->inner.frag);
    }
}

/* A turned container's width and height are those of its content before it is turned, as with
 * Apache FOP; a->w becomes what it is across the page, and the result down the page. */
static mpt turned_content(struct area *a)
{
    const struct fo_box_props *b = a->box->node->box;
    mpt ref_h = a->space->ref_height, ref_w = a->space->ref_width;
    mpt ipd = definite(&b->ipd.opt, ref_h) ? fo_resolve(&b->ipd.opt, ref_h)
              : a->h >= 0                  ? a->h
              : ref_h > 0                  ? ref_h
                                           : a->w;
    a->h = ipd;
    lay_out_content(a, MPT_MAX, true, NULL);
    a->w = definite(&b->bpd.opt, ref_w) ? fo_resolve(&b->bpd.opt, ref_w)
                                        : clamp(a->inner.used, &b->bpd, ref_w);
    align_content(a, a->w);
    check_overflow(a, a->w);
    return ipd;
}

/* Content in one piece: fixed height, turned, or out of the flow. Returns the content's height. */
static mpt whole_content(struct area *a)
{
    const struct fo_node *node = a->box->node;
    if (turned(node)) {
        return turned_content(a);
    }
    lay_out_content(a, MPT_MAX, true, NULL);
    mpt need = a->inner.used;
    mpt h = a->h >= 0 ? a->h : clamp(need, &node->box->bpd, a->space->ref_height);
    align_content(a, h);
    check_overflow(a, h);
    return h;
}

static void shift_relative(const struct fo_box_props *b, const struct space *s, struct frag *f)
{
    if (b->position != POSITION_RELATIVE) {
        return;
    }
    mpt dx = !b->left.is_auto ? fo_resolve(&b->left, s->ref_width)
                              : -fo_resolve(&b->right, s->ref_width);
    mpt dy = !b->top.is_auto ? fo_resolve(&b->top, s->ref_height)
                             : -fo_resolve(&b->bottom, s->ref_height);
    f->x += dx;
    f->ref_x += dx;
    f->y += dy;
}

/* ---- out of the flow ----------------------------------------------------------------------- */

/* Content extent along one axis from the offsets of both sides. */
static mpt between(const struct fo_length *a, const struct fo_length *b, mpt reference, mpt edges)
{
    mpt rest = reference - fo_resolve(a, reference) - fo_resolve(b, reference) - edges;
    return rest > 0 ? rest : 0;
}

static struct result out_of_flow(struct area *a)
{
    const struct fo_box_props *b = a->box->node->box;
    bool fixed = b->position == POSITION_FIXED;
    mpt ref_w = fixed ? a->l->page_width : a->space->ref_width;
    mpt ref_h = fixed ? a->l->page_height : a->space->ref_height;
    mpt sides = a->ext.start + a->ext.end, ends = a->ext.before + a->ext.after;
    bool turn = turned(a->box->node);
    a->w = definite(&b->ipd.opt, ref_w) && !turn ? fo_resolve(&b->ipd.opt, ref_w)
                                                 : between(&b->left, &b->right, ref_w, sides);
    a->h = definite(&b->bpd.opt, ref_h) && !turn ? fo_resolve(&b->bpd.opt, ref_h) : -1;
    if (a->h < 0 && ref_h > 0 && !b->top.is_auto && !b->bottom.is_auto) {
        a->h = between(&b->top, &b->bottom, ref_h, ends);
    }
    mpt h = whole_content(a);
    mpt x = fo_resolve(&b->left, ref_w), y = fo_resolve(&b->top, ref_h);
    if (b->left.is_auto && !b->right.is_auto) {
        x = ref_w - fo_resolve(&b->right, ref_w) - a->w - sides;
    }
    if (b->top.is_auto && !b->bottom.is_auto) {
        y = ref_h - fo_resolve(&b->bottom, ref_h) - h - ends;
    }
    set_rect(a, x + (is_rtl(a->box->node) ? a->ext.end : a->ext.start), y, h);
    a->frag->out = true;
    a->frag->out_x = a->frag->x;
    a->frag->out_y = y;
    a->frag->fixed = fixed;
    a->frag->starts = a->frag->ends = true;
    return (struct result){.status = RESULT_DONE, .frag = a->frag, .trailing = a->space->pending};
}

/* ---- in the flow --------------------------------------------------------------------------- */

static struct result finish(struct area *a, struct result r)
{
    const struct fo_box_props *b = a->box->node->box;
    r.content = true;
    r.frag = a->frag;
    r.blame = a->box->node;
    a->frag->ends = r.status == RESULT_DONE;
    if (r.status == RESULT_DONE) {
        strut_add(a->l, &r.trailing, &b->space_after, a->space->ref_width, a->space->level);
        r.forced = b->break_after;
    }
    shift_relative(b, a->space, a->frag);
    return r;
}

static struct result whole_in_flow(struct area *a, mpt y)
{
    mpt h = whole_content(a);
    set_rect(a, a->ext.x, y, h);
    mpt used = y + a->frag->h;
    if (used > a->space->avail) {
        if (!a->space->top) {
            return (struct result){.status = RESULT_NOFIT, .blame = a->box->node};
        }
        a->frag->overflow = used - a->space->avail;
    }
    return finish(a, (struct result){.status = RESULT_DONE, .used = used});
}

static struct result breakable(struct area *a, mpt y, const struct token *token)
{
    mpt before = token ? a->ext.before_cut : a->ext.before;
    mpt limit = a->space->avail;
    mpt avail = limit == MPT_MAX ? MPT_MAX : limit - y - before - a->ext.after_cut;
    lay_out_content(a, avail, a->space->top, token ? token->inner : NULL);
    struct result *in = &a->inner;
    if (in->status == RESULT_NOFIT) {
        return *in;
    }
    bool broken = in->status == RESULT_BROKEN;
    struct result r = {.status = in->status, .cost = in->cost, .forced = in->forced};
    if (in->best) {
        note_break(a->l, &r, in->best_cost, 0, in->best);
    }
    mpt h = in->used;
    if (broken) {
        r.token = token_new(a->l, 0, in->token);
    } else if (!token) {
        h = clamp(h, &a->box->node->box->bpd, a->space->ref_height);
        align_content(a, h);
    }
    a->ext.before = before;
    a->ext.after = broken ? a->ext.after_cut : a->ext.after;
    set_rect(a, a->ext.x, y, h);
    r.used = y + a->frag->h;
    return finish(a, r);
}

struct result layout_container(struct layout *l, struct box *box, const struct space *space,
                               const struct token *token)
{
    const struct fo_box_props *b = box->node->box;
    struct area a = {.l = l, .box = box, .space = space};
    a.ext = extent_of(box->node, space->ref_width);
    a.frag = frag_new(l, FRAG_CONTAINER, box);
    a.frag->starts = !token;
    if (box->kind == BOX_OUT) {
        return out_of_flow(&a);
    }
    if (!token && b->break_before && !space->top && space->avail != MPT_MAX) {
        return (struct result){.status = RESULT_NOFIT, .forced = b->break_before};
    }
    struct strut strut = space->pending;
    if (!token) {
        strut_add(l, &strut, &b->space_before, space->ref_width, space->level);
    }
    mpt y = strut_size(&strut);
    a.w = definite(&b->ipd.opt, space->ref_width) ? fo_resolve(&b->ipd.opt, space->ref_width)
                                                  : a.ext.w;
    if (is_rtl(box->node)) {
        a.ext.x += a.ext.w - a.w;
    }
    a.h =
        definite(&b->bpd.opt, space->ref_height) ? fo_resolve(&b->bpd.opt, space->ref_height) : -1;
    if (a.h >= 0 || box->node->text->reference_orientation != 0) {
        return whole_in_flow(&a, y);
    }
    return breakable(&a, y, token);
}
