/* Reading XML: libxml2's SAX2 builder behind our own counters, which stop it at the first excess.
 */
#include "read/read.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "read/feed.h"
#include "read/wellformed.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

const struct read_limits read_limits_default = {8u << 20, 256, 1000000, false};
const struct read_limits read_limits_case = {8u << 20, 256, 1000000, true};
const struct read_limits read_limits_fo = {256u << 20, 1000, 20000000, false};

enum stop { STOP_NOT, STOP_DOCTYPE, STOP_DEPTH, STOP_NODES, STOP_FAULT };

/* The parser's _private. */
struct reading {
    const struct read_limits *limits;
    int depth;
    size_t nodes;
    enum stop stop;
    int line;
    int fault;                          /* STOP_FAULT: libxml2's code of the first fault */
    bool at_end;                        /* the fault was found where the file ends */
    const struct read_visitor *visitor; /* NULL: the document is built */
    struct sax_attribute *attributes;   /* of the element that is handed over */
    size_t cap;
};

static void stop_at(xmlParserCtxtPtr ctxt, enum stop why)
{
    struct reading *r = ctxt->_private;

    if (r->stop == STOP_NOT) {
        r->stop = why;
        r->line = ctxt->input ? ctxt->input->line : 0;
    }
    xmlStopParser(ctxt);
}

/* Counts n nodes; false: the parser was stopped. */
static bool count(xmlParserCtxtPtr ctxt, size_t n)
{
    struct reading *r = ctxt->_private;

    r->nodes += n;
    if (r->nodes > r->limits->nodes)
        stop_at(ctxt, STOP_NODES);
    return r->stop == STOP_NOT;
}

/* ---- handing over parts -------------------------------------------------------------------- */

enum { NAME, PREFIX, URI, VALUE, END, PARTS }; /* of an attribute */

static int line_now(const struct _xmlParserCtxt *ctxt)
{
    return ctxt->input ? ctxt->input->line : 0;
}

static void hand_over(const struct _xmlParserCtxt *ctxt, struct reading *r, const xmlChar *name,
                      const xmlChar *uri, size_t n, const xmlChar **attributes)
{
    struct sax_element e = {
        (const char *)name, (const char *)uri, r->attributes, n, line_now(ctxt), false};

    if (n > r->cap) {
        r->cap = 2 * n;
        r->attributes = xrealloc(r->attributes, r->cap * sizeof *r->attributes);
        e.attributes = r->attributes;
    }
    for (size_t i = 0; i < n; i++) {
        const xmlChar **a = attributes + i * PARTS;

        r->attributes[i] =
            (struct sax_attribute){(const char *)a[NAME], (const char *)a[URI],
                                   (const char *)a[VALUE], (size_t)(a[END] - a[VALUE])};
    }
    r->visitor->open(r->visitor->user, &e);
}

/* ---- SAX handlers: count, then let libxml2 build ------------------------------------------- */

static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int nb_namespaces, const xmlChar **namespaces,
                          int nb_attributes, int nb_defaulted, const xmlChar **attributes)
{
    xmlParserCtxtPtr ctxt = user;
    struct reading *r = ctxt->_private;

    if (++r->depth > r->limits->depth)
        stop_at(ctxt, STOP_DEPTH);
    if (!count(ctxt, 1 + (size_t)nb_attributes + (size_t)nb_namespaces))
        return;
    if (r->visitor)
        hand_over(ctxt, r, name, uri, (size_t)nb_attributes, attributes);
    else
        xmlSAX2StartElementNs(ctxt, name, prefix, uri, nb_namespaces, namespaces, nb_attributes,
                              nb_defaulted, attributes);
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    xmlParserCtxtPtr ctxt = user;
    struct reading *r = ctxt->_private;

    r->depth--;
    if (r->stop != STOP_NOT)
        return;
    if (r->visitor)
        r->visitor->close(r->visitor->user);
    else
        xmlSAX2EndElementNs(ctxt, name, prefix, uri);
}

static void characters(void *user, const xmlChar *text, int len)
{
    xmlParserCtxtPtr ctxt = user;
    const struct reading *r = ctxt->_private;

    if (!count(ctxt, 1))
        return;
    if (r->visitor)
        r->visitor->text(r->visitor->user, (const char *)text, (size_t)len, line_now(ctxt));
    else
        xmlSAX2Characters(ctxt, text, len);
}

