/* Collecting the free texts of a case. Elements of the tree and start tags of the file come in the
 * same order, so the n-th of one is the n-th of the other. */
#include "check/cook.h"
#include "check/exam.h"

#include <libxml/tree.h>
#include <string.h>

struct walk {
    struct exam *x;
    void (*each)(struct exam *x, struct text *t);
    void (*raw)(struct exam *x, const struct text *t, const struct source_text *raw);
    size_t element; /* number of the next one in document order */
};

/* Where the walk stands. */
struct spot {
    const char *plain; /* path without numbers: plan/goal/text */
    const char *path;
    const char *lang;
    bool own_words;
};

static const char *attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (strcmp((const char *)a->name, name) == 0)
            return a->children ? (const char *)a->children->content : "";
    return NULL;
}

/* Elements of one name stand together: the schema says so. */
struct row {
    const xmlChar *name;
    int count;
};

/* Among siblings of the same name; 0 if there is only one. */
static int number_of(const xmlNode *node, struct row *row)
{
    const xmlNode *next = node->next;

    row->count = row->name && xmlStrEqual(row->name, node->name) ? row->count + 1 : 1;
    row->name = node->name;
    while (next && next->type != XML_ELEMENT_NODE)
        next = next->next;
    return row->count > 1 || (next && xmlStrEqual(next->name, node->name)) ? row->count : 0;
}

static struct spot enter(struct exam *x, const struct spot *parent, const xmlNode *node, int number)
{
    const char *lang = attribute(node, "lang"), *own = attribute(node, "own-words");
    const char *name = (const char *)node->name;
    struct spot s = *parent;

    s.plain = *s.plain ? arena_printf(x->arena, "%s/%s", s.plain, name) : name;
    s.path = arena_printf(x->arena, number ? "%s%s%s[%d]" : "%s%s%s", s.path, *s.path ? "/" : "",
                          name, number);
    if (lang)
        s.lang = text_lower(arena_strndup(x->arena, lang, strcspn(lang, "-_")), x->arena);
    if (own)
        s.own_words = strcmp(own, "yes") == 0;
    return s;
}

static void take(struct walk *w, const struct spot *s, const struct field *field,
                 const xmlNode *node, size_t element)
{
    struct exam *x = w->x;
    struct text t = {.path = s->path, .lang = s->lang, .field = field, .node = node};
    struct source_text raw;

    if (element >= x->source.nelements || !x->source.content[element])
        return;
    t.own_words = s->own_words || field->quoted;
    source_read(&x->source, x->source.content[element], w->raw ? SIZE_MAX : TEXT_LONGEST, &raw,
                x->scratch);
    t.cut = raw.n >= TEXT_LONGEST;
    if (w->raw) {
        w->raw(x, &t, &raw);
    } else {
        cook(&t, &raw, x->scratch);
        text_words(&t, x->rules, x->scratch);
        check_characters(x, &t, &raw);
        if (w->each)
            w->each(x, &t);
    }
    arena_reset(x->scratch);
}

/* In a free text, its paragraphs are texts of their own. */
static void visit(struct walk *w, const xmlNode *node, const struct spot *parent,
                  const struct field *of_parent)
{
    struct row row = {NULL, 0};

    for (; node; node = node->next) {
        const struct field *field = of_parent;
        size_t element = w->element;
        struct spot s;
        void **found;

        if (node->type != XML_ELEMENT_NODE)
            continue;
        w->element++;
        s = enter(w->x, parent, node, number_of(node, &row));
        found = table_find(&w->x->rules->fields, s.plain);
        if (found)
            field = *found;
        if (field)
            take(w, &s, field, node, element);
        visit(w, node->children, &s, field);
    }
}

static void all(struct walk *w)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDocPtr)w->x->file->doc);
    const char *lang = attribute(root, "lang");
    struct spot s = {"", "", "sv", false};

    w->element = 1;
    if (lang)
        s.lang = text_lower(arena_strndup(w->x->arena, lang, strcspn(lang, "-_")), w->x->arena);
    visit(w, root->children, &s, NULL);
}

void exam_texts(struct exam *x, void (*each)(struct exam *x, struct text *t))
{
    struct walk w = {.x = x, .each = each};

    all(&w);
}

void exam_raw_texts(struct exam *x, void (*each)(struct exam *x, const struct text *t,
                                                 const struct source_text *raw))
{
    struct walk w = {.x = x, .raw = each};

    all(&w);
}
