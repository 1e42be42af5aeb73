/* Markers: what the pages say of their content in the static content (XSL 1.1, 6.13.5, 6.13.6). */
#ifndef LAYOUT_MARKER_H
#define LAYOUT_MARKER_H

#include "layout/fragment.h"

/* Notes the markers on the page that is about to be painted. flow may be NULL. */
void markers_of_page(struct layout *l, const struct frag *flow, const struct fo_node *sequence);
/* The page is painted: its markers become those of the pages before. */
void markers_turn(struct layout *l);
/* The static content with what its retrieve-markers retrieve on this page; node itself when there
 * are none in it. */
const struct fo_node *with_markers(struct layout *l, struct arena *arena,
                                   const struct fo_node *node);

#endif
