/* The facts of a case that checks need: whose names and which places it holds. */
#include "check/exam.h"

#include <libxml/tree.h>
#include <string.h>

static bool named(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static const xmlNode *child(const xmlNode *node, const char *name)
{
    for (node = node ? node->children : NULL; node; node = node->next)
        if (named(node, name))
            return node;
    return NULL;
}

static const char *text_of(const xmlNode *node)
{
    return node && node->children && node->children->content ? (const char *)node->children->content
                                                             : "";
}

static const char *attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, name) == 0)
            return a->children ? (const char *)a->children->content : "";
    return NULL;
}

/* ---- protection ----------------------------------------------------------------------------- */

static bool shields(const char *value, bool missing)
{
    return value ? strcmp(value, "none") != 0 : missing;
}

bool check_is_protected(const struct _xmlDoc *doc)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDocPtr)doc);
    const xmlNode *person = child(root, "person"), *parties = child(root, "parties");

    if (!person || shields(attribute(person, "protection"), true))
        return true;
    for (const xmlNode *p = parties ? parties->children : NULL; p; p = p->next)
        if (named(p, "party") && shields(attribute(p, "protection"), false))
            return true;
    return false;
}

/* ---- names ---------------------------------------------------------------------------------- */

/* The words of a value, each as it is and with a genitive s, into a table in small letters. */
static void add_words(struct exam *x, struct table *table, const char *value)
{
    static const char between[] = " \t\r\n,./()\"";
    char *copy = arena_strdup(x->arena, value), *state;

    for (char *w = strtok_r(copy, between, &state); w; w = strtok_r(NULL, between, &state)) {
        char *low = text_lower(w, x->arena);

        *table_enter(table, low) = low;
        *table_enter(table, arena_printf(x->arena, "%ss", low)) = low;
        for (char *dash = strchr(low, '-'); dash; dash = strchr(low, '-')) {
            *dash = '\0';
            *table_enter(table, low) = low;
            low = dash + 1;
        }
        *table_enter(table, low) = low;
        *table_enter(table, arena_printf(x->arena, "%ss", low)) = low;
    }
}

/* "a.l." of Antti Lahdenperä */
static const char *initials_of(struct exam *x, const char *given, const char *family)
{
    char *g = text_lower(given, x->arena), *f = text_lower(family, x->arena);

    if ((unsigned char)*g >= 0x80 || (unsigned char)*f >= 0x80 || !*g || !*f)
        return "";
    return arena_printf(x->arena, "%c.%c.", *g, *f);
}

static void of_person(struct exam *x, const xmlNode *person)
{
    const xmlNode *name = child(person, "name");

    add_words(x, &x->own_names, text_of(child(name, "given")));
    add_words(x, &x->own_names, text_of(child(name, "family")));
    x->initials = initials_of(x, text_of(child(name, "given")), text_of(child(name, "family")));
    x->easy = strcmp(text_of(child(person, "style")), "easy") == 0;
}

/* ---- places --------------------------------------------------------------------------------- */

static void add_place(struct exam *x, const char *value)
{
    char *state, *copy = text_lower(value, x->arena);
    char *first = strtok_r(copy, " \t\r\n,", &state);
    const char **rest;
    struct phrase *p;
    size_t cap = 4;
    void **at;

    if (!first || strlen(first) < 3)
        return;
    p = arena_new_of(x->arena, struct phrase);
    rest = arena_array(x->arena, const char *, cap);
    for (char *w = strtok_r(NULL, " \t\r\n,", &state); w; w = strtok_r(NULL, " \t\r\n,", &state))
        *arena_push(x->arena, rest, p->nrest, cap) = w;
    p->rest = rest;
    at = table_enter(&x->places, first);
    p->next = *at;
    *at = p;
}

static bool is_place(const xmlNode *node)
{
    static const char *const places[] = {"street", "town", "municipality", "health-centre",
                                         "unit",   "ward", "room"};

    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (named(node, places[i]))
            return true;
    return (named(node, "name") && node->parent && named(node->parent, "place")) ||
           named(node, "principal");
}

/* The first word of "Tierps kommun" is a place, and what it is the genitive of. */
static void add_municipality(struct exam *x, const char *value)
{
    size_t n = strcspn(value, " ");
    char *first = arena_strndup(x->arena, value, n);

    if (!strstr(value, " kommun"))
        return;
    add_place(x, first);
    if (n > 3 && first[n - 1] == 's')
        add_place(x, arena_strndup(x->arena, first, n - 1));
}

/* ---- the tree ------------------------------------------------------------------------------- */

static void add_phone(struct exam *x, const char *value)
{
    char *digits = arena_strdup(x->arena, value), *p = digits;

    for (; *value; value++)
        if (*value >= '0' && *value <= '9')
            *p++ = *value;
    *p = '\0';
    *table_enter(&x->phones, digits) = digits;
}

static bool of_office(const xmlNode *phone)
{
    return !named(phone->parent, "person") && !child(phone->parent, "relation") &&
           !(named(phone->parent, "party") && child(phone->parent, "name"));
}

static void of_element(struct exam *x, const xmlNode *node, bool person)
{
    if (named(node, "given") && !person)
        add_words(x, &x->other_names, text_of(node));
    if (named(node, "given") || named(node, "family") || named(node, "attention") ||
        named(node, "title") || is_place(node))
        add_words(x, &x->known, text_of(node));
    if (named(node, "phone") && of_office(node))
        add_phone(x, text_of(node));
    if (x->protected && is_place(node)) {
        add_place(x, text_of(node));
        add_municipality(x, text_of(node));
    }
    if (named(node, "party") && attribute(node, "class") &&
        strcmp(attribute(node, "class"), "child") == 0)
        x->child = true;
}

static void walk(struct exam *x, const xmlNode *node, bool person)
{
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        of_element(x, node, person || named(node, "person"));
        walk(x, node->children, person || named(node, "person"));
    }
}

void exam_facts(struct exam *x)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDocPtr)x->file->doc);

    x->initials = "";
    of_person(x, child(root, "person"));
    walk(x, root->children, false);
}
