/* The table's grid: rows and cells get their places, with spans over rows and columns. */
#include "layout/table.h"

#define MAX_COLUMNS 1000

struct builder {
    struct layout *l;
    struct table *t;
    struct table_part *part;
    unsigned *busy; /* per column: rows that a cell from above still takes */
    unsigned col;   /* next free one in the row at work */
};

/* ---- columns ------------------------------------------------------------------------------- */

/* The columns up to the end of a cell whose row has n before it. */
static unsigned width_with(unsigned n, const struct fo_node *cell)
{
    unsigned at = cell->box->column_number > 0 ? (unsigned)cell->box->column_number - 1 : n;
    unsigned end = (at > n ? at : n) + (unsigned)cell->box->columns_spanned;
    return end < MAX_COLUMNS ? end : MAX_COLUMNS;
}

static unsigned row_width(const struct fo_node *row)
{
    unsigned n = 0;
    for (const struct fo_node *c = row->first; c; c = c->next) {
        n = c->kind == FO_TABLE_CELL ? width_with(n, c) : n;
    }
    return n;
}

static unsigned part_width(const struct fo_node *part)
{
    unsigned most = 0, loose = 0; /* loose: of cells without a row */
    for (const struct fo_node *c = part->first; c; c = c->next) {
        unsigned w = 0;
        if (c->kind == FO_TABLE_ROW) {
            w = row_width(c);
        } else if (c->kind == FO_TABLE_CELL) {
            w = width_with(c->box->starts_row ? 0 : loose, c);
            loose = c->box->ends_row ? 0 : w;
        }
        most = w > most ? w : most;
    }
    return most;
}

static unsigned count_columns(const struct fo_node *table)
{
    unsigned n = 0;
    for (const struct fo_node *c = table->first; c; c = c->next) {
        unsigned w = 0;
        if (c->kind == FO_TABLE_COLUMN) {
            w = (unsigned)c->u.column->number + (unsigned)c->u.column->repeated - 1;
        } else if (c->kind == FO_TABLE_BODY || c->kind == FO_TABLE_HEADER ||
                   c->kind == FO_TABLE_FOOTER) {
            w = part_width(c);
        }
        n = w > n ? w : n;
    }
    return n > MAX_COLUMNS ? MAX_COLUMNS : n > 0 ? n : 1;
}

static void declare_columns(struct table *t)
{
    for (const struct fo_node *c = t->node->first; c; c = c->next) {
        if (c->kind != FO_TABLE_COLUMN) {
            continue;
        }
        unsigned at = (unsigned)c->u.column->number - 1;
        for (int i = 0; i < c->u.column->repeated && at < t->ncols; i++, at++) {
            t->cols[at].node = c;
            t->cols[at].width = c->u.column->width;
            t->cols[at].declared = !c->u.column->width.is_auto;
        }
    }
}

/* ---- rows ---------------------------------------------------------------------------------- */

static struct table_row *new_row(struct builder *b, const struct fo_node *node)
{
    struct table *t = b->t;
    struct table_row *row = arena_push(b->t->box->room->arena, t->rows, t->nrows, t->rows_cap);
    *row = (struct table_row){.node = node, .part = b->part};
    b->col = 0;
    return row;
}

/* How many of the columns that a cell spans are there and free. */
static unsigned free_columns(const struct builder *b, const struct table_cell *cell)
{
    unsigned n = 1, left = b->t->ncols - cell->col;
    while (n < cell->cols && n < left && b->busy[cell->col + n] == 0) {
        n++;
    }
    if (n < cell->cols && n < left) {
        diag_warn(b->l->diag, place_of(b->l, cell->node), NULL,
                  "tabellcellen görs smalare, där en annan redan står",
                  "the cell is made narrower, where another one stands already");
    }
    return n;
}

