/* Documents in an arena. */
#include "transform/grove.h"

#include <libxml/dict.h>
#include <libxml/parserInternals.h>
#include <string.h>

enum { DEEPEST_COPY = 200 };

static const char xml_href[] = "http://www.w3.org/XML/1998/namespace";

/* ---- documents ----------------------------------------------------------------------------- */

static char mark[] = "grove"; /* the name of all of ours, and of no other document */

struct stock {
    struct arena *arena;
    struct grove_shed *shed;
    bool lasts;
};

xmlDocPtr grove_new(struct grove_shed *shed)
{
    struct arena *a = shed->n ? shed->spare[--shed->n] : arena_new();
    xmlDocPtr doc = arena_new_of(a, xmlDoc);
    struct stock *stock = arena_new_of(a, struct stock);

    *stock = (struct stock){a, shed, false};

    doc->type = XML_DOCUMENT_NODE;
    doc->doc = doc;
    doc->version = BAD_CAST "1.0";
    doc->standalone = -1;
    doc->compression = -1;
    doc->charset = XML_CHAR_ENCODING_UTF8;
    doc->name = mark;
    doc->_private = stock;
    return doc;
}

bool grove_owns(const xmlDoc *doc)
{
    return doc->name == mark;
}

void grove_free(xmlDocPtr doc)
{
    struct stock stock = *(struct stock *)doc->_private;

    if (stock.lasts) { /* a file of ours */
        arena_discard(stock.arena);
        return;
    }
    if (stock.shed->n == (int)(sizeof stock.shed->spare / sizeof(void *))) {
        arena_free(stock.arena);
        return;
    }
    arena_reset(stock.arena);
    stock.shed->spare[stock.shed->n++] = stock.arena;
}

void grove_shed_empty(struct grove_shed *shed)
{
    while (shed->n)
        arena_free(shed->spare[--shed->n]);
}

void grove_lasting(xmlDocPtr doc)
{
    if (grove_owns(doc))
        ((struct stock *)doc->_private)->lasts = true;
    else
        doc->_private = mark;
}

static bool lasts(const xmlDoc *doc)
{
    return doc->_private == mark ||
           (grove_owns(doc) && ((const struct stock *)doc->_private)->lasts);
}

bool grove_lasts(const xmlNode *node)
{
    return node->doc && lasts(node->doc);
}

static struct arena *arena_of(const xmlDoc *doc)
{
    return ((const struct stock *)doc->_private)->arena;
}

void grove_set_url(xmlDocPtr doc, const char *url)
{
    if (url)
        doc->URL =
            grove_owns(doc) ? BAD_CAST arena_strdup(arena_of(doc), url) : xmlStrdup(BAD_CAST url);
}

xmlDocPtr grove_released(xmlDocPtr doc)
{
    xmlDocPtr copy = grove_owns(doc) ? xmlCopyDoc(doc, 1) : NULL;

    if (!copy)
        return doc;
    if (!copy->URL)
        grove_set_url(copy, (const char *)doc->URL);
    grove_free(doc);
    return copy;
}

void grove_start(struct grove *g, xmlDocPtr doc)
{
    *g = (struct grove){.arena = arena_of(doc), .doc = doc, .parent = (xmlNodePtr)doc};
}

void grove_start_text(struct grove *g, xmlDocPtr doc)
{
    *g = (struct grove){.arena = arena_of(doc), .doc = doc};
}

static xmlNodePtr new_node(struct grove *g, xmlElementType type, const xmlChar *name)
{
    xmlNodePtr n = arena_new_of(g->arena, xmlNode);

    n->type = type;
    n->name = name;
    n->doc = g->doc;
    return n;
}

xmlNodePtr grove_fragment(struct grove *g)
{
    g->parent = new_node(g, XML_DOCUMENT_FRAG_NODE, NULL);
    return g->parent;
}

static void append(struct grove *g, xmlNodePtr n)
{
    n->parent = g->parent;
    n->prev = g->parent->last;
    if (n->prev)
        n->prev->next = n;
    else
        g->parent->children = n;
    g->parent->last = n;
}

const char *grove_name(struct grove *g, const char *name)
{
    const struct stock *stock = g->doc->_private;

    return (const char *)xmlDictLookup(stock->shed->names, BAD_CAST name, -1);
}

/* ---- text ---------------------------------------------------------------------------------- */

void grove_text(struct grove *g, const char *s, size_t n)
{
    if (!n || g->dropped)
        return;
    if (g->len + n + 1 > g->cap) {
        size_t cap = (g->len + n + 1) * 2 < 64 ? 64 : (g->len + n + 1) * 2;
        char *more = arena_alloc(g->arena, cap);

        if (g->len)
            memcpy(more, g->text, g->len);
        g->text = more;
        g->cap = cap;
    }
    memcpy(g->text + g->len, s, n);
    g->len += n;
    g->text[g->len] = '\0';
}

