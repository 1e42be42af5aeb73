/* Translations: export, import and how far they have come. The units of the templates are the
 * skeleton; what a file holds of each unit is hung on it. */
#include "transform/language.h"

#include "base/dir.h"
#include "transform/engine.h"
#include "transform/glossary.h"
#include "transform/xliff.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#define GLOSSARY "lang/glossary.xml"

/* ---- the skeleton --------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool language_listed(const char *list, const char *word)
{
    size_t n = strlen(word);

    for (const char *at = list; n && (at = strstr(at, word)) != NULL; at += n)
        if ((at == list || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
            return true;
    return false;
}

struct sources {
    const char **paths; /* below the data folder */
    size_t n, cap;
};

/* An XML file; where readers has two lists of kinds, KIND.xml or KIND.EDITION.xml of one of them.
 */
static bool is_read(struct arena *a, const char *file, const char *const *readers)
{
    size_t len = strlen(file);
    const char *kind = arena_strndup(a, file, strcspn(file, "."));

    return len > 4 && strcmp(file + len - 4, ".xml") == 0 &&
           (!readers || language_listed(readers[0], kind) || language_listed(readers[1], kind));
}

/* The names in a folder of ours that are wanted, sorted, with the folder before them. */
static void add_files(struct transform *t, struct arena *a, const char *folder,
                      const char *const *readers, struct sources *s)
{
    DIR *dir = opendir(arena_printf(a, "%s/%s", t->home, folder));
    size_t first = s->n;

    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;)
        if (is_read(a, entry->d_name, readers))
            *arena_push(a, s->paths, s->n, s->cap) =
                arena_printf(a, "%s/%s", folder, entry->d_name);
    if (dir)
        closedir(dir);
    if (s->n > first)
        qsort(s->paths + first, s->n - first, sizeof *s->paths, by_name);
}

/* Where units come from: templates, words of cases, texts of regions. */
static struct sources sources(struct transform *t, struct arena *a)
{
    xmlNodePtr root = locale_node(locale_first(t->locales))->parent;
    const char *readers[] = {xliff_attribute(a, root, "letters"),
                             xliff_attribute(a, root, "leaflets")};
    struct sources s = {NULL, 0, 0};

    add_files(t, a, "templates/documents", readers, &s);
    *arena_push(a, s.paths, s.n, s.cap) = "lang/words.xml";
    add_files(t, a, "templates/profiles", NULL, &s);
    return s;
}

/* Copies the elements of one root to the end of another. */
static void add_elements(xmlNodePtr to, xmlNodePtr from)
{
    for (xmlNodePtr n = from->children; n; n = n->next) {
        xmlNodePtr copy = n->type == XML_ELEMENT_NODE ? xmlDocCopyNode(n, to->doc, 1) : NULL;

        if (copy) {
            xmlAddChild(to, xmlNewText((const xmlChar *)"\n  "));
            xmlAddChild(to, copy);
            xliff_share_namespace(copy, to->ns, 0);
            xmlReconciliateNs(to->doc, copy);
        }
    }
}

/* The units of all sources, each with the plural forms of the language. NULL after a report. */
static xmlDocPtr skeleton(struct transform *t, const char *lang, struct diag *diag)
{
    struct arena *a = arena_new();
    xmlDocPtr all = NULL;
    struct sources from = sources(t, a);

    for (size_t i = 0; i < from.n; i++) {
        xmlDocPtr source = engine_parse(t, from.paths[i], diag);
        xmlDocPtr one = source ? engine_units(t, lang, source, diag) : NULL;

        transform_doc_free(source);
        if (!one) {
            xmlFreeDoc(all);
            all = NULL;
            break;
        }
        if (!all) {
            all = one;
            continue;
        }
        add_elements(xmlDocGetRootElement(all), xmlDocGetRootElement(one));
        xmlFreeDoc(one);
    }
    if (all)
        xmlAddChild(xmlDocGetRootElement(all), xmlNewText((const xmlChar *)"\n"));
    arena_free(a);
    return all;
}

