/* Destinations: places that links and bookmarks lead to. */
#ifndef WRITE_DESTS_H
#define WRITE_DESTS_H

#include "write/writer.h"

void dests_index(struct pdf_out *o);
/* The place of an id, NULL: there is none. */
const struct page_dest *dests_find(const struct pdf_out *o, const char *id);
/* [page /XYZ left top null]: the reader's own zoom stays (12.3.2.2). */
void dests_put(const struct pdf_out *o, const struct page_dest *dest, struct buf *out);

#endif
