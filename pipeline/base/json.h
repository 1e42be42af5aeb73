/* Writing JSON (RFC 8259). */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

/* A string in quotation marks; bytes that are not UTF-8, as in a file name, become U+FFFD. */
void json_string(struct buf *out, const char *s);

#endif