/* What is left of the room serves the next words. */
const char *grove_take_text(struct grove *g)
{
    char *text = g->text;

    if (!g->len)
        return "";
    g->text += g->len + 1;
    g->cap -= g->len + 1;
    g->len = 0;
    return text;
}

void grove_flush(struct grove *g)
{
    xmlNodePtr n;

    if (!g->len || !g->parent)
        return;
    n = new_node(g, XML_TEXT_NODE, xmlStringText);
    n->content = BAD_CAST grove_take_text(g);
    append(g, n);
}

/* ---- namespaces ---------------------------------------------------------------------------- */

static xmlNsPtr xml_namespace(struct grove *g)
{
    xmlNsPtr ns = g->doc->oldNs;

    if (!ns) {
        ns = g->doc->oldNs = arena_new_of(g->arena, xmlNs);
        ns->type = XML_LOCAL_NAMESPACE;
        ns->href = BAD_CAST grove_name(g, xml_href);
        ns->prefix = BAD_CAST grove_name(g, "xml");
    }
    return ns;
}

/* The nearest declaration of a prefix. */
static xmlNsPtr declared(const xmlNode *at, const char *prefix)
{
    for (; at && at->type == XML_ELEMENT_NODE; at = at->parent)
        for (xmlNsPtr ns = at->nsDef; ns; ns = ns->next)
            if ((const char *)ns->prefix == prefix)
                return ns;
    return NULL;
}

xmlNsPtr grove_namespace(struct grove *g, const char *href, const char *prefix)
{
    xmlNsPtr ns, *end;

    ns = g->parent->type == XML_ELEMENT_NODE ? g->parent->ns : NULL;
    if (ns && (const char *)ns->href == href && (const char *)ns->prefix == prefix)
        return ns; /* it holds there, so nothing hides it */
    if (strcmp(href, xml_href) == 0)
        return xml_namespace(g);
    ns = declared(g->parent, prefix);
    if (ns && (const char *)ns->href == href)
        return ns;
    ns = arena_new_of(g->arena, xmlNs);
    ns->type = XML_LOCAL_NAMESPACE;
    ns->href = BAD_CAST href;
    ns->prefix = BAD_CAST prefix;
    end = &g->parent->nsDef;
    while (*end)
        end = &(*end)->next;
    *end = ns;
    return ns;
}

/* ---- elements and attributes ---------------------------------------------------------------- */

xmlNodePtr grove_open(struct grove *g, const char *name, const char *href, const char *prefix)
{
    xmlNodePtr n;

    if (!g->parent) {
        g->dropped++;
        return NULL;
    }
    grove_flush(g);
    n = new_node(g, XML_ELEMENT_NODE, BAD_CAST name);
    append(g, n);
    g->parent = n;
    if (href)
        n->ns = grove_namespace(g, href, prefix);
    return n;
}

void grove_close(struct grove *g)
{
    if (!g->parent) {
        g->dropped--;
        return;
    }
    grove_flush(g);
    g->parent = g->parent->parent;
}

static xmlAttrPtr find_attribute(const xmlNode *element, const char *name, const char *href,
                                 xmlAttrPtr *last)
{
    *last = NULL;
    for (xmlAttrPtr a = element->properties; a; *last = a, a = a->next)
        if ((const char *)a->name == name && (a->ns ? (const char *)a->ns->href == href : !href))
            return a;
    return NULL;
}

static xmlAttrPtr new_attribute(struct grove *g, xmlAttrPtr last, const char *name)
{
    xmlAttrPtr a = arena_new_of(g->arena, xmlAttr);

    a->type = XML_ATTRIBUTE_NODE;
    a->name = BAD_CAST name;
    a->doc = g->doc;
    a->parent = g->parent;
    a->prev = last;
    if (last)
        last->next = a;
    else
        g->parent->properties = a;
    return a;
}

/* NULL: the element has children already, or there is none. */
static xmlAttrPtr place_attribute(struct grove *g, const char *name, const char *href,
                                  const char *prefix)
{
    xmlAttrPtr a, last;

    if (!g->parent || g->parent->type != XML_ELEMENT_NODE || g->parent->children || g->len)
        return NULL;
    a = find_attribute(g->parent, name, href, &last);
    if (!a)
        a = new_attribute(g, last, name);
    if (href)
        a->ns = grove_namespace(g, href, prefix);
    return a;
}

