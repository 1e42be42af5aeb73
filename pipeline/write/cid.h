/* Character codes: a CID for each pair of glyph and text. */
#ifndef WRITE_CID_H
#define WRITE_CID_H

#include "write/writer.h"

/* The code, now in use. text: n bytes of UTF-8 that live as long as the document; n may be 0. */
uint16_t cid_of(struct pdf_out *o, struct pdf_font *font, uint16_t gid, const char *text,
                uint8_t n);

/* For ordinary.c. A code of no document, and its place in a table of n slots, a power of two. */
enum { CID_SLOTS = 256 };
struct pdf_cid cid_make(const struct font *font, uint16_t gid, const char *text, uint8_t n);
void cid_place(uint16_t *slots, size_t n, uint32_t hash, uint16_t cid);

#endif
