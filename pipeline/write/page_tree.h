/* The page tree (ISO 32000-1, 7.7.3). */
#ifndef WRITE_PAGE_TREE_H
#define WRITE_PAGE_TREE_H

#include "write/writer.h"

/* Gives numbers to the document's pages up to n, in order, and to the nodes that they need. */
void page_tree_add(struct pdf_out *o, size_t n);
/* The keys of a page, when all else has its number, and of a node. */
void page_tree_put_page(const struct pdf_out *o, const struct pdf_page *page, struct buf *out);
void page_tree_put_node(const struct pdf_out *o, size_t node, struct buf *out);
/* The root, which is libharu's, with its kids; parent: its number in a bundle, 0: none. Gives the
 * root's number. */
unsigned page_tree_write_root(struct pdf_out *o, unsigned parent);

#endif
