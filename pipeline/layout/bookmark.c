/* Bookmarks: the outline, with destinations that exist. */
#include "layout/pages.h"

#include "layout/number.h"

static void copy_level(struct layout *l, const struct fo_bookmark *from,
                       struct page_bookmark **first, struct page_bookmark **last);

static void copy_one(struct layout *l, const struct fo_bookmark *from, struct page_bookmark *to)
{
    to->title = from->title;
    to->open = from->open;
    to->dest = from->internal;
    if (from->internal && !id_find(l, from->internal)) {
        diag_warn(l->diag, place_of(l, NULL), NULL,
                  "bokmärket hänvisar till id \"%s\", som inte finns",
                  "the bookmark refers to the id \"%s\" that does not exist", from->internal);
        to->dest = NULL;
    }
    copy_level(l, from->first, &to->first, &to->last);
}

/* The depth is bounded by the nesting of the FO file. */
static void copy_level(struct layout *l, const struct fo_bookmark *from,
                       struct page_bookmark **first, struct page_bookmark **last)
{
    for (; from; from = from->next) {
        struct page_bookmark *b = arena_new_of(l->arena, struct page_bookmark);
        copy_one(l, from, b);
        if (*last) {
            (*last)->next = b;
        } else {
            *first = b;
        }
        *last = b;
    }
}

void layout_bookmarks(struct layout *l)
{
    struct page_bookmark *last = NULL;
    copy_level(l, l->fo->bookmarks, &l->doc->bookmarks, &last);
}
