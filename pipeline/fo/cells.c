/* Where the cells of a table stand, as far as from-table-column() must know before the table is
 * laid out: the first column of each cell, by the spans of the cells before it (XSL 1.1, 6.7.10).
 */
#include "fo/tree.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_COLUMNS = 1000 }; /* as in the layout */

struct fo_cells {
    int *busy; /* [MOST_COLUMNS] rows that a cell from above still takes, this row among them */
    int used;  /* columns that any cell has taken */
    int next;  /* first free column of the row at work, from 0 */
};

static const char *attr_of(const struct fo_open *level, enum fo_property_id property)
{
    for (size_t i = 0; i < level->nattrs; i++)
        if (level->attrs[i].property == (int)property)
            return level->attrs[i].value;
    return NULL;
}

static int count_of(const struct fo_open *level, enum fo_property_id property, int usual)
{
    const char *value = attr_of(level, property);
    long n = value ? strtol(value, NULL, 10) : usual;

    return n < usual ? usual : n > MOST_COLUMNS ? MOST_COLUMNS : (int)n;
}

static bool says_true(const struct fo_open *level, enum fo_property_id property)
{
    const char *value = attr_of(level, property);

    return value && strcmp(value, "true") == 0;
}

static struct fo_open *table_of(struct fo_tree *t)
{
    struct fo_open *o = t->top;

    while (o && o->frame.element->id != ELEMENT_table)
        o = o->frame.parent == &t->outermost ? NULL : (struct fo_open *)o->frame.parent;
    return o;
}

static void next_row(struct fo_cells *c)
{
    c->next = 0;
    for (int i = 0; i < c->used; i++)
        c->busy[i] -= c->busy[i] > 0;
}

static int take_cell(struct fo_cells *c, const struct fo_open *level)
{
    int number = count_of(level, PROP_column_number, 0);
    int wide = count_of(level, PROP_number_columns_spanned, 1);
    int high = count_of(level, PROP_number_rows_spanned, 1);
    int column;

    if (number > c->next)
        c->next = number - 1;
    while (c->next < MOST_COLUMNS - 1 && c->busy[c->next] > 0)
        c->next++;
    column = c->next + 1;
    for (int i = 0; i < wide && c->next < MOST_COLUMNS; i++)
        c->busy[c->next++] = high;
    c->used = c->next > c->used ? c->next : c->used;
    return column;
}

/* The grid of the open table; NULL where no column is declared: then nobody can ask for one. */
static struct fo_cells *cells_of(struct fo_tree *t)
{
    struct fo_open *table = table_of(t);

    if (!table || !table->frame.columns)
        return NULL;
    if (!table->cells) {
        table->cells = arena_new_of(t->arena, struct fo_cells);
        table->cells->busy = arena_array(t->arena, int, MOST_COLUMNS);
    }
    return table->cells;
}

static void enter_cell(struct fo_tree *t, const struct fo_open *level)
{
    struct fo_cells *c = cells_of(t);

    if (!c)
        return;
    if (says_true(level, PROP_starts_row))
        next_row(c);
    t->refine.column = take_cell(c, level);
    if (says_true(level, PROP_ends_row))
        next_row(c);
}

static void enter_part(struct fo_tree *t)
{
    struct fo_cells *c = cells_of(t);

    if (c) { /* no span reaches out of a part */
        memset(c->busy, 0, (size_t)c->used * sizeof *c->busy);
        c->next = 0;
    }
}

void fo_cells_enter(struct fo_tree *t, const struct fo_open *level)
{
    struct fo_cells *c;

    t->refine.column = 0;
    switch (level->frame.element->id) {
    case ELEMENT_table_header:
    case ELEMENT_table_footer:
    case ELEMENT_table_body:
        enter_part(t);
        break;
    case ELEMENT_table_row:
        if ((c = cells_of(t)))
            next_row(c);
        break;
    case ELEMENT_table_cell:
        enter_cell(t, level);
        break;
    default:
        break;
    }
}

void fo_cells_column(struct fo_tree *t, struct fo_open *level, const struct fo_node *column)
{
    struct fo_open *table = table_of(t);
    struct fo_column *c;

    if (!table)
        return;
    c = arena_new_of(t->arena, struct fo_column);
    c->frame = level->frame;
    c->frame.attrs = NULL;
    c->frame.nattrs = 0;
    c->first = column->u.column->number;
    c->last = c->first + column->u.column->repeated - 1;
    c->next = table->frame.columns;
    table->frame.columns = c;
}
