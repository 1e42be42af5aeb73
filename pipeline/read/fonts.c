/* Reads fonts/fonts.xml: which font files and hyphenation patterns there are. */
#include "base/fontlist.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    struct arena *arena;
    struct font_list *list;
    size_t roots_cap, families_cap, patterns_cap;
};

/* A copy of an attribute's value, NULL if it is absent. */
static const char *attribute(struct reading *r, xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    const char *copy = value ? arena_strdup(r->arena, (const char *)value) : NULL;

    xmlFree(value);
    return copy;
}

static const char *attribute_or(struct reading *r, xmlNode *node, const char *name,
                                const char *absent)
{
    const char *value = attribute(r, node, name);

    return value ? value : absent;
}

static bool read_root(struct reading *r, xmlNode *node)
{
    const char *path = attribute(r, node, "path");

    if (!path)
        return false;
    *arena_push(r->arena, r->list->roots, r->list->nroots, r->roots_cap) = path;
    return true;
}

static bool read_family(struct reading *r, xmlNode *node)
{
    static const char *const shapes[FONT_SHAPES] = {"regular", "bold", "italic", "bold-italic"};
    struct font_family f = {
        .name = attribute(r, node, "name"),
        .aliases = attribute_or(r, node, "alias", ""),
        .script = attribute_or(r, node, "script", ""),
        .fallback = !strcmp(attribute_or(r, node, "fallback", "no"), "yes"),
        .package = attribute_or(r, node, "package", "?"),
    };

    for (int i = 0; i < FONT_SHAPES; i++)
        f.file[i] = attribute(r, node, shapes[i]);
    if (!f.name || !f.file[FONT_REGULAR])
        return false;
    *arena_push(r->arena, r->list->families, r->list->nfamilies, r->families_cap) = f;
    return true;
}

static bool read_patterns(struct reading *r, xmlNode *node)
{
    struct font_patterns p = {
        .lang = attribute(r, node, "lang"),
        .file = attribute(r, node, "file"),
        .package = attribute_or(r, node, "package", "?"),
        .before = (int)strtol(attribute_or(r, node, "before", "2"), NULL, 10),
        .after = (int)strtol(attribute_or(r, node, "after", "3"), NULL, 10),
    };

    if (!p.lang || !p.file)
        return false;
    *arena_push(r->arena, r->list->patterns, r->list->npatterns, r->patterns_cap) = p;
    return true;
}

static bool read_element(struct reading *r, xmlNode *node)
{
    const char *name = (const char *)node->name;

    if (!strcmp(name, "root"))
        return read_root(r, node);
    if (!strcmp(name, "family"))
        return read_family(r, node);
    if (!strcmp(name, "hyphenation"))
        return read_patterns(r, node);
    return false;
}

/* Reads all elements; returns the line of the first that is wrong, 0 if none is. */
static int read_elements(struct reading *r, xmlNode *root)
{
    for (xmlNode *node = root->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && !read_element(r, node))
            return (int)xmlGetLineNo(node);
    return r->list->nfamilies ? 0 : 1;
}

const struct font_list *font_list_read(const char *path, struct arena *arena, struct diag *diag)
{
    xmlDoc *doc =
        xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    struct reading r = {.arena = arena, .list = arena_new_of(arena, struct font_list)};
    int line = root ? read_elements(&r, root) : 1;

    xmlFreeDoc(doc);
    if (!root)
        diag_error(diag, EXIT_SYSTEM, diag_at(path, 0), NULL,
                   "förteckningen över typsnitt går inte att läsa",
                   "the list of fonts cannot be read");
    else if (line)
        diag_error(diag, EXIT_SYSTEM, diag_at(path, line), NULL,
                   "förteckningen över typsnitt är fel: okänt element eller attribut som saknas",
                   "the list of fonts is wrong: unknown element or missing attribute");
    return line ? NULL : r.list;
}
