/* Bookmarks (XSL 1.1, 6.11). */
#include "fo/tree.h"

static struct fo_bookmark *parent_of(const struct fo_open *level)
{
    return ((const struct fo_open *)level->frame.parent)->bookmark;
}

static void append(struct fo_tree *t, struct fo_bookmark *parent, struct fo_bookmark *b)
{
    struct fo_bookmark **end = parent ? &parent->first : &t->doc->bookmarks;

    if (parent) {
        if (parent->last)
            end = &parent->last->next;
        parent->last = b;
    } else {
        if (t->last_bookmark)
            end = &t->last_bookmark->next;
        t->last_bookmark = b;
    }
    *end = b;
}

bool fo_enter_bookmark(struct fo_tree *t, struct fo_open *level)
{
    struct fo_bookmark *b;

    if (level->frame.element->id == ELEMENT_bookmark_title) {
        level->bookmark = parent_of(level);
        return true;
    }
    if (!t->own->external_destination &&
        !fo_require(t, level, t->own->internal_destination, PROP_internal_destination))
        return false;
    b = arena_new_of(t->arena, struct fo_bookmark);
    b->internal = t->own->internal_destination;
    b->external = b->internal ? NULL : t->own->external_destination;
    b->open = t->own->starts_shown;
    append(t, parent_of(level), b);
    level->bookmark = b;
    return true;
}

void fo_close_bookmark(struct fo_tree *t, const struct fo_open *level)
{
    (void)t;
    if (!level->bookmark->title)
        level->bookmark->title = "";
}
