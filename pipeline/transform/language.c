/* Translations: export, import and how far they have come. The units of the templates are the
 * skeleton; what a file holds of each unit is hung on it. */
#include "transform/language.h"

#include "base/dir.h"
#include "transform/engine.h"
#include "transform/xliff.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

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

/* KIND.xml and KIND.EDITION.xml of the kinds that persons read. */
static bool is_read(struct arena *a, const char *file, const char *letters, const char *leaflets)
{
    size_t len = strlen(file);
    const char *kind = arena_strndup(a, file, strcspn(file, "."));

    return len > 4 && strcmp(file + len - 4, ".xml") == 0 &&
           (language_listed(letters, kind) || language_listed(leaflets, kind));
}

static const char **templates(struct transform *t, struct arena *a, size_t *n)
{
    xmlNodePtr root = locale_node(locale_first(t->locales))->parent;
    const char *letters = xliff_attribute(a, root, "letters");
    const char *leaflets = xliff_attribute(a, root, "leaflets");
    DIR *dir = opendir(arena_printf(a, "%s/templates/documents", t->home));
    const char **names = NULL;
    size_t cap = 0;

    *n = 0;
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;)
        if (is_read(a, entry->d_name, letters, leaflets))
            *arena_push(a, names, *n, cap) = arena_strdup(a, entry->d_name);
    if (dir)
        closedir(dir);
    if (*n)
        qsort(names, *n, sizeof *names, by_name);
    return names;
}

/* Copies the elements of one root to the end of another. */
static void add_elements(xmlNodePtr to, xmlNodePtr from)
{
    for (xmlNodePtr n = from->children; n; n = n->next) {
        xmlNodePtr copy = n->type == XML_ELEMENT_NODE ? xmlDocCopyNode(n, to->doc, 1) : NULL;

        if (copy) {
            xmlAddChild(to, xmlNewText((const xmlChar *)"\n  "));
            xmlAddChild(to, copy);
            xmlReconciliateNs(to->doc, copy);
        }
    }
}

