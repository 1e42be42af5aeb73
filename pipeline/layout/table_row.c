/* Table rows: cells side by side, row and column spans, and breaks between and inside of rows.
 *
 * Rows that hang together by row spans are a group. A group is laid out row by row into the room
 * that is left; a cell is laid out once, where it begins, and the row in which it ends is made high
 * enough for it. When a row does not fit the group is broken inside that row (every cell that
 * reaches into it is broken for itself), or before it; cells that span over a break before a row
 * are laid out again into the height they got. */
#include "layout/side.h"
#include "layout/table.h"

#include <limits.h>
#include <string.h>

struct live { /* a cell with an area in this fragment */
    struct table_cell *cell;
    struct token *from;
    bool resumed, finished; /* finished: its content ended on an earlier page */
    unsigned row;           /* first row here */
    mpt y;
    struct result r;
    mpt need;   /* of the content, with border, padding and separation */
    mpt height; /* that, and at least the height that the cell was given */
    mpt before; /* border + padding above the content, here */
    mpt lower;  /* the content stands so much lower, for its baseline */
};

struct placed_row {
    mpt y, h;
};

struct group {
    struct rows *rows;
    struct table *t;
    unsigned first, end;
    bool inside; /* the first row goes on from the page before */
    struct live *live;
    size_t nlive, live_cap;
    struct placed_row *row; /* by number - first */
    size_t nrow, row_cap;
    mpt y;
    unsigned open_from; /* cells that reach this row go on on the next page */
};

/* ---- cells --------------------------------------------------------------------------------- */

static mpt cell_width(const struct table *t, const struct table_cell *c)
{
    const struct table_column *last = &t->cols[c->col + c->cols - 1];
    return last->x + last->w - t->cols[c->col].x - t->sep_ip;
}

/* Keeps of a row hold for what lies in it, but not for cells that reach over several. */
static int32_t keep_in_row(const struct rows *rows, const struct table_cell *c)
{
    const struct fo_node *row = c->rows == 1 ? rows->t->rows[c->row].node : NULL;
    int32_t keep = row ? keep_strength(row->text->keep_together) : 0;
    return keep > rows->keep ? keep : rows->keep;
}

static void cell_layout(struct group *g, struct live *v, mpt limit, bool top)
{
    struct rows *rows = g->rows;
    struct table_cell *c = v->cell;
    struct extent cut = extent_of(c->node, 0);
    v->before = v->resumed && !g->t->collapse ? cut.before_cut : c->before;
    mpt after_cut = g->t->collapse ? c->after : cut.after_cut;
    mpt frame = v->before + g->t->sep_bp; /* and what comes below the content */
    if (v->finished) {
        v->r = (struct result){.status = RESULT_DONE};
        v->need = v->height = 0;
        return;
    }
    struct float_area floats = {0};
    struct space space = {.floats = &floats,
                          .ref_width = cell_width(g->t, c) - c->start - c->end,
                          .avail = limit == MPT_MAX ? MPT_MAX : limit - v->y - frame - after_cut,
                          .taken = rows->taken,
                          .top = top,
                          .pending = {.edge = true},
                          .keep = keep_in_row(rows, c),
                          .level = 1};
    space.ref_width = space.ref_width > 0 ? space.ref_width : 0;
    v->r = layout_fragmentainer(rows->l, cell_box(rows->l, g->t, c), &space, v->from);
    frame += v->r.status == RESULT_BROKEN ? after_cut : c->after;
    mpt end = end_of(&v->r), bottom = floats_bottom(&floats);
    v->need = v->height = (end > bottom ? end : bottom) + frame;
    mpt least = fo_resolve(&c->node->box->bpd.opt, 0), min = fo_resolve(&c->node->box->bpd.min, 0);
    least = (least > min ? least : min) + frame;
    if (!v->resumed && v->r.status == RESULT_DONE && v->height < least) {
        v->height = least;
    }
}

static struct live *add_live(struct group *g, struct table_cell *cell, unsigned row)
{
    struct live *v = arena_push(g->rows->l->now, g->live, g->nlive, g->live_cap);
    *v = (struct live){.cell = cell, .row = row, .y = g->y};
    return v;
}

static void begin_resumed(struct group *g)
{
    const struct row_token *from = g->rows->from;
    struct table_cell **grid = g->t->grid + (size_t)g->first * g->t->ncols;
    for (unsigned c = 0; c < g->t->ncols; c++) {
        if (!grid[c] || grid[c]->col != c || (grid[c]->row == g->first && !g->inside)) {
            continue;
        }
        struct live *v = add_live(g, grid[c], g->first);
        v->from = from->tokens[c];
        v->resumed = from->state[c] != CELL_NEW;
        v->finished = from->state[c] == CELL_DONE;
    }
}

