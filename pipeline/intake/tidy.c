/* Finishing touches on a case that was filled: ids, and the white space between elements. */
#include "intake/fill.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 64 };

/* The highest number of the ids NAME-1, NAME-2 … so far. */
struct numbers {
    const char *name;
    long last;
    struct numbers *next;
};
struct naming {
    const struct model *model;
    xmlNode *root;
    struct numbers *names;
};

/* 0: the id is none of these. One that is longer than anybody counts is no obstacle. */
static long number_of(const char *id, const char *name)
{
    size_t n = strlen(name), digits;

    if (strncmp(id, name, n) != 0 || id[n] != '-')
        return 0;
    digits = strspn(id + n + 1, "0123456789");
    return digits > 0 && digits < 8 && !id[n + 1 + digits] ? strtol(id + n + 1, NULL, 10) : 0;
}

static void find_last(struct numbers *of, const xmlNode *from, int depth)
{
    xmlChar *id = xmlGetNoNsProp((xmlNode *)from, BAD_CAST "id");
    long number = id ? number_of((const char *)id, of->name) : 0;

    of->last = number > of->last ? number : of->last;
    xmlFree(id);
    for (const xmlNode *n = from->children; n && depth < DEPTH; n = n->next)
        if (n->type == XML_ELEMENT_NODE)
            find_last(of, n, depth + 1);
}

/* The case is looked through once for each name, not for each element: a form may bring thousands.
 */
static struct numbers *numbers_of(struct naming *ids, const char *name)
{
    struct numbers *of = ids->names;

    while (of && strcmp(of->name, name) != 0)
        of = of->next;
    if (of)
        return of;
    of = arena_new_of(ids->model->arena, struct numbers);
    *of = (struct numbers){arena_strdup(ids->model->arena, name), 0, ids->names};
    ids->names = of;
    find_last(of, ids->root, 0);
    return of;
}

static void give_id(struct naming *ids, xmlNode *n)
{
    struct numbers *of = numbers_of(ids, (const char *)n->name);

    xmlSetProp(n, BAD_CAST "id",
               BAD_CAST arena_printf(ids->model->arena, "%s-%ld", of->name, ++of->last));
}

static void ids_below(struct naming *ids, xmlNode *n, const struct model_type *type, int depth)
{
    const struct model_part *id = model_part(type, "id", true);

    if (id && id->required && strcmp(id->type, "Key") == 0 && !xmlHasProp(n, BAD_CAST "id"))
        give_id(ids, n);
    for (xmlNode *k = n->children; k && depth < DEPTH; k = k->next) {
        const struct model_part *p =
            k->type == XML_ELEMENT_NODE ? model_part(type, (const char *)k->name, false) : NULL;

        if (p)
            ids_below(ids, k, model_type(ids->model, p->type), depth + 1);
    }
}

void fill_ids(const struct model *m, struct _xmlDoc *doc)
{
    struct naming ids = {.model = m, .root = xmlDocGetRootElement(doc)};

    ids_below(&ids, ids.root, model_root(m), 0);
}

static void unindent(const struct model *m, xmlNode *n, const struct model_type *type, int depth)
{
    bool elements_only = type && !type->mixed && !type->value;

    for (xmlNode *k = n->children, *next; k && depth < DEPTH; k = next) {
        const struct model_part *p =
            k->type == XML_ELEMENT_NODE ? model_part(type, (const char *)k->name, false) : NULL;

        next = k->next;
        if (p) {
            unindent(m, k, model_type(m, p->type), depth + 1);
        } else if (elements_only && k->type == XML_TEXT_NODE && xmlIsBlankNode(k)) {
            xmlUnlinkNode(k);
            xmlFreeNode(k);
        }
    }
}

void fill_unindent(const struct model *m, struct _xmlDoc *doc)
{
    unindent(m, xmlDocGetRootElement(doc), model_root(m), 0);
}
