/* Insertions: what a line refers to, and what stands elsewhere on its page: footnotes at its end
 * (note.h), floats at its head (head.h). The name is TeX's (Knuth, The TeXbook, chapter 15). */
#ifndef LAYOUT_INSERT_H
#define LAYOUT_INSERT_H

#include "layout/fragment.h"
#include "layout/paint.h"

struct insertion {
    struct box *box;
    mpt width;       /* for which it is measured */
    mpt height;      /* by itself */
    mpt lead, trail; /* spaces before its content, where they hold, and after it */
    mpt end;         /* what of trail stays at an edge; a part of height */
    bool measured;
    bool settled;           /* a float: a page that is done has placed it or left it to the next */
    unsigned long seen;     /* a float: the last pass in which its line was counted */
    struct insertion *next; /* a float: in the queue for the next page */
};

struct placed {
    struct insertion *insertion;
    struct frag *frag;
    mpt y; /* from the first one's top */
    struct placed *next;
};

/* Lays out an insertion. edge: its first spaces stand at the edge of an area, pending: they follow
 * these. */
struct result insertion_layout(struct layout *l, struct insertion *ins, mpt room, bool top,
                               const struct strut *pending, const struct token *token);

/* Those of a paragraph whose anchors stand in a line: from first up to end. */
struct insert_range {
    size_t first, end;
};
struct insert_range insertions_on(const struct line *line, const struct insert_places *list);

/* The height of a static content (a separator's), 0 without one. */
mpt separator_height(struct layout *l, const struct fo_node *content, mpt width);
void paint_separator(struct painter *p, const struct fo_node *content, struct rect body, mpt y);

#endif
