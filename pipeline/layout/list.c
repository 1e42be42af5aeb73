/* List items: label and body stand side by side and are broken each for itself. */
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

static struct space stream_space(const struct item *it, size_t i)
{
    const struct plan *plan = it->space->plan;
    bool limited = it->space->avail != MPT_MAX;
    return (struct space){.ref_width = it->space->ref_width,
                          .ref_height = it->space->ref_height,
                          .avail = limited ? it->space->avail - it->y : MPT_MAX,
                          .noted = it->space->noted,
                          .top = it->space->top,
                          .pending = {.edge = it->space->pending.edge},
                          .keep = it->keep,
                          .level = it->space->level + 1,
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
    frag_append(it->frag, r.frag);
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
        strut_add(&it->r.trailing, &it->box->node->box->space_after, it->space->ref_width,
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
        strut_add(&strut, &node->box->space_before, space->ref_width, space->level);
    }
    if (!token && node->box->break_before && !space->top && space->avail != MPT_MAX) {
        return (struct result){.status = RESULT_NOFIT, .forced = node->box->break_before};
    }
    int32_t keep = keep_strength(node->text->keep_together);
    it.keep = keep > space->keep ? keep : space->keep;
    it.y = strut_size(&strut);
    it.frag = frag_new(l, FRAG_STACK, box);
    it.frag->starts = !token;
    it.frag->w = space->ref_width;
    for (size_t i = 0; i < box->nkids; i++) {
        if (item_stream(&it, i)) {
            return (struct result){
                .status = RESULT_NOFIT, .forced = it.r.forced, .blame = it.r.blame};
        }
    }
    return item_end(&it);
}
