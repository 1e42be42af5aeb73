/* The box tree: one box per block-level formatting object and per run of inline objects. It holds
 * what is worked out once for an object, however many pages its areas lie on. */
#ifndef LAYOUT_BOX_H
#define LAYOUT_BOX_H

#include "layout/core.h"

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
    struct box **kids;
    size_t nkids;
    bool opened;    /* kids are made */
    bool inner;     /* the content of a container or cell, without its spaces and breaks */
    bool mixed;     /* has both runs and blocks as children */
    bool first_run; /* BOX_LINES: text-indent applies to its first line */
    struct para *para;
    struct table *table;
    struct insertion *head; /* BOX_ANCHOR */
    struct page_elem *elem; /* the structure element for its content */
    bool tagged;            /* elem is decided */
    mpt min_width, max_width;
    bool measured;
};

struct box *box_new(struct layout *l, enum box_kind kind, const struct fo_node *node,
                    struct box *parent);
/* The content of a container or float: a stack of its own, without the outer spaces and breaks. */
struct box *box_content(struct layout *l, struct box *box);
/* Makes the children (once). Unsupported objects are reported here. */
void box_open(struct layout *l, struct box *box);
/* Has this box a place in the flow, below what comes before it? */
bool in_flow(const struct box *box);
/* Is this an object that stands in a line? */
bool inline_level(const struct fo_node *node);
bool blank_text(const struct fo_node *node); /* only white space that collapses */

/* Keeps that reach out of a box over its last or first descendants. */
int32_t keep_with_next(const struct box *box);
int32_t keep_with_previous(struct layout *l, struct box *box);
int32_t keep_strength(struct fo_keep keep);

/* Narrowest and widest sensible width of the content [mpt], for automatic columns. */
void box_measure(struct layout *l, struct box *box);

#endif
