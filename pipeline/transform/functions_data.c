/* Extension functions that hand over documents of our own, and places in them. */
#include "transform/call.h"
#include "transform/index.h"
#include "transform/units.h"

#include <stdio.h>
#include <string.h>

/* A file that is not well-formed was reported: nothing may be made without what it says. */
static void stop_after(struct call *c, size_t errors)
{
    if (diag_count(c->run->diag, DIAG_ERROR) > errors)
        c->ctxt->state = XSLT_STATE_STOPPED;
}

/* A document of ours by its path; an empty node-set if there is none. */
static void push_document(struct call *c, const char *relative)
{
    size_t errors = diag_count(c->run->diag, DIAG_ERROR);
    xmlDocPtr doc = engine_document(c->run->transform, relative, c->run->diag);

    stop_after(c, errors);
    call_push_node(c, (xmlNodePtr)doc);
}

static void push_named(struct call *c, const char *folder, const char *name)
{
    char path[128];

    snprintf(path, sizeof path, "templates/%s/%s.xml", folder, engine_name(name) ? name : "-");
    push_document(c, path);
}

static void f_profile(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;

    if (call_begin(&c, xpath, nargs, 0))
        call_push_node(&c, (xmlNodePtr)c.run->job->profile);
}

static void f_laws(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;

    if (call_begin(&c, xpath, nargs, 0))
        push_document(&c, "templates/laws.xml");
}

/* What stylesheets say themselves, in all languages. */
static void f_words(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;
    char path[128];

    if (!call_begin(&c, xpath, nargs, 1))
        return;
    snprintf(path, sizeof path, "lang/%s.xml",
             engine_name(call_text(&c, 0)) ? call_text(&c, 0) : "-");
    push_document(&c, path);
}

static void f_style(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;

    if (call_begin(&c, xpath, nargs, 0))
        push_named(&c, "styles", *c.run->job->style ? c.run->job->style : "standard");
}

/* ---- elements by their names ----------------------------------------------------------------- */

/* The parts of a style. A path with a predicate would compare every part, and the styles are asked
 * many times for each page. */
static const struct index *parts_of(struct transform *t, xmlDocPtr style)
{
    bool fresh;
    struct index *index = index_for(t, style, &fresh);

    for (xmlNodePtr node = fresh ? xmlDocGetRootElement(style)->children : NULL; node;
         node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            index_add(index, (const char *)node->name, node);
    return index;
}

static xmlNodePtr part(struct run *run, const char *name)
{
    char path[128];
    xmlDocPtr doc;

    if (!run->parts) {
        snprintf(path, sizeof path, "templates/styles/%s.xml",
                 engine_name(run->job->style) ? run->job->style : "standard");
        doc = engine_document(run->transform, path, run->diag);
        run->parts = doc ? parts_of(run->transform, doc) : NULL;
    }
    return index_find(run->parts, name);
}

static void f_part(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;

    if (call_begin(&c, xpath, nargs, 1))
        call_push_node(&c, part(c.run, call_text(&c, 0)));
}

static struct value quick_part(const struct focus *f, const struct path *p)
{
    xmlNodePtr found = part(f->m->run, path_string(f, p->args.at[0]));
    struct value v = {VALUE_NODES, {.nodes = {.flat = true}}};

    if (found)
        nodes_add(f->m, &v.as.nodes, found);
    return v;
}

static void f_unit(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;
    size_t errors;
    xmlNodePtr unit;

    if (!call_begin(&c, xpath, nargs, 2))
        return;
    errors = diag_count(c.run->diag, DIAG_ERROR);
    unit = units_find(c.run->transform, call_text(&c, 1), c.run->job->kind, call_text(&c, 0),
                      c.run->diag);
    stop_after(&c, errors);
    call_push_node(&c, unit);
}

static void f_letterhead(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;

    if (call_begin(&c, xpath, nargs, 1))
        push_named(&c, "letterheads", call_text(&c, 0));
}

static void f_locale(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;

    if (call_begin(&c, xpath, nargs, 1))
        call_push_node(&c, locale_node(call_locale(&c, 0)));
}

static void f_direction(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;

    if (call_begin(&c, xpath, nargs, 1))
        call_push(&c, locale_rtl(call_locale(&c, 0)) ? "rtl" : "ltr");
}

static struct value quick_direction(const struct focus *f, const struct path *p)
{
    struct locales *l = f->m->run->transform->locales;
    struct locale *found = locale_find(l, path_string(f, p->args.at[0]));
    const char *direction = locale_rtl(found ? found : locale_first(l)) ? "rtl" : "ltr";

    return (struct value){VALUE_STRING, {.string = direction}};
}

static void f_line(xmlXPathParserContextPtr xpath, int nargs)
{
    xmlNodeSetPtr set;
    xmlNodePtr node;
    long line = 0;

    if (nargs != 1) {
        xmlXPathErr(xpath, XPATH_INVALID_ARITY);
        return;
    }
    set = xmlXPathPopNodeSet(xpath);
    if (set && set->nodeNr > 0) {
        node = set->nodeTab[0];
        line = xmlGetLineNo(node->type == XML_ATTRIBUTE_NODE ? node->parent : node);
    }
    xmlXPathFreeNodeSet(set);
    valuePush(xpath, xmlXPathNewFloat(line < 0 ? 0 : (double)line));
}

const struct function functions_of_data[] = {
    {"profile", f_profile, NULL}, {"laws", f_laws, NULL},
    {"words", f_words, NULL},     {"part", f_part, quick_part},
    {"style", f_style, NULL},     {"letterhead", f_letterhead, NULL},
    {"locale", f_locale, NULL},   {"direction", f_direction, quick_direction},
    {"line", f_line, NULL},       {"unit", f_unit, NULL},
    {NULL, NULL, NULL},
};
