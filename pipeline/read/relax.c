/* A schema that requires nothing: included files are put into one, and what is required is not. A
 * validator stops at the first element that is missing, and says nothing of values behind it. */
#include "read/relax.h"

#include "base/arena.h"
#include "read/read.h"

#include <libxml/tree.h>
#include <string.h>

static bool is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static void drop(xmlNode *n)
{
    xmlUnlinkNode(n);
    xmlFreeNode(n);
}

static void relax_below(xmlNode *parent, int depth)
{
    for (xmlNode *n = parent->children, *next; n && depth < 32; n = next) {
        next = n->next;
        if (is(n, "key") || is(n, "keyref")) {
            drop(n);
            continue;
        }
        if (is(n, "element") && !is(parent, "schema"))
            xmlSetProp(n, BAD_CAST "minOccurs", BAD_CAST "0");
        if (is(n, "attribute") && xmlHasProp(n, BAD_CAST "use"))
            xmlUnsetProp(n, BAD_CAST "use");
        relax_below(n, depth + 1);
    }
}

/* Puts the types of an included file before the element that includes it, and takes that out. */
static bool take_in(xmlNode *include, const char *folder, struct arena *a, struct diag *diag)
{
    xmlChar *file = xmlGetNoNsProp(include, BAD_CAST "schemaLocation");
    struct _xmlDoc *doc =
        read_xml(arena_printf(a, "%s/%s", folder, (char *)file), &read_limits_default, diag);
    xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;

    xmlFree(file);
    for (xmlNode *n = root ? root->children : NULL; n; n = n->next)
        if (is(n, "complexType") || is(n, "simpleType"))
            xmlAddPrevSibling(include, xmlDocCopyNode(n, include->doc, 1));
    xmlFreeDoc(doc);
    drop(include);
    return root != NULL;
}

struct _xmlDoc *relax_schema(const char *path, struct diag *diag)
{
    struct _xmlDoc *doc = read_xml(path, &read_limits_default, diag);
    struct arena *a = arena_new();
    const char *slash = strrchr(path, '/');
    const char *folder = slash ? arena_strndup(a, path, (size_t)(slash - path)) : ".";
    bool good = doc != NULL;

    for (xmlNode *n = good ? xmlDocGetRootElement(doc)->children : NULL, *next; n && good;
         n = next) {
        next = n->next;
        if (is(n, "include"))
            good = take_in(n, folder, a, diag);
    }
    if (good) {
        relax_below(xmlDocGetRootElement(doc), 0);
        if (!doc->URL) /* where what it imports is found */
            doc->URL = xmlStrdup(BAD_CAST path);
    }
    arena_free(a);
    if (good)
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}
