/* The way through an XSL-FO document that libxml2 holds in memory. */
#ifndef FO_WALK_H
#define FO_WALK_H

#include "base/arena.h"
#include "fo/build.h"

/* Calls fo_parts_open, _text and _close for all of it; a document without a root is one with an
 * unknown one. Values of attributes that libxml2 keeps in pieces are put together in the arena. */
void fo_walk(struct _xmlDoc *xml, struct fo_parts *parts, struct arena *arena);

#endif
