/* Location paths: the nodes that steps lead to.
 *
 * Most paths are asked only whether they lead anywhere, to a node that is equal to something, or
 * for the first string. Those are walked depth first and no set is made (path_visit). For a set,
 * steps are taken one after the other. From one node, all axes give their nodes in document order
 * (the reverse axes are turned round). From several, child and attribute keep the order if none of
 * them is an ancestor of another, which struct nodes remembers; all else is sorted. */
#include "transform/path.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

/* More than any document of ours needs, less than would hurt. */
static const long most_work = 200000000;

void nodes_add(struct machine *m, struct nodes *set, xmlNodePtr node)
{
    if (set->n == set->cap) {
        int cap = set->cap ? set->cap * 2 : 4;
        xmlNodePtr *at = arena_array(m->arena, xmlNodePtr, (size_t)cap);

        if (set->n)
            memcpy(at, set->at, (size_t)set->n * sizeof(void *));
        set->at = at;
        set->cap = cap;
    }
    set->at[set->n++] = node;
}

static int by_order(const void *a, const void *b)
{
    xmlNodePtr x = *(const xmlNodePtr *)a, y = *(const xmlNodePtr *)b;
    int order = x == y ? 0 : xmlXPathCmpNodes(x, y);

    if (order == -2) /* of two documents: any order, but always the same */
        return (uintptr_t)x->doc < (uintptr_t)y->doc ? -1 : 1;
    return -order;
}

void nodes_sort(struct nodes *set)
{
    int n = 0;

    if (set->n > 1)
        qsort(set->at, (size_t)set->n, sizeof(void *), by_order);
    for (int i = 0; i < set->n; i++)
        if (!n || set->at[n - 1] != set->at[i])
            set->at[n++] = set->at[i];
    set->n = n;
}

/* ---- tests --------------------------------------------------------------------------------- */

static bool same(const char *a, const xmlChar *b)
{
    return a == (const char *)b || (b && *a == (char)*b && strcmp(a, (const char *)b) == 0);
}

static bool in_namespace(const char *href, const xmlNs *ns)
{
    return href ? ns && same(href, ns->href) : !ns;
}

bool path_test(const struct step *s, const xmlNode *node)
{
    bool named = node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE;

    switch (s->test) {
    case TEST_NAME:
        return named && same(s->name, node->name) && in_namespace(s->href, node->ns);
    case TEST_NAMESPACE:
        return named && in_namespace(s->href, node->ns);
    case TEST_ANY:
        return named;
    case TEST_TEXT:
        return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    case TEST_COMMENT:
        return node->type == XML_COMMENT_NODE;
    case TEST_NODE:
        return true;
    }
    return false;
}

/* ---- axes ---------------------------------------------------------------------------------- */

/* Attributes have text below them, which is no child in XPath. */
static xmlNodePtr first_child(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE || node->type == XML_DOCUMENT_NODE ||
                   node->type == XML_DOCUMENT_FRAG_NODE
               ? node->children
               : NULL;
}

static xmlNodePtr next_below(xmlNodePtr node, const xmlNode *top)
{
    xmlNodePtr below = first_child(node);

    if (below)
        return below;
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? NULL : node->next;
}

static bool is_above(const xmlNode *node, const xmlNode *below)
{
    while (below && below != node)
        below = below->parent;
    return below == node;
}

/* The one before in document order that does not hold start. */
static xmlNodePtr before(xmlNodePtr at, const xmlNode *start)
{
    if (at->type != XML_ATTRIBUTE_NODE && at->prev) {
        for (at = at->prev; first_child(at); at = at->last)
            ;
        return at;
    }
    at = at->parent;
    return at && is_above(at, start) ? before(at, start) : at;
}

/* The first on an axis: the nearest, as predicates count them. */
static xmlNodePtr first_on(enum axis axis, xmlNodePtr node)
{
    switch (axis) {
    case AXIS_CHILD:
    case AXIS_DESCENDANT:
        return first_child(node);
    case AXIS_ATTRIBUTE:
        return node->type == XML_ELEMENT_NODE ? (xmlNodePtr)node->properties : NULL;
    case AXIS_SELF:
    case AXIS_DESCENDANT_OR_SELF:
    case AXIS_ANCESTOR_OR_SELF:
        return node;
    case AXIS_PARENT:
    case AXIS_ANCESTOR:
        return node->parent;
    case AXIS_FOLLOWING_SIBLING:
        return node->type == XML_ATTRIBUTE_NODE ? NULL : node->next;
    case AXIS_PRECEDING_SIBLING:
        return node->type == XML_ATTRIBUTE_NODE ? NULL : node->prev;
    case AXIS_PRECEDING:
        return before(node, node);
    }
    return NULL;
}

static xmlNodePtr next_on(enum axis axis, xmlNodePtr at, const xmlNode *top)
{
    switch (axis) {
    case AXIS_CHILD:
    case AXIS_ATTRIBUTE:
    case AXIS_FOLLOWING_SIBLING:
        return at->next;
    case AXIS_DESCENDANT:
    case AXIS_DESCENDANT_OR_SELF:
        return next_below(at, top);
    case AXIS_ANCESTOR:
    case AXIS_ANCESTOR_OR_SELF:
        return at->parent;
    case AXIS_PRECEDING_SIBLING:
        return at->prev;
    case AXIS_PRECEDING:
        return before(at, top);
    default:
        return NULL;
    }
}

