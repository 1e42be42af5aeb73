/* What the register of school units knows goes into a case before the case is validated. */
#include "read/register.h"

#include <libxml/tree.h>
#include <string.h>

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static xmlNodePtr child(xmlNodePtr parent, const char *name)
{
    for (xmlNodePtr node = parent ? parent->children : NULL; node; node = node->next)
        if (is_element(node, name))
            return node;
    return NULL;
}

static xmlNodePtr new_element(xmlNodePtr like, const char *name, const char *text)
{
    xmlNodePtr node = xmlNewDocNode(like->doc, like->ns, (const xmlChar *)name, NULL);

    if (node && text)
        xmlAddChild(node, xmlNewDocText(like->doc, (const xmlChar *)text));
    if (node) /* messages name the line of the party */
        node->line = like->line;
    return node;
}

/* Puts node in the place of the child of its name, or behind the last of those that may stand
 * before it in a party. */
static void put(xmlNodePtr party, xmlNodePtr node)
{
    static const char *const order[] = {"principal", "unit",     "attention",
                                        "name",      "relation", "address"};
    xmlNodePtr old = node ? child(party, (const char *)node->name) : NULL, behind = NULL;

    if (!node)
        return;
    if (old) {
        xmlReplaceNode(old, node);
        xmlFreeNode(old);
        return;
    }
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        xmlNodePtr before = child(party, order[i]);

        if (strcmp(order[i], (const char *)node->name) == 0)
            break;
        behind = before ? before : behind;
    }
    if (behind)
        xmlAddNextSibling(behind, node);
    else if (party->children)
        xmlAddPrevSibling(party->children, node);
    else
        xmlAddChild(party, node);
}

static void add(xmlNodePtr parent, const char *name, const char *text)
{
    if (parent && *text)
        xmlAddChild(parent, new_element(parent, name, text));
}

static void fill(xmlNodePtr party, const struct school_unit *u)
{
    xmlNodePtr address = new_element(party, "address", NULL);

    add(address, "street", u->street);
    add(address, "postcode", u->postcode);
    add(address, "town", u->town);
    put(party, new_element(party, "unit", u->name));
    if (!child(party, "attention"))
        put(party, new_element(party, "attention", "rektor"));
    put(party, address);
}

static bool receives(xmlNodePtr party)
{
    xmlChar *value = xmlGetNoNsProp(party, (const xmlChar *)"receives");
    bool yes = !value || strcmp((const char *)value, "no") != 0;

    xmlFree(value);
    return yes;
}

static void trim(char *s)
{
    size_t n = strlen(s), from = strspn(s, " \t\r\n");

    while (n > from && strchr(" \t\r\n", s[n - 1]))
        n--;
    memmove(s, s + from, n - from);
    s[n - from] = '\0';
}

void register_fill(const struct school_register *r, struct _xmlDoc *doc,
                   void (*fault)(void *user, enum register_fault fault, int recipient, int line),
                   void *user)
{
    xmlNodePtr root = xmlDocGetRootElement(doc);
    xmlNodePtr parties = root ? child(root, "parties") : NULL;
    int recipients = 0;

    for (xmlNodePtr party = parties ? parties->children : NULL; party; party = party->next) {
        xmlNodePtr code = is_element(party, "party") ? child(party, "school-unit-code") : NULL;
        bool gets = is_element(party, "party") && receives(party);
        const struct school_unit *unit;
        char *text;

        recipients += gets;
        if (!code || !(text = (char *)xmlNodeGetContent(code)))
            continue;
        trim(text);
        unit = register_unit(r, text);
        xmlFree(text);
        if (unit && !unit->closed)
            fill(party, unit);
        else
            fault(user, unit ? REGISTER_CLOSED : REGISTER_MISSING, gets ? recipients : 0,
                  (int)xmlGetLineNo(party));
    }
}
