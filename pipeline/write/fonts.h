/* Fonts: which ones a document uses, and their dictionaries. */
#ifndef WRITE_FONTS_H
#define WRITE_FONTS_H

#include "write/writer.h"

struct pdf_font *fonts_use(struct pdf_out *o, const struct font *font);
/* After all content: subsets and writes what was used. */
void fonts_write(struct pdf_out *o);
/* /Font<<…>> for the resources. */
void fonts_put_resources(struct pdf_out *o, struct buf *out);

/* tounicode.c: the CMap from codes to text, exact for every code. */
void tounicode_put(struct buf *out, const struct pdf_font *font);

#endif
