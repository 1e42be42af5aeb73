/* XFDF: nested fields whose names are joined by full stops, each with one value. */
#include "intake/xfdf.h"

#include "read/read.h"

#include <libxml/tree.h>
#include <string.h>

#define XFDF "http://ns.adobe.com/xfdf/"

static bool is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0 && n->ns &&
           strcmp((const char *)n->ns->href, XFDF) == 0;
}

static enum form_fault read_fields(struct form *f, const xmlNode *parent, const char *above,
                                   int depth);

static enum form_fault read_field(struct form *f, xmlNode *n, const char *above, int depth)
{
    xmlChar *name = xmlGetNoNsProp(n, BAD_CAST "name");
    enum form_fault fault = name ? FORM_GOOD : FORM_TYPE;
    const char *full = !name    ? ""
                       : *above ? arena_printf(f->arena, "%s.%s", above, (char *)name)
                                : arena_strdup(f->arena, (char *)name);
    int values = 0;

    xmlFree(name);
    if (strlen(full) > FORM_NAME)
        return FORM_TOO_LARGE;
    for (const xmlNode *k = n->children; k && fault == FORM_GOOD; k = k->next)
        if (is(k, "value")) {
            xmlChar *value = xmlNodeGetContent(k);
            struct form_field field = {.name = full, .value = value ? (char *)value : ""};

            field.button = strcmp(field.value, "Off") == 0;

            fault = ++values > 1 ? FORM_TYPE : form_add(f, &field);
            xmlFree(value);
        }
    return fault == FORM_GOOD ? read_fields(f, n, full, depth + 1) : fault;
}

static enum form_fault read_fields(struct form *f, const xmlNode *parent, const char *above,
                                   int depth)
{
    enum form_fault fault = depth > FORM_DEPTH ? FORM_TOO_LARGE : FORM_GOOD;

    for (xmlNode *n = parent->children; n && fault == FORM_GOOD; n = n->next)
        if (is(n, "field"))
            fault = read_field(f, n, above, depth);
    return fault;
}

static bool report(enum form_fault fault, const char *name, struct diag *diag)
{
    if (fault == FORM_TOO_LARGE)
        diag_error(diag, EXIT_INPUT, diag_at(name, 0), NULL,
                   "XFDF: fler eller längre fält än ett formulär har",
                   "XFDF: more or longer fields than a form has");
    else if (fault != FORM_GOOD)
        diag_error(diag, EXIT_INPUT, diag_at(name, 0), NULL,
                   "XFDF: ett fält saknar namn eller har flera värden",
                   "XFDF: a field has no name, or several values");
    return fault == FORM_GOOD;
}

bool form_read_xfdf(struct form *f, const char *data, size_t n, const char *name, struct diag *diag)
{
    const struct read_limits limits = {FORM_FILE, 2 * FORM_DEPTH, 1000000, false};
    struct _xmlDoc *doc = read_xml_memory(data, n, name, &limits, diag);
    enum form_fault fault = FORM_GOOD;
    bool good = doc && read_root_is(doc, XFDF, "xfdf", name, diag);

    f->plain = true;
    for (xmlNode *k = good ? xmlDocGetRootElement(doc)->children : NULL; k; k = k->next)
        if (is(k, "fields") && fault == FORM_GOOD)
            fault = read_fields(f, k, "", 0);
    if (doc)
        xmlFreeDoc(doc);
    return good && report(fault, name, diag);
}
