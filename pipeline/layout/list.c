/* What stands side by side and is broken each for itself: label and body of a list item, and a
 * table with its caption at the side. */
#include "layout/fragment.h"

struct item {
    struct layout *l;
    struct box *box;
    const struct space *space;
    const struct token *token;
    struct frag *frag;
    struct result r;
    mpt y;    /* where the streams begin */
    mpt tail; /* of them, the longest one's end */
    int32_t keep;
    bool broken;
    mpt caption_w; /* width of a caption at the side; 0: a list item */
};

static struct token *item_token(struct item *it)
{
    if (!it->r.token) {
        struct token *t = token_new(it->l, 0, NULL);
        t->streams = arena_array(it->l->now, struct token *, it->box->nkids);
        t->stream_done = arena_array(it->l->now, bool, it->box->nkids);
        t->nstreams = it->box->nkids;
        it->r.token = t;
    }
    return it->r.token;
}

/* ---- a caption at the side ----------------------------------------------------------------- */

/* Without a width of its own the caption takes a quarter of the room. */
static mpt caption_width(const struct box *box, mpt reference)
{
    const struct fo_length *w = &box->kids[0]->node->box->ipd.opt;
    mpt asked = w->is_auto ? reference / 4 : fo_resolve(w, reference);
    return asked < reference ? asked : reference;
}

static mpt stream_width(const struct item *it, size_t i)
{
    mpt all = it->space->ref_width;
    return it->caption_w == 0 ? all : i == 0 ? it->caption_w : all - it->caption_w;
}

/* Gives a stream a reference area of its own, on the caption's side or the other. */
static struct frag *in_its_area(const struct item *it, size_t i, struct frag *content)
{
    if (it->caption_w == 0) {
        return content;
    }
    bool at_start = it->box->node->text->caption_side == EDGE_START;
    bool left = (i == 0) == (at_start != is_rtl(it->box->node));
    struct frag *f = frag_new(it->l, FRAG_STACK, it->box);
    mpt w = stream_width(it, i);
    f->x = f->ref_x = left ? 0 : it->space->ref_width - w;
    f->y = content->y;
    f->w = w;
    f->h = content->h;
    f->reference = true;
    content->y = 0;
    frag_append(f, content);
    return f;
}

/* ---- streams ------------------------------------------------------------------------------- */

static struct space stream_space(const struct item *it, size_t i)
{
    const struct plan *plan = it->space->plan;
    bool limited = it->space->avail != MPT_MAX;
    return (struct space){.ref_width = stream_width(it, i),
                          .ref_height = it->space->ref_height,
                          .avail = limited ? it->space->avail - it->y : MPT_MAX,
                          .taken = it->space->taken,
                          .top = it->space->top,
                          .pending = {.edge = it->space->pending.edge},
                          .keep = it->keep,
                          .level = it->space->level + 1,
                          .floats = it->space->floats,
                          .flow_y = it->space->flow_y + it->y,
                          .plan = plan && plan->kid == i ? plan->inner : NULL};
}

/* true: the item does not fit at all. */
static bool item_stream(struct item *it, size_t i)
{
    const struct token *from = it->token ? it->token->streams[i] : NULL;
    if (it->token && it->token->stream_done[i]) {
        item_token(it)->stream_done[i] = true;
        return false;
    }
    struct space space = stream_space(it, i);
    struct result r = layout_fragmentainer(it->l, it->box->kids[i], &space, from);
    if (r.status == RESULT_NOFIT) {
        it->r.forced = r.forced;
        it->r.blame = r.blame;
        return true;
    }
    r.frag->y += it->y;
    frag_append(it->frag, in_its_area(it, i, r.frag));
    it->r.content |= r.content;
    if (r.used >= it->tail) {
        it->tail = r.used;
        it->r.trailing = r.trailing;
    }
    struct token *t = item_token(it);
    t->stream_done[i] = r.status == RESULT_DONE;
    if (r.status == RESULT_BROKEN) {
        t->streams[i] = r.token;
        it->broken = true;
        it->r.cost = r.cost > it->r.cost ? r.cost : it->r.cost;
        it->r.forced = r.forced ? r.forced : it->r.forced;
        it->r.blame = r.blame;
    } else if (i + 1 == it->box->nkids && r.best) {
        note_break(it->l, &it->r, r.best_cost, i, r.best);
    }
    return false;
}

/* The first lines of label and body stand on one baseline; the higher one is lowered. */
static void align_baselines(struct item *it)
{
    struct frag *a = it->frag->first, *b = a ? a->next : NULL;
    mpt base_a = 0, base_b = 0;
    if (!it->box->node->text->relative_align_baseline || it->token || !b ||
        !frag_baseline(a, &base_a) || !frag_baseline(b, &base_b)) {
        return;
    }
    struct frag *higher = base_a < base_b ? a : b;
    mpt by = base_a < base_b ? base_b - base_a : base_a - base_b;
    mpt end = higher->y + higher->h + by - it->y;
    bool fits = it->space->avail == MPT_MAX || it->y + end <= it->space->avail;
    if (fits) {
        higher->y += by;
        it->tail = end > it->tail ? end : it->tail;
    }
}

static struct result item_end(struct item *it)
{
    struct frag *f = it->frag;
    it->r.frag = f;
    it->r.used = it->y + it->tail;
    f->y = it->y;
    f->h = it->tail;
    for (struct frag *c = f->first; c; c = c->next) {
        c->y -= f->y;
    }
    f->ends = !it->broken;
    it->r.status = it->broken ? RESULT_BROKEN : RESULT_DONE;
    if (!it->broken) {
        it->r.token = NULL;
        strut_add(it->l, &it->r.trailing, &it->box->node->box->space_after, it->space->ref_width,
                  it->space->level);
        it->r.forced = it->box->node->box->break_after;
    }
    return it->r;
}

struct result layout_item(struct layout *l, struct box *box, const struct space *space,
                          const struct token *token)
{
    const struct fo_node *node = box->node;
    struct item it = {.l = l, .box = box, .space = space, .token = token};
    box_open(l, box);
    struct strut strut = space->pending;
    if (!token) {
        strut_add(l, &strut, &node->box->space_before, space->ref_width, space->level);
    }
    if (!token && node->box->break_before && !space->top && space->avail != MPT_MAX) {
        return (struct result){.status = RESULT_NOFIT, .forced = node->box->break_before};
    }
    int32_t keep = keep_strength(node->text->keep_together);
    it.keep = keep > space->keep ? keep : space->keep;
    it.y = strut_size(&strut);
    it.caption_w = node->kind == FO_LIST_ITEM ? 0 : caption_width(box, space->ref_width);
    it.frag = frag_new(l, FRAG_STACK, box);
    it.frag->starts = !token;
    it.frag->w = space->ref_width;
    for (size_t i = 0; i < box->nkids; i++) {
        if (item_stream(&it, i)) {
            return (struct result){
                .status = RESULT_NOFIT, .forced = it.r.forced, .blame = it.r.blame};
        }
    }
    align_baselines(&it);
    return item_end(&it);
}
