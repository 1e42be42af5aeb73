/* Walks a document of libxml2's in document order, without recursion. */
#include "fo/walk.h"

#include <libxml/tree.h>

struct walk {
    struct fo_parts *parts;
    struct arena *arena;
    struct sax_attribute *attributes; /* of one element, used again for each */
    size_t cap;
};

static const char *str(const xmlChar *s)
{
    return s ? (const char *)s : "";
}

static int line_of(const xmlNode *n)
{
    long line = xmlGetLineNo(n);

    return line > 0 && line < INT32_MAX ? (int)line : 0;
}

/* Nearly all values are one text node, whose string needs no copy. */
static const char *value_of(struct walk *w, const xmlAttr *a)
{
    xmlChar *whole;
    const char *copy;

    if (!a->children)
        return "";
    if (!a->children->next && a->children->type == XML_TEXT_NODE)
        return str(a->children->content);
    whole = xmlNodeListGetString(a->doc, a->children, 1);
    copy = arena_strdup(w->arena, str(whole));
    xmlFree(whole);
    return copy;
}

static void open_element(struct walk *w, const xmlNode *n)
{
    struct sax_element e = {.name = str(n->name),
                            .uri = n->ns ? (const char *)n->ns->href : NULL,
                            .line = line_of(n),
                            .stays = true};

    for (const xmlAttr *a = n->properties; a; a = a->next) {
        const char *value = value_of(w, a);

        *arena_push(w->arena, w->attributes, e.nattributes, w->cap) = (struct sax_attribute){
            str(a->name), a->ns ? (const char *)a->ns->href : NULL, value, strlen(value)};
    }
    e.attributes = w->attributes;
    fo_parts_open(w->parts, &e);
}

static void add_text(struct walk *w, const xmlNode *n)
{
    fo_parts_text(w->parts, str(n->content), strlen(str(n->content)), line_of(n));
}

void fo_walk(struct _xmlDoc *xml, struct fo_parts *parts, struct arena *arena)
{
    struct walk w = {.parts = parts, .arena = arena};
    const xmlNode *root = xmlDocGetRootElement(xml), *n = root;

    if (!root)
        fo_parts_open(parts, &(struct sax_element){.name = ""});
    while (n) {
        if (n->type == XML_ELEMENT_NODE) {
            open_element(&w, n);
            if (n->children) {
                n = n->children;
                continue;
            }
            fo_parts_close(parts);
        } else if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
            add_text(&w, n);
        }
        while (n != root && !n->next) {
            n = n->parent;
            fo_parts_close(parts);
        }
        n = n == root ? NULL : n->next;
    }
}
