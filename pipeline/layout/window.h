/* The pages of a long document that are still held: all others are handed on and forgotten.
 *
 * The items of each page lie in an arena of their own. When a document turns out to be longer than
 * the window, its pages go to the sink as they are made, and their arenas are used again. A page
 * that shows a number of a page to come cannot go, nor can those that follow: when the window is
 * full of them the rest of the document is laid out for its numbers only, nothing of it is kept,
 * and a second run, in which all numbers are known, hands over every page from the first on. So
 * time is twice as much at most, and the memory for items does not grow with the number of pages.
 */
#ifndef LAYOUT_WINDOW_H
#define LAYOUT_WINDOW_H

#include "layout/core.h"

/* Before a page is laid out, and when it is painted. Without a sink they do nothing. */
void window_page_begins(struct layout *l);
void window_page_ends(struct layout *l);
/* The page shows a number that is not known yet. */
void window_page_waits(struct layout *l);
/* Hands over what is left. */
void window_close(struct layout *l);

#endif