static unsigned last_row(const struct table_cell *c)
{
    return c->row + c->rows - 1;
}

static bool on_baseline(const struct live *v, mpt *y)
{
    const struct fo_text_props *t = v->cell->node->text;
    *y = v->before;
    return t->relative_align_baseline && t->display_align == DISPLAY_AUTO && !v->resumed &&
           v->r.status == RESULT_DONE && v->r.frag && frag_baseline(v->r.frag, y);
}

/* relative-align="baseline": the first lines of the cells that begin in a row are level. */
static void level_cells(struct group *g, size_t first)
{
    mpt most = 0, y;
    for (size_t i = first; i < g->nlive; i++) {
        most = on_baseline(&g->live[i], &y) && y > most ? y : most;
    }
    for (size_t i = first; i < g->nlive; i++) {
        struct live *v = &g->live[i];
        if (on_baseline(v, &y)) {
            v->lower = most - y;
            v->need += v->lower;
            v->height = v->need > v->height ? v->need : v->height;
        }
    }
}

static void begin_cells(struct group *g, unsigned row)
{
    size_t first = g->nlive;
    if (row == g->first && g->rows->from && g->rows->from->row == row) {
        begin_resumed(g);
    }
    if (!(row == g->first && g->inside)) {
        for (size_t i = 0; i < g->t->rows[row].ncells; i++) {
            add_live(g, g->t->rows[row].cells[i], row);
        }
    }
    for (size_t i = first; i < g->nlive; i++) {
        cell_layout(g, &g->live[i], g->rows->limit, g->rows->top && g->y == 0);
    }
    level_cells(g, first);
}

static mpt least_height(const struct group *g, unsigned row)
{
    const struct fo_node *node = g->t->rows[row].node;
    if (!node || (row == g->first && g->inside)) {
        return 0;
    }
    mpt opt = fo_resolve(&node->box->bpd.opt, 0), min = fo_resolve(&node->box->bpd.min, 0);
    return opt > min ? opt : min;
}

/* Height of a row from the cells that end in it. all: those as well that reach further. */
static mpt row_height(const struct group *g, unsigned row, bool all)
{
    mpt h = least_height(g, row);
    for (size_t i = 0; i < g->nlive; i++) {
        const struct live *v = &g->live[i];
        unsigned last = last_row(v->cell);
        if (last == row || (all && last > row)) {
            mpt need = v->height - (g->y - v->y);
            h = need > h ? need : h;
        }
    }
    return h;
}

/* ---- fragments ----------------------------------------------------------------------------- */

static void align_cell(const struct live *v, mpt room)
{
    mpt free = room - v->need;
    enum fo_display_align align = v->cell->node->text->display_align;
    if (free > 0 && v->r.frag && !v->resumed && v->r.status == RESULT_DONE) {
        v->r.frag->y += align == DISPLAY_AFTER ? free : align == DISPLAY_CENTER ? free / 2 : 0;
    }
}

static struct frag *cell_frag(struct group *g, struct live *v, mpt bottom)
{
    struct table_cell *c = v->cell;
    struct table *t = g->t;
    struct frag *f = frag_new(g->rows->l, FRAG_CELL, cell_box(g->rows->l, t, c));
    mpt w = cell_width(t, c), x = t->cols[c->col].x + t->sep_ip / 2;
    bool rtl = is_rtl(t->node);
    f->node = c->node;
    f->cell = c;
    f->w = w;
    f->h = bottom - v->y - t->sep_bp;
    f->x = rtl ? t->width - x - w : x;
    f->y = t->sep_bp / 2;
    f->reference = true;
    f->ref_x = f->x + (rtl ? c->end : c->start);
    f->starts = !v->resumed && v->row == c->row;
    f->ends = v->r.status == RESULT_DONE && last_row(c) < g->open_from;
    f->borders = c->node->box->border;
    if (v->r.frag) {
        v->r.frag->y += v->before + v->lower;
        align_cell(v, bottom - v->y);
        frag_append(f, v->r.frag);
    }
    return f;
}

