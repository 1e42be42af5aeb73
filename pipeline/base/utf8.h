/* UTF-8: decoding and checking, for stages that do not use ICU. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at *p (before end) and moves *p past it. U+FFFD for a malformed sequence, of
 * which one byte is consumed. *p < end is required. */
uint32_t utf8_next(const char **p, const char *end);
/* Writes 1-4 bytes of c into out and returns how many. */
size_t utf8_put(char out[4], uint32_t c);
bool utf8_valid(const char *s, size_t n);
/* Number of code points. */
size_t utf8_length(const char *s, size_t n);

#endif