bool path_budget(struct machine *m)
{
    if (++m->work > most_work)
        m->stopped = true;
    return !m->stopped;
}

/* ---- depth first --------------------------------------------------------------------------- */

struct visit {
    const struct focus *f;
    const struct path *p;
    bool (*each)(void *user, xmlNodePtr node);
    void *user;
};

static bool all_true(const struct focus *f, const struct predicates *where, xmlNodePtr node)
{
    struct focus inner = {f->m, node, f->current, 1, 1};

    for (size_t i = 0; i < where->n; i++)
        if (!path_true(&inner, where->at[i]))
            return false;
    return true;
}

static bool visit_from(const struct visit *v, xmlNodePtr node, size_t i)
{
    const struct step *s = &v->p->steps[i];

    if (i == v->p->nsteps)
        return v->each(v->user, node);
    for (xmlNodePtr at = first_on(s->axis, node); at && path_budget(v->f->m);
         at = next_on(s->axis, at, node))
        if (path_test(s, at) && all_true(v->f, &s->where, at) && visit_from(v, at, i + 1))
            return true;
    return false;
}

static void turn(struct nodes *set, int from)
{
    for (int i = from, k = set->n - 1; i < k; i++, k--) {
        xmlNodePtr node = set->at[i];

        set->at[i] = set->at[k];
        set->at[k] = node;
    }
}

/* ---- sets ---------------------------------------------------------------------------------- */

void path_filter(const struct focus *f, const struct predicates *where, struct nodes *set)
{
    for (size_t i = 0; i < where->n && set->n; i++) {
        struct focus inner = *f;
        int kept = 0;

        inner.last = set->n;
        for (int k = 0; k < set->n; k++) {
            struct value v;

            inner.node = set->at[k];
            inner.position = k + 1;
            v = path_value(&inner, where->at[i]);
            if (v.type == VALUE_NUMBER ? v.as.number == k + 1 : value_true(&v))
                set->at[kept++] = set->at[k];
        }
        set->n = kept;
    }
}

/* One step from one node. */
static void take_step(const struct focus *f, const struct step *s, xmlNodePtr node,
                      struct nodes *out)
{
    struct nodes own = {0}, *to = s->where.n ? &own : out;
    int before = out->n;

    for (xmlNodePtr at = first_on(s->axis, node); at && path_budget(f->m);
         at = next_on(s->axis, at, node))
        if (path_test(s, at))
            nodes_add(f->m, to, at);
    if (s->where.n) {
        path_filter(f, &s->where, &own);
        for (int i = 0; i < own.n; i++)
            nodes_add(f->m, out, own.at[i]);
    }
    if (s->axis >= AXIS_ANCESTOR)
        turn(out, before);
}

static bool stays_flat(enum axis axis, bool single)
{
    return axis == AXIS_CHILD || axis == AXIS_ATTRIBUTE || axis == AXIS_SELF ||
           (single && (axis == AXIS_PARENT || axis == AXIS_FOLLOWING_SIBLING ||
                       axis == AXIS_PRECEDING_SIBLING));
}

static xmlNodePtr root_of(const struct focus *f)
{
    xmlNodePtr node = f->node;

    if (node == f->m->root || (node->doc && node->doc == f->m->root->doc))
        return f->m->root;
    while (node->parent)
        node = node->parent;
    return node;
}

static bool is_plain(const struct path *p, enum axis most)
{
    for (size_t i = 0; i < p->nsteps; i++)
        if (p->steps[i].by_place || p->steps[i].axis > most)
            return false;
    return true;
}

bool path_visit(const struct focus *f, const struct path *p, bool ordered,
                bool (*each)(void *user, xmlNodePtr node), void *user, bool *found)
{
    struct visit v = {f, p, each, user};
    struct nodes from;

    if (p->op != PATH_STEPS || !is_plain(p, ordered ? AXIS_SELF : AXIS_PRECEDING))
        return false;
    *found = false;
    if (!p->a) {
        *found = visit_from(&v, p->from_root ? root_of(f) : f->node, 0);
        return true;
    }
    from = path_nodes(f, p->a);
    if (ordered && !from.flat)
        return false;
    for (int i = 0; i < from.n && !*found; i++)
        *found = visit_from(&v, from.at[i], 0);
    return true;
}

struct nodes path_walk(const struct focus *f, const struct path *p)
{
    xmlNodePtr start = p->a ? NULL : p->from_root ? root_of(f) : f->node;
    struct nodes from = {.at = &start, .n = 1, .flat = true};

    if (p->a)
        from = path_nodes(f, p->a);
    for (size_t i = 0; i < p->nsteps; i++) {
        const struct step *s = &p->steps[i];
        struct nodes to = {.flat = from.n <= 1 || from.flat};
        bool plain = from.n <= 1 ||
                     (from.flat && (s->axis == AXIS_CHILD || s->axis == AXIS_ATTRIBUTE)) ||
                     s->axis == AXIS_SELF;

        for (int k = 0; k < from.n; k++)
            take_step(f, s, from.at[k], &to);
        to.flat = to.flat && stays_flat(s->axis, from.n <= 1);
        if (!plain)
            nodes_sort(&to);
        from = to;
    }
    if (from.at == &start) { /* the root alone */
        from = (struct nodes){.flat = true};
        nodes_add(f->m, &from, start);
    }
    return from;
}