/* The units of all templates. NULL after a report. */
static xmlDocPtr skeleton(struct transform *t, const char *lang, struct diag *diag)
{
    struct arena *a = arena_new();
    xmlDocPtr all = NULL;
    size_t n;
    const char **names = templates(t, a, &n);

    for (size_t i = 0; i < n; i++) {
        xmlDocPtr source =
            engine_parse(t, arena_printf(a, "templates/documents/%s", names[i]), diag);
        xmlDocPtr one = source ? engine_units(t, lang, source, diag) : NULL;

        xmlFreeDoc(source);
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

/* ---- hanging translations on it ------------------------------------------------------------- */

static xmlNodePtr element(xmlNodePtr parent, const char *name)
{
    xmlNodePtr node = xmlNewDocNode(parent->doc, parent->ns, (const xmlChar *)name, NULL);

    xmlAddChild(parent, xmlNewText((const xmlChar *)"  "));
    xmlAddChild(parent, node);
    xmlAddChild(parent, xmlNewText((const xmlChar *)"\n      "));
    return node;
}

static void set(xmlNodePtr node, const char *name, const char *value)
{
    xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

static void set_lang(xmlNodePtr node, const char *lang)
{
    xmlNodeSetLang(node, (const xmlChar *)lang);
}

/* Copies what stands in an element, without its attributes. */
static void copy_content(xmlNodePtr to, xmlNodePtr from)
{
    xmlNodePtr copy = from && from->children ? xmlDocCopyNodeList(to->doc, from->children) : NULL;

    if (copy)
        xmlAddChildList(to, copy);
    xmlReconciliateNs(to->doc, to);
}

static void copy_alternative(xmlNodePtr unit, xmlNodePtr source, xmlNodePtr target,
                             const char *lang)
{
    xmlNodePtr alternative = element(unit, "alt-trans");
    xmlNodePtr old;

    old = xmlNewChild(alternative, alternative->ns, (const xmlChar *)"source", NULL);
    set_lang(old, "sv");
    copy_content(old, source);
    old = xmlNewChild(alternative, alternative->ns, (const xmlChar *)"target", NULL);
    set_lang(old, lang);
    copy_content(old, target);
}

static void add_note(xmlNodePtr unit, const char *from, const char *text)
{
    xmlNodePtr note = element(unit, "note");

    set(note, "from", from);
    xmlNodeAddContent(note, (const xmlChar *)text);
}

/* Notes of people; who signed is written for each unit, for a file may hold the work of several. */
static void copy_notes(struct arena *a, xmlNodePtr unit, const struct xliff_unit *old)
{
    xmlNodePtr note = xliff_child(old->node, "note");

    for (; note; note = xliff_next(note->next, "note")) {
        const char *from = xliff_attribute(a, note, "from");

        if (strcmp(from, "duform") != 0 && strcmp(from, "translator") != 0 &&
            strcmp(from, "reviser") != 0)
            add_note(unit, from, xliff_words(a, note));
    }
    if (*old->translator)
        add_note(unit, "translator", old->translator);
    if (*old->reviser)
        add_note(unit, "reviser", old->reviser);
}

static xmlNodePtr add_target(const struct xliff_unit *unit, const char *state, const char *lang)
{
    xmlNodePtr target =
        xmlNewDocNode(unit->node->doc, unit->node->ns, (const xmlChar *)"target", NULL);
    xmlNodePtr space = xmlNewText((const xmlChar *)"\n        ");

    xmlAddNextSibling(unit->source, target);
    xmlAddNextSibling(unit->source, space);
    set_lang(target, lang);
    set(target, "state", state);
    return target;
}

static bool is_current(const struct xliff_unit *unit, const struct xliff_unit *old)
{
    return old && old->translated && strcmp(old->words, unit->words) == 0;
}

/* Gives a unit of the skeleton what old has of it. */
static void hang(struct arena *a, const struct xliff_unit *unit, const struct xliff_unit *old,
                 const char *lang)
{
    xmlNodePtr former = old ? xliff_child(old->node, "alt-trans") : NULL;

    if (is_current(unit, old)) {
        copy_content(add_target(unit, *old->state ? old->state : "translated", lang), old->target);
        copy_notes(a, unit->node, old);
    } else if (old && old->translated) {
        add_target(unit, "needs-translation", lang);
        copy_alternative(unit->node, old->source, old->target, lang);
    } else if (former) {
        add_target(unit, "needs-translation", lang);
        copy_alternative(unit->node, xliff_child(former, "source"), xliff_child(former, "target"),
                         lang);
    } else {
        add_target(unit, "new", lang);
    }
}

/* Hangs the translations of a file that came back, else those kept, on the skeleton. */
static void hang_all(struct arena *a, xmlDocPtr all, const struct xliff *came,
                     const struct xliff *kept, const char *lang)
{
    struct xliff units = xliff_units(a, all);

    for (size_t i = 0; i < units.n; i++) {
        const struct xliff_unit *unit = &units.units[i];
        const struct xliff_unit *old = xliff_find(came, unit->id);

        if (!old || !old->translated ||
            (!is_current(unit, old) && is_current(unit, xliff_find(kept, unit->id))))
            old = xliff_find(kept, unit->id) ? xliff_find(kept, unit->id) : old;
        hang(a, unit, old, lang);
    }
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
        hang_all(a, all, &none, &kept, lang);
    }
    xmlFreeDoc(old);
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
    if (*lang && xliff_check(&came, file, diag) && (all = skeleton(t, *lang, diag)) != NULL) {
        units = xliff_units(a, all);
        say_unused(&came, &units, file, diag);
        old = translation(t, a, *lang, diag);
        kept = xliff_units(a, old);
        hang_all(a, all, &came, &kept, *lang);
    }
    xmlFreeDoc(old);
    arena_free(a);
    return all;
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

        if (u->node->parent->parent != file || !xliff_has_words(u->words))
            continue;
        c->units++;
        c->in[xliff_state(xliff_find(kept, u->id), u->words)]++;
    }
}

bool language_status(struct transform *t, void (*each)(void *user, const struct language_count *c),
                     void *user, struct diag *diag)
{
    struct arena *a = arena_new();
    xmlDocPtr all = skeleton(t, "sv", diag);
    struct xliff units = xliff_units(a, all);
    struct locale *l;

    for (size_t i = 0; all && (l = locale_at(t->locales, i)) != NULL; i++) {
        struct language_count c = {.lang = locale_lang(l)};
        xmlDocPtr doc = has_locale(t, c.lang) ? translation(t, a, c.lang, diag) : NULL;
        struct xliff kept = xliff_units(a, doc);
        xmlNodePtr file = xliff_child(xmlDocGetRootElement(all), "file");

        for (; file && has_locale(t, c.lang); file = xliff_next(file->next, "file")) {
            count_file(a, file, &units, &kept, &c);
            each(user, &c);
        }
        xmlFreeDoc(doc);
    }
    xmlFreeDoc(all);
    arena_free(a);
    return all != NULL;
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