static void add_cell(struct builder *b, struct table_row *row, const struct fo_node *node)
{
    struct table *t = b->t;
    if (node->box->column_number > 0 && (unsigned)node->box->column_number > b->col) {
        b->col = (unsigned)node->box->column_number - 1;
    }
    while (b->col < t->ncols && b->busy[b->col] > 0) {
        b->col++;
    }
    if (b->col >= t->ncols) {
        diag_warn(b->l->diag, place_of(b->l, node), NULL,
                  "tabellcellen ryms inte i tabellens %u kolumner och trycks inte",
                  "the cell has no place in the table's %u columns and is not printed", t->ncols);
        return;
    }
    struct table_cell *cell = arena_new_of(b->t->box->room->arena, struct table_cell);
    if (row->ncells == row->cap) {
        row->cells = arena_grow(b->t->box->room->arena, row->cells, row->ncells, &row->cap,
                                sizeof(struct table_cell *));
    }
    row->cells[row->ncells++] = cell;
    cell->node = node;
    cell->row = (unsigned)(row - t->rows);
    cell->col = b->col;
    cell->rows = (unsigned)node->box->rows_spanned;
    cell->cols = (unsigned)node->box->columns_spanned;
    cell->cols = free_columns(b, cell);
    cell->header = node->box->header_cell || row->part == &t->header;
    for (unsigned i = 0; i < cell->cols; i++) {
        b->busy[b->col + i] = cell->rows;
    }
    b->col += cell->cols;
}

static void end_row(struct builder *b)
{
    for (unsigned c = 0; c < b->t->ncols; c++) {
        b->busy[c] -= b->busy[c] > 0;
    }
}

static void row_of_cells(struct builder *b, const struct fo_node *row_node,
                         const struct fo_node *first, const struct fo_node *end)
{
    struct table_row *row = new_row(b, row_node);
    for (const struct fo_node *c = first; c && c != end; c = c->next) {
        if (c->kind == FO_TABLE_CELL) {
            add_cell(b, row, c);
        }
    }
    end_row(b);
}

/* Cells without rows: starts-row and ends-row say where rows begin and end. */
static const struct fo_node *loose_row(struct builder *b, const struct fo_node *first)
{
    const struct fo_node *end = first;
    do {
        bool ends = end->kind == FO_TABLE_CELL && end->box->ends_row;
        end = end->next;
        if (ends) {
            break;
        }
    } while (end && !(end->kind == FO_TABLE_CELL && end->box->starts_row));
    row_of_cells(b, NULL, first, end);
    return end;
}

static void build_part(struct builder *b, const struct fo_node *node, struct table_part *part)
{
    b->part = part;
    part->node = node;
    part->first = (unsigned)b->t->nrows;
    for (const struct fo_node *c = node->first; c;) {
        if (c->kind == FO_TABLE_CELL) {
            c = loose_row(b, c);
            continue;
        }
        if (c->kind == FO_TABLE_ROW) {
            row_of_cells(b, c, c->first, NULL);
        }
        c = c->next;
    }
    part->end = (unsigned)b->t->nrows;
    for (unsigned c = 0; c < b->t->ncols; c++) {
        b->busy[c] = 0; /* no span reaches out of a part */
    }
}

static void build_parts(struct builder *b, enum fo_kind kind)
{
    struct table *t = b->t;
    for (const struct fo_node *c = t->node->first; c; c = c->next) {
        if (c->kind != kind) {
            continue;
        }
        struct table_part *part = kind == FO_TABLE_HEADER   ? &t->header
                                  : kind == FO_TABLE_FOOTER ? &t->footer
                                                            : NULL;
        build_part(b, c, part ? part : arena_new_of(b->t->box->room->arena, struct table_part));
        if (kind != FO_TABLE_BODY) {
            return; /* one each */
        }
    }
}

/* ---- grid ---------------------------------------------------------------------------------- */

static void fill_grid(struct table *t)
{
    t->grid = arena_array(t->box->room->arena, struct table_cell *, t->nrows * t->ncols);
    for (size_t r = 0; r < t->nrows; r++) {
        struct table_row *row = &t->rows[r];
        for (size_t i = 0; i < row->ncells; i++) {
            struct table_cell *c = row->cells[i];
            unsigned left = row->part->end - (unsigned)r;
            c->rows = c->rows < left ? c->rows : left;
            for (unsigned y = 0; y < c->rows; y++) {
                for (unsigned x = 0; x < c->cols; x++) {
                    t->grid[(r + y) * t->ncols + c->col + x] = c;
                }
            }
        }
    }
}

