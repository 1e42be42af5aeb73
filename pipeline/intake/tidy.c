/* Finishing touches on a case that was filled: ids, and the white space between elements. */
#include "intake/fill.h"

#include <libxml/tree.h>
#include <stdio.h>
#include <string.h>

enum { DEPTH = 64 };

static bool id_in_use(const xmlNode *from, const char *id)
{
    xmlChar *own = xmlGetNoNsProp((xmlNode *)from, BAD_CAST "id");
    bool found = own && strcmp((const char *)own, id) == 0;

    xmlFree(own);
    for (const xmlNode *n = from->children; n && !found; n = n->next)
        found = n->type == XML_ELEMENT_NODE && id_in_use(n, id);
    return found;
}

static void give_id(xmlNode *n)
{
    char id[64];

    for (int i = 1; i < 10000; i++) {
        snprintf(id, sizeof id, "%.30s-%d", (const char *)n->name, i);
        if (!id_in_use(xmlDocGetRootElement(n->doc), id)) {
            xmlSetProp(n, BAD_CAST "id", BAD_CAST id);
            return;
        }
    }
}

static void ids_below(const struct model *m, xmlNode *n, const struct model_type *type, int depth)
{
    const struct model_part *id = model_part(type, "id", true);

    if (id && id->required && strcmp(id->type, "Key") == 0 && !xmlHasProp(n, BAD_CAST "id"))
        give_id(n);
    for (xmlNode *k = n->children; k && depth < DEPTH; k = k->next) {
        const struct model_part *p =
            k->type == XML_ELEMENT_NODE ? model_part(type, (const char *)k->name, false) : NULL;

        if (p)
            ids_below(m, k, model_type(m, p->type), depth + 1);
    }
}

void fill_ids(const struct model *m, struct _xmlDoc *doc)
{
    ids_below(m, xmlDocGetRootElement(doc), model_root(m), 0);
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
