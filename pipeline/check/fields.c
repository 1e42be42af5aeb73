/* Fields: the table of fields.def, and the rules for protected cases and protected parties. */
#include "check/fields.h"

#include <string.h>

enum {
    PERSON = 1,
    CHILD = 2,
    GUARDIAN = 4,
    REPRESENTATIVE = 8,
    RELATIVE = 16,
    UNIT = 32,
    OWN = 64, /* only to the party that the field belongs to */
    ALL = 128 /* the office, too */
};

struct field {
    const char *above, *leaf;
    enum shape shape;
    unsigned readers;
    const char *kind;
};

static const struct field fields[] = {
#define FIELD(above, leaf, shape, readers, kind) {above, leaf, SHAPE_##shape, readers, kind},
#include "check/fields.def"
#undef FIELD
};
enum { ROWS = sizeof fields / sizeof *fields };
_Static_assert((int)ROWS <= (int)FIELD_ROWS, "FIELD_ROWS is too small");

static bool is(const xmlChar *a, const char *b)
{
    return a && *a == (xmlChar)*b && strcmp((const char *)a, b) == 0;
}

static const xmlChar *attribute_of(const xmlNode *node, const char *name)
{
    if (node)
        for (const xmlAttr *a = node->properties; a; a = a->next)
            if (!a->ns && is(a->name, name))
                return a->children ? a->children->content : (const xmlChar *)"";
    return NULL;
}

static bool is_element(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE && is(node->name, name);
}

static const xmlNode *child(const xmlNode *parent, const char *name)
{
    if (parent)
        for (const xmlNode *n = parent->children; n; n = n->next)
            if (is_element(n, name))
                return n;
    return NULL;
}

/* ---- the reader ------------------------------------------------------------------------------ */

static unsigned role_of(const xmlChar *class)
{
    static const struct {
        const char *class;
        unsigned role;
    } roles[] = {{"person", PERSON},
                 {"child", PERSON | CHILD},
                 {"guardian", GUARDIAN},
                 {"representative", REPRESENTATIVE},
                 {"relative", RELATIVE}};

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (is(class, roles[i].class))
            return roles[i].role;
    return UNIT;
}

struct reader reader_of(const struct secret_job *job)
{
    struct reader r = {.job = job};
    const xmlNode *parties = child(xmlDocGetRootElement((xmlDocPtr)job->source), "parties");
    int n = 0;

    if (parties && job->recipient > 0)
        for (const xmlNode *p = parties->children; p && !r.party; p = p->next)
            if (is_element(p, "party") && !is(attribute_of(p, "receives"), "no") &&
                ++n == job->recipient)
                r.party = p;
    if (r.party) {
        r.role = role_of(attribute_of(r.party, "class"));
        r.party_key = attribute_of(r.party, "id");
    }
    return r;
}

/* ---- which field it is ----------------------------------------------------------------------- */

/* A letter asks for hundreds of fields: leaves of the same length and first letter are chained. */
static unsigned chain_of(char first, size_t n)
{
    return ((unsigned char)first * 5U + (unsigned)n) % FIELD_CHAINS;
}

struct field_rows field_rows(void)
{
    struct field_rows r = {0};

    for (size_t i = ROWS; i-- > 0;) { /* from the end: the first row comes to stand first */
        unsigned chain = chain_of(*fields[i].leaf, strlen(fields[i].leaf));

        r.next[i] = r.first[chain];
        r.first[chain] = (uint8_t)(i + 1);
    }
    return r;
}

/* Whether the names of node and its ancestors end in path, which may be empty. */
static bool stands_below(const xmlNode *node, const char *path)
{
    const char *end = path + strlen(path);

    while (end > path) {
        const char *start = end;
        size_t n;

        while (start > path && start[-1] != '/')
            start--;
        n = (size_t)(end - start);
        if (!node || node->type != XML_ELEMENT_NODE || strlen((const char *)node->name) != n ||
            memcmp(node->name, start, n) != 0)
            return false;
        node = node->parent;
        end = start > path ? start - 1 : path;
    }
    return true;
}

static const struct field *find(const struct field_rows *r, const xmlNode *element,
                                const xmlAttr *attribute)
{
    const char *leaf = (const char *)(attribute ? attribute->name : element->name);
    const xmlNode *above = attribute ? element : element->parent;
    size_t sign = attribute ? 1 : 0; /* @ */
    unsigned chain = chain_of(attribute ? '@' : *leaf, strlen(leaf) + sign);

    for (unsigned i = r->first[chain]; i; i = r->next[i - 1]) {
        const struct field *f = &fields[i - 1];

        if ((*f->leaf == '@') == (attribute != NULL) && strcmp(f->leaf + sign, leaf) == 0 &&
            stands_below(above, f->above))
            return f;
    }
    return NULL;
}

/* The party element that the node stands in, NULL: none. */
static const xmlNode *party_around(const xmlNode *node)
{
    while (node && node->type == XML_ELEMENT_NODE && !is_element(node, "party"))
        node = node->parent;
    return node && node->type == XML_ELEMENT_NODE ? node : NULL;
}

struct field_place field_place(const struct field_rows *rows, const xmlNode *element,
                               const xmlAttr *attribute)
{
    struct field_place place = {.element = element};
    const xmlChar *protection;

    if (!attribute && is_element(element, "p")) /* a paragraph of a text */
        place.element = element->parent;
    place.field = find(rows, place.element, attribute);
    place.shape = place.field ? place.field->shape : SHAPE_PROSE;
    place.party = party_around(place.element);
    protection = attribute_of(place.party, "protection");
    place.protected = protection && !is(protection, "none");
    return place;
}

/* ---- whether it is secret -------------------------------------------------------------------- */

static bool is_own(const struct reader *r, const xmlNode *node)
{
    if (!r->party)
        return false;
    for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
        const xmlChar *key = attribute_of(node, "party");

        if (node == r->party || (key && xmlStrEqual(key, r->party_key)))
            return true;
    }
    return false;
}

/* Of a protected case two things are on paper: the number on the inner envelope, and the numbers of
 * functions on the call sheet. */
static bool strict_lets_through(const struct reader *r, const struct field_place *at)
{
    if (!at->field)
        return false;
    if (at->shape == SHAPE_NUMBER || at->shape == SHAPE_DATE) /* the date is part of the number */
        return strcmp(r->job->kind, "labels") == 0;
    return at->shape == SHAPE_PHONE && strcmp(r->job->kind, "call-sheet") == 0 &&
           (child(at->party, "unit") || child(at->party, "principal"));
}

static bool ordinary_lets_through(const struct reader *r, const struct field_place *at)
{
    const struct field *f = at->field;

    if (!f || (f->readers & (ALL | r->role)))
        return true;
    if ((f->readers & OWN) && is_own(r, at->element))
        return true;
    return !r->party && *f->kind && strncmp(r->job->kind, f->kind, strlen(f->kind)) == 0;
}

bool field_is_secret(const struct reader *r, const struct field_place *at)
{
    if (at->shape == SHAPE_CODE)
        return false;
    if (r->job->strict)
        return !strict_lets_through(r, at);
    return (at->protected && at->party != r->party) || !ordinary_lets_through(r, at);
}
