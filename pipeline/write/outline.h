/* The document outline (ISO 32000-1, 12.3.3). */
#ifndef WRITE_OUTLINE_H
#define WRITE_OUTLINE_H

#include "write/writer.h"

/* NULL: the document has no bookmarks. */
struct pdf_object *outline_write(struct pdf_out *o);

#endif
