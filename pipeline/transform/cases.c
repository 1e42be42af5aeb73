/* The cases of a watchlist: what is watched of each, and nothing else.
 *
 * A list over many cases holds references and dates only, of protected cases too. So only the
 * elements and attributes named here are taken along: what is not in the source cannot be printed.
 */
#include "transform/transform.h"

#include <libxml/tree.h>
#include <string.h>

static const char *const elements[] = {"case", "consents",  "consent", "withdrawn", "plan",
                                       "next", "follow-up", "closing", NULL};
static const char *const attributes[] = {"ref",   "state", "given", "until",
                                         "party", "whole", "date",  NULL};

enum { DEEPEST = 4 }; /* case, consents, consent, withdrawn */

static bool is_listed(const char *const *list, const xmlChar *name)
{
    for (; *list; list++)
        if (strcmp(*list, (const char *)name) == 0)
            return true;
    return false;
}

static void take(xmlNodePtr to, const xmlNode *from, int depth)
{
    xmlNodePtr copy;

    if (from->type != XML_ELEMENT_NODE || !is_listed(elements, from->name) || depth > DEEPEST)
        return;
    copy = xmlNewChild(to, to->ns, from->name, NULL);
    for (const xmlAttr *a = from->properties; a; a = a->next)
        if (!a->ns && is_listed(attributes, a->name) && a->children)
            xmlNewProp(copy, a->name, a->children->content);
    for (const xmlNode *kid = from->children; kid; kid = kid->next)
        take(copy, kid, depth + 1);
}

struct _xmlDoc *transform_cases_new(void)
{
    xmlDocPtr cases = xmlNewDoc((const xmlChar *)"1.0");
    xmlNodePtr root = xmlNewDocNode(cases, NULL, (const xmlChar *)"cases", NULL);

    xmlDocSetRootElement(cases, root);
    xmlSetNs(root, xmlNewNs(root, (const xmlChar *)TRANSFORM_CASE_NS, NULL));
    return cases;
}

void transform_cases_add(struct _xmlDoc *cases, const struct _xmlDoc *source)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDocPtr)source);

    if (root)
        take(xmlDocGetRootElement(cases), root, 1);
}
