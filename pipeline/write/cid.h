/* Character codes: a CID for each pair of glyph and text, in order of first use. */
#ifndef WRITE_CID_H
#define WRITE_CID_H

#include "write/writer.h"

/* text: n bytes of UTF-8 that live as long as the document; n may be 0. */
uint16_t cid_of(struct pdf_out *o, struct pdf_font *font, uint16_t gid, const char *text,
                uint8_t n);

#endif
