/* Extension functions that hand over documents of our own, and places in them. */
#include "transform/call.h"

#include <stdio.h>
#include <string.h>

/* A document of ours by its path; an empty node-set if there is none. */
static void push_document(struct call *c, const char *relative)
{
    struct diag *diag = c->run->diag;
    size_t errors = diag_count(diag, DIAG_ERROR);
    xmlDocPtr doc = engine_document(c->run->transform, relative, diag);

    if (diag_count(diag, DIAG_ERROR) > errors)
        c->ctxt->state = XSLT_STATE_STOPPED;
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

static xmlNodePtr first_part(struct run *run)
{
    char path[128];
    xmlDocPtr doc;

    if (!run->parts) {
        snprintf(path, sizeof path, "templates/styles/%s.xml",
                 engine_name(run->job->style) ? run->job->style : "standard");
        doc = engine_document(run->transform, path, run->diag);
        run->parts = doc ? xmlFirstElementChild(xmlDocGetRootElement(doc)) : NULL;
    }
    return run->parts;
}

/* The part of a style that is called so. A path with a predicate would compare every part, and the
 * styles are asked many times for each page. */
static void f_part(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;
    const char *name;
    xmlNodePtr part;

    if (!call_begin(&c, xpath, nargs, 1))
        return;
    name = call_text(&c, 0);
    part = first_part(c.run);
    while (part && (part->type != XML_ELEMENT_NODE || *name != (char)*part->name ||
                    strcmp((const char *)part->name, name) != 0))
        part = part->next;
    call_push_node(&c, part);
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
    {"profile", f_profile}, {"laws", f_laws},           {"words", f_words},
    {"part", f_part},       {"style", f_style},         {"letterhead", f_letterhead},
    {"locale", f_locale},   {"direction", f_direction}, {"line", f_line},
    {NULL, NULL},
};
