/* Elements of a document of ours by a name: a table with chains, made once for each document. */
#include "transform/index.h"

#include <string.h>

struct indexed {
    const char *name;
    xmlNodePtr node;
    struct indexed *next;
};

enum { PLACES = 256 };
struct index {
    struct arena *arena;
    xmlDocPtr doc;
    struct indexed *places[PLACES];
    struct index *next;
};

static size_t place_of(const char *name)
{
    unsigned h = 0;

    for (; *name; name++)
        h = h * 31 + (unsigned char)*name;
    return h % PLACES;
}

xmlNodePtr index_find(const struct index *index, const char *name)
{
    const struct indexed *at = index ? index->places[place_of(name)] : NULL;

    while (at && strcmp(at->name, name) != 0)
        at = at->next;
    return at ? at->node : NULL;
}

void index_add(struct index *index, const char *name, xmlNodePtr node)
{
    struct indexed **place = &index->places[place_of(name)];
    struct indexed *fresh;

    if (index_find(index, name))
        return;
    fresh = arena_new_of(index->arena, struct indexed);
    *fresh = (struct indexed){name, node, *place};
    *place = fresh;
}

struct index *index_for(struct transform *t, xmlDocPtr doc, bool *fresh)
{
    struct index *index = t->indexes;

    while (index && index->doc != doc)
        index = index->next;
    *fresh = !index;
    if (index)
        return index;
    index = arena_new_of(t->arena, struct index);
    *index = (struct index){.arena = t->arena, .doc = doc, .next = t->indexes};
    return t->indexes = index;
}
