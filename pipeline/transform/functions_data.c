/* Extension functions that hand over documents of our own, and places in them. */
#include "transform/call.h"
#include "transform/index.h"

#include <stdio.h>
#include <string.h>

/* A document of ours by its path; NULL if there is none. */
static xmlDocPtr document_for(struct call *c, const char *relative)
{
    struct diag *diag = c->run->diag;
    size_t errors = diag_count(diag, DIAG_ERROR);
    xmlDocPtr doc = engine_document(c->run->transform, relative, diag);

    if (diag_count(diag, DIAG_ERROR) > errors)
        c->ctxt->state = XSLT_STATE_STOPPED;
    return doc;
}

static void push_document(struct call *c, const char *relative)
{
    call_push_node(c, (xmlNodePtr)document_for(c, relative));
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

static xmlNodePtr part(struct run *run, const char *name)
{
    char path[128];
    xmlDocPtr doc;

    if (!run->parts) {
        snprintf(path, sizeof path, "templates/styles/%s.xml",
                 engine_name(run->job->style) ? run->job->style : "standard");
        doc = engine_document(run->transform, path, run->diag);
        run->parts = doc ? index_of_parts(run->transform, doc) : NULL;
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

/* A unit of lang/LANG.xlf, parsed when the first is asked for. */
static void f_unit(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;
    char path[128];
    xmlDocPtr doc;

    if (!call_begin(&c, xpath, nargs, 2))
        return;
    snprintf(path, sizeof path, "lang/%s.xlf",
             engine_name(call_text(&c, 1)) ? call_text(&c, 1) : "-");
    doc = document_for(&c, path);
    call_push_node(&c, doc ? index_find(index_of_units(c.run->transform, doc), call_text(&c, 0))
                           : NULL);
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
