/* The document that a reader gets: in the reader's language where its translation may be printed,
 * else in Swedish, easy to read where there is such an edition, under a notice in the reader's
 * language; as a draft, with what there is; in two languages, side by side. */
#include "transform/engine.h"
#include "transform/grove.h"
#include "transform/xliff.h"

#include "base/dir.h"

#include <string.h>

/* ---- languages ------------------------------------------------------------------------------ */

static bool is_swedish(const char *lang)
{
    return strcmp(lang, "sv") == 0;
}

/* Whether documents can be made in this language. */
static bool usable(struct transform *t, const char *lang)
{
    struct arena *a = arena_new();
    bool yes = locale_find(t->locales, lang) &&
               (is_swedish(lang) || dir_is_file(arena_printf(a, "%s/lang/%s.xlf", t->home, lang)));

    arena_free(a);
    return yes;
}

const char *transform_view_lang(struct transform *t, const struct _xmlDoc *view)
{
    const char *lang = transform_root_attribute(view, "lang");

    return lang && usable(t, lang) ? locale_lang(locale_find(t->locales, lang)) : "sv";
}

/* Whether lang/locales.xml names the kind in a list of its root. */
static bool is_listed(struct transform *t, const char *list, const char *kind)
{
    struct arena *a = arena_new();
    xmlNodePtr root = locale_node(locale_first(t->locales))->parent;
    bool yes = language_listed(xliff_attribute(a, root, list), kind);

    arena_free(a);
    return yes;
}

/* The second language, NULL for none: Swedish where the second asked for is the first already. */
static const char *second_language(struct transform *t, const struct transform_job *job)
{
    if (!job->with || !*job->with || !is_listed(t, "parallel", job->kind))
        return NULL;
    if (strcmp(job->with, job->lang) != 0)
        return job->with;
    return is_swedish(job->lang) ? NULL : "sv";
}

/* ---- gaps ----------------------------------------------------------------------------------- */

/* Takes out the marks of units without a translation; true if there was one. */
static bool take_gaps(xmlNodePtr node)
{
    bool found = false;

    for (; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE) {
            found |= grove_drop_attribute(node, "gap");
            found |= take_gaps(node->children);
        }
    return found;
}

/* One document in one language. *gaps: whether it lacks a translation that may be printed. */
static xmlDocPtr one(struct transform *t, const struct transform_job *job, const char *lang,
                     xmlDocPtr view, bool *gaps, struct diag *diag)
{
    struct transform_job in = *job;
    xmlDocPtr doc;

    in.lang = lang;
    doc = engine_document_in(t, &in, view, diag);
    *gaps = doc && take_gaps(xmlDocGetRootElement(doc));
    return doc;
}

/* ---- what stands round it ------------------------------------------------------------------- */

/* A copy: a document's names live in a dictionary of its own. */
static void take_root(xmlNodePtr to, xmlDocPtr doc)
{
    xmlNodePtr root = doc ? xmlDocGetRootElement(doc) : NULL;
    xmlNodePtr copy = root ? xmlDocCopyNode(root, to->doc, 1) : NULL;

    if (copy)
        xmlAddChild(to, copy);
    transform_doc_free(doc);
}

/* Notices, the mark of a draft, and the two languages: reader.xsl. Takes over both documents. */
static xmlDocPtr put_together(struct transform *t, const struct transform_job *job, xmlDocPtr first,
                              xmlDocPtr second, const char *missing, bool draft, struct diag *diag)
{
    xmlDocPtr all = xmlNewDoc((const xmlChar *)"1.0"), result;
    xmlNodePtr root = xmlNewDocNode(all, NULL, (const xmlChar *)"reading", NULL);

    xmlDocSetRootElement(all, root);
    if (missing)
        xmlNewProp(root, (const xmlChar *)"missing", (const xmlChar *)missing);
    if (draft)
        xmlNewProp(root, (const xmlChar *)"draft", (const xmlChar *)"yes");
    take_root(root, first);
    take_root(root, second);
    result = engine_reading(t, job, all, diag);
    xmlFreeDoc(all);
    return result;
}

/* The Swedish text in the place of one that cannot be printed. */
static xmlDocPtr fall_back(struct transform *t, const struct transform_job *job,
                           const char *missing, xmlDocPtr view, struct diag *diag)
{
    struct transform_job in = *job;
    bool gaps;
    xmlDocPtr doc;

    if (engine_has_edition(t, job->kind, "easy"))
        in.style = "easy";
    in.lang = "sv";
    doc = one(t, &in, "sv", view, &gaps, diag);
    return doc ? put_together(t, &in, doc, NULL, missing, false, diag) : NULL;
}

/* A kind that is never translated would be Swedish from its first word, set as another language. A
 * text that nobody has checked is not for those whom a fault could put in danger. */
static bool may_be_draft(struct transform *t, const char *kind, const struct _xmlDoc *view)
{
    const char *protection = transform_root_attribute(view, "protected");

    return (is_listed(t, "letters", kind) || is_listed(t, "leaflets", kind)) &&
           !(protection && strcmp(protection, "yes") == 0);
}

struct _xmlDoc *transform_document(struct transform *t, const struct transform_job *job,
                                   struct _xmlDoc *view, struct diag *diag)
{
    struct transform_job in = *job;
    const char *with;
    bool gaps = false, gaps_too = false;
    xmlDocPtr first, second = NULL;

    in.lang = transform_view_lang(t, view);
    in.draft = job->draft && may_be_draft(t, job->kind, view);
    with = second_language(t, &in);
    first = one(t, &in, in.lang, view, &gaps, diag);
    if (first && with)
        second = one(t, &in, with, view, &gaps_too, diag);
    if (!first || (with && !second)) {
        transform_doc_free(first);
        return NULL;
    }
    if ((gaps || gaps_too) && !in.draft) {
        transform_doc_free(first);
        transform_doc_free(second);
        return fall_back(t, &in, gaps ? in.lang : with, view, diag);
    }
    if (!second && !(in.draft && !is_swedish(in.lang)))
        return first;
    return put_together(t, &in, first, second, NULL, in.draft, diag);
}
