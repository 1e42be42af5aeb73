/* Columns: a page is a sequence of zones, each either one block area over all columns (span="all")
 * or the columns between two of these.
 *
 * The flow is laid out column by column; its stack stops by a forced break of its own kind
 * (BREAK_ZONE) where the next child belongs to another zone. When all content of a zone has found
 * room, its columns are balanced: the least height with which it still does is found by halving. */
#include "layout/columns.h"

#include "layout/side.h"

enum { BALANCE_TO = 250 }; /* [mpt] */

struct zone { /* a row of columns at work */
    struct layout *l;
    struct box *flow;
    const struct space *space;
    mpt y, w, gap;
    struct taken taken; /* when the zone began */
    int n;
    bool rtl;
};

struct fill { /* the columns of a zone, filled to a height */
    struct result r;
    struct frag *first, *last;
    mpt used, sum;
    int32_t cost;  /* of the breaks between columns */
    bool complete; /* all of the zone's content is there */
    bool forced;   /* a column was ended on demand */
};

static struct frag *column_frag(const struct zone *z, int c, struct frag *content)
{
    struct frag *f = frag_new(z->l, FRAG_STACK, z->flow);
    int place = z->rtl ? z->n - 1 - c : c;
    f->x = f->ref_x = place * (z->w + z->gap);
    f->y = z->y;
    f->w = z->w;
    f->h = content->h;
    f->reference = true;
    frag_append(f, content);
    return f;
}

static struct result one_column(const struct zone *z, int c, mpt h, const struct token *token)
{
    struct space space = *z->space;
    space.ref_width = z->w;
    space.avail = h;
    space.taken = z->taken.notes + z->taken.heads;
    space.top = c > 0 || z->y == 0;
    space.pending = (struct strut){.edge = true};
    space.zone = ZONE_COLUMNS;
    space.plan = NULL;
    struct float_area floats = {0};
    space.floats = &floats;
    space.flow_y = 0;
    struct result r = layout_fragmentainer(z->l, z->flow, &space, token);
    mpt bottom = floats_bottom(&floats);
    r.used = r.status != RESULT_NOFIT && bottom > r.used ? bottom : r.used;
    return r;
}

static void add_column(const struct zone *z, struct fill *f, int c, const struct result *r)
{
    struct frag *column = column_frag(z, c, r->frag);
    if (f->last) {
        f->last->next = column;
    } else {
        f->first = column;
    }
    f->last = column;
    f->used = r->used > f->used ? r->used : f->used;
    f->sum += r->used;
}

/* What does not fit below another zone waits for the next page. */
static bool sticks_out(const struct zone *z, const struct result *r, mpt h)
{
    return r->status == RESULT_NOFIT || (z->y > 0 && r->used > h);
}

static struct fill fill_columns(const struct zone *z, mpt h, const struct token *token)
{
    struct fill f = {.r = {.status = RESULT_NOFIT}};
    z->l->taken = z->taken;
    for (int c = 0; c < z->n; c++) {
        struct result r = one_column(z, c, h, token);
        if (sticks_out(z, &r, h)) {
            f.r.status = c > 0 || r.status != RESULT_NOFIT ? RESULT_BROKEN : RESULT_NOFIT;
            f.r.token = token_copy(z->l, token);
            f.r.forced = r.forced;
            f.r.blame = r.blame;
            return f;
        }
        add_column(z, &f, c, &r);
        f.r = r;
        token = r.token;
        f.complete = r.status == RESULT_DONE || r.forced == BREAK_ZONE;
        if (f.complete || r.forced > FO_BREAK_COLUMN) {
            break;
        }
        f.cost = r.cost > f.cost ? r.cost : f.cost;
        f.forced |= r.forced == FO_BREAK_COLUMN;
    }
    f.complete = f.complete && f.used <= h;
    return f;
}

static struct fill balance(const struct zone *z, struct fill f, const struct token *token)
{
    mpt low = f.sum / z->n, high = f.used;
    struct taken taken = z->l->taken;
    while (high - low > BALANCE_TO) {
        mpt h = (low + high) / 2;
        struct fill try = fill_columns(z, h, token);
        if (try.complete && try.cost <= f.cost) {
            f = try;
            high = f.used < h ? f.used : h;
        } else {
            low = h;
        }
    }
    z->l->taken = taken;
    return f;
}

static struct fill columns_zone(struct zone *z, const struct token *token)
{
    struct fill f = fill_columns(z, room_of(z->l, z->space) - z->y, token);
    return f.complete && !f.forced && z->n > 1 ? balance(z, f, token) : f;
}

static struct fill spanning_zone(struct zone *z, const struct token *token)
{
    struct space space = *z->space;
    space.avail = room_of(z->l, z->space) - z->y;
    space.taken = z->taken.notes + z->taken.heads;
    space.top = z->y == 0;
    space.pending = (struct strut){.edge = true};
    space.zone = ZONE_SPAN;
    struct float_area floats = {0};
    space.floats = &floats;
    space.flow_y = 0;
    struct fill f = {.r = layout_fragmentainer(z->l, z->flow, &space, token)};
    if (f.r.status != RESULT_NOFIT) {
        f.r.frag->y += z->y;
        f.first = f.r.frag;
        f.used = f.r.used;
    } else {
        f.r.token = token_copy(z->l, token);
    }
    return f;
}

static bool spans(struct layout *l, struct box *flow, const struct token *token)
{
    size_t kid = token ? token->kid : 0;
    while (box_has(l, flow, kid) && !in_flow(box_kid(flow, kid))) {
        kid++;
    }
    return box_has(l, flow, kid) && box_kid(flow, kid)->node->box->span_all;
}

/* Ends the page before a zone that found no room. */
static struct result no_room(struct result r, mpt y)
{
    if (y > 0 && r.status == RESULT_NOFIT) {
        r.status = RESULT_BROKEN;
        r.cost = 0;
    }
    return r;
}

struct result layout_columns(struct layout *l, struct box *flow,
                             const struct fo_region_spec *region, const struct space *space,
                             const struct token *token)
{
    mpt gap = fo_resolve(&region->column_gap, space->ref_width);
    mpt w = (space->ref_width - gap * (region->columns - 1)) / region->columns;
    struct zone z = {.l = l, .flow = flow, .space = space, .gap = gap, .n = region->columns};
    z.rtl = region->text && region->text->writing_mode == MODE_RL_TB;
    z.w = w > 0 ? w : 0;
    struct frag *page = frag_new(l, FRAG_STACK, flow);
    page->w = space->ref_width;
    box_open(l, flow);
    for (;;) {
        z.taken = l->taken;
        struct fill f = spans(l, flow, token) ? spanning_zone(&z, token) : columns_zone(&z, token);
        for (struct frag *c = f.first, *next; c; c = next) {
            next = c->next;
            c->next = NULL;
            frag_append(page, c);
        }
        z.y += f.used;
        if (f.r.status != RESULT_BROKEN || f.r.forced != BREAK_ZONE) {
            f.r = no_room(f.r, z.y);
            f.r.frag = page;
            f.r.used = page->h = z.y;
            f.r.best = NULL;
            return f.r;
        }
        token = f.r.token;
    }
}
