/* Page masters: by position, parity and blankness (XSL 1.1, 6.4.8 to 6.4.12). */
#include "layout/pages.h"

bool masters_begin(struct layout *l, struct masters *m, const struct fo_node *sequence)
{
    const char *name = sequence->u.sequence->master;
    *m = (struct masters){.single = fo_page_master(l->fo, name)};
    if (m->single) {
        return true;
    }
    const struct fo_sequence_master *s = fo_sequence_master(l->fo, name);
    m->sub = s ? s->first : NULL;
    if (!m->sub) {
        diag_error(l->diag, EXIT_INPUT, place_of(l, sequence), NULL, "sidmallen \"%s\" finns inte",
                   "the page master \"%s\" does not exist", name ? name : "");
    }
    return m->sub != NULL;
}

static bool position_fits(enum fo_page_position p, struct page_kind k)
{
    switch (p) {
    case PAGE_POSITION_ANY:
        return true;
    case PAGE_POSITION_FIRST:
        return k.first;
    case PAGE_POSITION_LAST:
        return k.last;
    case PAGE_POSITION_ONLY:
        return k.first && k.last;
    case PAGE_POSITION_REST:
        return !k.first && !k.last;
    }
    return true;
}

static bool fits(const struct fo_master_choice *c, struct page_kind k)
{
    bool odd = k.number % 2 != 0;
    return position_fits(c->position, k) && (c->odd_even != PAGE_ODD || odd) &&
           (c->odd_even != PAGE_EVEN || !odd) && (c->blank != PAGE_BLANK || k.blank) &&
           (c->blank != PAGE_NOT_BLANK || !k.blank);
}

static const struct fo_page_master *choose(const struct fo_subsequence *sub, struct page_kind k)
{
    for (const struct fo_master_choice *c = sub->choices; c; c = c->next) {
        if (fits(c, k)) {
            return c->master;
        }
    }
    return NULL;
}

static bool used_up(const struct masters *m)
{
    return m->sub->maximum_repeats >= 0 && m->used >= m->sub->maximum_repeats;
}

const struct fo_page_master *masters_pick(struct layout *l, const struct masters *m,
                                          const struct fo_node *sequence, struct page_kind kind)
{
    if (m->single) {
        return m->single;
    }
    const struct fo_subsequence *sub = used_up(m) && m->sub->next ? m->sub->next : m->sub;
    const struct fo_page_master *master = choose(sub, kind);
    /* "rest" is neither first nor last; a last page without a master of its own is a rest page */
    if (!master && kind.last) {
        kind.last = false;
        master = choose(sub, kind);
    }
    if (!master && sub->choices) {
        diag_warn(l->diag, place_of(l, sequence), NULL,
                  "ingen sidmall passar sida %ld; den första används",
                  "no page master fits page %ld; the first one is used", kind.number);
        master = sub->choices->master;
    }
    return master;
}

void masters_advance(struct masters *m)
{
    if (m->single) {
        return;
    }
    if (used_up(m) && m->sub->next) {
        m->sub = m->sub->next;
        m->used = 0;
    }
    m->used++;
}
