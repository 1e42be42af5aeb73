/* Remembers what attributes came to under a parent: documents repeat themselves. */
#ifndef FO_CACHE_H
#define FO_CACHE_H

#include "fo/refine.h"

struct fo_cache; /* of one document, in its arena, or of all (struct fo_known of fo/build.h) */

/* copies: of the attributes' strings, which need not live as long as the cache then. */
struct fo_cache *fo_cache_new(struct arena *arena, bool copies);

/* The place for an object: the element, the parent's text properties and all attributes that do not
 * go into own are the key. text is NULL in a new place: the caller fills in the result, or leaves
 * it so where it depends on more. */
struct fo_cached {
    const struct fo_text_props *text;
    const struct fo_box_props *box;
};
struct fo_cached *fo_cache_place(struct fo_cache *c, const struct fo_element *element,
                                 const struct fo_text_props *parent, const struct fo_attr *attrs,
                                 int n);

/* What is known of all documents: what the styles say comes again in each letter. */
struct fo_known {
    struct arena *arena;
    struct fo_cache *cache;
};

#endif
