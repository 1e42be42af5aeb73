/* Walks a parsed XSL-FO document and hands its elements, attributes and text to the tree. */
#include "fo/build.h"

#include "fo/tree.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#define DUBLIN_CORE "http://purl.org/dc/elements/1.1/"
#define FIELDS "urn:duform:fo:1"

enum { ELEMENT_SLOTS = 64, MOST_KNOWN = 2 * 1024 * 1024 };

struct walk {
    struct fo_tree *tree;
    struct arena *arena;
    const xmlNs *ns; /* the last one seen, and what it is: most elements are of one */
    enum fo_vocabulary vocabulary;
    /* Elements by the address of their name: a parsed document keeps one copy of each. */
    struct {
        const xmlChar *name;
        const struct fo_element *element;
    } slots[ELEMENT_SLOTS];
};

static const char *str(const xmlChar *s)
{
    return s ? (const char *)s : "";
}

static enum fo_vocabulary vocabulary_of(struct walk *w, const xmlNs *ns)
{
    if (!ns)
        return VOCABULARY_NONE;
    if (ns != w->ns) {
        w->ns = ns;
        w->vocabulary = fo_vocabulary_of((const char *)ns->href);
    }
    return w->vocabulary;
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

static int line_of(const xmlNode *n)
{
    long line = xmlGetLineNo(n);

    return line > 0 && line < INT32_MAX ? (int)line : 0;
}

/* ---- what is not XSL-FO -------------------------------------------------------------------- */

static const xmlNode *next_in(const xmlNode *n, const xmlNode *root, bool into)
{
    if (into && n->type == XML_ELEMENT_NODE && n->children)
        return n->children;
    while (n != root && !n->next)
        n = n->parent;
    return n == root ? NULL : n->next;
}

static bool is_title(const xmlNode *n)
{
    return n->type == XML_ELEMENT_NODE && n->ns && strcmp(str(n->ns->href), DUBLIN_CORE) == 0 &&
           strcmp(str(n->name), "title") == 0;
}

/* All text below n, white space single: rdf:Alt with one rdf:li, or the text alone. */
static void text_below(const xmlNode *root, struct buf *out)
{
    for (const xmlNode *n = root; n; n = next_in(n, root, true)) {
        if (n->type != XML_TEXT_NODE && n->type != XML_CDATA_SECTION_NODE)
            continue;
        for (const char *s = str(n->content); *s; s++) {
            bool space = strchr(" \t\r\n", *s) != NULL;

            if (!space || (out->len > 0 && out->data[out->len - 1] != ' '))
                buf_char(out, space ? ' ' : *s);
        }
    }
    while (out->len > 0 && out->data[out->len - 1] == ' ')
        out->data[--out->len] = '\0';
}

static void read_metadata(struct walk *w, const xmlNode *root)
{
    struct buf title = BUF_INIT;

    for (const xmlNode *n = root; n; n = next_in(n, root, true)) {
        if (!is_title(n))
            continue;
        text_below(n, &title);
        if (title.len > 0)
            fo_tree_meta_title(w->tree, title.data);
        break;
    }
    buf_free(&title);
}

/* Deeper trees cannot be written out without deep recursion. */
static bool is_shallow(const xmlNode *root)
{
    int depth = 0;

    for (const xmlNode *n = root; n;) {
        if (n->type == XML_ELEMENT_NODE && n->children) {
            if (++depth > 200)
                return false;
            n = n->children;
            continue;
        }
        while (n != root && !n->next) {
            n = n->parent;
            depth--;
        }
        n = n == root ? NULL : n->next;
    }
    return true;
}

/* ---- form fields --------------------------------------------------------------------------- */

static bool is_ours(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && n->ns && strcmp(str(n->ns->href), FIELDS) == 0 &&
           strcmp(str(n->name), name) == 0;
}

static const char *attribute(struct walk *w, const xmlNode *n, const char *name)
{
    for (const xmlAttr *a = n->properties; a; a = a->next)
        if (strcmp(str(a->name), name) == 0 && !a->ns)
            return arena_strdup(w->arena, value_of(w, a));
    return "";
}

/* The characters as they stand: line feeds divide the paragraphs of a value. */
static const char *content_of(struct walk *w, const xmlNode *n)
{
    xmlChar *whole = xmlNodeGetContent(n);
    const char *copy = arena_strdup(w->arena, str(whole));

    xmlFree(whole);
    return copy;
}

static void read_options(struct walk *w, const xmlNode *element, struct fo_field *f)
{
    struct fo_option **end = &f->options;

    for (const xmlNode *n = element->children; n; n = n->next) {
        if (is_ours(n, "value"))
            f->value = content_of(w, n);
        if (!is_ours(n, "option"))
            continue;
        *end = arena_new_of(w->arena, struct fo_option);
        (*end)->value = attribute(w, n, "value");
        (*end)->label = content_of(w, n);
        end = &(*end)->next;
    }
}

static const struct fo_field *read_field(struct walk *w, const xmlNode *element)
{
    struct fo_field *f;
    const char *grow = attribute(w, element, "grow");

    if (!is_ours(element, "field"))
        return NULL;
    f = arena_new_of(w->arena, struct fo_field);
    f->kind = attribute(w, element, "kind");
    f->name = attribute(w, element, "name");
    f->tooltip = attribute(w, element, "tooltip");
    f->group = attribute(w, element, "group");
    f->on = attribute(w, element, "on");
    f->lang = attribute(w, element, "lang");
    f->value = "";
    f->required = strcmp(attribute(w, element, "required"), "yes") == 0;
    for (; *grow >= '0' && *grow <= '9' && f->grow < 1000; grow++)
        f->grow = f->grow * 10 + (*grow - '0');
    read_options(w, element, f);
    return f;
}

/* ---- foreign objects ----------------------------------------------------------------------- */

/* The element is copied so that it declares the namespaces it uses. */
static void read_foreign(struct walk *w, const xmlNode *element)
{
    xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *copy = xmlDocCopyNode((xmlNode *)element, doc, 1);
    xmlBuffer *out = xmlBufferCreate();
    xmlChar *text = xmlNodeGetContent(element);

    if (copy && out) {
        xmlDocSetRootElement(doc, copy);
        xmlReconciliateNs(doc, copy);
        xmlNodeDump(out, doc, copy, 0, 0);
        fo_tree_foreign(w->tree, &(struct fo_foreign){
                                     element->ns ? str(element->ns->href) : "", str(element->name),
                                     str(xmlBufferContent(out)), (size_t)xmlBufferLength(out),
                                     str(text), read_field(w, element)});
    }
    xmlFree(text);
    xmlBufferFree(out);
    xmlFreeDoc(doc);
}

static void unknown_element(struct walk *w, const xmlNode *n, enum fo_vocabulary vocabulary,
                            int line)
{
    const struct fo_open *top = w->tree->top;

    if (top && top->frame.element->id == ELEMENT_instream_foreign_object &&
        vocabulary != VOCABULARY_FO) {
        if (is_shallow(n))
            read_foreign(w, n);
        return;
    }
    if (top && top->frame.element->id == ELEMENT_declarations && vocabulary != VOCABULARY_FO)
        read_metadata(w, n);
    fo_tree_unknown(w->tree, vocabulary, str(n->name), line);
}

/* ---- the walk ------------------------------------------------------------------------------ */

static const struct fo_element *element_of(struct walk *w, const xmlChar *name)
{
    size_t i = ((uintptr_t)name >> 3 ^ (uintptr_t)name >> 9) % ELEMENT_SLOTS;

    if (w->slots[i].name != name) {
        w->slots[i].name = name;
        w->slots[i].element = fo_element_find(str(name));
    }
    return w->slots[i].element;
}

/* NULL: it is none of XSL-FO's. */
static const struct fo_element *known_element(struct walk *w, const xmlNode *n,
                                              enum fo_vocabulary *vocabulary)
{
    *vocabulary = vocabulary_of(w, n->ns);
    return *vocabulary == VOCABULARY_FO ? element_of(w, n->name) : NULL;
}

/* True: the children are to be walked, and close is due. */
static bool enter_element(struct walk *w, const struct fo_element *e, const xmlNode *n, int line)
{
    fo_tree_begin(w->tree, e, line);
    for (const xmlAttr *a = n->properties; a; a = a->next)
        fo_tree_attr(w->tree, a->ns ? fo_vocabulary_of(str(a->ns->href)) : VOCABULARY_NONE,
                     str(a->name), value_of(w, a));
    return fo_tree_enter(w->tree);
}

static bool open_element(struct walk *w, const xmlNode *n)
{
    enum fo_vocabulary vocabulary;
    const struct fo_element *e = known_element(w, n, &vocabulary);

    if (e)
        return enter_element(w, e, n, line_of(n));
    unknown_element(w, n, vocabulary, line_of(n));
    return false;
}

static void add_text(struct walk *w, const xmlNode *n)
{
    fo_tree_text(w->tree, str(n->content), strlen(str(n->content)), line_of(n));
}

static bool visit(struct walk *w, const xmlNode *n)
{
    switch (n->type) {
    case XML_ELEMENT_NODE:
        return open_element(w, n);
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:
        add_text(w, n);
        return false;
    default:
        return false;
    }
}

static void walk(struct walk *w, const xmlNode *root)
{
    const xmlNode *n = root;

    while (n) {
        if (visit(w, n)) {
            if (n->children) {
                n = n->children;
                continue;
            }
            fo_tree_close(w->tree);
        }
        while (n != root && !n->next) {
            n = n->parent;
            fo_tree_close(w->tree);
        }
        n = n == root ? NULL : n->next;
    }
}

struct fo_known *fo_known_new(void)
{
    struct fo_known *known = xmalloc(sizeof *known);

