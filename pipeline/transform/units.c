/* Finding translations. A language has more than a thousand units, and a kind of document a few
 * hundred of them: those are kept, with the words that belong to no kind. A table leads from an id
 * to its unit, for a path with a predicate would compare all of them. */
#include "transform/units.h"

#include "transform/index.h"
#include "transform/xliff.h"

#include <string.h>

enum { DEEPEST_GROUP = 8 };

static bool begins(const char *id, size_t n, const char *first)
{
    size_t len = strlen(first);

    return n > len && id[len] == '.' && strncmp(id, first, len) == 0;
}

/* Words of a case and of a region. */
static bool is_shared(const char *id, size_t n)
{
    return begins(id, n, "words") || begins(id, n, "profile");
}

static bool is_wanted(void *group, const char *id, size_t n)
{
    return is_shared(id, n) || begins(id, n, group);
}

static const char *id_of(const xmlNode *node)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, "id") == 0 && a->children)
            return (const char *)a->children->content;
    return "";
}

/* The forms of a unit with a count stand in a group. */
static void add_units(struct index *index, xmlNodePtr parent, int depth)
{
    for (xmlNodePtr n = parent ? parent->children : NULL; n; n = n->next)
        if (xliff_is(n, "trans-unit"))
            index_add(index, id_of(n), n);
        else if (xliff_is(n, "group") && depth < DEEPEST_GROUP)
            add_units(index, n, depth + 1);
}

static const struct index *index_of(struct transform *t, xmlDocPtr doc)
{
    bool fresh;
    struct index *index = index_for(t, doc, &fresh);
    xmlNodePtr file = fresh ? xliff_child(xmlDocGetRootElement(doc), "file") : NULL;

    for (; file; file = xliff_next(file->next, "file"))
        add_units(index, xliff_child(file, "body"), 0);
    return index;
}

static xmlDocPtr units_of(struct transform *t, struct arena *a, const char *lang, const char *group,
                          struct diag *diag)
{
    const char *key = arena_printf(a, "lang/%s.xlf %s", lang, group);
    struct grove_filter filter = {"trans-unit", "id", is_wanted, (void *)group};
    xmlDocPtr doc = engine_kept_document(t, key);

    if (!doc &&
        (doc = engine_parse_some(t, arena_printf(a, "lang/%s.xlf", lang), &filter, diag)) != NULL)
        engine_keep_document(t, key, doc);
    return doc;
}

xmlNodePtr units_find(struct transform *t, const char *lang, const char *kind, const char *id,
                      struct diag *diag)
{
    struct arena *a = arena_new();
    const char *group = is_shared(id, strlen(id)) ? kind : arena_strndup(a, id, strcspn(id, "."));
    xmlDocPtr doc = engine_name(lang) ? units_of(t, a, lang, group, diag) : NULL;

    arena_free(a);
    return doc ? index_find(index_of(t, doc), id) : NULL;
}
