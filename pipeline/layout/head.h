/* Floats at the head of a page (float="before"): above the flow and all of its columns, and below
 * them their separator (XSL 1.1, 6.12.1.3 and 6.12.2).
 *
 * A float stands on the page of its anchor if it fits there with the anchor's line, and leaves some
 * lines of the flow beside it; else it waits for the next page, and all that follow wait with it,
 * so that their order holds. The line of an anchor never moves because of its float. Since the flow
 * is only moved down by what stands above it, taking the room is all that layout has to do: the
 * flow is laid out once. */
#ifndef LAYOUT_HEAD_H
#define LAYOUT_HEAD_H

#include "layout/insert.h"

/* The box of a float's anchor. */
struct box *head_box(struct layout *l, struct room *room, const struct fo_node *node,
                     struct box *parent);

/* Takes the room of a line's floats, out of what is left on the page for all insertions. */
void head_take(struct layout *l, const struct line *line, mpt left, struct taken *t);
/* BOX_ANCHOR: an anchor between blocks. */
struct result layout_anchor(struct layout *l, struct box *box, const struct space *space);

struct head_queue { /* floats that wait for the next page */
    struct insertion *first, *last;
    const struct token *token; /* where the first was broken */
};
struct placed_list {
    struct placed *first, *last;
};
struct head_later {
    struct insertion *insertion;
    struct head_later *next;
};
struct head_area {                   /* the floats of one page */
    struct placed_list carried, own; /* left by the page before, and those of its own lines */
    unsigned ncarried, nown;         /* carried: without one that is broken */
    mpt y;                           /* where the next begins, and the spaces before it */
    struct strut trailing;
    bool wait;                       /* some are left for the next page */
    bool unseen;                     /* a line in which one is anchored was not counted */
    struct head_later *later, *last; /* of its own lines */
    struct token *token;             /* where the queue's first is broken */
};
/* Lays out floats that wait. alone: nothing else stands on the page, so the first is placed in any
 * case, and broken if it is too high. */
void heads_carry(struct layout *l, struct head_area *a, const struct head_queue *q, mpt room,
                 bool alone);
/* Lays out the floats whose anchors stand in f, a page's fragment. */
void heads_collect(struct layout *l, struct head_area *a, const struct frag *f, mpt room);
/* The page is done. */
void heads_turn(struct layout *l, const struct head_area *a, struct head_queue *q);
/* What the floats take of the page, with their separator. */
mpt heads_height(const struct layout *l, const struct head_area *a);
/* … as lines count on from there. */
void heads_taken(const struct layout *l, const struct head_area *a, struct taken *t);
/* What the first float that was left would take besides. */
mpt heads_next(struct layout *l, const struct head_area *a);
void paint_heads(struct painter *p, const struct placed_list *list, struct rect body);
/* The structure elements of floats stand where the lines stand that hold their anchors. */
void elems_of_heads(struct painter *p, const struct frag *lines);

#endif
