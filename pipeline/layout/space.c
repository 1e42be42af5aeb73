/* Resolution of adjacent space specifiers (XSL 1.1, section 4.3.1). */
#include "layout/core.h"

/* Forcing specifiers win over all others and add up among themselves; then the highest precedence
 * wins, then the greatest. It is the optimum that is taken, or on a page that is drawn together
 * (pages.c) a part of it. */
static void add(struct strut_value *v, const struct fo_space *space, mpt size, int level)
{
    if (v->any && v->precedence == FO_FORCE) {
        if (space->precedence == FO_FORCE) {
            v->size += size;
        }
        return;
    }
    if (v->any && (space->precedence < v->precedence ||
                   (space->precedence == v->precedence && size <= v->size))) {
        return;
    }
    *v = (struct strut_value){true, space->precedence, size, level};
}

void strut_add(const struct layout *l, struct strut *s, const struct fo_space *space, mpt reference,
               int level)
{
    mpt opt = fo_resolve(&space->opt, reference);
    if (opt == 0 && space->precedence == 0) {
        return;
    }
    mpt size = l->tight ? opt * l->least_space / 100 : opt;
    add(&s->all, space, size, level);
    if (space->retain) {
        add(&s->retained, space, size, level);
    }
}

mpt strut_size(const struct strut *s)
{
    return s->edge ? s->retained.size : s->all.size;
}

mpt strut_size_end(const struct strut *s)
{
    return s->retained.size;
}

int strut_level(const struct strut *s)
{
    return s->edge ? s->retained.level : s->all.level;
}
