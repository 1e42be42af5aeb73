/* Location paths: the nodes that steps lead to.
 *
 * Most paths are asked only whether they lead anywhere, to a node that is equal to something, or
 * for the first string. Those are walked depth first and no set is made (path_visit). For a set,
 * steps are taken one after the other. From one node, all axes give their nodes in document order
 * (the reverse axes are turned round). From several, child and attribute keep the order if none of
 * them is an ancestor of another, which struct nodes remembers; all else is sorted. */
#include "transform/path.h"

#include "transform/grove.h"

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

static bool is_named(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE;
}

bool path_test(const struct step *s, const xmlNode *node)
{
    bool named = is_named(node);

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

static xmlNodePtr named_sibling(const struct step *s, xmlNodePtr at, long *passed)
{
    for (; at; at = at->next, ++*passed)
        if (is_named(at) && same(s->name, at->name) && in_namespace(s->href, at->ns))
            return at;
    return NULL;
}

/* From a node on, itself included, the first on the axis that the step names; NULL: none, or the
 * run is stopped. */
static xmlNodePtr matching(struct machine *m, const struct step *s, xmlNodePtr at,
                           const xmlNode *top)
{
    bool forward = s->axis == AXIS_CHILD || s->axis == AXIS_ATTRIBUTE;
    long passed = 0;

    if (forward && s->test == TEST_NAME)
        at = named_sibling(s, at, &passed);
    else
        while (at && !path_test(s, at)) {
            at = forward ? at->next : next_on(s->axis, at, top);
            passed++;
        }
    m->work += passed;
    return path_budget(m) ? at : NULL;
}

/* ---- depth first --------------------------------------------------------------------------- */

struct visit {
    const struct focus *f;
    const struct path *p;
    bool (*each)(void *user, xmlNodePtr node);
    void *user;
};

/* The predicates from one place to before another, none of which counts. */
static bool all_true(const struct focus *f, const struct step *s, size_t from, size_t to,
                     xmlNodePtr node)
{
    struct focus inner = {f->m, node, f->current, 1, 1};

    for (size_t i = from; i < to; i++)
        if (!path_true(&inner, s->where.at[i]))
            return false;
    return true;
}

/* The next from a node on that the step leads to, as far as the predicates before [1] tell. */
static xmlNodePtr next_held(const struct focus *f, const struct step *s, xmlNodePtr at,
                            const xmlNode *top)
{
    size_t n = s->first ? s->first - 1 : s->where.n;

    at = matching(f->m, s, at, top);
    while (at && n && !all_true(f, s, 0, n, at))
        at = matching(f->m, s, next_on(s->axis, at, top), top);
    return at;
}

static bool visit_from(const struct visit *v, xmlNodePtr node, size_t i)
{
    const struct step *s = &v->p->steps[i];
    xmlNodePtr at;

    if (i == v->p->nsteps)
        return v->each(v->user, node);
    at = next_held(v->f, s, first_on(s->axis, node), node);
    if (s->first)
        return at && all_true(v->f, s, s->first, s->where.n, at) && visit_from(v, at, i + 1);
    for (; at; at = next_held(v->f, s, next_on(s->axis, at, node), node))
        if (visit_from(v, at, i + 1))
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

    if (s->first && !s->by_place) {
        xmlNodePtr one = next_held(f, s, first_on(s->axis, node), node);

        if (one && all_true(f, s, s->first, s->where.n, one))
            nodes_add(f->m, out, one);
        return;
    }

    for (xmlNodePtr at = matching(f->m, s, first_on(s->axis, node), node); at;
         at = matching(f->m, s, next_on(s->axis, at, node), node))
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

/* One node of one node has no order. */
static bool is_plain(const struct path *p, enum axis most)
{
    for (size_t i = 0; i < p->nsteps; i++)
        if (p->steps[i].by_place ||
            (p->steps[i].axis > most && !(p->steps[i].first && i == 0 && !p->a)))
            return false;
    return true;
}

xmlNodePtr path_first(const struct focus *f, const struct path *p)
{
    return matching(f->m, p->steps, first_on(p->steps->axis, f->node), f->node);
}

static bool visit_simple(const struct visit *v)
{
    const struct step *s = v->p->steps;

    for (xmlNodePtr at = path_first(v->f, v->p); at;
         at = matching(v->f->m, s, next_on(s->axis, at, v->f->node), v->f->node))
        if (v->each(v->user, at))
            return true;
    return false;
}

static bool visit_set(const struct visit *v, const struct nodes *set)
{
    for (int i = 0; i < set->n; i++)
        if (v->each(v->user, set->at[i]))
            return true;
    return false;
}

bool path_visit(const struct focus *f, const struct path *p, bool ordered,
                bool (*each)(void *user, xmlNodePtr node), void *user, bool *found)
{
    struct visit v = {f, p, each, user};
    const struct nodes *known;
    struct nodes from;

    if (p->op != PATH_STEPS || !is_plain(p, ordered ? AXIS_SELF : AXIS_PRECEDING))
        return false;
    *found = false;
    if (p->simple) {
        *found = visit_simple(&v);
        return true;
    }
    if (!p->a) {
        *found = visit_from(&v, p->from_root ? root_of(f) : f->node, 0);
        return true;
    }
    from = path_nodes(f, p->a);
    known = path_known(f, p, &from);
    if (known) {
        *found = visit_set(&v, known);
        return true;
    }
    if (ordered && !from.flat)
        return false;
    for (int i = 0; i < from.n && !*found; i++)
        *found = visit_from(&v, from.at[i], 0);
    return true;
}

static struct nodes walk_from(const struct focus *f, const struct path *p, struct nodes from)
{
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
    return from;
}

struct nodes path_walk(const struct focus *f, const struct path *p)
{
    xmlNodePtr start = p->from_root ? root_of(f) : f->node;
    struct nodes from = {.at = &start, .n = 1, .flat = true};
    const struct nodes *known;

    if (p->a) {
        from = path_nodes(f, p->a);
        known = path_known(f, p, &from);
        return known ? *known : walk_from(f, p, from);
    }
    if (!p->nsteps) { /* the root alone */
        from = (struct nodes){.flat = true};
        nodes_add(f->m, &from, start);
    }
    return walk_from(f, p, from);
}

/* ---- what is found once ---------------------------------------------------------------------- */

struct found {
    const xmlNode *start;
    struct nodes set;
    struct found *next;
};

enum { MEMO_PLACES = 16 };
struct memo {
    struct found *places[MEMO_PLACES];
};

static bool is_fixed(const struct path *p);

static bool all_fixed(const struct predicates *list)
{
    for (size_t i = 0; i < list->n; i++)
        if (!is_fixed(list->at[i]))
            return false;
    return true;
}

static bool steps_fixed(const struct path *p)
{
    for (size_t i = 0; i < p->nsteps; i++)
        if (!all_fixed(&p->steps[i].where))
            return false;
    return true;
}

/* Whether a predicate depends on its node alone, and not on what the run has at hand. */
static bool is_fixed(const struct path *p)
{
    if (p->op == PATH_VARIABLE)
        return false;
    if (p->op == PATH_CALL && (!p->function || p->function->call == path_current ||
                               p->function->call == path_generate_id))
        return false;
    return (!p->a || is_fixed(p->a)) && (!p->b || is_fixed(p->b)) && all_fixed(&p->args) &&
           all_fixed(&p->where) && steps_fixed(p);
}

struct memo *path_memo_new(struct arena *a, const struct path *p)
{
    return p->a && steps_fixed(p) ? arena_new_of(a, struct memo) : NULL;
}

static struct nodes kept_copy(struct arena *keep, const struct nodes *set)
{
    struct nodes copy = *set;

    copy.at = arena_array(keep, xmlNodePtr, (size_t)set->n);
    copy.cap = copy.n;
    if (set->n)
        memcpy(copy.at, set->at, (size_t)set->n * sizeof(void *));
    return copy;
}

const struct nodes *path_known(const struct focus *f, const struct path *p,
                               const struct nodes *from)
{
    xmlNodePtr start = from->n == 1 ? from->at[0] : NULL;
    struct found **place, *found;
    struct nodes set;

    if (!p->memo || !start || !grove_lasts(start))
        return NULL;
    place = &p->memo->places[((uintptr_t)start >> 4) % MEMO_PLACES];
    for (found = *place; found; found = found->next)
        if (found->start == start)
            return &found->set;
    set = walk_from(f, p, *from);
    if (f->m->stopped)
        return NULL;
    found = arena_new_of(f->m->keep, struct found);
    *found = (struct found){start, kept_copy(f->m->keep, &set), *place};
    *place = found;
    return &found->set;
}
