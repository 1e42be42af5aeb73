/* What stylesheets may do: read below the data folder's own subfolders, and nothing else.
 *
 * libxslt asks twice: its security preferences before each access, and the loader that we put in
 * place of its own, which opens the file. Neither callback has a user pointer where stylesheets
 * are parsed, so the folder is thread-local. Its messages could quote data: they are dropped,
 * except while a stylesheet of ours is compiled, when there is no data. */
#include "transform/engine.h"

#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <libxslt/documents.h>
#include <libxslt/xsltutils.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Thread_local const char *allowed_home;
static _Thread_local struct buf *collected;

const char *sandbox_enter(const char *home)
{
    const char *before = allowed_home;

    allowed_home = home;
    return before;
}

void sandbox_leave(const char *before)
{
    allowed_home = before;
}

void sandbox_collect(struct buf *words)
{
    collected = words;
}

/* ---- reading ------------------------------------------------------------------------------- */

/* The real path of a URI in one of our folders; false: outside, or there is no such file. */
static bool allowed(const char *uri, char real[PATH_MAX])
{
    static const char *const folders[] = {"/templates/", "/xslt/", "/lang/", "/fonts/"};
    size_t n = allowed_home ? strlen(allowed_home) : 0;
    bool found = false;

    if (!allowed_home)
        return false;
    if (!realpath(uri, real)) { /* libxml2 escapes what is unusual in a path */
        char *path = xmlURIUnescapeString(uri, 0, NULL);

        found = path && realpath(path, real);
        xmlFree(path);
        if (!found)
            return false;
    }
    if (strncmp(real, allowed_home, n) != 0)
        return false;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (strncmp(real + n, folders[i], strlen(folders[i])) == 0)
            return true;
    return false;
}

static int may_read(xsltSecurityPrefsPtr prefs, xsltTransformContextPtr ctxt, const char *uri)
{
    char real[PATH_MAX];

    (void)prefs, (void)ctxt;
    return allowed(uri, real);
}

static xmlDocPtr load(const xmlChar *uri, xmlDictPtr dict, int options, void *ctxt,
                      xsltLoadType type)
{
    char real[PATH_MAX];
    xmlParserCtxtPtr parser;
    xmlDocPtr doc;

    (void)options, (void)ctxt, (void)type;
    if (!allowed((const char *)uri, real) || !(parser = xmlNewParserCtxt()))
        return NULL;
    if (dict) {
        xmlDictFree(parser->dict);
        parser->dict = dict;
        xmlDictReference(dict);
    }
    doc = xmlCtxtReadFile(parser, real, NULL,
                          XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
    xmlFreeParserCtxt(parser);
    return doc;
}

xsltSecurityPrefsPtr sandbox_new(void)
{
    static const xsltSecurityOption forbidden[] = {
        XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
        XSLT_SECPREF_WRITE_NETWORK};
    xsltSecurityPrefsPtr prefs = xsltNewSecurityPrefs();

    if (!prefs)
        return NULL;
    xsltSetSecurityPrefs(prefs, XSLT_SECPREF_READ_FILE, may_read);
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        xsltSetSecurityPrefs(prefs, forbidden[i], xsltSecurityForbid);
    return prefs;
}

/* ---- words --------------------------------------------------------------------------------- */

static void collect(void *user, const char *fmt, ...)
{
    char piece[1024];
    va_list args;

    (void)user;
    if (!collected)
        return;
    va_start(args, fmt);
    vsnprintf(piece, sizeof piece, fmt, args);
    va_end(args);
    buf_str(collected, piece);
}

static void collect_structured(void *user, xmlErrorPtr error)
{
    (void)user;
    if (collected && error->message)
        buf_printf(collected, "%s:%d: %s", error->file ? error->file : "", error->line,
                   error->message);
}

void sandbox_install(void)
{
    xsltSetGenericErrorFunc(NULL, collect);
    xmlSetGenericErrorFunc(NULL, collect);
    xmlSetStructuredErrorFunc(NULL, collect_structured);
    xsltSetLoaderFunc(load);
}
