/* The engine: our own documents and stylesheets, parsed once and kept. */
#include "transform/engine.h"

#include "base/dir.h"

#include <dirent.h>
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
    char *path = NULL;
    xmlDocPtr doc = NULL;
    struct arena *a = arena_new();

    path = arena_printf(a, "%s/%s", t->home, relative);
    if (dir_is_file(path)) {
        doc = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
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
        keep(t, &t->documents, relative, doc);
    return doc;
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

xsltStylesheetPtr engine_compile(struct transform *t, xmlDocPtr doc, const char *key,
                                 const char *name, struct diag *diag)
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
    if (style)
        keep(t, &t->stylesheets, key, style);
    else {
        struct arena *a = arena_new();

        diag_error(diag, EXIT_SYSTEM, diag_at(name, 0), NULL, "stilmallen kan inte användas: %s",
                   "the stylesheet cannot be used: %s", first_line(a, &words));
        arena_free(a);
    }
    buf_free(&words);
    return style;
}

xsltStylesheetPtr engine_kept_stylesheet(struct transform *t, const char *key)
{
    return kept(t->stylesheets, key);
}

xsltStylesheetPtr engine_stylesheet(struct transform *t, const char *relative, struct diag *diag)
{
    xsltStylesheetPtr style = kept(t->stylesheets, relative);
    size_t errors = diag_count(diag, DIAG_ERROR);
    xmlDocPtr doc;

    if (style)
        return style;
    doc = engine_parse(t, relative, diag);
    if (doc)
        return engine_compile(t, doc, relative, relative, diag);
    if (diag_count(diag, DIAG_ERROR) == errors)
        diag_error(diag, EXIT_SYSTEM, diag_at(relative, 0), NULL, "filen saknas i %s",
                   "the file is missing in %s", t->home);
    return NULL;
}

/* ---- the engine ---------------------------------------------------------------------------- */

static bool open_locales(struct transform *t, struct diag *diag)
{
    xmlDocPtr doc = engine_document(t, "lang/locales.xml", diag);

    if (!doc) {
        diag_error(diag, EXIT_SYSTEM, diag_at("lang/locales.xml", 0), NULL,
                   "filen kan inte läsas i %s", "the file cannot be read in %s", t->home);
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
    t->home = arena_strdup(a, real ? real : home);
    free(real);
    sandbox_install();
    t->security = sandbox_new();
    if (!t->security) {
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
        xsltFreeStylesheet(k->what);
    for (struct kept *k = t->documents; k; k = k->next)
        xmlFreeDoc(k->what);
    if (t->security) {
        if (xsltGetDefaultSecurityPrefs() == t->security)
            xsltSetDefaultSecurityPrefs(NULL);
        xsltFreeSecurityPrefs(t->security);
    }
    read_schema_free(t->profile_schema);
    locales_free(t->locales);
    arena_free(t->arena);
}

/* ---- what there is ------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of the XML files in a folder of ours, sorted. */
static const char **names_in(struct arena *a, const char *folder, size_t *n)
{
    DIR *dir = opendir(folder);
    const char **names = NULL;
    size_t cap = 0;

    *n = 0;
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;) {
        size_t len = strlen(entry->d_name);

        if (len > 4 && strcmp(entry->d_name + len - 4, ".xml") == 0)
            *arena_push(a, names, *n, cap) = arena_strndup(a, entry->d_name, len - 4);
    }
    if (dir)
        closedir(dir);
    if (*n)
        qsort(names, *n, sizeof *names, by_name);
    return names;
}

static const char *joined(struct arena *a, const char *const *names, size_t n)
{
    struct buf b = BUF_INIT;
    const char *list;

    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%s%s", i ? ", " : "", names[i]);
    list = arena_strdup(a, b.data ? b.data : "");
    buf_free(&b);
    return list;
}

static bool known(struct transform *t, const char *folder, const char *name,
                  enum exit_status status, struct diag_place place, const char *sv, const char *en,
                  struct diag *diag)
{
    struct arena *a = arena_new();
    const char *path = arena_printf(a, "%s/%s", t->home, folder);
    bool found = engine_name(name) && dir_is_file(arena_printf(a, "%s/%s.xml", path, name));

    if (!found) {
        size_t n;
        const char **names = names_in(a, path, &n);

        diag_error(diag, status, place, NULL, "%s; det finns: %s", "%s; there are: %s",
                   diag_lang(diag) == DIAG_SV ? sv : en, joined(a, names, n));
    }
    arena_free(a);
    return found;
}

const char *const *transform_kinds(struct transform *t, struct arena *a, size_t *n)
{
    return names_in(a, arena_printf(a, "%s/templates/documents", t->home), n);
}

bool transform_kind_known(struct transform *t, const char *kind, struct diag *diag)
{
    return known(t, "templates/documents", kind, EXIT_USAGE, diag_at(NULL, 0),
                 "okänt slag av dokument", "unknown kind of document", diag);
}

bool transform_style_known(struct transform *t, const char *style, struct diag *diag)
{
    return known(t, "templates/styles", style, EXIT_USAGE, diag_at(NULL, 0), "okänd stil",
                 "unknown style", diag);
}

/* Swedish is the templates' own language; the others need a translation. */
static bool usable(struct transform *t, struct arena *a, const struct locale *l)
{
    return strcmp(locale_lang(l), "sv") == 0 ||
           dir_is_file(arena_printf(a, "%s/lang/%s.xlf", t->home, locale_lang(l)));
}

bool transform_lang_known(struct transform *t, const char *lang, struct diag *diag)
{
    struct arena *a = arena_new();
    struct locale *l = locale_find(t->locales, lang);
    const char **names = NULL;
    size_t n = 0, cap = 0;
    bool found = l && usable(t, a, l);

    for (size_t i = 0; !found && (l = locale_at(t->locales, i)) != NULL; i++)
        if (usable(t, a, l))
            *arena_push(a, names, n, cap) = locale_lang(l);
    if (!found)
        diag_error(diag, EXIT_USAGE, diag_at(NULL, 0), NULL, "okänt språk; det finns: %s",
                   "unknown language; there are: %s", joined(a, names, n));
    arena_free(a);
    return found;
}

const struct _xmlDoc *transform_profile(struct transform *t, const char *region,
                                        struct diag_place place, struct diag *diag)
{
    struct arena *a = arena_new();
    const char *relative = arena_printf(a, "templates/profiles/%s.xml", region);
    const char *schema = arena_printf(a, "%s/xslt/profile.xsd", t->home);
    xmlDocPtr doc = NULL;

    if (!known(t, "templates/profiles", region, EXIT_INPUT, place, "okänd region", "unknown region",
               diag))
        goto out;
    doc = kept(t->documents, relative);
    if (doc)
        goto out;
    doc = engine_parse(t, relative, diag);
    if (doc && !t->profile_schema)
        t->profile_schema = read_schema_new(schema, diag);
    if (doc && t->profile_schema && read_validate(t->profile_schema, doc, relative, diag)) {
        keep(t, &t->documents, relative, doc);
        goto out;
    }
    xmlFreeDoc(doc);
    doc = NULL;
    diag_error(diag, EXIT_SYSTEM, diag_at(relative, 0), NULL,
               "regionprofilen kan inte användas: inget får göras",
               "the region profile cannot be used: nothing may be made");
out:
    arena_free(a);
    return doc;
}
