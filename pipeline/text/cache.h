/* A bounded cache of shaped words: the letters of a mailing repeat most of theirs. */
#ifndef TEXT_CACHE_H
#define TEXT_CACHE_H

#include "text/shape.h"

struct shape_cache;

struct shape_cache *shape_cache_new(void);
void shape_cache_free(struct shape_cache *c); /* NULL is allowed */

/* The glyphs of a word, NULL if they are not there. */
const struct shaped *shape_cache_find(struct shape_cache *c, const struct shape_key *key,
                                      const UChar *word, size_t len, size_t *n);
/* Keeps a copy of the glyphs. May forget everything that was kept. */
void shape_cache_keep(struct shape_cache *c, const struct shape_key *key, const UChar *word,
                      size_t len, const struct shaped *glyphs, size_t n);

#endif
