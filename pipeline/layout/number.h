/* Page numbers, ids and citations. */
#ifndef LAYOUT_NUMBER_H
#define LAYOUT_NUMBER_H

#include "layout/para.h"

/* A number in a page-number format: "1", "01", "a", "A", "i", "I". */
const char *number_format(struct arena *arena, const char *format, long number);

/* Notes that an area with this id lies on the page at work, at x, y. */
void id_place(struct layout *l, const char *id, mpt x, mpt y, struct page_elem *elem);
struct id_entry *id_find(const struct layout *l, const char *id);
/* The text of a citation, NULL while it is not known. final: the last page is known as well. */
const char *citation_text(struct layout *l, const struct fo_node *node, bool final);

/* Width of a text in a style. */
mpt number_width(struct layout *l, const struct style *style, const char *text);

/* A painted line that holds an INL_NUMBER; the items of each piece, to be moved and refilled. */
struct waiting_line {
    struct line *line;
    const struct fo_node *node; /* its block */
    mpt x, y;                   /* of the content rectangle's left edge, and the baseline */
    struct page_item **items;   /* by piece; NULL: nothing was painted */
    const char *page_label;     /* of the page it stands on */
    struct waiting_line *next;
};
struct waiting_line *wait_for_numbers(struct layout *l, struct line *line, mpt x, mpt y);
/* In a second run: sets the line that was painted last, at once. */
void resolve_known(struct layout *l, struct waiting_line *w);
/* Sets all waiting lines with their numbers, in place. */
void resolve_numbers(struct layout *l);

#endif
