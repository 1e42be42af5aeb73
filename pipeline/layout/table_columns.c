/* Column widths: fixed, percentages, proportional, and automatic ones from their content. */
#include "layout/para.h"
#include "layout/table.h"

/* ---- what the content wants ---------------------------------------------------------------- */

static void measure_lines(struct layout *l, struct box *box)
{
    struct para *p = para_of(l, box, false);
    mpt line = 0, word = 0;
    for (size_t i = 0; i < p->nbreaks; i++) {
        const struct text_break *b = &p->breaks[i];
        if (b->kind == BREAK_EMERGENCY) {
            continue;
        }
        mpt end = b->width - b->trailing + b->hyphen;
        box->min_width = end - word > box->min_width ? end - word : box->min_width;
        word = b->width;
        if (b->kind == BREAK_FORCED || b->kind == BREAK_END) {
            box->max_width = end - line > box->max_width ? end - line : box->max_width;
            line = b->width;
        }
    }
}

static void widen(struct box *box, mpt min, mpt max)
{
    box->min_width = min > box->min_width ? min : box->min_width;
    box->max_width = max > box->max_width ? max : box->max_width;
}

static mpt sides_of(const struct fo_node *node)
{
    return fo_resolve(&node->text->start_indent, 0) + fo_resolve(&node->text->end_indent, 0);
}

/* Narrowest and widest widths by column; a cell adds gap to what it holds. */
struct wanted {
    mpt *min, *max, gap;
};

static struct wanted new_wanted(const struct table *t, mpt gap)
{
    struct arena *arena = t->box->room->arena;
    return (struct wanted){
        .min = arena_array(arena, mpt, t->ncols), .max = arena_array(arena, mpt, t->ncols), gap};
}

static void measure_row(struct layout *l, struct table *t, unsigned row, struct wanted *w)
{
    for (size_t i = 0; i < t->rows[row].ncells; i++) {
        struct table_cell *c = t->rows[row].cells[i];
        struct box *content = cell_box(l, t, c);
        box_measure(l, content);
        mpt sides = c->start + c->end + w->gap;
        mpt min = (content->min_width + sides) / c->cols;
        mpt max = (content->max_width + sides) / c->cols;
        for (unsigned k = c->col; k < c->col + c->cols; k++) {
            w->min[k] = min > w->min[k] ? min : w->min[k];
            w->max[k] = max > w->max[k] ? max : w->max[k];
        }
    }
}

/* Of a long table no more than some rows are in memory at once. */
static void measure_cells(struct layout *l, struct table *t, struct wanted *w)
{
    struct arena *now = l->now, *brief = arena_sub(l->scratch);
    unsigned row = 0;
    while (row < t->nrows) {
        unsigned end = table_brief_rows(t, row);
        l->now = end > row ? brief : now;
        for (unsigned until = end > row ? end : row + 1; row < until; row++) {
            measure_row(l, t, row, w);
        }
        if (end > 0 && end == row) {
            table_close_rows(t, end);
            arena_reset(brief);
        }
    }
    l->now = now;
    arena_free(brief);
}

static void measure_table(struct layout *l, struct box *box)
{
    struct table *t = table_of(l, box);
    struct wanted w = new_wanted(t, 0);
    mpt min_sum = sides_of(box->node), max_sum = min_sum;
    measure_cells(l, t, &w);
    for (unsigned c = 0; c < t->ncols; c++) {
        mpt fixed = t->cols[c].declared ? t->cols[c].width.abs : 0;
        min_sum += fixed > 0 ? fixed : w.min[c];
        max_sum += fixed > 0 ? fixed : w.max[c];
    }
    widen(box, min_sum, max_sum);
}

void box_measure(struct layout *l, struct box *box)
{
    if (box->measured) {
        return;
    }
    box->measured = true;
    if (box->kind == BOX_LINES) {
        l->ref_width = 0;
        measure_lines(l, box);
        mpt sides = sides_of(box->node);
        box->min_width += sides;
        box->max_width += sides;
        return;
    }
    if (box->kind == BOX_TABLE) {
        measure_table(l, box);
        return;
    }
    if (!in_flow(box)) {
        return;
    }
    if (box->kind == BOX_CONTAINER) {
        mpt w = fo_resolve(&box->node->box->ipd.opt, 0);
        widen(box, w, w);
        return;
    }
    box_open(l, box);
    for (size_t i = 0; box_has(l, box, i); i++) {
        struct box *kid = box_kid(box, i);
        box_measure(l, kid);
        widen(box, kid->min_width, kid->max_width);
    }
}

