/* Block flow: boxes one below another, with spaces, keeps and breaks. */
#include "layout/fragment.h"

/* The work on one fragment of a box. Offsets y count from the origin of the space: the end of what
 * was placed before this box, ahead of spaces that are not resolved. */
struct stack {
    struct layout *l;
    struct box *box;
    const struct space *space;
    struct extent ext;
    struct frag *frag;
    struct result r;
    struct strut strut; /* pending spaces at y */
    mpt y;
    mpt area_y; /* the area's before edge, once area_known */
    bool area_known;
    bool placed;             /* something stands in this fragment */
    const struct box *above; /* the last child of the flow */
    mpt tail;                /* room that the after edge needs at a break */
    int32_t keep;
    enum fo_break after; /* forced break after the last child */
};

static enum fo_break later(enum fo_break a, enum fo_break b)
{
    return a > b ? a : b;
}

/* Does a break-before apply here? At the top of a page only the wrong parity breaks. */
static bool must_break(const struct stack *s, enum fo_break kind)
{
    if (kind == FO_BREAK_AUTO || s->space->avail == MPT_MAX) {
        return false;
    }
    if (!s->space->top) {
        return true;
    }
    if (s->l->must_place) {
        return false;
    }
    bool odd = s->l->page_number % 2 != 0;
    return (kind == FO_BREAK_ODD && !odd) || (kind == FO_BREAK_EVEN && odd);
}

/* The edges of blocks only: other stacks have no border or padding of their own. */
static bool has_edges(const struct fo_node *node)
{
    return node->kind == FO_BLOCK || node->kind == FO_LIST_BLOCK;
}

static void stack_begin(struct stack *s, bool starts)
{
    const struct fo_node *node = s->box->node;
    s->frag = frag_new(s->l, FRAG_STACK, s->box);
    s->frag->starts = starts;
    s->ext = extent_of(node, s->space->ref_width);
    s->strut = s->space->pending;
    s->keep = keep_strength(node->text->keep_together);
    if (s->keep < s->space->keep) {
        s->keep = s->space->keep;
    }
    if (!has_edges(node) || s->box->inner) {
        s->ext.before = s->ext.after = s->ext.before_cut = s->ext.after_cut = 0;
        s->ext.start = s->ext.end = 0;
    }
    if (starts && !s->box->inner) {
        strut_add(s->l, &s->strut, &node->box->space_before, s->space->ref_width, s->space->level);
    }
    mpt before = starts ? s->ext.before : s->ext.before_cut;
    if (before > 0) {
        s->area_y = strut_size(&s->strut);
        s->area_known = true;
        s->y = s->area_y + before;
        s->strut = (struct strut){0};
    }
    s->tail = s->ext.after_cut;
}

/* The room is up or a break was asked for before child kid (or inside it: inner). */
static struct result stack_break(struct stack *s, size_t kid, struct token *inner, int32_t cost,
                                 enum fo_break forced)
{
    if (!s->placed && !inner && forced != BREAK_ZONE) {
        struct result none = {.status = RESULT_NOFIT, .forced = forced, .blame = s->r.blame};
        return none;
    }
    s->r.status = RESULT_BROKEN;
    s->r.token = token_new(s->l, kid, inner);
    s->r.cost = cost;
    s->r.forced = forced;
    return s->r;
}

/* Where the area begins when only spaces stood before its first content: spaces of descendants lie
 * inside of it. */
static void stack_area_begins(struct stack *s, mpt lead, int level)
{
    if (!s->area_known) {
        s->area_known = true;
        s->area_y = level <= s->space->level ? lead : 0;
    }
}

static void stack_place(struct stack *s, const struct result *kid)
{
    if (kid->frag) {
        kid->frag->y += s->y;
        frag_append(s->frag, kid->frag);
    }
    if (kid->content) {
        stack_area_begins(s, strut_size(&s->strut), strut_level(&s->strut));
        s->y += kid->used;
        s->placed = true;
    }
    s->strut = kid->trailing;
}

static struct space stack_space(const struct stack *s, size_t kid)
{
    const struct plan *plan = s->space->plan;
    mpt room = room_of(s->l, s->space);
    mpt avail = room == MPT_MAX ? MPT_MAX : room - s->y - s->tail;
    return (struct space){.ref_width = s->space->ref_width,
                          .ref_height = s->space->ref_height,
                          .avail = avail,
                          .taken = room_taken(s->l),
                          .top = s->space->top && !s->placed,
                          .pending = s->strut,
                          .keep = s->keep,
                          .level = s->space->level + 1,
                          .floats = s->space->floats,
                          .flow_y = s->space->flow_y + s->y,
                          .plan = plan && plan->kid == kid ? plan->inner : NULL};
}

static int32_t cost_between(struct stack *s, size_t kid)
{
    int32_t keep = s->keep;
    int32_t next = s->above ? keep_with_next(s->above) : 0;
    int32_t previous = keep_with_previous(s->l, box_kid(s->box, kid));
    keep = keep > next ? keep : next;
    return cost_of_keep(keep > previous ? keep : previous);
}

