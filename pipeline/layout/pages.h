/* Page masters, regions and the pages of a page sequence. */
#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

#include "layout/paint.h"

/* ---- master.c: which page master is next --------------------------------------------------- */

struct masters {                         /* the state of a page-sequence-master */
    const struct fo_page_master *single; /* not NULL: it is always this one */
    const struct fo_subsequence *sub;
    int used; /* pages that sub has given */
};
struct page_kind {
    bool first, last, blank;
    long number;
};
bool masters_begin(struct layout *l, struct masters *m, const struct fo_node *sequence);
/* The master for a page; does not advance. */
const struct fo_page_master *masters_pick(struct layout *l, const struct masters *m,
                                          const struct fo_node *sequence, struct page_kind kind);
void masters_advance(struct masters *m);

/* ---- region.c: rectangles of the regions --------------------------------------------------- */

/* In the coordinates of the page's content rectangle, which may be turned as a whole. */
struct regions {
    const struct fo_page_master *master;
    struct rect page;                   /* that rectangle on the sheet */
    struct rect viewport[REGION_COUNT]; /* border rectangle */
    struct rect content[REGION_COUNT];
    struct rect body; /* content of the body in its own coordinates */
};
void regions_of(const struct fo_page_master *master, struct regions *out);
/* A painter for a region's content, turned as the page and the region are. Gives the content
 * rectangle in its coordinates. */
struct rect region_begin(struct painter *p, const struct regions *regions, enum fo_region region);
/* The static content for a region, NULL: none. */
const struct fo_node *static_content(const struct fo_node *sequence, const char *region);
/* Paints all static content of the page. */
void paint_regions(struct layout *l, const struct fo_node *sequence, const struct regions *regions);

/* ---- pages.c ------------------------------------------------------------------------------- */

/* Lays out one page sequence; *number: the number of the next page, before and after. */
void layout_sequence(struct layout *l, const struct fo_node *sequence, long *number);

void layout_bookmarks(struct layout *l);

#endif