    known->arena = arena_new();
    known->cache = fo_cache_new(known->arena, true);
    return known;
}

void fo_known_free(struct fo_known *known)
{
    if (known)
        arena_free(known->arena);
    free(known);
}

/* No document of ours fills it; others may be all different. */
static void forget_much(struct fo_known *known)
{
    if (!known || arena_size(known->arena) <= MOST_KNOWN)
        return;
    arena_free(known->arena);
    known->arena = arena_new();
    known->cache = fo_cache_new(known->arena, true);
}

struct fo_doc *fo_build(struct _xmlDoc *xml, const char *file, const char *base_dir,
                        struct arena *arena, struct diag *diag)
{
    return fo_build_known(xml, file, base_dir, NULL, arena, diag);
}

struct fo_doc *fo_build_known(struct _xmlDoc *xml, const char *file, const char *base_dir,
                              struct fo_known *known, struct arena *arena, struct diag *diag)
{
    struct walk w = {.arena = arena};
    const xmlNode *root = xmlDocGetRootElement(xml);

    forget_much(known);
    w.tree = fo_tree_new(file, base_dir, known, arena, diag);
    if (root)
        walk(&w, root);
    else
        fo_tree_unknown(w.tree, VOCABULARY_NONE, "", 0);
    return fo_tree_finish(w.tree);
}

/* ---- in parts ------------------------------------------------------------------------------ */

struct fo_parts {
    struct walk walk;
};

struct fo_parts *fo_parts_new(const char *file, const char *base_dir, struct fo_known *known,
                              struct arena *arena, struct diag *diag)
{
    struct fo_parts *p = arena_new_of(arena, struct fo_parts);

