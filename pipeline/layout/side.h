/* Side floats: where they stand in a reference area, and what room they leave beside them
 * (XSL 1.1, 4.4.1 and 6.12.2).
 *
 * The floats of a reference area are a list that grows in the order in which they are placed, so
 * that work that is undone (a break before a box, a second pass over a page) cuts it back to the
 * length it had. Lines beside a float are shortened; tables and containers, which are reference
 * areas, stand below it. */
#ifndef LAYOUT_SIDE_H
#define LAYOUT_SIDE_H

#include "layout/fragment.h"
#include "layout/para.h"

struct intrusion {
    bool left;
    mpt extent;      /* from that edge of the reference area */
    mpt top, bottom; /* from the reference area's before edge */
};

struct float_area { /* of one reference area */
    struct intrusion *at;
    size_t n, cap;
};

/* Where an fo:float stands: at a side, at the head of the page (head.h), or as a block in its
 * place: float="none", and where no float may be (XSL 1.1, 6.12.2): in another float, a footnote;
 * for the head of the page also in static content, and in areas that are no part of the flow. */
enum float_way { FLOAT_IN_PLACE, FLOAT_SIDE, FLOAT_HEAD };
enum float_way float_way(const struct fo_node *node);
/* … float="none" does not. */
bool asks_to_float(const struct fo_node *node);
/* The lowest after edge of the floats, 0: there are none. */
mpt floats_bottom(const struct float_area *a);

/* BOX_FLOAT: a float between blocks. */
struct result layout_float(struct layout *l, struct box *box, const struct space *space);
/* Places a float no higher than y, from the space's origin; false: it does not fit. force: it is
 * placed all the same. */
bool float_place(struct layout *l, struct box *box, const struct space *space, mpt y, bool force,
                 struct frag **frag);
/* How far below the space's origin a box begins, because it clears floats or makes way for them. */
mpt float_clearance(const struct layout *l, const struct box *box, const struct space *space);

struct line_room { /* where lines stand, in terms of the reference area */
    mpt x, w, y;   /* content rectangle, and where the first line begins */
    mpt reference;
    mpt height; /* of a usual line */
};
/* The shapes of the lines beside floats; *n: how many there are, and no more than most, which is as
 * many lines as there can be. heights: of the lines as they were the last time. */
struct line_shape *float_shapes(struct layout *l, const struct float_area *a,
                                const struct line_room *room, const mpt *heights, size_t nheights,
                                size_t most, size_t *n);

#endif
