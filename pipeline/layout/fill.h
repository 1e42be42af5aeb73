/* One page filled with what is left of a flow, its footnotes and its floats. */
#ifndef LAYOUT_FILL_H
#define LAYOUT_FILL_H

#include "layout/head.h"
#include "layout/note.h"
#include "layout/pages.h"

struct rest { /* what the pages to come have to hold */
    struct layout *l;
    const struct fo_node *flow;
    struct box *box;           /* of the flow */
    const struct token *token; /* where it goes on */
    bool finished;             /* the flow is; notes and floats go on */
    const struct pending *notes;
    struct head_queue heads;
    const struct fo_node *note_separator, *head_separator; /* static content, NULL: none */
};

struct attempt { /* a page that may still be laid out again with another master */
    const struct fo_page_master *master;
    struct regions regions;
    struct result r;
    struct note_area notes;
    struct head_area heads;
};

/* Lays out the next page. Nothing of s changes but what laid it out (boxes, measures). */
void fill_page(const struct rest *s, const struct fo_page_master *master, struct attempt *a);
/* Is everything on this page that was left? */
bool fill_ends(const struct attempt *a);
/* The page is taken: what is left after it. */
void fill_turn(struct rest *s, const struct attempt *a);
/* Paints the body region's content. */
void paint_filled(struct painter *p, const struct rest *s, const struct attempt *a,
                  struct rect body);

#endif
