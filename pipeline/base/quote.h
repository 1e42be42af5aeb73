/* Quoting: strings in the dumps of trees. */
#ifndef BASE_QUOTE_H
#define BASE_QUOTE_H

#include "base/buf.h"

/* Adds len bytes of UTF-8 in quotation marks: what cannot be seen as \u{HEX}, and quotation mark
 * and backslash behind a backslash. */
void quote_string(struct buf *out, const char *s, size_t len);

#endif