/* ---- widths -------------------------------------------------------------------------------- */

struct sizing {
    struct table *t;
    mpt room;             /* for all columns */
    mpt fixed;            /* sum of the columns that are decided */
    int64_t parts;        /* sum of proportional units [1/1000] */
    unsigned autos;       /* columns without a width */
    const mpt *min, *max; /* of those */
};

static void take_declared(struct sizing *s)
{
    for (unsigned c = 0; c < s->t->ncols; c++) {
        struct table_column *col = &s->t->cols[c];
        if (!col->declared) {
            s->autos++;
            continue;
        }
        col->w = fo_resolve(&col->width, s->room);
        s->fixed += col->w;
        s->parts += col->width.proportion;
    }
}

static void share_proportional(struct sizing *s, mpt rest)
{
    rest = rest > 0 ? rest : 0;
    for (unsigned c = 0; c < s->t->ncols; c++) {
        struct table_column *col = &s->t->cols[c];
        if (col->declared && col->width.proportion > 0) {
            col->w += rest * col->width.proportion / s->parts;
        }
    }
}

/* Columns of a fixed layout without a width count as one part each. */
static void autos_as_parts(struct sizing *s)
{
    for (unsigned c = 0; c < s->t->ncols; c++) {
        struct table_column *col = &s->t->cols[c];
        if (!col->declared) {
            col->width = (struct fo_length){.proportion = 1000};
            col->declared = true;
            s->parts += 1000;
        }
    }
    s->autos = 0;
}

/* Once: what lies on pages before may be forgotten when the table is laid out for another width. */
static void measure_autos(struct layout *l, struct sizing *s)
{
    struct table *t = s->t;
    if (!t->min) {
        struct wanted w = new_wanted(t, t->sep_ip);
        measure_cells(l, t, &w);
        t->min = w.min;
        t->max = w.max;
    }
    s->min = t->min;
    s->max = t->max;
}

/* Automatic columns: as wide as they like, or between narrowest and widest in one measure. */
static void share_automatic(struct sizing *s, mpt rest, bool stretch)
{
    struct table *t = s->t;
    mpt min = 0, max = 0;
    for (unsigned c = 0; c < t->ncols; c++) {
        min += t->cols[c].declared ? 0 : s->min[c];
        max += t->cols[c].declared ? 0 : s->max[c];
    }
    for (unsigned c = 0; c < t->ncols; c++) {
        if (t->cols[c].declared) {
            continue;
        }
        mpt w = s->max[c];
        if (max > rest && max > min) {
            mpt over = rest > min ? rest - min : 0;
            w = s->min[c] + over * (s->max[c] - s->min[c]) / (max - min);
        } else if (stretch && max > 0) {
            w = rest * s->max[c] / max;
        } else if (stretch) {
            w = rest / s->autos;
        }
        t->cols[c].w = w;
    }
}

static void set_positions(struct table *t)
{
    mpt x = 0;
    for (unsigned c = 0; c < t->ncols; c++) {
        t->cols[c].x = x;
        x += t->cols[c].w;
    }
    t->width = x;
}

void table_columns(struct layout *l, struct table *t, mpt room)
{
    if (t->laid_width == room) {
        return;
    }
    t->laid_width = room;
    struct sizing s = {.t = t, .room = room};
    bool given = !t->node->box->ipd.opt.is_auto;
    take_declared(&s);
    if (s.autos > 0 && t->node->box->table_layout_fixed) {
        autos_as_parts(&s);
    }
    mpt rest = room - s.fixed;
    if (s.autos > 0) {
        measure_autos(l, &s);
        share_automatic(&s, s.parts > 0 ? rest / 2 : rest, given);
        for (unsigned c = 0; c < t->ncols; c++) {
            rest -= t->cols[c].declared ? 0 : t->cols[c].w;
        }
    }
    if (s.parts > 0) {
        share_proportional(&s, rest);
    }
    set_positions(t);
}
