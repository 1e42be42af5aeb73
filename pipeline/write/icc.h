/* ICC profiles built from published numbers (ICC.1:2001-04, version 2.4, which every reader knows).
 */
#ifndef WRITE_ICC_H
#define WRITE_ICC_H

#include "base/buf.h"

#include <stddef.h>
#include <stdint.h>

void icc_put_srgb(struct buf *out); /* a display profile of sRGB */
void icc_put_cmyk(struct buf *out); /* CMYK as readers without colour management show it */

/* ---- the container (icc.c) ---------------------------------------------------------------------
 */

struct icc_tag {
    char name[5];
    void (*put)(struct buf *out); /* NULL: the data of the tag before */
};

/* kind: class, colour space and connection space, four letters each. */
void icc_put_profile(struct buf *out, const char *kind, const struct icc_tag *tags, size_t n);
void icc_put16(struct buf *out, uint16_t v);
void icc_put32(struct buf *out, uint32_t v);
void icc_put_zeros(struct buf *out, size_t n);
/* Whole tags: textDescriptionType, textType, XYZType (s15Fixed16 numbers). */
void icc_put_description(struct buf *out, const char *text);
void icc_put_copyright(struct buf *out);
void icc_put_xyz(struct buf *out, uint32_t x, uint32_t y, uint32_t z);
void icc_put_white(struct buf *out); /* D50 */

#endif
