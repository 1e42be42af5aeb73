/* The extension functions of the stylesheets, namespace urn:duform:functions:1. All are pure: they
 * read neither clock nor files, save the documents of our own that a run was given.
 *
 *   d:profile() d:laws() d:style()    document nodes
 *   d:letterhead(name) d:words(name)  document nodes; empty if there is none; words: lang/NAME.xml
 *   d:unit(id, lang)                  a unit of lang/LANG.xlf; empty if there is none
 *   d:locale(lang)                    the locale element of lang/locales.xml, Swedish if unknown
 *   d:direction(lang)                 ltr or rtl
 *   d:line(node-set)                  line of the first node in its file, 0 if there is none
 *   d:date(iso, form, lang)           form: short long weekday monthyear dayname
 *   d:time(iso, lang)                 time of day; iso: date and time, or HH:MM
 *   d:time-range(start, end, lang)    in words; end may be empty
 *   d:add-days(iso, n) d:add-months(iso, n) d:days-between(a, b) d:age(birth, on) d:weekday(iso)
 *   d:plural(n, lang)                 CLDR category
 *   d:plural-forms(lang)              the categories that counts take, with spaces between
 *   d:plural-examples(form, lang)     the first counts of a category
 *   d:list(node-set or string with line feeds between, lang)
 *   d:personal-number(s)              ok bad-form bad-date bad-check contradiction
 *   d:personal-number-display(s) -date(s) -kind(s)
 *   d:isolate(s)                      U+2066 s U+2069
 *   d:nobreak(s)                      without break opportunities at spaces, hyphens and dashes
 *   d:longest-word(s)                 characters between spaces, hyphens and slashes, at most
 *
 * An empty date or time gives an empty string. A date that does not exist stops the run: a letter
 * must not leave out a date in silence. */
#include "transform/call.h"

#include <libxslt/extensions.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define FUNCTIONS_NS "urn:duform:functions:1"

bool call_begin(struct call *c, xmlXPathParserContextPtr xpath, int nargs, int n)
{
    memset(c, 0, sizeof *c);
    c->xpath = xpath;
    c->ctxt = xsltXPathGetTransformContext(xpath);
    c->run = c->ctxt ? c->ctxt->_private : NULL;
    if (nargs != n || !c->run) {
        xmlXPathErr(xpath, XPATH_INVALID_ARITY);
        return false;
    }
    c->n = n;
    while (n--)
        c->arg[n] = xmlXPathPopString(xpath);
    return true;
}

const char *call_text(const struct call *c, int i)
{
    return c->arg[i] ? (const char *)c->arg[i] : "";
}

double call_number(const struct call *c, int i)
{
    return xmlXPathCastStringToNumber((const xmlChar *)call_text(c, i));
}

struct locale *call_locale(const struct call *c, int i)
{
    struct locales *l = c->run->transform->locales;
    struct locale *found = locale_find(l, call_text(c, i));

    return found ? found : locale_first(l);
}

static void end(struct call *c, xmlXPathObjectPtr result)
{
    valuePush(c->xpath, result);
    for (int i = 0; i < c->n; i++)
        xmlFree(c->arg[i]);
    c->n = 0;
}

void call_push(struct call *c, const char *s)
{
    end(c, xmlXPathNewCString(s));
}

void call_push_buf(struct call *c, struct buf *b)
{
    call_push(c, b->data ? b->data : "");
    buf_free(b);
}

void call_push_number(struct call *c, double n)
{
    end(c, xmlXPathNewFloat(n));
}

void call_push_node(struct call *c, xmlNodePtr node)
{
    end(c, xmlXPathNewNodeSet(node));
}

void call_stop(struct call *c)
{
    c->run->fault = engine_place(c->ctxt->inst);
    c->ctxt->state = XSLT_STATE_STOPPED;
    call_push(c, "");
}

static const struct function *const all[] = {functions_of_data, functions_of_dates,
                                             functions_of_text, NULL};

xmlXPathFunction functions_find(const char *href, const char *name)
{
    if (strcmp(href, FUNCTIONS_NS) != 0)
        return NULL;
    for (size_t i = 0; all[i]; i++)
        for (const struct function *f = all[i]; f->name; f++)
            if (strcmp(f->name, name) == 0)
                return f->function;
    return NULL;
}

path_quick *functions_quick(xmlXPathFunction function)
{
    for (size_t i = 0; all[i]; i++)
        for (const struct function *f = all[i]; f->name; f++)
            if (f->function == function)
                return f->quick;
    return NULL;
}

static void add(xsltTransformContextPtr ctxt, const struct function *f)
{
    for (; f->name; f++)
        xsltRegisterExtFunction(ctxt, (const xmlChar *)f->name, (const xmlChar *)FUNCTIONS_NS,
                                f->function);
}

void functions_register(xsltTransformContextPtr ctxt)
{
    for (size_t i = 0; all[i]; i++)
        add(ctxt, all[i]);
}