/* Whether what is no content is kept. */
static bool keeps_remarks(const struct reading *r)
{
    return !r->visitor && !(r->limits->bare && r->depth > 0);
}

static void comment(void *user, const xmlChar *text)
{
    xmlParserCtxtPtr ctxt = user;

    if (count(ctxt, 1) && keeps_remarks(ctxt->_private))
        xmlSAX2Comment(ctxt, text);
}

static void instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    xmlParserCtxtPtr ctxt = user;

    if (count(ctxt, 1) && keeps_remarks(ctxt->_private))
        xmlSAX2ProcessingInstruction(ctxt, target, data);
}

/* No format of ours has a DTD: what comes with one are entities, and nothing good. */
static void doctype(void *user, const xmlChar *name, const xmlChar *external,
                    const xmlChar *system_id)
{
    (void)name, (void)external, (void)system_id;
    stop_at(user, STOP_DOCTYPE);
}

static xmlParserInputPtr no_entity(void *user, const xmlChar *public_id, const xmlChar *system_id)
{
    (void)user, (void)public_id, (void)system_id;
    return NULL;
}

/* Of libxml2's message only the code is taken: the text may quote what stands in the file. */
static void fault(void *user, xmlErrorPtr error)
{
    xmlParserCtxtPtr ctxt = user;
    struct reading *r = ctxt->_private;

    if (error->level < XML_ERR_ERROR || r->stop != STOP_NOT)
        return;
    r->stop = STOP_FAULT;
    r->fault = error->code;
    r->line = error->line;
    r->at_end = ctxt->input && ctxt->input->cur >= ctxt->input->end;
}

static void hook(xmlParserCtxtPtr ctxt, struct reading *r)
{
    xmlSAXHandlerPtr sax = ctxt->sax;

    ctxt->_private = r;
    sax->startElementNs = start_element;
    sax->endElementNs = end_element;
    sax->characters = characters;
    sax->ignorableWhitespace = characters;
    sax->comment = comment;
    sax->processingInstruction = instruction;
    sax->internalSubset = doctype;
    sax->externalSubset = NULL;
    sax->resolveEntity = no_entity;
    sax->serror = fault;
}

/* ---- what was wrong ------------------------------------------------------------------------ */

static bool report(const struct reading *r, const char *name, struct diag *diag)
{
    struct diag_place place = diag_at(name, r->line);

    switch (r->stop) {
    case STOP_DOCTYPE:
        diag_error(diag, EXIT_INPUT, place, NULL,
                   "dokumenttypsdeklaration (DOCTYPE) tillåts inte: inga entiteter läses",
                   "a document type declaration (DOCTYPE) is not allowed: no entities are read");
        break;
    case STOP_DEPTH:
        diag_error(diag, EXIT_INPUT, place, NULL, "högst %d nivåer element i varandra tillåts",
                   "at most %d levels of nested elements are allowed", r->limits->depth);
        break;
    case STOP_NODES:
        diag_error(diag, EXIT_INPUT, place, NULL, "högst %zu noder tillåts",
                   "at most %zu nodes are allowed", r->limits->nodes);
        break;
    case STOP_FAULT:
        wellformed_report(r->fault, r->at_end, place, diag);
        break;
    case STOP_NOT:
        return false;
    }
    return true;
}

static int line_of(const char *data, size_t offset)
{
    int line = 1;

    for (size_t i = 0; i < offset; i++)
        line += data[i] == '\n';
    return line;
}

static bool check_bytes(const char *data, size_t len, const char *name, struct diag *diag)
{
    const char *p = data, *end = data + len;

    if (len == 0) {
        feed_say_empty(name, diag);
        return false;
    }
    if (!utf8_valid(data, len)) {
        for (const char *at = p; p < end; at = p)
            if (utf8_next(&p, end) == 0xFFFD && !(p - at == 3)) {
                p = at;
                break;
            }
        feed_say_not_utf8(name, line_of(data, (size_t)(p - data)), diag);
        return false;
    }
    if (!feed_declares_utf8(data, len)) {
        feed_say_encoding(name, diag);
        return false;
    }
    return true;
}

