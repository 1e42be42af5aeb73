/* What the data folder holds: kinds, styles, languages, region profiles. */
#include "transform/engine.h"

#include "base/dir.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

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

        /* a second dot: KIND.STYLE.xml is an edition of a kind, not a kind */
        if (len > 4 && strchr(entry->d_name, '.') == entry->d_name + len - 4 &&
            strcmp(entry->d_name + len - 4, ".xml") == 0)
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

/* Whether the template of a kind says yes to something: blank, that it can be printed without a
 * case; fillable, that it can have form fields. */
static bool template_is(struct transform *t, struct arena *a, const char *kind, const char *what,
                        struct diag *diag)
{
    xmlDocPtr doc = engine_parse(t, arena_printf(a, "templates/documents/%s.xml", kind), diag);
    const char *said = doc ? transform_root_attribute(doc, what) : NULL;
    bool yes = said && strcmp(said, "yes") == 0;

    transform_doc_free(doc);
    return yes;
}

bool transform_blank_known(struct transform *t, const char *kind, struct diag *diag)
{
    struct arena *a = arena_new();
    const char *const *kinds;
    const char **blanks = NULL;
    size_t n, nblanks = 0, cap = 0;
    bool found = false;

    kinds = transform_kinds(t, a, &n);
    *arena_push(a, blanks, nblanks, cap) = "calibration";
    for (size_t i = 0; i < n; i++)
        if (template_is(t, a, kinds[i], "blank", diag))
            *arena_push(a, blanks, nblanks, cap) = kinds[i];
    for (size_t i = 0; i < nblanks; i++)
        found = found || strcmp(blanks[i], kind) == 0;
    if (!found)
        diag_error(diag, EXIT_USAGE, diag_at(NULL, 0), NULL, "utan ärende kan bara dessa göras: %s",
                   "without a case only these can be made: %s", joined(a, blanks, nblanks));
    arena_free(a);
    return found;
}

bool transform_fillable_known(struct transform *t, const char *kind, struct diag *diag)
{
    struct arena *a = arena_new();
    const char **forms = NULL;
    size_t n, nforms = 0, cap = 0;
    const char *const *kinds = transform_kinds(t, a, &n);
    bool found = false;

    for (size_t i = 0; i < n; i++)
        if (template_is(t, a, kinds[i], "fillable", diag)) {
            *arena_push(a, forms, nforms, cap) = kinds[i];
            found = found || strcmp(kinds[i], kind) == 0;
        }
    if (!found && diag)
        diag_error(diag, EXIT_USAGE, diag_at(NULL, 0), NULL,
                   "--fillable: bara dessa har fält att fylla i: %s",
                   "--fillable: only these have fields to fill in: %s", joined(a, forms, nforms));
    arena_free(a);
    return found;
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
    doc = engine_kept_document(t, relative);
    if (doc)
        goto out;
    doc = engine_parse(t, relative, diag);
    if (doc && !t->profile_schema)
        t->profile_schema = read_schema_new(schema, diag);
    if (doc && t->profile_schema && read_validate(t->profile_schema, doc, relative, diag)) {
        engine_keep_document(t, relative, doc);
        goto out;
    }
    transform_doc_free(doc);
    doc = NULL;
    diag_error(diag, EXIT_SYSTEM, diag_at(relative, 0), NULL,
               "regionprofilen kan inte användas: inget får göras",
               "the region profile cannot be used: nothing may be made");
out:
    arena_free(a);
    return doc;
}
