/* Borders of cells: separate, or collapsed by the rules of conflict (XSL 1.1, 6.7.10 and CSS 2.1,
 * 17.6.2.1). */
#include "layout/table.h"

/* Order of styles when widths are equal. */
static int rank(enum fo_border_style style)
{
    switch (style) {
    case BORDER_DOUBLE:
        return 8;
    case BORDER_SOLID:
        return 7;
    case BORDER_DASHED:
        return 6;
    case BORDER_DOTTED:
        return 5;
    case BORDER_RIDGE:
        return 4;
    case BORDER_OUTSET:
        return 3;
    case BORDER_GROOVE:
        return 2;
    case BORDER_INSET:
        return 1;
    default:
        return 0;
    }
}

/* The stronger of two; a is the one to keep when they are equal. */
static const struct fo_border *stronger(const struct fo_border *a, const struct fo_border *b)
{
    if (!b || (a && a->style == BORDER_HIDDEN)) {
        return a;
    }
    if (!a || b->style == BORDER_HIDDEN) {
        return b;
    }
    if (a->style == BORDER_NONE || b->style == BORDER_NONE) {
        return a->style == BORDER_NONE ? b : a;
    }
    if (a->width != b->width) {
        return a->width > b->width ? a : b;
    }
    return rank(b->style) > rank(a->style) ? b : a;
}

static const struct fo_border *of(const struct fo_node *node, enum fo_edge edge)
{
    return node ? &node->box->border[edge] : NULL;
}

static const struct fo_border *visible(const struct fo_border *b)
{
    return b && b->style != BORDER_NONE && b->style != BORDER_HIDDEN && b->width > 0 ? b : NULL;
}

static const struct table_cell *cell_at(const struct table *t, long r, long c)
{
    if (r < 0 || c < 0 || r >= (long)t->nrows || c >= (long)t->ncols) {
        return NULL;
    }
    return t->grid[r * (long)t->ncols + c];
}

/* What one side of a grid line between rows wants: cell, row, part. */
static const struct fo_border *row_side(const struct table *t, long r, long c, enum fo_edge edge)
{
    const struct table_cell *cell = cell_at(t, r, c);
    const struct fo_border *b = cell ? of(cell->node, edge) : NULL;
    if (r < 0 || r >= (long)t->nrows) {
        return b;
    }
    const struct table_row *row = &t->rows[r];
    b = stronger(b, of(row->node, edge));
    bool outer =
        edge == EDGE_BEFORE ? (unsigned)r == row->part->first : (unsigned)r + 1 == row->part->end;
    return outer ? stronger(b, of(row->part->node, edge)) : b;
}

static void collapse_row_line(struct table *t, long r)
{
    for (long c = 0; c < (long)t->ncols; c++) {
        const struct table_cell *above = cell_at(t, r - 1, c), *below = cell_at(t, r, c);
        if (above && above == below) {
            continue; /* inside a spanning cell */
        }
        const struct fo_border *b = row_side(t, r - 1, c, EDGE_AFTER);
        b = stronger(b, row_side(t, r, c, EDGE_BEFORE));
        if (r == 0 || r == (long)t->nrows) {
            enum fo_edge edge = r == 0 ? EDGE_BEFORE : EDGE_AFTER;
            b = stronger(b, of(t->cols[c].node, edge));
            b = stronger(b, of(t->node, edge));
        }
        t->hline[r * (long)t->ncols + c] = visible(b);
    }
}

static void collapse_column_lines(struct table *t, long r)
{
    long n = (long)t->ncols;
    const struct table_row *row = &t->rows[r];
    for (long c = 0; c <= n; c++) {
        const struct table_cell *before = cell_at(t, r, c - 1), *after = cell_at(t, r, c);
        if (before && before == after) {
            continue;
        }
        const struct fo_border *b = before ? of(before->node, EDGE_END) : NULL;
        b = stronger(b, after ? of(after->node, EDGE_START) : NULL);
        if (c == 0 || c == n) {
            enum fo_edge edge = c == 0 ? EDGE_START : EDGE_END;
            b = stronger(b, of(row->node, edge));
            b = stronger(b, of(row->part->node, edge));
        }
        b = stronger(b, c > 0 ? of(t->cols[c - 1].node, EDGE_END) : NULL);
        b = stronger(b, c < n ? of(t->cols[c].node, EDGE_START) : NULL);
        if (c == 0 || c == n) {
            b = stronger(b, of(t->node, c == 0 ? EDGE_START : EDGE_END));
        }
        t->vline[r * (n + 1) + c] = visible(b);
    }
}

static mpt widest_h(const struct table *t, unsigned line, const struct table_cell *cell)
{
    mpt w = 0;
    for (unsigned c = cell->col; c < cell->col + cell->cols; c++) {
        const struct fo_border *b = t->hline[line * t->ncols + c];
        w = b && b->width > w ? b->width : w;
    }
    return w;
}

static mpt widest_v(const struct table *t, unsigned line, const struct table_cell *cell)
{
    mpt w = 0;
    for (unsigned r = cell->row; r < cell->row + cell->rows; r++) {
        const struct fo_border *b = t->vline[r * (t->ncols + 1) + line];
        w = b && b->width > w ? b->width : w;
    }
    return w;
}

/* Half of a collapsed border lies in the cell. */
static void cell_sides(struct table *t, struct table_cell *cell)
{
    const struct fo_box_props *b = cell->node->box;
    mpt w[4];
    for (int e = 0; e < 4; e++) {
        w[e] = b->border[e].width;
    }
    if (t->collapse) {
        w[EDGE_BEFORE] = widest_h(t, cell->row, cell) / 2;
        w[EDGE_AFTER] = widest_h(t, cell->row + cell->rows, cell) / 2;
        w[EDGE_START] = widest_v(t, cell->col, cell) / 2;
        w[EDGE_END] = widest_v(t, cell->col + cell->cols, cell) / 2;
    }
    cell->before = w[EDGE_BEFORE] + fo_resolve(&b->padding[EDGE_BEFORE], 0);
    cell->after = w[EDGE_AFTER] + fo_resolve(&b->padding[EDGE_AFTER], 0);
    cell->start = w[EDGE_START] + fo_resolve(&b->padding[EDGE_START], 0);
    cell->end = w[EDGE_END] + fo_resolve(&b->padding[EDGE_END], 0);
}

void table_borders(struct table *t)
{
    struct arena *arena = t->box->room->arena;
    if (t->collapse) {
        t->hline = arena_array(arena, const struct fo_border *, (t->nrows + 1) * t->ncols);
        t->vline = arena_array(arena, const struct fo_border *, t->nrows *(t->ncols + 1));
        for (size_t r = 0; r <= t->nrows; r++) {
            collapse_row_line(t, (long)r);
        }
        for (size_t r = 0; r < t->nrows; r++) {
            collapse_column_lines(t, (long)r);
        }
    }
    for (size_t r = 0; r < t->nrows; r++) {
        for (size_t i = 0; i < t->rows[r].ncells; i++) {
            cell_sides(t, t->rows[r].cells[i]);
        }
    }
}