static void emit_rows(struct group *g, unsigned end)
{
    struct rows *rows = g->rows;
    for (unsigned r = g->first; r < end; r++) {
        struct frag *f = frag_new(rows->l, FRAG_ROW, NULL);
        const struct placed_row *p = &g->row[r - g->first];
        f->node = g->t->rows[r].node;
        f->elem = &g->t->rows[r].elem;
        f->cell = g->t->rows[r].ncells > 0 ? g->t->rows[r].cells[0] : NULL;
        f->y = rows->y + p->y;
        f->h = p->h;
        f->w = g->t->width;
        f->artifact = rows->artifact;
        f->starts = !(r == g->first && g->inside);
        f->nlines = r; /* the row's number */
        for (size_t i = 0; i < g->nlive; i++) {
            struct live *v = &g->live[i];
            if (v->row == r) {
                unsigned last = last_row(v->cell) < end ? last_row(v->cell) : end - 1;
                const struct placed_row *z = &g->row[last - g->first];
                frag_append(f, cell_frag(g, v, z->y + z->h));
            }
        }
        frag_append(rows->frag, f);
    }
    if (end > g->first) {
        const struct placed_row *z = &g->row[end - 1 - g->first];
        rows->y += z->y + z->h;
    }
}

/* ---- breaks -------------------------------------------------------------------------------- */

static struct row_token *row_token(struct group *g, unsigned row, bool inside)
{
    struct arena *a = g->rows->l->now;
    struct row_token *t = arena_new_of(a, struct row_token);
    t->row = row;
    t->inside = inside;
    t->ncols = g->t->ncols;
    t->tokens = arena_array(a, struct token *, g->t->ncols);
    t->state = arena_array(a, uint8_t, g->t->ncols);
    for (size_t i = 0; i < g->nlive; i++) {
        const struct live *v = &g->live[i];
        if (last_row(v->cell) >= row && v->cell->row <= row) {
            bool waits = v->r.status == RESULT_NOFIT && v->from;
            t->tokens[v->cell->col] = waits ? token_copy(g->rows->l, v->from) : v->r.token;
            t->state[v->cell->col] = v->r.status == RESULT_BROKEN || waits ? CELL_GOES_ON
                                     : v->r.status == RESULT_DONE          ? CELL_DONE
                                                                           : CELL_NEW;
        }
    }
    return t;
}

struct row_token *row_token_copy(struct layout *l, const struct row_token *token)
{
    if (!token) {
        return NULL;
    }
    struct row_token *t = arena_new_of(l->now, struct row_token);
    *t = *token;
    t->tokens = arena_array(l->now, struct token *, t->ncols);
    t->state = arena_array(l->now, uint8_t, t->ncols);
    memcpy(t->state, token->state, t->ncols);
    for (unsigned c = 0; c < t->ncols; c++) {
        t->tokens[c] = token_copy(l, token->tokens[c]);
    }
    return t;
}

static void break_rows(struct group *g, unsigned row, bool inside, int32_t cost)
{
    struct result *r = &g->rows->r;
    r->status = RESULT_BROKEN;
    r->cost = cost;
    r->token = token_new(g->rows->l, 0, NULL);
    r->token->row = row_token(g, row, inside);
}

static int32_t cost_before_row(const struct rows *rows, unsigned row)
{
    const struct table *t = rows->t;
    int32_t keep = rows->keep, k;
    if (row > rows->first && t->rows[row - 1].node) {
        k = keep_strength(t->rows[row - 1].node->box->keep_with_next);
        keep = k > keep ? k : keep;
    }
    if (t->rows[row].node) {
        k = keep_strength(t->rows[row].node->box->keep_with_previous);
        keep = k > keep ? k : keep;
    }
    return cost_of_keep(keep);
}

static bool anything_placed(const struct group *g, unsigned row)
{
    return row > g->first || g->rows->y > 0;
}

/* Cells that span over the break get the height up to it. */
static void cut_spanning(struct group *g, unsigned row)
{
    for (size_t i = 0; i < g->nlive; i++) {
        struct live *v = &g->live[i];
        if (v->row < row && last_row(v->cell) >= row) {
            cell_layout(g, v, g->row[row - g->first].y, false);
        }
    }
}

static void break_before_row(struct group *g, unsigned row, int32_t cost)
{
    size_t n = g->nlive;
    while (n > 0 && g->live[n - 1].row == row && g->live[n - 1].cell->row == row) {
        n--;
    }
    g->nlive = n;
    g->open_from = row;
    cut_spanning(g, row);
    if (row > g->first) {
        emit_rows(g, row);
        break_rows(g, row, false, cost);
    } else if (g->rows->from && g->rows->from->row == row) {
        g->rows->r.status = RESULT_NOFIT;
    } else {
        break_rows(g, row, false, cost);
    }
}

static void break_inside_row(struct group *g, unsigned row, int32_t cost)
{
    g->row[row - g->first].h = row_height(g, row, true);
    g->open_from = row;
    emit_rows(g, row + 1);
    break_rows(g, row, true, cost);
}

