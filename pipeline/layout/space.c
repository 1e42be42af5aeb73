/* Resolution of adjacent space specifiers (XSL 1.1, section 4.3.1). */
#include "layout/core.h"

/* Forcing specifiers win over all others and add up among themselves; then the highest precedence
 * wins, then the greatest optimum. The optimum is taken: pages are not stretched. */
static void add(struct strut_value *v, const struct fo_space *space, mpt opt, int level)
{
    if (v->any && v->precedence == FO_FORCE) {
        if (space->precedence == FO_FORCE) {
            v->opt += opt;
        }
        return;
    }
    if (v->any && (space->precedence < v->precedence ||
                   (space->precedence == v->precedence && opt <= v->opt))) {
        return;
    }
    *v = (struct strut_value){true, space->precedence, opt, level};
}

void strut_add(struct strut *s, const struct fo_space *space, mpt reference, int level)
{
    mpt opt = fo_resolve(&space->opt, reference);
    if (opt == 0 && space->precedence == 0) {
        return;
    }
    add(&s->all, space, opt, level);
    if (space->retain) {
        add(&s->retained, space, opt, level);
    }
}

mpt strut_size(const struct strut *s)
{
    return s->edge ? s->retained.opt : s->all.opt;
}

mpt strut_size_end(const struct strut *s)
{
    return s->retained.opt;
}

int strut_level(const struct strut *s)
{
    return s->edge ? s->retained.level : s->all.level;
}
