/* ToUnicode: which characters the codes of a font stand for (ISO 32000-1, 9.10.3). */
#ifndef CHECK_CMAP_H
#define CHECK_CMAP_H

#include "base/arena.h"
#include "base/buf.h"

struct cmap;
/* Reads a ToUnicode CMap; all in arena a. */
struct cmap *cmap_read(struct arena *a, const char *data, size_t n);
/* Appends the UTF-8 that a string shown in the font stands for. NULL: a font without a map, whose
 * codes are taken for single bytes. */
void cmap_text(const struct cmap *map, const char *codes, size_t n, struct buf *out);

#endif