    forget_much(known);
    p->walk.arena = arena;
    p->walk.tree = fo_tree_new(file, base_dir, known, arena, diag);
    fo_tree_passing(p->walk.tree);
    fo_tree_divide(p->walk.tree);
    return p;
}

bool fo_parts_open(void *parts, struct _xmlNode *element, int line)
{
    struct walk *w = &((struct fo_parts *)parts)->walk;
    enum fo_vocabulary vocabulary;
    const struct fo_element *e = known_element(w, element, &vocabulary);

    return e && enter_element(w, e, element, line);
}

/* Namespaces go with the element that declares them. */
static void forget_namespaces(struct walk *w, const xmlNode *element)
{
    if (element->nsDef)
        w->ns = NULL;
}

/* An object that is left out has been dealt with when it began. */
void fo_parts_whole(void *parts, struct _xmlNode *element, int line)
{
    struct walk *w = &((struct fo_parts *)parts)->walk;
    enum fo_vocabulary vocabulary;

    if (!known_element(w, element, &vocabulary))
        unknown_element(w, element, vocabulary, line);
    forget_namespaces(w, element);
}

void fo_parts_text(void *parts, struct _xmlNode *text)
{
    add_text(&((struct fo_parts *)parts)->walk, text);
}

void fo_parts_close(void *parts, struct _xmlNode *element)
{
    struct walk *w = &((struct fo_parts *)parts)->walk;

    fo_tree_close(w->tree);
    forget_namespaces(w, element);
}

struct fo_doc *fo_parts_finish(struct fo_parts *parts)
{
    return fo_tree_finish(parts->walk.tree);
}
