/* Codes of ordinary text: the same in all documents, so that what depends on them is made once. */
#ifndef WRITE_ORDINARY_H
#define WRITE_ORDINARY_H

#include "write/writer.h"

/* Whether text (n bytes of UTF-8) is a character of ordinary text. */
bool is_ordinary(const char *text, uint8_t n);
/* Gives a font that has no codes yet those of ordinary text. They are not in use yet. */
void ordinary_begin(struct pdf_out *o, struct pdf_font *font);
/* After all content: a font that most of ordinary text is set in has all of it in use. */
void ordinary_end(struct pdf_font *font);
void ordinary_free(struct pdf_writer *w);

#endif
