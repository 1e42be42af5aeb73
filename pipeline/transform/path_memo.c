/* Where steps lead in a document that lasts, found once: profiles, words and templates are asked
 * the same for every letter. */
#include "transform/grove.h"
#include "transform/path.h"

#include <string.h>

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
    set = path_walk_from(f, p, *from);
    if (f->m->stopped)
        return NULL;
    found = arena_new_of(f->m->keep, struct found);
    *found = (struct found){start, kept_copy(f->m->keep, &set), *place};
    *place = found;
    return &found->set;
}