/* lang/LANG.xlf, or an empty set where there is none. */
static xmlDocPtr translation(struct transform *t, struct arena *a, const char *lang,
                             struct diag *diag)
{
    return engine_parse(t, arena_printf(a, "lang/%s.xlf", lang), diag);
}

/* ---- export --------------------------------------------------------------------------------- */

static bool has_locale(struct transform *t, const char *lang)
{
    return strcmp(lang, "sv") != 0 && locale_find(t->locales, lang);
}

struct _xmlDoc *language_export(struct transform *t, const char *lang, struct diag *diag)
{
    struct arena *a = arena_new();
    struct xliff none = {NULL, 0, 0}, kept;
    xmlDocPtr all = NULL, old = NULL;

    if (!has_locale(t, lang)) {
        diag_error(diag, EXIT_USAGE, diag_at(NULL, 0), NULL,
                   "språket står inte i lang/locales.xml, eller är svenska",
                   "the language is not in lang/locales.xml, or is Swedish");
    } else if ((all = skeleton(t, lang, diag)) != NULL) {
        old = translation(t, a, lang, diag);
        kept = xliff_units(a, old);
        xliff_hang(a, all, &none, &kept, lang);
    }
    transform_doc_free(old);
    arena_free(a);
    return all;
}

/* ---- import --------------------------------------------------------------------------------- */

/* The one language that all files of the document are in; NULL after a report. */
static const char *target_language(struct transform *t, struct arena *a, xmlDocPtr doc,
                                   const char *file, struct diag *diag)
{
    xmlNodePtr root = xmlDocGetRootElement(doc), f = xliff_child(root, "file");
    const char *lang = xliff_attribute(a, f, "target-language");

    if (!xliff_is(root, "xliff") || strcmp(xliff_attribute(a, root, "version"), "1.2") != 0 || !f)
        diag_error(diag, EXIT_INPUT, diag_at(file, (int)xmlGetLineNo(root)), NULL,
                   "XLIFF 1.2 med minst en <file> väntades",
                   "XLIFF 1.2 with at least one <file> was expected");
    else if (!has_locale(t, lang))
        diag_error(diag, EXIT_INPUT, diag_at(file, (int)xmlGetLineNo(f)), NULL,
                   "target-language: ett språk i lang/locales.xml väntades",
                   "target-language: a language of lang/locales.xml was expected");
    else
        for (; f; f = xliff_next(f->next, "file"))
            if (strcmp(xliff_attribute(a, f, "target-language"), lang) != 0) {
                diag_error(diag, EXIT_INPUT, diag_at(file, (int)xmlGetLineNo(f)), NULL,
                           "target-language: samma språk väntades i alla <file>",
                           "target-language: the same language was expected in every <file>");
                return NULL;
            }
    return !f && has_locale(t, lang) ? locale_lang(locale_find(t->locales, lang)) : NULL;
}

/* What will not be printed, though nothing is wrong with it. */
static void say_unused(const struct xliff *came, const struct xliff *units, const char *file,
                       struct diag *diag)
{
    for (size_t i = 0; i < came->n; i++) {
        const struct xliff_unit *u = &came->units[i], *now = xliff_find(units, u->id);

        if (!u->translated)
            continue;
        if (!now)
            diag_warn(diag, diag_at(file, u->line), u->id,
                      "ingen mall har längre den här enheten: den utelämnas",
                      "no template holds this unit any more: it is left out");
        else if (strcmp(now->words, u->words) != 0)
            diag_warn(diag, diag_at(file, u->line), u->id,
                      "den svenska texten har ändrats: översättningen används inte",
                      "the Swedish text has changed: the translation is not used");
    }
}

