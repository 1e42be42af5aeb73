/* A stylesheet as a whole: what stands at its top level, included files with it. */
#include "transform/sheet_compile.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST_INCLUDE = 4, STACK = 16 };

/* ---- namespaces of literal elements -----------------------------------------------------------
 */

/* Whether the stylesheet that node stands in keeps a namespace out of its result. */
static bool is_excluded(const struct compiler *c, const xmlNode *node, const xmlNs *ns)
{
    const xmlNode *root = xmlDocGetRootElement(node->doc);
    const char *list = compile_attribute(root, "exclude-result-prefixes");

    if (strcmp((const char *)ns->href, XSLT_NS) == 0 || compile_is_alias(c, ns))
        return true;
    return list && ns->prefix && language_listed(list, (const char *)ns->prefix);
}

static void add_namespace(struct compiler *c, struct namespace **list, const xmlNs *ns)
{
    for (; *list; list = &(*list)->next)
        if ((*list)->prefix && ns->prefix && strcmp((*list)->prefix, (const char *)ns->prefix) == 0)
            return;
    *list = arena_new_of(c->arena, struct namespace);
    (*list)->href = sheet_intern(c->sheet, (const char *)ns->href, strlen((const char *)ns->href));
    if (ns->prefix)
        (*list)->prefix =
            sheet_intern(c->sheet, (const char *)ns->prefix, strlen((const char *)ns->prefix));
}

/* namespace-alias: its elements stand for instructions in a stylesheet that makes one. Two would
 * need a list. */
static void find_alias(struct compiler *c, xmlNodePtr node)
{
    const char *from = compile_attribute(node, "stylesheet-prefix");
    const char *to = compile_attribute(node, "result-prefix");
    const xmlNs *alias = from ? xmlSearchNs(node->doc, node, BAD_CAST from) : NULL;
    const xmlNs *xslt = to ? xmlSearchNs(node->doc, node, BAD_CAST to) : NULL;
    const char *href =
        alias ? sheet_intern(c->sheet, (const char *)alias->href, strlen((const char *)alias->href))
              : NULL;

    c->bad |= !href || !xslt || strcmp((const char *)xslt->href, XSLT_NS) != 0 ||
              (c->sheet->alias && c->sheet->alias != href);
    c->sheet->alias = href;
}

/* Its own, and where it stands first in a template, those that hold there. */
struct namespace *compile_namespaces(struct compiler *c, const xmlNode *node)
{
    bool first = compile_is(node->parent, "template");
    struct namespace *list = NULL;

    for (const xmlNode *at = node; at && at->type == XML_ELEMENT_NODE && (at == node || first);
         at = at->parent)
        for (const xmlNs *ns = at->nsDef; ns; ns = ns->next)
            if (!is_excluded(c, node, ns))
                add_namespace(c, &list, ns);
    return list;
}

/* ---- the first pass: what there is ------------------------------------------------------------
 */

static const char *name_of(struct compiler *c, const xmlNode *node)
{
    const char *name = compile_attribute(node, "name");

    return name ? sheet_intern(c->sheet, name, strlen(name)) : NULL;
}

/* Parameters stand first in a template, so that their slots are known before it is compiled. */
static void find_parameters(struct compiler *c, struct template *t)
{
    struct parameter **end = &t->parameters;
    int slot = 0;

    for (const xmlNode *kid = t->node->children; kid; kid = kid->next)
        if (compile_is(kid, "param")) {
            *end = arena_new_of(c->arena, struct parameter);
            (*end)->name = name_of(c, kid);
            (*end)->slot = slot++;
            end = &(*end)->next;
        }
}

static void find_template(struct compiler *c, xmlNodePtr node, struct template ***end)
{
    struct template *t = arena_new_of(c->arena, struct template);

    t->node = node;
    t->place = compile_place(c, node);
    t->name = name_of(c, node);
    find_parameters(c, t);
    **end = t;
    *end = &t->next;
}

static void find_global(struct compiler *c, xmlNodePtr node)
{
    struct sheet *s = c->sheet;
    struct global *g = arena_push(c->arena, s->globals, s->nglobals, s->capglobals);

    *g = (struct global){.name = name_of(c, node), .node = node};
    g->place = compile_place(c, node);
    g->parameter = compile_is(node, "param");
}

static void find_all(struct compiler *c, const xmlNode *root, const char *name,
                     struct template ***end, int depth, struct diag *diag);

/* Only names like page/block.xsl, from the folder of the file on. */
static void include(struct compiler *c, const xmlNode *node, const char *name,
                    struct template ***end, int depth, struct diag *diag)
{
    const char *href = compile_attribute(node, "href"), *slash = strrchr(name, '/');
    const char *path;
    xmlDocPtr doc;

    if (!href || strstr(href, "..") || strchr(href, ':') || !slash || depth == DEEPEST_INCLUDE) {
        c->bad = true;
        return;
    }
    path = arena_printf(c->arena, "%.*s/%s", (int)(slash - name), name, href);
    doc = engine_parse(c->sheet->transform, path, diag);
    if (!doc) {
        c->bad = true;
        return;
    }
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): pointers are what is listed */
    *arena_push(c->arena, c->included, c->nincluded, c->capincluded) = doc;
    find_all(c, xmlDocGetRootElement(doc), path, end, depth + 1, diag);
}

