/* Values of XPath and what they are as another type (section 4 of the Recommendation). */
#include "transform/path.h"

#include <libxml/tree.h>
#include <math.h>
#include <string.h>

/* ---- nodes --------------------------------------------------------------------------------- */

static bool is_text(const xmlNode *n)
{
    return n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE;
}

static bool holds(const xmlNode *n)
{
    return n->type == XML_ELEMENT_NODE || n->type == XML_DOCUMENT_NODE ||
           n->type == XML_DOCUMENT_FRAG_NODE || n->type == XML_ATTRIBUTE_NODE;
}

/* The next in document order below top; NULL at the end. */
static const xmlNode *next_below(const xmlNode *n, const xmlNode *top)
{
    if (holds(n) && n->children)
        return n->children;
    while (n != top && !n->next)
        n = n->parent;
    return n == top ? NULL : n->next;
}

static char *joined(struct machine *m, const xmlNode *top)
{
    size_t len = 0;
    char *all, *at;

    for (const xmlNode *n = top; n; n = next_below(n, top))
        if (is_text(n) && n->content)
            len += strlen((const char *)n->content);
    all = at = arena_alloc(m->arena, len + 1);
    for (const xmlNode *n = top; n; n = next_below(n, top))
        if (is_text(n) && n->content)
            at = stpcpy(at, (const char *)n->content);
    return all;
}

const char *node_string(struct machine *m, const xmlNode *node)
{
    const xmlNode *only;

    if (!holds(node))
        return node->content ? (const char *)node->content : "";
    only = node->children;
    if (!only)
        return "";
    if (!only->next && is_text(only)) /* most elements and all attributes hold one text */
        return only->content ? (const char *)only->content : "";
    return joined(m, node);
}

/* ---- values -------------------------------------------------------------------------------- */

const char *integer_string(struct machine *m, long n)
{
    char digits[24], *at = digits + sizeof digits;
    unsigned long rest = n < 0 ? -(unsigned long)n : (unsigned long)n;

    do
        *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (n < 0)
        *--at = '-';
    return arena_strndup(m->arena, at, (size_t)(digits + sizeof digits - at));
}

const char *number_string(struct machine *m, double n)
{
    xmlChar *other;
    const char *copy;

    if (fabs(n) < 1e9 && n == (double)(long)n)
        return integer_string(m, (long)n);
    other = xmlXPathCastNumberToString(n);
    copy = arena_strdup(m->arena, other ? (const char *)other : "");
    xmlFree(other);
    return copy;
}

bool value_true(const struct value *v)
{
    switch (v->type) {
    case VALUE_NODES:
        return v->as.nodes.n > 0;
    case VALUE_STRING:
        return v->as.string[0] != '\0';
    case VALUE_NUMBER:
        return v->as.number < 0 || v->as.number > 0; /* not NaN either */
    case VALUE_BOOLEAN:
        return v->as.boolean;
    }
    return false;
}

const char *value_string(struct machine *m, const struct value *v)
{
    switch (v->type) {
    case VALUE_NODES:
        return v->as.nodes.n ? node_string(m, v->as.nodes.at[0]) : "";
    case VALUE_STRING:
        return v->as.string;
    case VALUE_NUMBER:
        return number_string(m, v->as.number);
    case VALUE_BOOLEAN:
        return v->as.boolean ? "true" : "false";
    }
    return "";
}

double value_number(struct machine *m, const struct value *v)
{
    if (v->type == VALUE_NUMBER)
        return v->as.number;
    if (v->type == VALUE_BOOLEAN)
        return v->as.boolean;
    return xmlXPathCastStringToNumber((const xmlChar *)value_string(m, v));
}

/* ---- comparing (section 3.4) ---------------------------------------------------------------- */

static bool compare_numbers(enum path_op op, double a, double b)
{
    switch (op) {
    case PATH_EQ:
        return a == b;
    case PATH_NE:
        return a != b;
    case PATH_LE:
        return a <= b;
    case PATH_LT:
        return a < b;
    case PATH_GE:
        return a >= b;
    default:
        return a > b;
    }
}

static bool is_equality(enum path_op op)
{
    return op == PATH_EQ || op == PATH_NE;
}

/* Neither is a node-set. */
static bool compare_simple(struct machine *m, enum path_op op, const struct value *a,
                           const struct value *b)
{
    if (!is_equality(op))
        return compare_numbers(op, value_number(m, a), value_number(m, b));
    if (a->type == VALUE_BOOLEAN || b->type == VALUE_BOOLEAN)
        return (value_true(a) == value_true(b)) == (op == PATH_EQ);
    if (a->type == VALUE_NUMBER || b->type == VALUE_NUMBER)
        return compare_numbers(op, value_number(m, a), value_number(m, b));
    return (strcmp(a->as.string, b->as.string) == 0) == (op == PATH_EQ);
}

/* Holds if it does for one node, or, where both are node-sets, for one pair. */
static bool compare(struct machine *m, enum path_op op, const struct value *a,
                    const struct value *b)
{
    const struct nodes *left = a->type == VALUE_NODES ? &a->as.nodes : NULL;
    const struct nodes *right = b->type == VALUE_NODES ? &b->as.nodes : NULL;
    struct value s = {.type = VALUE_STRING};
    bool found = false;

    if ((left && b->type == VALUE_BOOLEAN) || (right && a->type == VALUE_BOOLEAN)) {
        struct value x = {VALUE_BOOLEAN, {.boolean = value_true(a)}};
        struct value y = {VALUE_BOOLEAN, {.boolean = value_true(b)}};

        return compare_simple(m, op, &x, &y);
    }
    if (!left && !right)
        return compare_simple(m, op, a, b);
    for (int i = 0; i < (left ? left : right)->n && !found; i++) {
        s.as.string = node_string(m, (left ? left : right)->at[i]);
        found = !left ? compare_simple(m, op, a, &s) : compare(m, op, &s, b);
    }
    return found;
}

struct against {
    struct machine *m;
    enum path_op op;
    const struct value *other;
    bool turned; /* the node stands on the right */
};

static bool compare_node(void *user, xmlNodePtr node)
{
    const struct against *a = user;
    struct value s = {VALUE_STRING, {.string = node_string(a->m, node)}};

    return a->turned ? compare(a->m, a->op, a->other, &s) : compare(a->m, a->op, &s, a->other);
}

/* A path on one side is compared node by node, unless it is one truth as a whole. */
static bool visited(const struct focus *f, const struct path *p, bool turned, bool *found)
{
    const struct path *path = turned ? p->b : p->a, *rest = turned ? p->a : p->b;
    struct against a = {f->m, p->op, NULL, turned};
    struct value other;

    if (path->op != PATH_STEPS)
        return false;
    other = path_value(f, rest);
    a.other = &other;
    return other.type != VALUE_BOOLEAN && path_visit(f, path, false, compare_node, &a, found);
}

bool path_compare(const struct focus *f, const struct path *p)
{
    struct value a, b;
    bool found;

    if (visited(f, p, false, &found) || visited(f, p, true, &found))
        return found;
    a = path_value(f, p->a);
    b = path_value(f, p->b);
    return compare(f->m, p->op, &a, &b);
}
