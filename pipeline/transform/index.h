/* Private to transform: elements of a document of ours by a name. A path with a predicate would
 * compare all of them, and styles and translations are asked many times for each document. */
#ifndef TRANSFORM_INDEX_H
#define TRANSFORM_INDEX_H

#include "transform/engine.h"

struct index;

/* The elements of a style by their own names. The document is one that the engine keeps. */
const struct index *index_of_parts(struct transform *t, xmlDocPtr style);
/* The units of a file of translations by their ids, likewise. */
const struct index *index_of_units(struct transform *t, xmlDocPtr translations);
/* The first of that name; NULL: there is none, or no index. */
xmlNodePtr index_find(const struct index *index, const char *name);

#endif
