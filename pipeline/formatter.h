/* The formatter by itself: a file of XSL-FO, which may be large, on its way to PDF. */
#ifndef FORMATTER_H
#define FORMATTER_H

#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>

struct press;       /* press.h: trees lie in its arenas */
struct read_limits; /* read/read.h */

/* The FO tree, built while the file is read ("-": standard input). name: of the file, for messages.
 * folder: where relative URLs start. fo_free is due. NULL after a report. */
struct fo_doc *formatter_read(struct press *p, const char *path, const char *name,
                              const char *folder, const struct read_limits *limits,
                              struct diag *diag);

/* Layout and writing at once: what is laid out is written and forgotten, so that what is returned
 * holds no pages, only how many there are, and the structure. NULL after a report; pdf is then
 * empty. */
struct page_doc *formatter_stream(struct press *p, struct fo_doc *fo, struct buf *pdf,
                                  struct diag *diag);

#endif