static void find_all(struct compiler *c, const xmlNode *root, const char *name,
                     struct template ***end, int depth, struct diag *diag)
{
    for (xmlNodePtr kid = root ? root->children : NULL; kid && !c->bad; kid = kid->next)
        if (kid->type != XML_ELEMENT_NODE || compile_is(kid, "output"))
            continue;
        else if (compile_is(kid, "template"))
            find_template(c, kid, end);
        else if (compile_is(kid, "variable") || compile_is(kid, "param"))
            find_global(c, kid);
        else if (compile_is(kid, "include"))
            include(c, kid, name, end, depth, diag);
        else if (compile_is(kid, "namespace-alias"))
            find_alias(c, kid);
        else
            c->bad = true;
}

/* ---- the second pass: code --------------------------------------------------------------------
 */

static void begin(struct compiler *c, xmlNodePtr at)
{
    c->at = at;
    c->nlocals = c->most = 0;
}

static void compile_parameters(struct compiler *c, struct template *t)
{
    struct parameter *p = t->parameters;

    for (xmlNodePtr kid = t->node->children; kid && !c->bad; kid = kid->next)
        if (compile_is(kid, "param")) {
            c->at = kid;
            if (compile_attribute(kid, "select"))
                p->select = compile_required(c, "select");
            else
                p->body = compile_body(c, kid);
            compile_local(c, compile_attribute(kid, "name"));
            p = p->next;
        }
}

/* A pattern of alternatives is a rule for each. */
static void add_rules(struct compiler *c, struct template *t, struct path *pattern)
{
    const char *priority = compile_attribute(t->node, "priority");
    struct sheet *s = c->sheet;
    struct rule *r;

    if (pattern->op == PATH_UNION) {
        add_rules(c, t, pattern->a);
        add_rules(c, t, pattern->b);
        return;
    }
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): pointers are what is listed */
    *arena_push(c->arena, s->rules, s->nrules, s->caprules) = r =
        arena_new_of(c->arena, struct rule);
    r->pattern = pattern;
    r->template = t;
    r->order = (int)s->nrules;
    if (compile_attribute(t->node, "mode"))
        r->mode = sheet_intern(s, compile_attribute(t->node, "mode"),
                               strlen(compile_attribute(t->node, "mode")));
    r->priority = priority ? xmlXPathStringEvalNumber((const xmlChar *)priority)
                           : sheet_default_priority(pattern);
}

static void compile_template(struct compiler *c, struct template *t)
{
    begin(c, t->node);
    if (compile_attribute(t->node, "match")) {
        struct path *pattern = compile_required(c, "match");

        if (pattern)
            add_rules(c, t, pattern);
    }
    compile_parameters(c, t);
    t->body = compile_body(c, t->node);
    t->nslots = c->most;
    t->node = NULL;
}

static void compile_global(struct compiler *c, struct global *g)
{
    begin(c, g->node);
    if (compile_attribute(g->node, "select"))
        g->select = compile_required(c, "select");
    else
        g->body = compile_body(c, g->node);
    g->nslots = c->most;
    g->node = NULL;
}

static bool compile_all(struct sheet *s, xmlDocPtr doc, const char *name, struct diag *diag)
{
    struct compiler *c = arena_new_of(s->arena, struct compiler);
    struct template **end = &s->templates;
    const xmlNode *root = xmlDocGetRootElement(doc);

    c->sheet = s;
    c->arena = s->arena;
    if (!root || !compile_is(root, "stylesheet"))
        return false;
    find_all(c, root, name, &end, 0, diag);
    for (size_t i = 0; i < s->nglobals && !c->bad; i++)
        compile_global(c, &s->globals[i]);
    for (struct template *t = s->templates; t && !c->bad; t = t->next)
        compile_template(c, t);
    for (size_t i = 0; i < c->nincluded; i++)
        transform_doc_free(c->included[i]);
    return !c->bad && sheet_order(s);
}

struct template *sheet_named(const struct sheet *s, const char *name)
{
    struct template *t = s->templates;

    while (t && (!t->name || t->name != name))
        t = t->next;
    return t;
}

/* ---- the sheet --------------------------------------------------------------------------------
 */

/* Our functions are written for libxslt: they find their run in the context of a transformation. */
static bool prepare_functions(struct sheet *s)
{
    s->stand_in = calloc(1, sizeof *s->stand_in);
    s->context = xmlXPathNewContext(NULL);
    s->xpath = s->context ? xmlXPathNewParserContext((const xmlChar *)"", s->context) : NULL;
    if (!s->stand_in || !s->xpath)
        return false;
    s->context->extra = s->stand_in;
    s->xpath->valueTab = xmlMalloc(STACK * sizeof(void *)); /* it grows by doubling */
    s->xpath->valueMax = s->xpath->valueTab ? STACK : 0;
    return s->xpath->valueTab != NULL;
}

struct sheet *sheet_new(struct transform *t, xmlDocPtr doc, const char *name, struct diag *diag)
{
    struct arena *a = arena_new();
    struct sheet *s = arena_new_of(a, struct sheet);

    s->arena = a;
    s->transform = t;
    if (compile_all(s, doc, name, diag) && prepare_functions(s))
        return s;
    sheet_free(s);
    return NULL;
}

void sheet_free(struct sheet *s)
{
    if (!s)
        return;
    if (s->xpath)
        xmlXPathFreeParserContext(s->xpath);
    xmlXPathFreeContext(s->context);
    free(s->stand_in);
    arena_discard(s->arena);
}
