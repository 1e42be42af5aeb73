/* Side floats: their width, their place, and what makes way for them. */
#include "layout/side.h"

enum { SIDE_NONE, SIDE_START, SIDE_END, SIDE_BEFORE, SIDE_LEFT, SIDE_RIGHT, SIDE_IN, SIDE_OUT };
enum {
    CLEAR_NONE,
    CLEAR_START,
    CLEAR_END,
    CLEAR_BOTH,
    CLEAR_LEFT,
    CLEAR_RIGHT,
    CLEAR_IN,
    CLEAR_OUT
};

bool asks_to_float(const struct fo_node *node)
{
    return node->kind == FO_FLOAT && node->box->floating != SIDE_NONE;
}

static bool holds_no_float(const struct fo_node *node)
{
    return node->kind == FO_FOOTNOTE || node->kind == FO_FOOTNOTE_BODY || asks_to_float(node);
}

/* What is laid out apart from the flow, so that its anchors are not seen on the page. */
static bool apart(const struct fo_node *node)
{
    bool out = node->kind == FO_BLOCK_CONTAINER &&
               (node->box->position == POSITION_ABSOLUTE || node->box->position == POSITION_FIXED);
    return out || node->kind == FO_STATIC_CONTENT || node->kind == FO_INLINE_CONTAINER ||
           node->kind == FO_LEADER;
}

enum float_way float_way(const struct fo_node *node)
{
    bool head = node->box->floating == SIDE_BEFORE;
    if (!asks_to_float(node)) {
        return FLOAT_IN_PLACE;
    }
    for (const struct fo_node *n = node->parent; n; n = n->parent) {
        if (holds_no_float(n) || (head && apart(n))) {
            return FLOAT_IN_PLACE;
        }
    }
    return head ? FLOAT_HEAD : FLOAT_SIDE;
}

/* ---- the area ------------------------------------------------------------------------------ */

/* How far floats reach in from one side between two heights. */
static mpt reach_in(const struct float_area *a, bool left, mpt top, mpt bottom)
{
    mpt most = 0;
    for (size_t i = 0; i < a->n; i++) {
        const struct intrusion *f = &a->at[i];
        bool meets = f->top < bottom && f->bottom > top;
        if (f->left == left && meets && f->extent > most) {
            most = f->extent;
        }
    }
    return most;
}

/* Where the next float ends below y; y itself: none does. */
static mpt next_end(const struct float_area *a, mpt y)
{
    mpt next = y;
    for (size_t i = 0; i < a->n; i++) {
        mpt end = a->at[i].bottom;
        if (end > y && (next == y || end < next)) {
            next = end;
        }
    }
    return next;
}

static mpt lowest(const struct float_area *a, bool left, bool right)
{
    mpt y = 0;
    for (size_t i = 0; i < a->n; i++) {
        if ((a->at[i].left ? left : right) && a->at[i].bottom > y) {
            y = a->at[i].bottom;
        }
    }
    return y;
}

mpt floats_bottom(const struct float_area *a)
{
    return lowest(a, true, true);
}

/* Words of the binding turn on right-hand pages, which have odd numbers. */
static bool on_left(const struct layout *l, const struct fo_node *node)
{
    bool odd = l->page_number % 2 != 0;
    switch (node->box->floating) {
    case SIDE_LEFT:
        return true;
    case SIDE_RIGHT:
        return false;
    case SIDE_END:
        return is_rtl(node);
    case SIDE_IN:
        return odd;
    case SIDE_OUT:
        return !odd;
    default:
        return !is_rtl(node);
    }
}

/* ---- one float ----------------------------------------------------------------------------- */

/* The width that a container or table asks for; 0: none. */
static mpt asked_width(const struct box *box, mpt reference)
{
    const struct fo_length *w = &box->node->box->ipd.opt;
    bool has = box->kind == BOX_CONTAINER || box->kind == BOX_TABLE;
    if (!has || w->is_auto) {
        return 0;
    }
    struct extent e = extent_of(box->node, reference);
    mpt sides = fo_resolve(&box->node->text->start_indent, reference) +
                fo_resolve(&box->node->text->end_indent, reference);
    return fo_resolve(w, reference) + sides + (box->kind == BOX_TABLE ? 0 : e.start + e.end);
}

/* As wide as a block in it asks for; else as its content likes, but no more than half of the
 * reference area unless a word needs it. */
static mpt float_width(struct layout *l, struct box *content, mpt reference)
{
    mpt asked = 0;
    box_open(l, content);
    for (size_t i = 0; box_has(l, content, i); i++) {
        mpt w = asked_width(box_kid(content, i), reference);
        asked = w > asked ? w : asked;
    }
    if (asked > 0) {
        return asked < reference ? asked : reference;
    }
    box_measure(l, content);
    mpt w = content->max_width;
    mpt most = content->min_width > reference / 2 ? content->min_width : reference / 2;
    w = w < most ? w : most;
    return w < reference ? w : reference;
}

static mpt find_place(const struct float_area *a, mpt y, mpt w, mpt h, mpt reference)
{
    for (size_t i = 0; i < a->n; i++) { /* no float begins above one that came before it */
        y = a->at[i].top > y ? a->at[i].top : y;
    }
    for (;;) {
        mpt taken = reach_in(a, true, y, y + h) + reach_in(a, false, y, y + h);
        mpt next = next_end(a, y);
        if (taken == 0 || taken + w <= reference || next == y) {
            return y;
        }
        y = next;
    }
}

