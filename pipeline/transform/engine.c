/* The engine: our own documents and stylesheets, parsed once and kept. */
#include "transform/engine.h"

#include "base/dir.h"
#include "transform/sheet.h"

#include <libxml/parser.h>
#include <libxslt/xslt.h>
#include <stdlib.h>
#include <string.h>

/* ---- keeping ------------------------------------------------------------------------------- */

static void *kept(const struct kept *list, const char *key)
{
    for (; list; list = list->next)
        if (strcmp(list->key, key) == 0)
            return list->what;
    return NULL;
}

static void keep(struct transform *t, struct kept **list, const char *key, void *what)
{
    struct kept *k = arena_new_of(t->arena, struct kept);

    k->key = arena_strdup(t->arena, key);
    k->what = what;
    k->next = *list;
    *list = k;
}

bool engine_name(const char *name)
{
    size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");

    return n > 0 && n <= 40 && name[n] == '\0' && name[0] != '-';
}

/* ---- documents ----------------------------------------------------------------------------- */

xmlDocPtr engine_parse(struct transform *t, const char *relative, struct diag *diag)
{
    return engine_parse_some(t, relative, NULL, diag);
}

xmlDocPtr engine_parse_some(struct transform *t, const char *relative,
                            const struct grove_filter *filter, struct diag *diag)
{
    char *path = NULL;
    xmlDocPtr doc = NULL;
    struct arena *a = arena_new();

    path = arena_printf(a, "%s/%s", t->home, relative);
    if (dir_is_file(path)) {
        doc = grove_read(&t->shed, path, filter);
        if (!doc)
            diag_error(diag, EXIT_SYSTEM, diag_at(path, 0), NULL, "filen är inte välformad XML",
                       "the file is not well-formed XML");
    }
    arena_free(a);
    return doc;
}

xmlDocPtr engine_document(struct transform *t, const char *relative, struct diag *diag)
{
    xmlDocPtr doc = kept(t->documents, relative);

    if (!doc && (doc = engine_parse(t, relative, diag)) != NULL)
        engine_keep_document(t, relative, doc);
    return doc;
}

xmlDocPtr engine_kept_document(struct transform *t, const char *relative)
{
    return kept(t->documents, relative);
}

void engine_keep_document(struct transform *t, const char *relative, xmlDocPtr doc)
{
    grove_lasting(doc);
    keep(t, &t->documents, relative, doc);
}

/* ---- stylesheets --------------------------------------------------------------------------- */

/* The first line of libxslt's words on a stylesheet: no case is near, so they may be shown. */
static const char *first_line(struct arena *a, const struct buf *words)
{
    char *line = arena_strdup(a, words->data ? words->data : "");

    for (char *c = line; *c; c++)
        if (*c == '\n')
            *c = c[1] ? ' ' : '\0';
    return line;
}

static xsltStylesheetPtr compile_slowly(struct transform *t, xmlDocPtr doc, const char *name,
                                        struct diag *diag)
{
    const char *before = sandbox_enter(t->home);
    struct buf words = BUF_INIT;
    xsltStylesheetPtr style;

    sandbox_collect(&words);
    style = xsltParseStylesheetDoc(doc);
    sandbox_collect(NULL);
    sandbox_leave(before);
    if (style && style->errors) {
        xsltFreeStylesheet(style);
        style = NULL;
    } else if (!style) {
        xmlFreeDoc(doc);
    }
    if (!style) {
        struct arena *a = arena_new();

        diag_error(diag, EXIT_SYSTEM, diag_at(name, 0), NULL, "stilmallen kan inte användas: %s",
                   "the stylesheet cannot be used: %s", first_line(a, &words));
        arena_free(a);
    }
    buf_free(&words);
    return style;
}

struct program *engine_compile(struct transform *t, xmlDocPtr doc, const char *key,
                               const char *name, bool slow, struct diag *diag)
{
    struct program *p = arena_new_of(t->arena, struct program);

    if (!slow && !t->slow)
        p->sheet = sheet_new(t, doc, name, diag);
    if (p->sheet)
        transform_doc_free(doc);
    else
        p->slow = compile_slowly(t, grove_released(doc), name, diag);
    if (!p->sheet && !p->slow)
        return NULL;
    keep(t, &t->stylesheets, key, p);
    return p;
}

struct program *engine_kept_program(struct transform *t, const char *key)
{
    return kept(t->stylesheets, key);
}

static struct program *program(struct transform *t, const char *relative, bool slow,
                               struct diag *diag)
{
    struct program *p = kept(t->stylesheets, relative);
    size_t errors = diag_count(diag, DIAG_ERROR);
    xmlDocPtr doc;

    if (p)
        return p;
    doc = engine_parse(t, relative, diag);
    if (doc)
        return engine_compile(t, doc, relative, relative, slow, diag);
    if (diag_count(diag, DIAG_ERROR) == errors)
        diag_error(diag, EXIT_SYSTEM, diag_at(relative, 0), NULL, "filen saknas i %s",
                   "the file is missing in %s", t->home);
    return NULL;
}

struct program *engine_program(struct transform *t, const char *relative, struct diag *diag)
{
    return program(t, relative, false, diag);
}

struct program *engine_slow_program(struct transform *t, const char *relative, struct diag *diag)
{
    return program(t, relative, true, diag);
}

static void program_free(struct program *p)
{
    if (p->slow)
        xsltFreeStylesheet(p->slow);
    sheet_free(p->sheet);
}

/* ---- the engine ---------------------------------------------------------------------------- */

static bool open_locales(struct transform *t, struct diag *diag)
{
    xmlDocPtr doc = engine_document(t, "lang/locales.xml", diag);

    if (!doc) {
        diag_error(diag, EXIT_SYSTEM, diag_at(t->home, 0), NULL,
                   "programmets data finns inte här (se DUFORM_HOME)",
                   "the program's data is not here (see DUFORM_HOME)");
        return false;
    }
    t->locales = locales_new(doc, "lang/locales.xml", diag);
    return t->locales != NULL;
}

struct transform *transform_new(const char *home, struct diag *diag)
{
    struct arena *a = arena_new();
    struct transform *t = arena_new_of(a, struct transform);
    char *real = realpath(home, NULL);

    t->arena = a;
    t->shed.names = xmlDictCreate();
    t->home = arena_strdup(a, real ? real : home);
    free(real);
    sandbox_install();
    t->security = sandbox_new();
    if (!t->security || !t->shed.names) {
        diag_error(diag, EXIT_SYSTEM, diag_at(NULL, 0), NULL, "XSLT kan inte begränsas",
                   "XSLT cannot be confined");
    } else {
        xsltSetDefaultSecurityPrefs(t->security);
        if (open_locales(t, diag))
            return t;
    }
    transform_free(t);
    return NULL;
}

void transform_free(struct transform *t)
{
    if (!t)
        return;
    for (struct kept *k = t->stylesheets; k; k = k->next)
        program_free(k->what);
    for (struct kept *k = t->documents; k; k = k->next)
        transform_doc_free(k->what);
    if (t->security) {
        if (xsltGetDefaultSecurityPrefs() == t->security)
            xsltSetDefaultSecurityPrefs(NULL);
        xsltFreeSecurityPrefs(t->security);
    }
    grove_shed_empty(&t->shed);
    arena_free(t->scratch);
    free(t->stack);
    xmlDictFree(t->shed.names);
    read_schema_free(t->profile_schema);
    locales_free(t->locales);
    arena_free(t->arena);
}
