/* Tables: columns, rows, cells and the grid of collapsed borders. */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/fragment.h"

struct table_cell {
    const struct fo_node *node;    /* NULL: a gap in the grid */
    struct box *box;               /* its content; NULL: not made yet, or forgotten */
    unsigned row, col, rows, cols; /* place and spans; row counts over all parts */
    mpt before, after, start, end; /* border + padding */
    bool header;
};

struct table_row {
    const struct fo_node *node; /* NULL: made by starts-row and ends-row */
    struct table_part *part;
    struct table_cell **cells; /* that begin here */
    size_t ncells, cap;
    unsigned group_end; /* rows up to here hang together by row spans */
    struct page_elem *elem;
    unsigned tagged; /* columns whose cells have their elements */
};

struct table_part {
    const struct fo_node *node;
    unsigned first, end; /* rows */
    struct page_elem *elem;
};

struct table_column {
    const struct fo_node *node; /* NULL: not declared */
    struct fo_length width;
    bool declared;
    mpt x, w; /* from the table's content start */
};

struct table {
    const struct fo_node *node;
    struct box *box;
    struct table_row *rows;
    size_t nrows, rows_cap;
    struct table_part header, footer; /* first == end: none */
    unsigned body_first, body_end;    /* rows */
    unsigned closed;                  /* of the rooms */
    struct room **rooms; /* of the cells' content, by body row / KIDS_A_ROOM; NULL: the table's */
    unsigned ncols;
    struct table_column *cols;
    struct table_cell **grid; /* [nrows * ncols] */
    bool collapse;
    mpt sep_ip, sep_bp;
    mpt width;            /* of all columns */
    const mpt *min, *max; /* of automatic columns; NULL: not measured */
    mpt laid_width;       /* ref width that the columns are made for, -1: none */
    /* collapsed: the winning border of each grid line's segment; NULL: none */
    const struct fo_border **hline; /* [(nrows + 1) * ncols] above row r */
    const struct fo_border **vline; /* [nrows * (ncols + 1)] before column c */
};

/* Which row is next, and what is left of the cells that go on. */
struct row_token {
    unsigned row;
    bool inside;           /* the row itself is broken */
    struct token **tokens; /* by column */
    uint8_t *state;        /* by column: enum cell_state */
    unsigned ncols;
};
enum cell_state { CELL_NEW, CELL_GOES_ON, CELL_DONE };

struct table *table_of(struct layout *l, struct box *box);
struct box *cell_box(struct layout *l, struct table *t, struct table_cell *cell);
/* The pages before the row that token names are done. */
void table_forget(struct table *t, const struct row_token *token);
/* The first row with a cell that reaches down to row. */
unsigned table_open_row(const struct table *t, unsigned row);
/* The end of the rows from row on whose cells have no boxes yet and share a room; row: none. */
unsigned table_brief_rows(const struct table *t, unsigned row);
/* Forgets the boxes of the room that ends before row end. */
void table_close_rows(struct table *t, unsigned end);
/* Column widths for a table whose columns have this room. */
void table_columns(struct layout *l, struct table *t, mpt room);
void table_borders(struct table *t);

/* Rows laid out in one fragment. */
struct rows {
    struct layout *l;
    struct table *t;
    mpt limit; /* room for rows; MPT_MAX: none */
    mpt taken; /* what footnotes and floats had taken when it was worked out */
    bool top;
    int32_t keep;
    const struct row_token *from; /* NULL: from the first row */
    unsigned first, end;          /* the rows that belong to it */
    long planned;                 /* break before this row; -1: none */
    struct frag *frag;            /* rows are appended */
    mpt y;
    bool artifact;
    struct result r; /* status, token, cost, best, forced */
};
void layout_rows(struct rows *rows);
struct row_token *row_token_copy(struct layout *l, const struct row_token *token);

struct grid_paint { /* a table fragment's collapsed borders; its rows are the fragment's children */
    const struct table *table;
};

#endif
