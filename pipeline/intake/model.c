/* The case format: our schema files are read as XML. They use few of XML Schema's words: named
 * complex types, each a sequence of elements with attributes, or text with attributes. */
#include "intake/model.h"

#include "read/read.h"

#include <libxml/tree.h>
#include <string.h>

static bool is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

/* Copied into the arena; NULL if there is none. */
static const char *property(struct model *m, xmlNode *n, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(n, BAD_CAST name);
    const char *copy = value ? arena_strdup(m->arena, (const char *)value) : NULL;

    xmlFree(value);
    return copy;
}

static bool says(struct model *m, xmlNode *n, const char *name, const char *value)
{
    const char *found = property(m, n, name);

    return found && strcmp(found, value) == 0;
}

static void add_part(struct model *m, struct model_type *t, xmlNode *n, bool attribute, int order)
{
    const char *name = property(m, n, "name"), *type = property(m, n, "type");

    if (!name) /* xml:lang, by reference */
        return;
    *arena_push(m->arena, t->parts, t->nparts, t->cap) = (struct model_part){
        .name = name,
        .type = type ? type : "",
        .attribute = attribute,
        .required = attribute ? says(m, n, "use", "required") : !says(m, n, "minOccurs", "0"),
        .repeated = says(m, n, "maxOccurs", "unbounded"),
        .order = order};
}

static void add_parts(struct model *m, struct model_type *t, const xmlNode *parent)
{
    int order = 0;

    for (xmlNode *n = parent->children; n; n = n->next) {
        if (is(n, "element"))
            add_part(m, t, n, false, order++);
        else if (is(n, "attribute"))
            add_part(m, t, n, true, (int)t->nparts);
        else if (is(n, "sequence") || is(n, "simpleContent"))
            add_parts(m, t, n);
        else if (is(n, "extension")) {
            t->value = property(m, n, "base");
            add_parts(m, t, n);
        }
    }
}

static void add_type(struct model *m, xmlNode *n)
{
    struct model_type *t = arena_push(m->arena, m->types, m->ntypes, m->cap);

    *t = (struct model_type){.name = property(m, n, "name"), .mixed = says(m, n, "mixed", "true")};
    add_parts(m, t, n);
}

static bool read_schema(struct model *m, const char *folder, const char *file, struct diag *diag)
{
    const char *path = arena_printf(m->arena, "%s/%s", folder, file);
    struct _xmlDoc *doc = read_xml(path, &read_limits_default, diag);
    bool good = doc != NULL;

    for (xmlNode *n = good ? xmlDocGetRootElement(doc)->children : NULL; n && good; n = n->next) {
        if (is(n, "complexType"))
            add_type(m, n);
        else if (is(n, "include") && strcmp(file, "case.xsd") == 0)
            good = read_schema(m, folder, property(m, n, "schemaLocation"), diag);
    }
    if (doc)
        xmlFreeDoc(doc);
    return good;
}

bool model_read(struct model *m, const char *folder, struct diag *diag)
{
    if (read_schema(m, folder, "case.xsd", diag) && model_root(m))
        return true;
    diag_error(diag, EXIT_SYSTEM, diag_at(folder, 0), NULL, "schemat kan inte användas",
               "the schema cannot be used");
    return false;
}

const struct model_type *model_type(const struct model *m, const char *name)
{
    for (size_t i = 0; i < m->ntypes; i++)
        if (strcmp(m->types[i].name, name) == 0)
            return &m->types[i];
    return NULL;
}

const struct model_type *model_root(const struct model *m)
{
    return model_type(m, "Case");
}

const struct model_part *model_part(const struct model_type *t, const char *name, bool attribute)
{
    for (size_t i = 0; t && i < t->nparts; i++)
        if (t->parts[i].attribute == attribute && strcmp(t->parts[i].name, name) == 0)
            return &t->parts[i];
    return NULL;
}
