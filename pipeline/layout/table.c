/* Tables: columns, repeated header and footer, rows between them. */
#include "layout/table.h"

struct grid { /* a table fragment at work */
    struct layout *l;
    struct table *t;
    const struct space *space;
    const struct token *token;
    struct extent ext;
    struct frag *frag;
    struct result r;
    mpt y; /* of the border rectangle, from the space's origin */
    mpt before, after;
    mpt header_h, footer_h;
    int32_t keep;
};

/* A collapsed table has no padding, and its outer borders lie on the edge of the rows: one half
 * sticks out, as with Apache FOP, so that the grid lines of stacked tables stay in line. */
static void set_edges(struct grid *g)
{
    if (g->t->collapse) {
        g->ext.start = g->ext.end = g->ext.after_cut = 0;
        return;
    }
    g->before = g->token ? g->ext.before_cut : g->ext.before;
    g->after = g->ext.after;
}

static void set_columns(struct grid *g)
{
    const struct fo_length *ipd = &g->t->node->box->ipd.opt;
    mpt room = ipd->is_auto ? g->ext.w : fo_resolve(ipd, g->space->ref_width);
    table_columns(g->l, g->t, room);
}

/* ---- header and footer --------------------------------------------------------------------- */

static mpt fixed_rows(struct grid *g, const struct table_part *part, struct frag *frag, mpt y,
                      bool artifact)
{
    if (part->first == part->end) {
        return 0;
    }
    struct rows rows = {.l = g->l,
                        .t = g->t,
                        .limit = MPT_MAX,
                        .first = part->first,
                        .end = part->end,
                        .planned = -1,
                        .frag = frag,
                        .y = y,
                        .artifact = artifact};
    struct frag *last = frag->last;
    layout_rows(&rows);
    mpt h = 0;
    for (struct frag *f = last ? last->next : frag->first; f; f = f->next) {
        h += f->h;
    }
    return h;
}

/* Heights of header and footer are measured once per width; the fragments are thrown away. */
static void measure_parts(struct grid *g)
{
    struct frag *scrap = frag_new(g->l, FRAG_STACK, NULL);
    const struct fo_box_props *b = g->t->node->box;
    if (!(g->token && b->omit_header_at_break)) {
        g->header_h = fixed_rows(g, &g->t->header, scrap, 0, false);
    }
    g->footer_h = fixed_rows(g, &g->t->footer, scrap, 0, false);
}

/* ---- rows ---------------------------------------------------------------------------------- */

static struct rows body_rows(struct grid *g, mpt y)
{
    const struct plan *plan = g->space->plan;
    const struct table *t = g->t;
    bool limited = g->space->avail != MPT_MAX;
    mpt used = g->y + y + g->after + (t->node->box->omit_footer_at_break ? 0 : g->footer_h);
    struct rows rows = {.l = g->l,
                        .t = g->t,
                        .limit = limited ? g->space->avail - used : MPT_MAX,
                        .taken = g->space->taken,
                        .top = g->space->top,
                        .keep = g->keep,
                        .from = g->token ? g->token->row : NULL,
                        .first = t->body_first,
                        .end = t->body_end,
                        .planned = plan ? (long)plan->kid : -1};
    rows.frag = frag_new(g->l, FRAG_STACK, NULL);
    return rows;
}

/* The grid's borders are painted over the rows. */
static void add_grid(struct grid *g)
{
    if (!g->t->collapse) {
        return;
    }
    struct grid_paint *p = arena_new_of(g->l->now, struct grid_paint);
    p->table = g->t;
    struct frag *f = frag_new(g->l, FRAG_GRID, NULL);
    f->grid = p;
    f->first = g->frag->first; /* the rows, for their places only */
    f->w = g->t->width;
    frag_append(g->frag, f);
}

static void place_frag(struct grid *g, mpt bottom)
{
    struct frag *f = g->frag;
    const struct table *t = g->t;
    bool rtl = is_rtl(t->node);
    mpt content_x = g->ext.x + (rtl ? g->ext.w - t->width : 0);
    f->x = content_x - (rtl ? g->ext.end : g->ext.start);
    f->w = t->width + g->ext.start + g->ext.end;
    f->reference = true;
    f->ref_x = content_x;
    f->y = g->y;
    f->h = bottom;
    f->starts = !g->token;
    f->ends = g->r.status == RESULT_DONE;
    g->r.frag = f;
    g->r.used = g->y + bottom;
    g->r.content = true;
}

static void move_rows(struct frag *to, struct frag *from, mpt dy)
{
    for (struct frag *f = from->first, *next; f; f = next) {
        next = f->next;
        f->next = NULL;
        f->y += dy;
        frag_append(to, f);
    }
}

static struct result table_end(struct grid *g, mpt y)
{
    const struct fo_box_props *b = g->t->node->box;
    bool done = g->r.status == RESULT_DONE;
    if (done || !b->omit_footer_at_break) {
        y += fixed_rows(g, &g->t->footer, g->frag, y, !done);
    }
    add_grid(g);
    y += done || g->t->collapse ? g->after : g->ext.after_cut;
    place_frag(g, y);
    if (done) {
        strut_add(g->l, &g->r.trailing, &b->space_after, g->space->ref_width, g->space->level);
        g->r.forced = b->break_after;
    }
    return g->r;
}

static struct result table_fragment(struct grid *g)
{
    const struct fo_box_props *b = g->t->node->box;
    measure_parts(g);
    mpt y = g->before;
    bool crowded =
        g->space->avail != MPT_MAX && g->token && g->header_h + g->footer_h > g->space->avail / 2;
    if (!(g->token && b->omit_header_at_break) && !crowded) {
        y += fixed_rows(g, &g->t->header, g->frag, y, g->token != NULL);
    }
    struct rows rows = body_rows(g, y);
    layout_rows(&rows);
    g->r = rows.r;
    g->r.blame = g->t->node;
    if (g->r.status == RESULT_NOFIT) {
        return (struct result){
            .status = RESULT_NOFIT, .forced = rows.r.forced, .blame = g->t->node};
    }
    move_rows(g->frag, rows.frag, y);
    return table_end(g, y + rows.y);
}

struct result layout_table(struct layout *l, struct box *box, const struct space *space,
                           const struct token *token)
{
    const struct fo_node *node = box->node;
    if (!token && node->box->break_before && !space->top && space->avail != MPT_MAX) {
        return (struct result){.status = RESULT_NOFIT, .forced = node->box->break_before};
    }
    struct grid g = {.l = l, .space = space, .token = token};
    g.t = table_of(l, box);
    g.ext = extent_of(node, space->ref_width);
    struct strut strut = space->pending;
    if (!token) {
        strut_add(l, &strut, &node->box->space_before, space->ref_width, space->level);
    }
    g.y = strut_size(&strut);
    int32_t keep = keep_strength(node->text->keep_together);
    g.keep = keep > space->keep ? keep : space->keep;
    g.frag = frag_new(l, FRAG_STACK, box);
    set_edges(&g);
    set_columns(&g);
    return table_fragment(&g);
}
