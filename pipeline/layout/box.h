/* The box tree: one box per block-level formatting object and per run of inline objects. It holds
 * what is worked out once for an object, however many pages its areas lie on. */
#ifndef LAYOUT_BOX_H
#define LAYOUT_BOX_H

#include "layout/core.h"

/* The arena of a part of the box tree. Of a long document the parts that lie on pages before are
 * closed: kids of a box beyond the first MANY_KIDS, and rows of a table, have rooms of their own,
 * some in each. */
struct room {
    struct arena *arena;
    struct room *parent, *first; /* rooms within it are closed with it */
    struct room *next, **place;  /* among its parent's */
    bool passing;                /* of a page: it has no rooms within */
};
enum { MANY_KIDS = 64, KIDS_A_ROOM = 32 };

enum box_kind {
    BOX_STACK,     /* children one below another: block, flow, list-block, label, body, cell … */
    BOX_LINES,     /* a run of inline-level objects */
    BOX_ITEM,      /* list-item: label and body side by side */
    BOX_TABLE,     /* rows; its children are made by table.c */
    BOX_CONTAINER, /* block-container in the flow */
    BOX_OUT,       /* block-container out of the flow (absolute, fixed) */
    BOX_FLOAT,     /* side float between blocks, or anchored in a line */
    BOX_ANCHOR     /* of a float at the head of the page, likewise (head.h) */
};

struct box {
    enum box_kind kind;
    const struct fo_node *node;      /* of lines: the block in which they stand */
    const struct fo_node *from, *to; /* BOX_LINES: the run, to is exclusive */
    struct box *parent;
    struct room *room;      /* that it lies in */
    struct box **kids;      /* the first ones; box_kid gives all */
    size_t nkids;           /* made so far */
    struct more_kids *more; /* NULL: all are in kids */
    bool opened;            /* kids are made */
    bool inner;             /* the content of a container or cell, without its spaces and breaks */
    bool mixed;             /* has both runs and blocks as children */
    bool first_run;         /* BOX_LINES: text-indent applies to its first line */
    struct para *para;
    struct table *table;
    struct insertion *head; /* BOX_ANCHOR */
    struct page_elem *elem; /* the structure element for its content */
    bool tagged;            /* elem is decided */
    mpt min_width, max_width;
    bool measured;
};

struct box *box_new(struct room *room, enum box_kind kind, const struct fo_node *node,
                    struct box *parent);
/* The content of a container or float: a stack of its own, without the outer spaces and breaks. */
struct box *box_content(struct box *box);
/* Makes the children, or the first MANY_KIDS (once). Unsupported objects are reported here. */
void box_open(struct layout *l, struct box *box);
/* Whether there is a child i; it is made when need be. */
bool box_has(struct layout *l, struct box *box, size_t i);
/* Child i, which was made and not forgotten. */
struct box *box_kid(const struct box *box, size_t i);
/* Has this box a place in the flow, below what comes before it? */
bool in_flow(const struct box *box);
/* Is this an object that stands in a line? */
bool inline_level(const struct fo_node *node);
bool blank_text(const struct fo_node *node); /* only white space that collapses */

/* Keeps that reach out of a box over its last or first descendants. */
int32_t keep_with_next(const struct box *box);
int32_t keep_with_previous(struct layout *l, struct box *box);
int32_t keep_strength(struct fo_keep keep);

/* room.c: a room for a part of what lies in parent; parent itself in a document whose pages stay.
 */
struct room *room_open(struct layout *l, struct room *parent);
void room_close(struct room *room);
struct room *room_new(struct arena *arena); /* the outermost; arena goes with it */
/* The room of what is laid out and painted on the page at work only. */
struct room *room_of_page(struct layout *l);
void room_page_ends(struct layout *l);
/* All pages up to the break at token are painted: what ends there is forgotten. */
struct token;
void box_forget_before(struct box *box, size_t kid);
void box_forget(struct box *box, const struct token *token);
/* Where in the FO tree it goes on. */
const struct fo_node *box_goes_on(const struct box *box, const struct token *token);

/* Narrowest and widest sensible width of the content [mpt], for automatic columns. */
void box_measure(struct layout *l, struct box *box);

#endif