static bool zone_ends(const struct stack *s, const struct box *kid)
{
    if (s->space->zone == ZONE_NONE || !in_flow(kid) || s->after > FO_BREAK_COLUMN) {
        return false;
    }
    return kid->node->box->span_all != (s->space->zone == ZONE_SPAN);
}

/* Lays out one child. true: the fragment ends here, and s->r is complete. */
static bool stack_kid(struct stack *s, size_t kid, const struct token *token)
{
    struct box *box = box_kid(s->box, kid);
    const struct plan *plan = s->space->plan;
    int32_t between = s->placed ? cost_between(s, kid) : 0;
    if (zone_ends(s, box)) {
        s->r = stack_break(s, kid, NULL, 0, BREAK_ZONE);
        return true;
    }
    if (s->placed && s->after != FO_BREAK_AUTO && in_flow(box) && s->space->avail != MPT_MAX) {
        s->r = stack_break(s, kid, NULL, 0, s->after);
        return true;
    }
    if (plan && plan->kid == kid && !plan->inner) {
        s->r = stack_break(s, kid, NULL, between, FO_BREAK_AUTO);
        return true;
    }
    if (s->placed && !token && box->kind != BOX_ANCHOR) {
        note_break(s->l, &s->r, between, kid, NULL);
    }
    struct space space = stack_space(s, kid);
    struct result r = layout_box(s->l, box, &space, token);
    s->r.blame = r.blame ? r.blame : box->node;
    if (r.status == RESULT_NOFIT) {
        s->r = stack_break(s, kid, NULL, r.forced ? 0 : between, r.forced);
        return true;
    }
    bool was_placed = s->placed;
    stack_place(s, &r);
    s->placed |= box->kind == BOX_FLOAT;
    s->above = in_flow(box) ? box : s->above;
    if (r.best) {
        note_break(s->l, &s->r, r.best_cost, kid, r.best);
    }
    if (r.status == RESULT_BROKEN) {
        s->placed = s->placed || was_placed;
        s->r = stack_break(s, kid, r.token, r.cost, r.forced);
        return true;
    }
    if (r.content) {
        s->after = r.forced;
        if (end_of(&r) > space.avail && box_has(s->l, s->box, kid + 1)) {
            s->r = stack_break(s, kid + 1, NULL, COST_OVERFLOW, FO_BREAK_AUTO);
            return true;
        }
    } else {
        s->after = later(s->after, r.forced);
    }
    return false;
}

/* Gives the fragment its rectangle; children count from its top from now on. */
static void stack_close(struct stack *s, mpt bottom)
{
    struct frag *f = s->frag;
    f->x = s->ext.x - (is_rtl(s->box->node) ? s->ext.end : s->ext.start);
    f->w = s->ext.w + s->ext.start + s->ext.end;
    f->y = s->area_known ? s->area_y : strut_size(&s->strut);
    f->h = s->area_known ? bottom - f->y : 0;
    for (struct frag *c = f->first; c; c = c->next) {
        c->y -= f->y;
    }
    s->r.frag = f;
}

static struct result stack_end_broken(struct stack *s)
{
    if (s->r.status == RESULT_NOFIT) {
        return s->r;
    }
    s->y += s->tail;
    s->r.used = s->y;
    s->r.content = true;
    stack_area_begins(s, 0, 0);
    stack_close(s, s->y);
    return s->r;
}

static struct result stack_end_done(struct stack *s)
{
    const struct fo_node *node = s->box->node;
    if (s->ext.after > 0) {
        if (!s->area_known) {
            stack_area_begins(s, strut_size(&s->strut), 0);
            s->y = s->area_y;
        } else {
            s->y += strut_size(&s->strut);
        }
        s->strut = (struct strut){0};
        s->y += s->ext.after;
        s->placed = true;
    }
    s->r.status = RESULT_DONE;
    s->r.content = s->placed || s->area_known;
    s->r.used = s->y;
    s->frag->ends = true;
    stack_close(s, s->y);
    s->r.forced = s->after;
    if (!s->box->inner) {
        strut_add(s->l, &s->strut, &node->box->space_after, s->space->ref_width, s->space->level);
        s->r.forced = later(s->after, node->box->break_after);
    }
    s->r.trailing = s->strut;
    return s->r;
}

struct result layout_stack(struct layout *l, struct box *box, const struct space *space,
                           const struct token *token)
{
    struct stack s = {.l = l, .box = box, .space = space};
    s.r.blame = box->node;
    if (!token && !box->inner && must_break(&s, box->node->box->break_before)) {
        return (struct result){.status = RESULT_NOFIT, .forced = box->node->box->break_before};
    }
    box_open(l, box);
    stack_begin(&s, !token);
    const struct token *inner = token ? token->inner : NULL;
    for (size_t kid = token ? token->kid : 0; box_has(l, box, kid); kid++) {
        if (stack_kid(&s, kid, inner)) {
            return stack_end_broken(&s);
        }
        inner = NULL;
    }
    return stack_end_done(&s);
}