static struct frag *float_frag(struct layout *l, struct box *box, struct frag *content, mpt x,
                               mpt w, mpt h)
{
    struct frag *f = frag_new(l, FRAG_STACK, box);
    f->x = f->ref_x = x;
    f->w = w;
    f->h = h;
    f->reference = true;
    f->starts = f->ends = true;
    frag_append(f, content);
    return f;
}

bool float_place(struct layout *l, struct box *box, const struct space *space, mpt y, bool force,
                 struct frag **frag)
{
    struct float_area *a = space->floats;
    struct box *content = box_content(box);
    mpt reference = space->ref_width;
    mpt w = float_width(l, content, reference);
    struct float_area floats = {0};
    struct space inner = {.ref_width = w,
                          .floats = &floats,
                          .avail = MPT_MAX,
                          .top = true,
                          .pending = {.edge = true},
                          .level = space->level + 1};
    struct result r = layout_box(l, content, &inner, NULL);
    mpt h = end_of(&r);
    h = floats_bottom(&floats) > h ? floats_bottom(&floats) : h;
    mpt top = find_place(a, space->flow_y + y, w, h > 0 ? h : 1, reference);
    mpt room = room_of(l, space);
    if (room != MPT_MAX && top - space->flow_y + h > room && !force) {
        return false;
    }
    bool left = on_left(l, box->node);
    mpt beside = reach_in(a, left, top, top + (h > 0 ? h : 1));
    mpt x = left ? beside : reference - beside - w;
    *frag = float_frag(l, box, r.frag, x, w, h);
    (*frag)->y = top - space->flow_y;
    if (room != MPT_MAX && top - space->flow_y + h > room) {
        (*frag)->overflow = top - space->flow_y + h - room;
    }
    *arena_push(l->now, a->at, a->n, a->cap) =
        (struct intrusion){.left = left, .extent = beside + w, .top = top, .bottom = top + h};
    return true;
}

struct result layout_float(struct layout *l, struct box *box, const struct space *space)
{
    struct result r = {.status = RESULT_DONE, .trailing = space->pending, .blame = box->node};
    if (!float_place(l, box, space, strut_size(&space->pending), space->top, &r.frag)) {
        r.status = RESULT_NOFIT;
    }
    return r;
}

/* ---- what makes way ------------------------------------------------------------------------ */

static mpt clear_of(const struct float_area *a, const struct fo_node *node, bool odd)
{
    bool rtl = is_rtl(node);
    switch (node->box->clear) {
    case CLEAR_NONE:
        return 0;
    case CLEAR_START:
        return lowest(a, !rtl, rtl);
    case CLEAR_END:
        return lowest(a, rtl, !rtl);
    case CLEAR_LEFT:
        return lowest(a, true, false);
    case CLEAR_RIGHT:
        return lowest(a, false, true);
    case CLEAR_IN:
        return lowest(a, odd, !odd);
    case CLEAR_OUT:
        return lowest(a, !odd, odd);
    default:
        return lowest(a, true, true);
    }
}

/* Tables and containers stand below all floats, list items below those at the side of their
 * labels. */
static mpt way_of(const struct float_area *a, const struct box *box)
{
    bool rtl = is_rtl(box->node);
    switch (box->kind) {
    case BOX_TABLE:
    case BOX_CONTAINER:
        return lowest(a, true, true);
    case BOX_ITEM:
        return lowest(a, !rtl, rtl);
    default:
        return 0;
    }
}

mpt float_clearance(const struct layout *l, const struct box *box, const struct space *space)
{
    const struct float_area *a = space->floats;
    if (!a || a->n == 0 || box->inner || box->kind == BOX_LINES || box->kind == BOX_OUT ||
        box->kind == BOX_ANCHOR) {
        return 0;
    }
    mpt y = space->flow_y + strut_size(&space->pending);
    mpt clear = clear_of(a, box->node, l->page_number % 2 != 0), way = way_of(a, box);
    mpt below = clear > way ? clear : way;
    return below > y ? below - y : 0;
}

/* ---- lines --------------------------------------------------------------------------------- */

enum { LEAST_LETTERS = 4 }; /* a line holds at least so many times its height, or goes below */

static struct line_shape shape_at(const struct float_area *a, mpt x, mpt w, mpt reference, mpt y,
                                  mpt height)
{
    struct line_shape s = {0};
    mpt from = y;
    for (;;) {
        mpt left = reach_in(a, true, y, y + height) - x;
        mpt right = reach_in(a, false, y, y + height) - (reference - x - w);
        s.left = left > 0 ? left : 0;
        s.right = right > 0 ? right : 0;
        s.skip = y - from;
        mpt next = next_end(a, y);
        bool room = w - s.left - s.right >= LEAST_LETTERS * height;
        if (room || (s.left == 0 && s.right == 0) || next == y) {
            return s;
        }
        y = next;
    }
}

static bool is_plain(const struct line_shape *s)
{
    return s->left == 0 && s->right == 0 && s->skip == 0;
}

struct line_shape *float_shapes(struct layout *l, const struct float_area *a,
                                const struct line_room *room, const mpt *heights, size_t nheights,
                                size_t most, size_t *n)
{
    struct line_shape *shapes = NULL;
    size_t count = 0, cap = 0, last = 0;
    mpt y = room->y, end = floats_bottom(a);
    while (y < end && count < most) {
        mpt h = count < nheights ? heights[count] : room->height;
        struct line_shape s = shape_at(a, room->x, room->w, room->reference, y, h > 0 ? h : 1);
        *arena_push(l->now, shapes, count, cap) = s;
        if (!is_plain(&s)) {
            last = count; /* pushed already */
        }
        y += s.skip + (h > 0 ? h : 1);
    }
    *n = last;
    return shapes;
}
