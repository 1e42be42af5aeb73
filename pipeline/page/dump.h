/* Shared by the two halves of the dump: items on pages, and the structure tree. */
#ifndef PAGE_DUMP_H
#define PAGE_DUMP_H

#include "page/page.h"

void page_dump_length(struct buf *out, mpt length); /* pt with three decimals */
/* In quotes; what cannot be seen (controls, soft hyphens, no-break spaces) as \u{HEX}. */
void page_dump_string(struct buf *out, const char *s);
void page_dump_indent(struct buf *out, int depth);
void page_dump_structure(const struct page_doc *doc, struct buf *out);

#endif
