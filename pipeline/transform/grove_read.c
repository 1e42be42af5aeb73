/* Reading files of our own into an arena: libxml2 parses and says what it meets (SAX), and no node
 * is taken from the heap and given back alone. That is a third of what such a file costs. */
#include "transform/grove.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

struct reader {
    struct grove grove;
    const struct grove_filter *filter;
    int unwanted; /* elements open from the one that is passed over on */
    bool typed;   /* it has a DOCTYPE, whose entities nobody would put in */
};

static struct reader *reader_of(void *ctxt)
{
    return ((xmlParserCtxtPtr)ctxt)->_private;
}

/* As libxml2 counts it: the line on which the start tag ends. */
static unsigned short line_of(xmlParserCtxtPtr ctxt)
{
    int line = ctxt->input ? ctxt->input->line : 0;

    return (unsigned short)(line < USHRT_MAX ? line : USHRT_MAX);
}

enum { NAME, PREFIX, URI, VALUE, END, PARTS }; /* of an attribute */

static bool is_wanted(const struct grove_filter *filter, const xmlChar *name, int nattributes,
                      const xmlChar **attributes)
{
    if (strcmp((const char *)name, filter->name) != 0)
        return true;
    for (int i = 0; i < nattributes; i++) {
        const xmlChar **a = attributes + (size_t)i * PARTS;

        if (!a[PREFIX] && strcmp((const char *)a[NAME], filter->attribute) == 0)
            return filter->wanted(filter->user, (const char *)a[VALUE],
                                  (size_t)(a[END] - a[VALUE]));
    }
    return filter->wanted(filter->user, "", 0);
}

static void on_start(void *ctxt, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int nnamespaces, const xmlChar **namespaces, int nattributes, int ndefaulted,
                     const xmlChar **attributes)
{
    struct reader *r = reader_of(ctxt);
    struct grove *g = &r->grove;
    xmlNodePtr made;

    (void)ndefaulted;
    if (r->unwanted || (r->filter && !is_wanted(r->filter, name, nattributes, attributes))) {
        r->unwanted++;
        return;
    }
    made = grove_open(g, (const char *)name, NULL, NULL);
    made->line = line_of(ctxt);
    for (int i = 0; i < nnamespaces; i++)
        if (namespaces[2 * i + 1] && *namespaces[2 * i + 1])
            grove_namespace(g, (const char *)namespaces[2 * i + 1],
                            (const char *)namespaces[2 * i]);
    if (uri)
        made->ns = grove_namespace(g, (const char *)uri, (const char *)prefix);
    for (int i = 0; i < nattributes; i++) {
        const xmlChar **a = attributes + (size_t)i * PARTS;

        grove_attribute_n(g, (const char *)a[NAME], (const char *)a[URI], (const char *)a[PREFIX],
                          (const char *)a[VALUE], (size_t)(a[END] - a[VALUE]));
    }
}

static void on_end(void *ctxt, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reader *r = reader_of(ctxt);

    (void)name, (void)prefix, (void)uri;
    if (r->unwanted)
        r->unwanted--;
    else
        grove_close(&r->grove);
}

static void on_text(void *ctxt, const xmlChar *text, int n)
{
    if (!reader_of(ctxt)->unwanted)
        grove_text(&reader_of(ctxt)->grove, (const char *)text, (size_t)n);
}

static void on_comment(void *ctxt, const xmlChar *text)
{
    if (!reader_of(ctxt)->unwanted)
        grove_comment(&reader_of(ctxt)->grove, (const char *)text);
}

static void on_instruction(void *ctxt, const xmlChar *target, const xmlChar *data)
{
    (void)ctxt, (void)target, (void)data;
}

static void on_doctype(void *ctxt, const xmlChar *name, const xmlChar *public,
                       const xmlChar *system)
{
    (void)name, (void)public, (void)system;
    reader_of(ctxt)->typed = true;
    xmlStopParser(ctxt);
}

static xmlParserCtxtPtr new_parser(struct grove_shed *shed, struct reader *r)
{
    xmlParserCtxtPtr ctxt = xmlNewParserCtxt();

    if (!ctxt)
        return NULL;
    ctxt->_private = r;
    ctxt->sax->startElementNs = on_start;
    ctxt->sax->endElementNs = on_end;
    ctxt->sax->characters = ctxt->sax->ignorableWhitespace = on_text;
    ctxt->sax->comment = on_comment;
    ctxt->sax->processingInstruction = on_instruction;
    ctxt->sax->internalSubset = on_doctype;
    xmlDictFree(ctxt->dict); /* the names that all our documents and stylesheets share */
    ctxt->dict = shed->names;
    xmlDictReference(ctxt->dict);
    return ctxt;
}

xmlDocPtr grove_read(struct grove_shed *shed, const char *path, const struct grove_filter *filter)
{
    struct reader r = {.filter = filter};
    xmlParserCtxtPtr ctxt = new_parser(shed, &r);
    xmlDocPtr doc, frame;
    bool good;

    if (!ctxt)
        return NULL;
    doc = grove_new(shed);
    grove_start(&r.grove, doc);
    grove_namespace(&r.grove, (const char *)XML_XML_NAMESPACE, "xml"); /* or libxml2 would add it */
    /* NOENT: only &amp; and its like can be meant, in attributes; what libxml2 makes of the rest is
     * a document without nodes */
    frame = xmlCtxtReadFile(ctxt, path, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOENT |
                                XML_PARSE_BIG_LINES);
    good = frame && ctxt->wellFormed && !r.typed && doc->children;
    xmlFreeParserCtxt(ctxt);
    if (good) {
        grove_set_url(doc, (const char *)frame->URL);
    } else {
        grove_free(doc);
        doc = NULL;
    }
    xmlFreeDoc(frame);
    return doc;
}