/* ---- parsing ------------------------------------------------------------------------------- */

static const int options =
    XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_HUGE | XML_PARSE_BIG_LINES;

static xmlParserCtxtPtr new_parser(struct reading *r, const char *name, struct diag *diag)
{
    xmlParserCtxtPtr ctxt = xmlNewParserCtxt();

    if (ctxt)
        hook(ctxt, r);
    else
        diag_error(diag, EXIT_SYSTEM, diag_at(name, 0), NULL, "minnet tog slut", "out of memory");
    return ctxt;
}

/* What no handler of ours has seen. */
static void look_for_fault(struct reading *r, const struct _xmlParserCtxt *ctxt, const xmlDoc *doc)
{
    if (r->stop == STOP_NOT && (!doc || !ctxt->wellFormed || !ctxt->nsWellFormed))
        *r = (struct reading){.limits = r->limits, .stop = STOP_FAULT, .fault = ctxt->errNo};
}

struct _xmlDoc *read_xml_memory(const char *data, size_t len, const char *name,
                                const struct read_limits *limits, struct diag *diag)
{
    struct reading r = {.limits = limits};
    xmlParserCtxtPtr ctxt;
    xmlDocPtr doc;

    if (len > limits->bytes || len > INT_MAX / 2) {
        diag_error(diag, EXIT_INPUT, diag_at(name, 0), NULL, "filen är större än %zu byte",
                   "the file is larger than %zu bytes", limits->bytes);
        return NULL;
    }
    if (!check_bytes(data, len, name, diag))
        return NULL;
    ctxt = new_parser(&r, name, diag);
    if (!ctxt)
        return NULL;
    doc = xmlCtxtReadMemory(ctxt, data, (int)len, name, "UTF-8", options);
    look_for_fault(&r, ctxt, doc);
    xmlFreeParserCtxt(ctxt);
    if (!report(&r, name, diag))
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}

struct _xmlDoc *read_xml(const char *path, const struct read_limits *limits, struct diag *diag)
{
    struct buf bytes = BUF_INIT;
    struct _xmlDoc *doc = NULL;

    if (file_read(path, limits->bytes, &bytes, diag))
        doc = read_xml_memory(bytes.data ? bytes.data : "", bytes.len,
                              strcmp(path, "-") == 0 ? "<stdin>" : path, limits, diag);
    buf_free(&bytes);
    return doc;
}

bool read_xml_parts(const char *path, const struct read_limits *limits,
                    const struct read_visitor *visitor, struct diag *diag)
{
    const char *name = strcmp(path, "-") == 0 ? "<stdin>" : path;
    struct reading r = {.limits = limits, .visitor = visitor};
    xmlParserCtxtPtr ctxt = new_parser(&r, name, diag);
    struct feed feed;
    xmlDocPtr doc;

    if (!ctxt)
        return false;
    feed_open(&feed, path, limits->bytes);
    diag_hold(diag); /* what is wrong with the content is of no interest if it cannot be read */
    /* NOENT: values come with &amp; and its like put in; there are no other entities, as there is
     * no DOCTYPE. */
    doc = xmlCtxtReadIO(ctxt, feed_read, NULL, &feed, name, "UTF-8", options | XML_PARSE_NOENT);
    look_for_fault(&r, ctxt, doc);
    xmlFreeParserCtxt(ctxt);
    xmlFreeDoc(doc); /* without nodes */
    free(r.attributes);
    diag_release(diag, r.stop == STOP_NOT);
    return feed_close(&feed, name, diag) && !report(&r, name, diag);
}

bool read_root_is(struct _xmlDoc *doc, const char *uri, const char *root, const char *name,
                  struct diag *diag)
{
    xmlNodePtr node = xmlDocGetRootElement(doc);
    const char *found = node && node->ns ? (const char *)node->ns->href : "";

    if (node && strcmp((const char *)node->name, root) == 0 && strcmp(found, uri) == 0)
        return true;
    diag_error(diag, EXIT_INPUT, diag_at(name, node ? (int)xmlGetLineNo(node) : 1), NULL,
               "rotelementet ska vara <%s> i namnrymden %s",
               "the root element must be <%s> in the namespace %s", root, uri);
    return false;
}