void grove_attribute(struct grove *g, const char *name, const char *href, const char *prefix,
                     const char *value)
{
    grove_attribute_n(g, name, href, prefix, value, strlen(value));
}

void grove_attribute_n(struct grove *g, const char *name, const char *href, const char *prefix,
                       const char *value, size_t n)
{
    xmlAttrPtr a = place_attribute(g, name, href, prefix);
    xmlNodePtr text;

    if (!a)
        return;
    text = arena_alloc(g->arena, sizeof *text + n + 1);
    text->type = XML_TEXT_NODE;
    text->name = xmlStringText;
    text->doc = g->doc;
    text->parent = (xmlNodePtr)a;
    text->content = memcpy(text + 1, value, n);
    a->children = a->last = text;
}

void grove_attribute_of(struct grove *g, const char *name, const char *href, const char *prefix,
                        xmlNodePtr value)
{
    xmlAttrPtr a = place_attribute(g, name, href, prefix);

    if (a)
        a->children = a->last = value;
}

bool grove_drop_attribute(xmlNodePtr element, const char *name)
{
    xmlAttrPtr last = NULL, a = xmlHasProp(element, BAD_CAST name);

    if (!a)
        return false;
    if (!grove_owns(element->doc))
        return xmlRemoveProp(a) == 0;
    last = a->prev;
    *(last ? &last->next : &element->properties) = a->next;
    if (a->next)
        a->next->prev = last;
    return true;
}

/* ---- copies -------------------------------------------------------------------------------- */

static const char *name_of(struct grove *g, const xmlDoc *doc, const xmlChar *name)
{
    bool ours = doc->_private == mark || grove_owns(doc);

    return ours ? (const char *)name : grove_name(g, (const char *)name);
}

/* libxml2 copies what is said of namespaces for each document. */
static const char *known(struct grove *g, const xmlDoc *doc, const xmlChar *s)
{
    return !s || grove_owns(doc) ? (const char *)s : grove_name(g, (const char *)s);
}

static const char *href_of(struct grove *g, const xmlDoc *doc, const xmlNs *ns)
{
    return ns ? known(g, doc, ns->href) : NULL;
}

static const char *prefix_of(struct grove *g, const xmlDoc *doc, const xmlNs *ns)
{
    return ns ? known(g, doc, ns->prefix) : NULL;
}

static void copy_attribute(struct grove *g, const xmlAttr *a)
{
    const xmlNode *text = a->children;
    const char *value = text && text->content ? (const char *)text->content : "";

    if (lasts(a->doc) && text && !text->next) {
        grove_attribute_of(g, (const char *)a->name, href_of(g, a->doc, a->ns),
                           prefix_of(g, a->doc, a->ns), a->children);
        return;
    }

    grove_attribute(g, name_of(g, a->doc, a->name), href_of(g, a->doc, a->ns),
                    prefix_of(g, a->doc, a->ns), value);
}

void grove_open_like(struct grove *g, const xmlNode *element)
{
    grove_open(g, name_of(g, element->doc, element->name), href_of(g, element->doc, element->ns),
               prefix_of(g, element->doc, element->ns));
}

void grove_comment(struct grove *g, const char *text)
{
    xmlNodePtr n;

    if (!g->parent)
        return;
    grove_flush(g);
    n = new_node(g, XML_COMMENT_NODE, xmlStringComment);
    n->content = text ? BAD_CAST arena_strdup(g->arena, text) : NULL;
    append(g, n);
}

static void copy(struct grove *g, const xmlNode *node, int depth)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        if (node->content)
            grove_text(g, (const char *)node->content, strlen((const char *)node->content));
        return;
    }
    if (node->type == XML_ATTRIBUTE_NODE) {
        copy_attribute(g, (const xmlAttr *)node);
        return;
    }
    if (node->type == XML_COMMENT_NODE) {
        grove_comment(g, (const char *)node->content);
        return;
    }
    if (depth == 0)
        return;
    if (node->type == XML_ELEMENT_NODE) {
        grove_open_like(g, node);
        for (const xmlAttr *a = node->properties; a; a = a->next)
            copy_attribute(g, a);
    }
    if (node->type == XML_ELEMENT_NODE || node->type == XML_DOCUMENT_NODE ||
        node->type == XML_DOCUMENT_FRAG_NODE)
        for (const xmlNode *kid = node->children; kid; kid = kid->next)
            copy(g, kid, depth - 1);
    if (node->type == XML_ELEMENT_NODE)
        grove_close(g);
}

void grove_copy(struct grove *g, const xmlNode *node)
{
    copy(g, node, DEEPEST_COPY);
}
