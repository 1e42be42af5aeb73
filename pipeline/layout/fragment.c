/* Fragments, breaks and their costs; the choice of the best break in a fragmentainer. */
#include "layout/fragment.h"

#include "layout/head.h"
#include "layout/side.h"
#include "layout/table.h"

#include <string.h>

struct frag *frag_new(struct layout *l, enum frag_kind kind, struct box *box)
{
    struct frag *f = arena_new_of(l->now, struct frag);
    f->kind = kind;
    f->box = box;
    f->node = box ? box->node : NULL;
    return f;
}

void frag_append(struct frag *parent, struct frag *child)
{
    if (parent->last) {
        parent->last->next = child;
    } else {
        parent->first = child;
    }
    parent->last = child;
}

struct token *token_new(struct layout *l, size_t kid, struct token *inner)
{
    struct token *t = arena_new_of(l->now, struct token);
    t->kid = kid;
    t->inner = inner;
    return t;
}

/* As deep as the boxes are nested, which the FO tree bounds. */
struct token *token_copy(struct layout *l, const struct token *token)
{
    if (!token) {
        return NULL;
    }
    struct token *t = arena_new_of(l->now, struct token);
    *t = *token;
    t->inner = token_copy(l, token->inner);
    if (token->streams) {
        t->streams = arena_array(l->now, struct token *, t->nstreams);
        t->stream_done = arena_array(l->now, bool, t->nstreams);
        memcpy(t->stream_done, token->stream_done, t->nstreams * sizeof *t->stream_done);
        for (size_t i = 0; i < t->nstreams; i++) {
            t->streams[i] = token_copy(l, token->streams[i]);
        }
    }
    t->row = row_token_copy(l, token->row);
    return t;
}

int32_t cost_of_keep(int32_t strength)
{
    if (strength == FO_KEEP_ALWAYS) {
        return COST_KEEP_ALWAYS;
    }
    return strength > COST_KEEP_MAX ? COST_KEEP_MAX : strength;
}

void note_break(struct layout *l, struct result *r, int32_t cost, size_t kid, struct plan *inner)
{
    if (r->best && cost > r->best_cost) {
        return;
    }
    r->best = arena_new_of(l->now, struct plan);
    *r->best = (struct plan){kid, inner};
    r->best_cost = cost;
}

bool is_rtl(const struct fo_node *node)
{
    return node->text->writing_mode == MODE_RL_TB;
}

/* A block's indents count from the reference area to the content rectangle (XSL 1.1, 5.3.2);
 * borders and padding lie outside of that. */
struct extent extent_of(const struct fo_node *node, mpt ref_width)
{
    const struct fo_box_props *b = node->box;
    mpt side[4], cut[4];
    for (int i = 0; i < 4; i++) {
        mpt pad = fo_resolve(&b->padding[i], ref_width);
        side[i] = b->border[i].width + pad;
        cut[i] = (b->border[i].retain ? b->border[i].width : 0) + (b->padding_retain[i] ? pad : 0);
    }
    mpt start = fo_resolve(&node->text->start_indent, ref_width);
    mpt end = fo_resolve(&node->text->end_indent, ref_width);
    mpt w = ref_width - start - end;
    return (struct extent){.x = is_rtl(node) ? end : start,
                           .w = w > 0 ? w : 0,
                           .start = side[EDGE_START],
                           .end = side[EDGE_END],
                           .before = side[EDGE_BEFORE],
                           .after = side[EDGE_AFTER],
                           .before_cut = cut[EDGE_BEFORE],
                           .after_cut = cut[EDGE_AFTER]};
}

static struct result layout_by_kind(struct layout *l, struct box *box, const struct space *space,
                                    const struct token *token)
{
    switch (box->kind) {
    case BOX_LINES:
        return layout_lines(l, box, space, token);
    case BOX_ITEM:
        return layout_item(l, box, space, token);
    case BOX_TABLE:
        return layout_table(l, box, space, token);
    case BOX_CONTAINER:
    case BOX_OUT:
        return layout_container(l, box, space, token);
    case BOX_FLOAT:
        return space->floats ? layout_float(l, box, space) : layout_stack(l, box, space, token);
    case BOX_ANCHOR:
        return layout_anchor(l, box, space);
    case BOX_STACK:
        break;
    }
    return layout_stack(l, box, space, token);
}

/* A box that makes way for floats begins so much lower. */
static struct result layout_below(struct layout *l, struct box *box, const struct space *space,
                                  mpt dy)
{
    struct space lower = *space;
    lower.flow_y += dy;
    lower.avail -= space->avail == MPT_MAX ? 0 : dy;
    lower.top = space->top && l->must_place;
    struct result r = layout_by_kind(l, box, &lower, NULL);
    r.used += dy;
    if (r.frag) {
        r.frag->y += dy;
    }
    return r;
}

struct result layout_box(struct layout *l, struct box *box, const struct space *space,
                         const struct token *token)
{
    struct taken taken = l->taken;
    size_t floats = space->floats ? space->floats->n : 0;
    mpt dy = token ? 0 : float_clearance(l, box, space);
    struct result r =
        dy > 0 ? layout_below(l, box, space, dy) : layout_by_kind(l, box, space, token);
    if (r.status == RESULT_NOFIT) {
        l->taken = taken;
        if (space->floats) {
            space->floats->n = floats;
        }
    }
    return r;
}

struct result layout_fragmentainer(struct layout *l, struct box *box, const struct space *space,
                                   const struct token *token)
{
    struct taken taken = l->taken;
    size_t floats = space->floats ? space->floats->n : 0;
    struct result r = layout_box(l, box, space, token);
    if (space->plan || r.status == RESULT_NOFIT || !r.best) {
        return r;
    }
    bool sticks_out = r.status == RESULT_DONE && end_of(&r) > space->avail;
    if (!sticks_out && (r.status == RESULT_DONE || r.forced)) {
        return r;
    }
    if (r.best_cost >= (sticks_out ? COST_OVERFLOW : r.cost)) {
        return r;
    }
    struct space planned = *space;
    planned.plan = r.best;
    l->taken = taken;
    if (space->floats) {
        space->floats->n = floats;
    }
    return layout_box(l, box, &planned, token);
}
