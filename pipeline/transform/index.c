/* Elements of a document of ours by a name: a table with chains, made once for each document. */
#include "transform/index.h"

#include "transform/xliff.h"

#include <string.h>

struct indexed {
    const char *name;
    xmlNodePtr node;
    struct indexed *next;
};

enum { PLACES = 512, DEEPEST_GROUP = 8 };
struct index {
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

static const struct indexed *find(const struct index *index, const char *name)
{
    const struct indexed *at = index->places[place_of(name)];

    while (at && strcmp(at->name, name) != 0)
        at = at->next;
    return at;
}

xmlNodePtr index_find(const struct index *index, const char *name)
{
    const struct indexed *found = index ? find(index, name) : NULL;

    return found ? found->node : NULL;
}

static void add(struct arena *a, struct index *index, const char *name, xmlNodePtr node)
{
    struct indexed **place = &index->places[place_of(name)];
    struct indexed *fresh;

    if (find(index, name))
        return;
    fresh = arena_new_of(a, struct indexed);
    *fresh = (struct indexed){name, node, *place};
    *place = fresh;
}

/* The one made before, or a new one that is still empty. */
static struct index *index_for(struct transform *t, xmlDocPtr doc, bool *fresh)
{
    struct index *index = t->indexes;

    while (index && index->doc != doc)
        index = index->next;
    *fresh = !index;
    if (index)
        return index;
    index = arena_new_of(t->arena, struct index);
    index->doc = doc;
    index->next = t->indexes;
    return t->indexes = index;
}

const struct index *index_of_parts(struct transform *t, xmlDocPtr style)
{
    bool fresh;
    struct index *index = index_for(t, style, &fresh);

    for (xmlNodePtr node = fresh ? xmlDocGetRootElement(style)->children : NULL; node;
         node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            add(t->arena, index, (const char *)node->name, node);
    return index;
}

static const char *id_of(const xmlNode *node)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, "id") == 0 && a->children)
            return (const char *)a->children->content;
    return "";
}

/* The forms of a unit with a count stand in a group. */
static void add_units(struct transform *t, struct index *index, xmlNodePtr parent, int depth)
{
    for (xmlNodePtr n = parent ? parent->children : NULL; n; n = n->next)
        if (xliff_is(n, "trans-unit"))
            add(t->arena, index, id_of(n), n);
        else if (xliff_is(n, "group") && depth < DEEPEST_GROUP)
            add_units(t, index, n, depth + 1);
}

const struct index *index_of_units(struct transform *t, xmlDocPtr translations)
{
    bool fresh;
    struct index *index = index_for(t, translations, &fresh);
    xmlNodePtr file = fresh ? xliff_child(xmlDocGetRootElement(translations), "file") : NULL;

    for (; file; file = xliff_next(file->next, "file"))
        add_units(t, index, xliff_child(file, "body"), 0);
    return index;
}
