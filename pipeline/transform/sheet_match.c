/* Which template a node gets: patterns (XSLT 1.0, section 5.2) and their order (5.5). */
#include "transform/sheet_code.h"

#include <stdlib.h>
#include <string.h>

static const struct step *last_step(const struct path *p)
{
    return p->nsteps ? &p->steps[p->nsteps - 1] : NULL;
}

double sheet_default_priority(const struct path *p)
{
    const struct step *s = last_step(p);

    if (!s || p->nsteps > 1 || p->from_root || s->where.n)
        return 0.5;
    return s->test == TEST_NAME ? 0 : s->test == TEST_NAMESPACE ? -0.25 : -0.5;
}

static unsigned bucket_of(const char *name)
{
    unsigned h = 0;

    for (; *name; name++)
        h = h * 31 + (unsigned char)*name;
    return h % BUCKETS;
}

/* ---- placing ----------------------------------------------------------------------------------
 */

static bool is_pattern(const struct path *p)
{
    if (p->op != PATH_STEPS || p->a)
        return false;
    for (size_t i = 0; i < p->nsteps; i++)
        if (p->steps[i].by_place || p->steps[i].first ||
            (p->steps[i].axis != AXIS_CHILD && p->steps[i].axis != AXIS_ATTRIBUTE &&
             p->steps[i].axis != AXIS_DESCENDANT))
            return false;
    return true;
}

static int by_rank(const void *a, const void *b)
{
    const struct rule *x = *(struct rule *const *)a, *y = *(struct rule *const *)b;

    if (x->priority < y->priority || x->priority > y->priority)
        return x->priority > y->priority ? -1 : 1;
    return x->order > y->order ? -1 : 1;
}

static struct rules *mode_of(struct sheet *s, const char *mode)
{
    struct rules *r = s->modes;

    while (r && r->mode != mode)
        r = r->next;
    if (r)
        return r;
    r = arena_new_of(s->arena, struct rules);
    r->mode = mode;
    r->next = s->modes;
    return s->modes = r;
}

static void place(struct sheet *s, struct rules *r, unsigned bucket, struct rule *rule)
{
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): pointers are what is listed */
    *arena_push(s->arena, r->bucket[bucket], r->n[bucket], r->cap[bucket]) = rule;
}

bool sheet_order(struct sheet *s)
{
    qsort(s->rules, s->nrules, sizeof(void *), by_rank);
    for (size_t i = 0; i < s->nrules; i++) {
        struct rule *rule = s->rules[i];
        const struct step *last = last_step(rule->pattern);
        struct rules *r = mode_of(s, rule->mode);

        if (!is_pattern(rule->pattern))
            return false;
        if (last && last->test == TEST_NAME)
            place(s, r, bucket_of(last->name), rule);
        else
            for (unsigned b = 0; b < BUCKETS; b++)
                place(s, r, b, rule);
    }
    return true;
}

/* ---- matching ---------------------------------------------------------------------------------
 */

static bool is_root(const xmlNode *n)
{
    return n->type == XML_DOCUMENT_NODE || n->type == XML_DOCUMENT_FRAG_NODE;
}

static bool step_holds(struct machine *m, const struct step *s, xmlNodePtr node)
{
    struct focus f = {m, node, node, 1, 1};
    bool attribute = node->type == XML_ATTRIBUTE_NODE, holds;

    holds = (s->axis == AXIS_ATTRIBUTE) == attribute && !is_root(node) && path_test(s, node);
    for (size_t i = 0; i < s->where.n && holds; i++)
        holds = path_true(&f, s->where.at[i]);
    return holds;
}

/* From the last step to the first; a descendant may stand at any depth below the one before. */
static bool steps_hold(struct machine *m, const struct path *p, size_t n, xmlNodePtr node)
{
    const struct step *s;

    if (n == 0)
        return !p->from_root || is_root(node);
    s = &p->steps[n - 1];
    if (!node->parent || !step_holds(m, s, node))
        return false;
    if (n == 1 && !p->from_root)
        return true;
    if (s->axis != AXIS_DESCENDANT)
        return steps_hold(m, p, n - 1, node->parent);
    for (xmlNodePtr up = node->parent; up; up = up->parent)
        if (steps_hold(m, p, n - 1, up))
            return true;
    return false;
}

struct template *sheet_match(const struct sheet *s, struct machine *m, const char *mode,
                             xmlNodePtr node)
{
    const struct rules *r = s->modes;
    bool named = node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE;
    unsigned b = named ? bucket_of((const char *)node->name) : 0;

    while (r && r->mode != mode)
        r = r->next;
    for (size_t i = 0; r && i < r->n[b]; i++) {
        const struct path *p = r->bucket[b][i]->pattern;

        if (p->nsteps ? steps_hold(m, p, p->nsteps, node) : is_root(node))
            return r->bucket[b][i]->template;
    }
    return NULL;
}
