/* Annotations (ISO 32000-1, 12.5). */
#ifndef WRITE_ANNOTATIONS_H
#define WRITE_ANNOTATIONS_H

#include "write/writer.h"

/* After the structure, which says what they belong to. */
void annotations_write(struct pdf_out *o);
/* /Annots[…] for a page, or nothing. */
void annotations_put_list(const struct pdf_page *page, struct buf *out);

#endif
