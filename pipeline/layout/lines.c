/* Lines in the block flow: how many fit, and where to break between them (widows, orphans). */
#include "layout/fragment.h"
#include "layout/head.h"
#include "layout/note.h"
#include "layout/para.h"
#include "layout/side.h"

struct choice {
    size_t lines; /* before the break; 0: none is possible */
    int32_t cost;
};

struct beside { /* a float that is anchored in one of the lines */
    struct frag *frag;
    size_t line;
    size_t before; /* floats that the area had before it */
};

struct run { /* the lines that are left of a paragraph */
    const struct line *lines;
    size_t n;
    bool starts;
    int32_t keep_cost;
    size_t orphans, widows;
    size_t placed;         /* floats on earlier pages */
    struct beside *floats; /* the next ones, in the order of their lines */
    size_t nfloats;
    size_t most; /* a float found no room: no more lines than this */
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

static bool lines_kept(const struct para *p, mpt width, size_t skip, const struct token *token)
{
    return p->has_lines && p->lines_width == width && skip < p->nlines && !p->lines[skip].shaped &&
           (token ? p->lines[skip].from && p->lines[skip].from->pos == token->brk
                  : p->lines[skip].from == NULL);
}

static struct run run_of(struct box *box, const struct space *space, const struct token *token)
{
    const struct fo_text_props *t = box->node->text;
    int32_t keep = keep_strength(t->keep_together);
    keep = keep > space->keep ? keep : space->keep;
    return (struct run){.starts = !token,
                        .placed = token ? token->floats : 0,
                        .keep_cost = cost_of_keep(keep),
                        .orphans = t->orphans > 0 ? (size_t)t->orphans : 1,
                        .widows = t->widows > 0 ? (size_t)t->widows : 1,
                        .most = SIZE_MAX};
}

static void plain_lines(struct layout *l, struct run *r, struct para *p, mpt width,
                        const struct token *token)
{
    size_t skip = token ? token->kid : 0;
    if (!lines_kept(p, width, skip, token)) {
        para_lines(l, p, width, token ? break_index(p, token->brk) : PARA_START, NULL, 0);
        skip = 0;
    }
    r->lines = p->lines + skip;
    r->n = p->nlines - skip;
}

/* ---- lines beside floats ------------------------------------------------------------------- */

struct margin { /* lines at work beside floats */
    struct layout *l;
    struct para *p;
    const struct space *space;
    struct line_room room;
    uint32_t from;
    mpt *heights; /* of the lines as they were last */
    size_t nheights;
};

/* A float may be high and lines without height: of those there are no more than characters. */
static size_t most_lines(const struct para *p)
{
    size_t n = 1;
    for (size_t i = 0; i < p->nitems; i++) {
        n += p->items[i].kind == TEXT_CHARS ? p->items[i].len : 1;
    }
    return n;
}

/* Twice: lines that turn out higher than usual reach further down. */
static void shaped_lines(struct margin *m)
{
    m->nheights = 0;
    for (int pass = 0; pass < 2; pass++) {
        size_t n;
        struct line_shape *shapes = float_shapes(m->l, m->space->floats, &m->room, m->heights,
                                                 m->nheights, most_lines(m->p), &n);
        para_lines(m->l, m->p, m->room.w, m->from, shapes, n);
        m->nheights = m->p->nlines;
        m->heights = arena_array(m->l->now, mpt, m->nheights);
        bool usual = true;
        for (size_t i = 0; i < m->nheights; i++) {
            m->heights[i] = m->p->lines[i].height - (i < n ? shapes[i].skip : 0);
            usual &= i >= n || m->heights[i] == m->room.height;
        }
        if (usual) {
            return;
        }
    }
}

static size_t line_at(const struct para *p, uint32_t pos)
{
    size_t k = 0;
    while (k + 1 < p->nlines && p->lines[k].to->pos <= pos) {
        k++;
    }
    return k;
}

/* Places the floats that are anchored in the lines, one after another: each changes the lines from
 * its own on, and may so drive its own anchor to a later line, or to the next page. */
static void anchored_floats(struct margin *m, struct run *r, mpt y)
{
    const struct para *p = m->p;
    r->floats = arena_array(m->l->now, struct beside, p->nfloats);
    for (size_t i = r->placed; i < p->nfloats; i++) {
        size_t item = p->floats[i].item; /* behind the last one: in the last line */
        uint32_t pos = item < p->nitems ? text_para_item_pos(p->text, item) : UINT32_MAX;
        struct beside b = {.line = line_at(p, pos), .before = m->space->floats->n};
        mpt top = y;
        for (size_t k = 0; k < b.line; k++) {
            top += p->lines[k].height;
        }
        if (!float_place(m->l, p->floats[i].box, m->space, top, m->space->top && b.line == 0,
                         &b.frag)) {
            r->most = b.line;
            return;
        }
        b.frag->y -= y;
        r->floats[r->nfloats++] = b;
        shaped_lines(m);
    }
}

static void beside_floats(struct layout *l, struct run *r, struct box *box,
                          const struct space *space, const struct token *token, mpt y)
{
    struct extent ext = extent_of(box->node, space->ref_width);
    struct para *p = box->para;
    struct margin m = {.l = l, .p = p, .space = space};
    m.room = (struct line_room){.x = ext.x,
                                .w = ext.w,
                                .y = space->flow_y + y,
                                .reference = space->ref_width,
                                .height = p->style->line_height};
    m.from = token ? break_index(p, token->brk) : PARA_START;
    p->has_lines = false;
    shaped_lines(&m);
    anchored_floats(&m, r, y);
    r->lines = p->lines;
    r->n = p->nlines;
}

/* Floats whose lines are left for the next page go there with them. */
static size_t floats_in(const struct run *r, size_t k)
{
    size_t n = 0;
    while (n < r->nfloats && r->floats[n].line < k) {
        n++;
    }
    return n;
}

static void keep_floats(const struct run *r, const struct space *space, struct frag *f, size_t k)
{
    size_t n = floats_in(r, k);
    for (size_t i = 0; i < n; i++) {
        frag_append(f, r->floats[i].frag);
    }
    if (n < r->nfloats) {
        space->floats->n = r->floats[n].before;
    }
}

/* ---- fragments ----------------------------------------------------------------------------- */

/* What the lines and their insertions take: how many of them fit from y on, at most so many. */
static size_t take_lines(struct layout *l, const struct run *r, size_t most, mpt y, mpt room,
                         struct taken *t)
{
    mpt before = t->notes + t->heads;
    for (size_t k = 0; k < most; k++) {
        y += r->lines[k].height;
        mpt left = room - y + before;
        note_take(l, &r->lines[k], t);
        head_take(l, &r->lines[k], left, t);
        if (t->notes + t->heads > left) {
            return k;
        }
    }
    return most;
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
    if (room != MPT_MAX) {
        take_lines(l, r, k, y, room, &l->taken);
        l->heads.tried = l->taken.nheads > l->heads.tried ? l->taken.nheads : l->heads.tried;
    }
    keep_floats(r, space, f, k);
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
    res.token->floats = r->placed + floats_in(r, c.lines);
    res.blame = box->node;
    return res;
}

static size_t lines_that_fit(struct layout *l, const struct run *r, mpt y, mpt avail)
{
    struct taken taken = l->taken;
    return avail == MPT_MAX ? r->n : take_lines(l, r, r->n, y, avail, &taken);
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
    struct run r = run_of(box, space, token);
    mpt y = strut_size(&space->pending);
    const struct float_area *floats = space->floats;
    if (floats && (p->nfloats > 0 || floats_bottom(floats) > space->flow_y + y)) {
        beside_floats(l, &r, box, space, token, y);
    } else {
        plain_lines(l, &r, p, extent_of(box->node, space->ref_width).w, token);
    }
    if (space->plan) {
        size_t k = space->plan->kid;
        return lines_broken(l, box, &r, (struct choice){k, cost_after(&r, k)}, space, y);
    }
    size_t fit = lines_that_fit(l, &r, y, room_of(l, space));
    fit = fit < r.most ? fit : r.most;
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
