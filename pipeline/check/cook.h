/* From the characters of a file to those of a text. */
#ifndef CHECK_COOK_H
#define CHECK_COOK_H

#include "check/source.h"
#include "check/text.h"

/* Sets c, offset, source and n of t (its lang is set): NFC, one space for any white space, U+2029
 * between paragraphs, no invisible characters. */
void cook(struct text *t, const struct source_text *raw, struct arena *a);
/* A space, line feed, tab or fixed space. */
bool cook_is_space(uint32_t c);
/* A character that is not seen: zero width, direction, soft hyphen. */
bool cook_is_hidden(uint32_t c);
/* Composes a base character and its marks; returns how many characters stand in out, which has
 * room for COOK_CLUSTER. */
enum { COOK_CLUSTER = 32 };
size_t cook_compose(const uint32_t *c, size_t n, uint32_t *out);
/* Characters from i on that belong together: a base with the marks behind it. */
size_t cook_cluster(const uint32_t *c, size_t n, size_t i);

#endif