enum { NO_BREAK = -1, ALL_PLACED = INT32_MAX };

/* Cost of a break inside of a row. NO_BREAK: it cannot be, since a cell has nothing before the
 * break. ALL_PLACED: no cell has anything left after it. */
static int32_t cost_inside_row(const struct group *g, unsigned row)
{
    int32_t cost = 0;
    bool broken = false;
    for (size_t i = 0; i < g->nlive; i++) {
        const struct live *v = &g->live[i];
        if (v->r.status == RESULT_NOFIT) {
            return NO_BREAK;
        }
        if (last_row(v->cell) >= row && v->r.status == RESULT_BROKEN) {
            broken = true;
            cost = v->r.cost > cost ? v->r.cost : cost;
        }
    }
    return broken ? cost : ALL_PLACED;
}

/* The row does not fit. true: it stays all the same (nothing is above it, and it cannot break). */
static bool handle_overflow(struct group *g, unsigned row)
{
    int32_t inside = cost_inside_row(g, row);
    bool placed = anything_placed(g, row);
    int32_t before = cost_before_row(g->rows, row);
    if (!placed && (!g->rows->top || inside == NO_BREAK)) {
        g->rows->r.status = RESULT_NOFIT;
        return false;
    }
    if (inside == NO_BREAK || (placed && before < inside)) {
        break_before_row(g, row, before);
        return false;
    }
    if (inside == ALL_PLACED) {
        return true;
    }
    break_inside_row(g, row, inside);
    return false;
}

static enum fo_break forced_before(const struct group *g, unsigned row)
{
    if (g->rows->limit == MPT_MAX || (row == g->first && g->inside)) {
        return FO_BREAK_AUTO;
    }
    const struct table *t = g->t;
    enum fo_break kind = FO_BREAK_AUTO;
    if (anything_placed(g, row) && row > g->rows->first && t->rows[row - 1].node) {
        kind = t->rows[row - 1].node->box->break_after;
    }
    if (t->rows[row].node && t->rows[row].node->box->break_before > kind &&
        (anything_placed(g, row) || !g->rows->top)) {
        kind = t->rows[row].node->box->break_before;
    }
    return kind;
}

static bool row_fits(const struct group *g, unsigned row)
{
    const struct rows *rows = g->rows;
    if (rows->limit == MPT_MAX) {
        return true;
    }
    for (size_t i = 0; i < g->nlive; i++) {
        if (g->live[i].r.status != RESULT_DONE && last_row(g->live[i].cell) == row) {
            return false;
        }
        if (g->live[i].r.status == RESULT_NOFIT && g->live[i].row == row) {
            return false;
        }
    }
    mpt since = room_taken(rows->l) - rows->taken;
    return g->y + g->row[row - g->first].h <= rows->limit - since;
}

/* One row. true: the fragment ends. */
static bool group_row(struct group *g, unsigned row)
{
    struct rows *rows = g->rows;
    *arena_push(rows->l->now, g->row, g->nrow, g->row_cap) = (struct placed_row){g->y, 0};
    enum fo_break forced = forced_before(g, row);
    bool placed = anything_placed(g, row);
    if (forced || rows->planned == (long)row) {
        rows->r.forced = forced;
        if (!placed) {
            rows->r.status = RESULT_NOFIT;
            return true;
        }
        break_before_row(g, row, forced ? 0 : cost_before_row(rows, row));
        return true;
    }
    if (placed && rows->limit != MPT_MAX) {
        note_break(rows->l, &rows->r, cost_before_row(rows, row), row, NULL);
    }
    begin_cells(g, row);
    g->row[row - g->first].h = row_height(g, row, false);
    if (!row_fits(g, row) && !handle_overflow(g, row)) {
        return true;
    }
    rows->r.status = RESULT_DONE;
    g->y += g->row[row - g->first].h;
    return false;
}

void layout_rows(struct rows *rows)
{
    struct table *t = rows->t;
    unsigned row = rows->from ? rows->from->row : rows->first;
    mpt limit = rows->limit;
    while (row < rows->end) {
        struct group g = {.rows = rows,
                          .t = t,
                          .first = row,
                          .end = t->rows[row].group_end,
                          .open_from = UINT_MAX};
        g.inside = rows->from && rows->from->row == row && rows->from->inside;
        rows->limit = limit == MPT_MAX ? MPT_MAX : limit - rows->y;
        rows->top = rows->top && rows->y == 0;
        for (; row < g.end; row++) {
            if (group_row(&g, row)) {
                return;
            }
        }
        emit_rows(&g, g.end);
    }
    rows->r.status = RESULT_DONE;
}