struct _xmlDoc *language_import(struct transform *t, struct _xmlDoc *doc, const char *file,
                                const char **lang, struct diag *diag)
{
    struct arena *a = arena_new();
    struct xliff came = xliff_units(a, doc), kept, units;
    xmlDocPtr all = NULL, old = NULL;

    *lang = target_language(t, a, doc, file, diag);
    if (*lang && xliff_check(&came, locale_find(t->locales, *lang), file, diag) &&
        (all = skeleton(t, *lang, diag)) != NULL) {
        units = xliff_units(a, all);
        say_unused(&came, &units, file, diag);
        glossary_check(engine_document(t, GLOSSARY, diag), *lang, &came, file, diag);
        old = translation(t, a, *lang, diag);
        kept = xliff_units(a, old);
        xliff_hang(a, all, &came, &kept, *lang);
    }
    transform_doc_free(old);
    arena_free(a);
    return all;
}

/* ---- check ---------------------------------------------------------------------------------- */

void language_check(struct transform *t, const char *lang, struct diag *diag)
{
    struct arena *a = arena_new();
    const char *file = arena_printf(a, "lang/%s.xlf", lang);
    struct locale *l = locale_find(t->locales, lang);
    xmlDocPtr doc = l ? translation(t, a, lang, diag) : NULL;
    struct xliff kept = xliff_units(a, doc);

    if (doc && xliff_check(&kept, l, file, diag))
        glossary_check(engine_document(t, GLOSSARY, diag), lang, &kept, file, diag);
    else if (!doc)
        diag_error(diag, EXIT_USAGE, diag_at(NULL, 0), NULL, "språket har ingen fil i lang",
                   "the language has no file in lang");
    transform_doc_free(doc);
    arena_free(a);
}

/* ---- status --------------------------------------------------------------------------------- */

static void count_file(struct arena *a, xmlNodePtr file, const struct xliff *units,
                       const struct xliff *kept, struct language_count *c)
{
    c->kind = xliff_attribute(a, file, "original");
    c->units = 0;
    memset(c->in, 0, sizeof c->in);
    for (size_t i = 0; i < units->n; i++) {
        const struct xliff_unit *u = &units->units[i];

        if (u->file != file || !xliff_has_words(u->words))
            continue;
        c->units++;
        c->in[xliff_state(xliff_find(kept, u->id), u->words)]++;
    }
}

static bool status_of(struct transform *t, const char *lang,
                      void (*each)(void *user, const struct language_count *c), void *user,
                      struct diag *diag)
{
    struct arena *a = arena_new();
    struct language_count c = {.lang = lang};
    xmlDocPtr all = skeleton(t, lang, diag), doc = translation(t, a, lang, diag);
    struct xliff units = xliff_units(a, all), kept = xliff_units(a, doc);
    xmlNodePtr file = all ? xliff_child(xmlDocGetRootElement(all), "file") : NULL;
    bool good = all != NULL;

    for (; file; file = xliff_next(file->next, "file")) {
        count_file(a, file, &units, &kept, &c);
        if (c.units)
            each(user, &c);
    }
    transform_doc_free(doc);
    xmlFreeDoc(all);
    arena_free(a);
    return good;
}

bool language_status(struct transform *t, void (*each)(void *user, const struct language_count *c),
                     void *user, struct diag *diag)
{
    struct locale *l;
    bool good = true;

    for (size_t i = 0; good && (l = locale_at(t->locales, i)) != NULL; i++)
        if (has_locale(t, locale_lang(l)))
            good = status_of(t, locale_lang(l), each, user, diag);
    return good;
}

void language_each(struct transform *t, void (*each)(void *user, const char *lang), void *user)
{
    struct arena *a = arena_new();
    struct locale *l;

    for (size_t i = 0; (l = locale_at(t->locales, i)) != NULL; i++)
        if (dir_is_file(arena_printf(a, "%s/lang/%s.xlf", t->home, locale_lang(l))))
            each(user, locale_lang(l));
    arena_free(a);
}

void language_print(struct _xmlDoc *doc, struct buf *out)
{
    xmlChar *text = NULL;
    int len = 0;

    xmlDocDumpMemoryEnc(doc, &text, &len, "UTF-8");
    if (text && len > 0)
        buf_add(out, text, (size_t)len);
    xmlFree(text);
}
