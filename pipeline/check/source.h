/* The bytes of a case file: where the content of each element stands, as characters with places. */
#ifndef CHECK_SOURCE_H
#define CHECK_SOURCE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct source {
    const char *data; /* UTF-8, a well-formed document without type declaration */
    size_t len;
    size_t *content; /* of each element in document order: offset behind its start tag; 0: empty */
    size_t nelements, cap;
};

void source_scan(struct source *s, struct arena *a);

/* The characters that stand directly in an element. */
struct source_text {
    uint32_t *c;
    size_t *at; /* [n + 1] byte offsets */
    size_t n, cap, cap_at;
};

/* children: the text of child elements too; else each child counts as one paragraph end. At most
 * most characters. */
void source_read(const struct source *s, size_t content, size_t most, struct source_text *out,
                 struct arena *a);

#endif
