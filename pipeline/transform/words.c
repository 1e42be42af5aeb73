/* The words that a document holds without being told by the case: of its template, its language and
 * its region. */
#include "transform/engine.h"

#include "transform/date.h"

#include <string.h>

enum { DEEPEST = 100 };

static void add(struct buf *out, const xmlChar *text)
{
    const char *s = (const char *)text;

    if (!s || !s[strspn(s, " \t\r\n")])
        return;
    buf_str(out, s);
    buf_char(out, '\n');
}

static bool is(const xmlNode *node, const char *name)
{
    return strcmp((const char *)node->name, name) == 0;
}

/* A letterhead of one principal: it is not printed on papers about protected persons. */
static bool is_local(const xmlNode *node)
{
    return is(node, "letterhead") && xmlHasProp((xmlNodePtr)node, (const xmlChar *)"principal");
}

static void add_texts(const xmlNode *node, bool neutral, int depth, struct buf *out)
{
    for (; node && depth < DEEPEST; node = node->next) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            add(out, node->content);
        if (node->type != XML_ELEMENT_NODE || (neutral && is_local(node)))
            continue;
        for (const xmlAttr *a = node->properties; a; a = a->next)
            if (a->children)
                add(out, a->children->content);
        add_texts(node->children, neutral, depth + 1, out);
    }
}

static void add_file(struct transform *t, const char *relative, struct buf *out, struct diag *diag)
{
    xmlDocPtr doc = engine_document(t, relative, diag);

    if (doc)
        add_texts(xmlDocGetRootElement(doc), false, 0, out);
}

/* Months and days of the week, as dates are written. */
static void add_dates(struct transform *t, const char *lang, struct buf *out)
{
    struct locale *l = locale_find(t->locales, lang);

    for (int i = 1; l && i <= 12; i++) {
        locale_date(l, (struct date){2024, i, i}, "weekday", out);
        buf_char(out, '\n');
    }
}

static void add_language(struct transform *t, struct arena *a, const char *lang, struct buf *out,
                         struct diag *diag)
{
    add_dates(t, lang, out);
    add_file(t, arena_printf(a, "lang/%s.xlf", lang), out, diag);
}

void transform_template_words(struct transform *t, const struct transform_job *job,
                              const char *lang, struct buf *out, struct diag *diag)
{
    struct arena *a = arena_new();

    add_file(t, arena_printf(a, "templates/documents/%s.xml", job->kind), out, diag);
    add_file(t, arena_printf(a, "templates/documents/%s.easy.xml", job->kind), out, diag);
    add_file(t, "lang/locales.xml", out, diag);
    add_file(t, "templates/laws.xml", out, diag);
    add_language(t, a, lang ? lang : "sv", out, diag);
    if (job->with && *job->with)
        add_language(t, a, job->with, out, diag);
    arena_free(a);
}

void transform_region_words(const struct transform_job *job, bool neutral, struct buf *out)
{
    add_texts(xmlDocGetRootElement((xmlDocPtr)job->profile), neutral, 0, out);
}