/* Rows hang together from the first row of a span to its last. */
static unsigned group_end(const struct table *t, unsigned first)
{
    unsigned end = first + 1;
    for (unsigned r = first; r < end; r++) {
        for (size_t i = 0; i < t->rows[r].ncells; i++) {
            unsigned last = r + t->rows[r].cells[i]->rows;
            end = last > end ? last : end;
        }
    }
    return end;
}

static void find_groups(struct table *t)
{
    for (unsigned r = 0; r < t->nrows;) {
        unsigned end = group_end(t, r);
        while (r < end) {
            t->rows[r++].group_end = end;
        }
    }
}

/* ---- content ------------------------------------------------------------------------------- */

/* Of a body row in a table of many. */
static struct room *content_room(struct layout *l, struct table *t, unsigned row)
{
    if (!t->rooms || row < t->body_first || row >= t->body_end) {
        return t->box->room;
    }
    struct room **room = &t->rooms[(row - t->body_first) / KIDS_A_ROOM];
    if (!*room) {
        *room = room_open(l, t->box->room);
    }
    return *room;
}

struct box *cell_box(struct layout *l, struct table *t, struct table_cell *cell)
{
    if (!cell->box) {
        cell->box = box_new(content_room(l, t, cell->row), BOX_STACK, cell->node, t->box);
        cell->box->inner = true;
    }
    return cell->box;
}

unsigned table_open_row(const struct table *t, unsigned row)
{
    unsigned first = row;
    for (unsigned c = 0; c < t->ncols && row < t->nrows; c++) {
        const struct table_cell *cell = t->grid[(size_t)row * t->ncols + c];
        first = cell && cell->row < first ? cell->row : first;
    }
    return first;
}

static void close_room(struct table *t, unsigned number)
{
    struct room **room = &t->rooms[number];
    if (*room && *room != t->box->room) {
        room_close(*room);
    }
    *room = NULL;
}

unsigned table_brief_rows(const struct table *t, unsigned row)
{
    if (!t->rooms || row < t->body_first || row >= t->body_end ||
        (row - t->body_first) % KIDS_A_ROOM != 0 || t->rooms[(row - t->body_first) / KIDS_A_ROOM]) {
        return row;
    }
    unsigned end = row + KIDS_A_ROOM;
    return end < t->body_end ? end : t->body_end;
}

void table_close_rows(struct table *t, unsigned end)
{
    unsigned number = (end - 1 - t->body_first) / KIDS_A_ROOM;
    for (unsigned r = t->body_first + number * KIDS_A_ROOM; r < end; r++) {
        for (size_t i = 0; i < t->rows[r].ncells; i++) {
            t->rows[r].cells[i]->box = NULL;
        }
    }
    close_room(t, number);
}

void table_forget(struct table *t, const struct row_token *token)
{
    if (!token || !t->rooms || token->row < t->body_first) {
        return;
    }
    unsigned n = (table_open_row(t, token->row) - t->body_first) / KIDS_A_ROOM;
    for (; t->closed < n; t->closed++) {
        close_room(t, t->closed);
    }
}

struct table *table_of(struct layout *l, struct box *box)
{
    if (box->table) {
        return box->table;
    }
    struct arena *arena = box->room->arena;
    struct table *t = arena_new_of(arena, struct table);
    const struct fo_node *node = box->node;
    box->table = t;
    t->node = node;
    t->box = box;
    t->laid_width = -1;
    t->collapse = node->text->border_collapse;
    t->sep_ip = t->collapse ? 0 : node->text->border_separation_ip;
    t->sep_bp = t->collapse ? 0 : node->text->border_separation_bp;
    t->ncols = count_columns(node);
    t->cols = arena_array(arena, struct table_column, t->ncols);
    declare_columns(t);
    struct builder b = {.l = l, .t = t};
    b.busy = arena_array(arena, unsigned, t->ncols);
    build_parts(&b, FO_TABLE_HEADER);
    t->body_first = (unsigned)t->nrows;
    build_parts(&b, FO_TABLE_BODY);
    t->body_end = (unsigned)t->nrows;
    build_parts(&b, FO_TABLE_FOOTER);
    if (t->nrows > MANY_KIDS && l->window.sink && !box->room->passing) {
        t->rooms = arena_array(arena, struct room *, t->nrows / KIDS_A_ROOM + 1);
    }
    fill_grid(t);
    find_groups(t);
    table_borders(t);
    return t;
}
