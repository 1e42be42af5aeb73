/* Location paths: the nodes that steps lead to.
 *
 * Most paths are asked only whether they lead anywhere, to a node that is equal to something, or
 * for the first string. Those are walked depth first and no set is made (path_visit). For a set,
 * steps are taken one after the other. From one node, all axes give their nodes in document order
 * (the reverse axes are turned round). From several, child and attribute keep the order if none of
 * them is an ancestor of another, which struct nodes remembers; all else is sorted. */
#include "transform/path_axis.h"

#include <libxml/tree.h>

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

    at = path_axis_match(f->m, s, at, top);
    while (at && n && !all_true(f, s, 0, n, at))
        at = path_axis_match(f->m, s, path_axis_next(s->axis, at, top), top);
    return at;
}

static bool visit_from(const struct visit *v, xmlNodePtr node, size_t i)
{
    const struct step *s = &v->p->steps[i];
    xmlNodePtr at;

    if (i == v->p->nsteps)
        return v->each(v->user, node);
    at = next_held(v->f, s, path_axis_first(s->axis, node), node);
    if (s->first)
        return at && all_true(v->f, s, s->first, s->where.n, at) && visit_from(v, at, i + 1);
    for (; at; at = next_held(v->f, s, path_axis_next(s->axis, at, node), node))
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
        xmlNodePtr one = next_held(f, s, path_axis_first(s->axis, node), node);

        if (one && all_true(f, s, s->first, s->where.n, one))
            nodes_add(f->m, out, one);
        return;
    }

    for (xmlNodePtr at = path_axis_match(f->m, s, path_axis_first(s->axis, node), node); at;
         at = path_axis_match(f->m, s, path_axis_next(s->axis, at, node), node))
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
    return path_axis_match(f->m, p->steps, path_axis_first(p->steps->axis, f->node), f->node);
}

static bool visit_simple(const struct visit *v)
{
    const struct step *s = v->p->steps;

    for (xmlNodePtr at = path_first(v->f, v->p); at;
         at = path_axis_match(v->f->m, s, path_axis_next(s->axis, at, v->f->node), v->f->node))
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

struct nodes path_walk_from(const struct focus *f, const struct path *p, struct nodes from)
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
        return known ? *known : path_walk_from(f, p, from);
    }
    if (!p->nsteps) { /* the root alone */
        from = (struct nodes){.flat = true};
        nodes_add(f->m, &from, start);
    }
    return path_walk_from(f, p, from);
}
