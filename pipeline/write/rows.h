/* The rows of a cross-reference table that is too long for memory, in a file without a name. */
#ifndef WRITE_ROWS_H
#define WRITE_ROWS_H

#include "write/save.h"

struct rows;
struct rows *rows_new(void); /* NULL: errno */
void rows_free(struct rows *r);
/* Rows of the objects from number on. Each false on failure: errno. */
bool rows_put(struct rows *r, unsigned number, const struct pdf_place *places, size_t n);
/* All rows up to n, as xref_put_rows gives them, compressed, appended to out. */
bool rows_deflate(struct rows *r, unsigned n, struct buf *out);

#endif
