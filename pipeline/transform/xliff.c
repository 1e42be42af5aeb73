/* Units of XLIFF 1.2: what they say, and how far their translation has come. */
#include "transform/xliff.h"

#include <string.h>

bool xliff_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0 &&
           node->ns && strcmp((const char *)node->ns->href, XLIFF_NS) == 0;
}

xmlNodePtr xliff_next(xmlNodePtr node, const char *name)
{
    while (node && !xliff_is(node, name))
        node = node->next;
    return node;
}

xmlNodePtr xliff_child(xmlNodePtr node, const char *name)
{
    return node ? xliff_next(node->children, name) : NULL;
}

const char *xliff_attribute(struct arena *a, xmlNodePtr node, const char *name)
{
    xmlChar *value = node ? xmlGetNoNsProp(node, (const xmlChar *)name) : NULL;
    const char *copy = value ? arena_strdup(a, (const char *)value) : "";

    xmlFree(value);
    return copy;
}

/* ---- what a unit says ----------------------------------------------------------------------- */

enum { DEEPEST = 32 };

static void put_words(struct arena *a, xmlNodePtr node, int depth, struct buf *out)
{
    for (xmlNodePtr n = node->children; n; n = n->next) {
        const char *id = n->type == XML_ELEMENT_NODE ? xliff_attribute(a, n, "id") : "";

        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
            buf_str(out, (const char *)n->content);
        } else if (xliff_is(n, "x")) {
            buf_printf(out, "{%s}", id);
        } else if (n->type == XML_ELEMENT_NODE && depth < DEEPEST) {
            buf_printf(out, "{%s<", id);
            put_words(a, n, depth + 1, out);
            buf_printf(out, ">%s}", id);
        }
    }
}

/* Runs of XML white space become one space, none at the ends. */
static size_t squeeze(char *s)
{
    size_t n = 0;

    for (const char *c = s; *c; c++) {
        bool space = *c == ' ' || *c == '\t' || *c == '\n' || *c == '\r';

        if (!space)
            s[n++] = *c;
        else if (n && s[n - 1] != ' ')
            s[n++] = ' ';
    }
    if (n && s[n - 1] == ' ')
        n--;
    return n;
}

const char *xliff_words(struct arena *a, xmlNodePtr node)
{
    struct buf b = BUF_INIT;
    const char *words;

    if (node)
        put_words(a, node, 0, &b);
    words = b.data ? arena_strndup(a, b.data, squeeze(b.data)) : "";
    buf_free(&b);
    return words;
}

bool xliff_has_words(const char *words)
{
    for (const char *c = words; *c; c++)
        if (strncmp(c, "–", 3) == 0)
            c += 2;
        else if (!strchr("{}<>0123456789 ,.:;!?()-", *c))
            return true;
    return false;
}

/* ---- reading -------------------------------------------------------------------------------- */

/* The content of the note that a translator or reviser signed; "" if there is none. */
static const char *signature(struct arena *a, xmlNodePtr parent, const char *from)
{
    xmlNodePtr note = xliff_child(parent, "note");

    for (; note; note = xliff_next(note->next, "note"))
        if (strcmp(xliff_attribute(a, note, "from"), from) == 0)
            return xliff_words(a, note);
    return "";
}

static const char *signed_by(struct arena *a, xmlNodePtr unit, xmlNodePtr file, const char *from)
{
    const char *own = signature(a, unit, from);

    return *own ? own : signature(a, xliff_child(file, "header"), from);
}

/* The group that holds the forms of one unit with a count. */
static xmlNodePtr plurals_of(struct arena *a, xmlNodePtr unit)
{
    xmlNodePtr group = unit->parent;

    return xliff_is(group, "group") &&
                   strcmp(xliff_attribute(a, group, "restype"), XLIFF_PLURALS) == 0
               ? group
               : NULL;
}

static void add_unit(struct arena *a, struct xliff *x, xmlNodePtr node, xmlNodePtr file)
{
    struct xliff_unit *u = arena_push(a, x->units, x->n, x->cap);

    *u = (struct xliff_unit){.node = node,
                             .source = xliff_child(node, "source"),
                             .target = xliff_child(node, "target"),
                             .id = xliff_attribute(a, node, "id"),
                             .translator = signed_by(a, node, file, "translator"),
                             .reviser = signed_by(a, node, file, "reviser"),
                             .line = (int)xmlGetLineNo(node),
                             .file = file,
                             .plurals = plurals_of(a, node)};
    u->state = xliff_attribute(a, u->target, "state");
    u->words = xliff_words(a, u->source);
    u->translated = *xliff_words(a, u->target) != '\0';
}

static void add_units(struct arena *a, struct xliff *x, xmlNodePtr parent, xmlNodePtr file,
                      int depth)
{
    for (xmlNodePtr n = parent ? parent->children : NULL; n; n = n->next)
        if (xliff_is(n, "trans-unit"))
            add_unit(a, x, n, file);
        else if (xliff_is(n, "group") && depth < DEEPEST)
            add_units(a, x, n, file, depth + 1);
}

struct xliff xliff_units(struct arena *a, xmlDocPtr doc)
{
    struct xliff x = {NULL, 0, 0};
    xmlNodePtr file = doc ? xliff_child(xmlDocGetRootElement(doc), "file") : NULL;

    for (; file; file = xliff_next(file->next, "file"))
        add_units(a, &x, xliff_child(file, "body"), file, 0);
    return x;
}

const struct xliff_unit *xliff_find(const struct xliff *x, const char *id)
{
    for (size_t i = 0; i < x->n; i++)
        if (strcmp(x->units[i].id, id) == 0)
            return &x->units[i];
    return NULL;
}

/* ---- states --------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    enum language_state state;
} states[] = {
    {"", LANGUAGE_TRANSLATED}, /* a tool that writes no states */
    {"new", LANGUAGE_MISSING},
    {"needs-translation", LANGUAGE_STALE},
    {"needs-adaptation", LANGUAGE_STALE},
    {"needs-l10n", LANGUAGE_STALE},
    {"needs-review-translation", LANGUAGE_STALE},
    {"needs-review-adaptation", LANGUAGE_STALE},
    {"needs-review-l10n", LANGUAGE_STALE},
    {"translated", LANGUAGE_TRANSLATED},
    {"signed-off", LANGUAGE_REVIEWED},
    {"final", LANGUAGE_FINAL},
};
enum { STATES = sizeof states / sizeof *states };

bool xliff_state_known(const char *state)
{
    for (int i = 0; i < STATES; i++)
        if (strcmp(states[i].name, state) == 0)
            return true;
    return false;
}

static bool two_people(const struct xliff_unit *u)
{
    return *u->translator && *u->reviser && strcmp(u->translator, u->reviser) != 0;
}

enum language_state xliff_state(const struct xliff_unit *u, const char *words)
{
    if (!u || !u->translated)
        return u && xliff_child(u->node, "alt-trans") ? LANGUAGE_STALE : LANGUAGE_MISSING;
    if (strcmp(u->words, words) != 0)
        return LANGUAGE_STALE;
    for (int i = 0; i < STATES; i++)
        if (strcmp(states[i].name, u->state) == 0)
            return states[i].state == LANGUAGE_FINAL && !two_people(u) ? LANGUAGE_REVIEWED
                                                                       : states[i].state;
    return LANGUAGE_STALE;
}
