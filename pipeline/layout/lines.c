/* Lines in the block flow: how many fit, and where to break between them (widows, orphans). */
#include "layout/fragment.h"
#include "layout/note.h"
#include "layout/para.h"

struct choice {
    size_t lines; /* before the break; 0: none is possible */
    int32_t cost;
};

struct run { /* the lines that are left of a paragraph */
    const struct line *lines;
    size_t n;
    bool starts;
    int32_t keep_cost;
    size_t orphans, widows;
};

static int32_t cost_after(const struct run *r, size_t k)
{
    bool bad = (r->starts && k < r->orphans) || r->n - k < r->widows;
    int32_t cost = bad ? COST_LINES : 0;
    return cost > r->keep_cost ? cost : r->keep_cost;
}

/* The cheapest break after at most max lines, the latest of equals. Only three places can be
 * cheapest: the last, and the last that leaves enough widows. */
static struct choice best_break(const struct run *r, size_t max)
{
    struct choice c = {0, 0};
    if (max == 0 || max >= r->n) {
        max = r->n > 0 ? r->n - 1 : 0;
    }
    if (max == 0) {
        return c;
    }
    c = (struct choice){max, cost_after(r, max)};
    size_t back = r->n > r->widows ? r->n - r->widows : 0;
    if (back > 0 && back < max && cost_after(r, back) < c.cost) {
        c = (struct choice){back, cost_after(r, back)};
    }
    return c;
}

static struct run run_of(struct layout *l, struct box *box, const struct space *space,
                         const struct token *token, struct para *p)
{
    struct extent ext = extent_of(box->node, space->ref_width);
    const struct fo_text_props *t = box->node->text;
    uint32_t from = token ? break_index(p, token->brk) : PARA_START;
    size_t skip = token ? token->kid : 0;
    bool kept = p->has_lines && p->lines_width == ext.w && skip < p->nlines &&
                (token ? p->lines[skip].from && p->lines[skip].from->pos == token->brk
                       : p->lines[skip].from == NULL);
    if (!kept) {
        para_lines(l, p, ext.w, from);
        skip = 0;
    }
    int32_t keep = keep_strength(t->keep_together);
    keep = keep > space->keep ? keep : space->keep;
    return (struct run){.lines = p->lines + skip,
                        .n = p->nlines - skip,
                        .starts = !token,
                        .keep_cost = cost_of_keep(keep),
                        .orphans = t->orphans > 0 ? (size_t)t->orphans : 1,
                        .widows = t->widows > 0 ? (size_t)t->widows : 1};
}

static struct frag *lines_frag(struct layout *l, struct box *box, const struct run *r, size_t k,
                               const struct space *space, mpt y)
{
    struct extent ext = extent_of(box->node, space->ref_width);
    struct frag *f = frag_new(l, FRAG_LINES, box);
    f->x = ext.x;
    f->w = ext.w;
    f->y = y;
    f->lines = r->lines;
    f->nlines = k;
    f->starts = r->starts;
    f->ends = k == r->n;
    for (size_t i = 0; i < k; i++) {
        f->h += r->lines[i].height;
    }
    mpt room = room_of(l, space);
    if (y + f->h > room) {
        f->overflow = y + f->h - room;
    }
    for (size_t i = 0; i < k && space->avail != MPT_MAX; i++) {
        l->notes.height += line_notes(l, &r->lines[i], 0);
    }
    return f;
}

static struct result lines_broken(struct layout *l, struct box *box, const struct run *r,
                                  struct choice c, const struct space *space, mpt y)
{
    struct result res = {.status = RESULT_BROKEN, .content = true, .cost = c.cost};
    const struct line *last = &r->lines[c.lines - 1];
    res.frag = lines_frag(l, box, r, c.lines, space, y);
    res.used = y + res.frag->h;
    res.token = token_new(l, last->number + 1, NULL);
    res.token->brk = last->to->pos;
    res.blame = box->node;
    return res;
}

static size_t lines_that_fit(struct layout *l, const struct run *r, mpt y, mpt avail)
{
    size_t k = 0;
    mpt notes = 0;
    while (k < r->n && avail != MPT_MAX) {
        notes += line_notes(l, &r->lines[k], notes);
        if (y + r->lines[k].height + notes > avail) {
            return k;
        }
        y += r->lines[k++].height;
    }
    return r->n;
}

static struct result empty_lines(struct layout *l, struct box *box, const struct space *space)
{
    struct result res = {.status = RESULT_DONE, .trailing = space->pending};
    res.frag = frag_new(l, FRAG_LINES, box);
    res.frag->y = strut_size(&space->pending);
    res.frag->starts = res.frag->ends = true;
    return res;
}

struct result layout_lines(struct layout *l, struct box *box, const struct space *space,
                           const struct token *token)
{
    l->ref_width = extent_of(box->node, space->ref_width).w;
    struct para *p = para_of(l, box, token != NULL);
    if (p->empty) {
        return empty_lines(l, box, space);
    }
    struct run r = run_of(l, box, space, token, p);
    mpt y = strut_size(&space->pending);
    if (space->plan) {
        size_t k = space->plan->kid;
        return lines_broken(l, box, &r, (struct choice){k, cost_after(&r, k)}, space, y);
    }
    size_t fit = lines_that_fit(l, &r, y, room_of(l, space));
    if (fit < r.n) {
        if (fit == 0 && !space->top) {
            return (struct result){.status = RESULT_NOFIT, .blame = box->node};
        }
        fit = fit > 0 ? fit : 1;
    }
    if (fit < r.n) {
        return lines_broken(l, box, &r, best_break(&r, fit), space, y);
    }
    struct result res = {.status = RESULT_DONE, .content = true, .blame = box->node};
    res.frag = lines_frag(l, box, &r, r.n, space, y);
    res.used = y + res.frag->h;
    struct choice c = best_break(&r, r.n);
    if (c.lines > 0) {
        note_break(l, &res, c.cost, c.lines, NULL);
    }
    return res;
}
