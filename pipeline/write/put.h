/* PDF syntax: numbers, names, strings and references put into a buffer (ISO 32000-1, 7.3). */
#ifndef WRITE_PUT_H
#define WRITE_PUT_H

#include "base/buf.h"
#include "base/len.h"

#include <stdint.h>

void put_int(struct buf *out, int64_t v);
void put_mpt(struct buf *out, mpt v); /* in pt, without trailing zeros */
/* v [1/10000] as a decimal number, without trailing zeros. */
void put_matrix_number(struct buf *out, int64_t v);
void put_name(struct buf *out, const char *name); /* with the solidus, escaped */
/* A text string (7.9.2.2): literal where it is ASCII, else UTF-16BE as hexadecimal. */
void put_text_string(struct buf *out, const char *utf8);
/* A byte string as a literal. */
void put_byte_string(struct buf *out, const void *bytes, size_t n);
void put_ref(struct buf *out, unsigned number); /* "12 0 R" */
/* " x" for each of n lengths. */
void put_mpts(struct buf *out, const mpt *v, size_t n);
/* UTF-16BE of a UTF-8 text in hexadecimal digits. */
void put_utf16_hex(struct buf *out, const char *utf8, size_t n);
void put_hex16(struct buf *out, uint16_t v);

#endif
