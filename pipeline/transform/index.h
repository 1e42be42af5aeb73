/* Private to transform: elements of a document of ours by a name. */
#ifndef TRANSFORM_INDEX_H
#define TRANSFORM_INDEX_H

#include "transform/engine.h"

struct index;

/* That of a document which the engine keeps; fresh: it is new, and empty. */
struct index *index_for(struct transform *t, xmlDocPtr doc, bool *fresh);
/* The name is the document's own. The first of a name holds. */
void index_add(struct index *index, const char *name, xmlNodePtr node);
xmlNodePtr index_find(const struct index *index, const char *name); /* NULL: none, or no index */

#endif
