/* text-transform: upper, lower and capitalised letters. */
#ifndef LAYOUT_CASING_H
#define LAYOUT_CASING_H

#include "base/arena.h"
#include "fo/fo.h"

/* The transformed text, in the arena; *n becomes its length. Covers Latin, Greek and Cyrillic
 * letters with a simple partner; ß becomes SS. */
const char *casing(struct arena *arena, const char *utf8, size_t *n, enum fo_transform how);

#endif
