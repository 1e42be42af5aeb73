/* Properties that are read and then have no effect here: said once each, so that nobody looks for
 * what is missing. duform-fo(7) lists them as supported in part. */
#include "layout/box.h"

struct ignored {
    const char *property;
    bool here;
};

static bool moved(const struct fo_node *n)
{
    return n->box->position == POSITION_RELATIVE && n->kind != FO_BLOCK_CONTAINER;
}

static bool other_hyphen(const struct fo_text_props *t)
{
    uint32_t c = t->hyphenation_character;
    return t->hyphenate && c != 0 && c != '-' && c != 0x2010;
}

void say_ignored(struct layout *l, const struct fo_node *n)
{
    const struct fo_text_props *t = n->text;
    const struct ignored list[] = {
        {"relative-position", moved(n)},
        {"hyphenation-character", other_hyphen(t)},
        {"leader-alignment", n->kind == FO_LEADER && t->leader_align_reference_area},
    };
    for (unsigned i = 0; i < sizeof list / sizeof *list; i++) {
        if (list[i].here && !(l->ignored & 1U << i)) {
            l->ignored |= 1U << i;
            diag_warn(l->diag, place_of(l, n), NULL, "%s har ingen verkan här",
                      "%s has no effect here", list[i].property);
        }
    }
}
