/* Pages that are still held, and those that go. */
#include "layout/window.h"

#include "layout/layout.h"

enum { WINDOW = 40, WHILE_COUNTING = 2, SPARE = 2 }; /* pages */
enum { CHUNK = 32 * 1024 };                          /* bytes of the items of a page */

struct held_page {
    struct page *page;
    int index;
    bool waits; /* it shows a number that is not known */
    struct arena *items;
    struct held_page *next;
};

static struct held_page *new_held(struct layout *l)
{
    struct window *w = &l->window;
    struct held_page *h = w->spare;
    if (h) {
        w->nspare--;
        w->spare = h->next;
        h->next = NULL;
        h->waits = false;
        return h;
    }
    h = arena_new_of(l->scratch, struct held_page);
    h->items = arena_new();
    arena_small_chunks(h->items, CHUNK);
    return h;
}

void window_page_begins(struct layout *l)
{
    struct window *w = &l->window;
    if (!w->sink) {
        return;
    }
    w->open = new_held(l);
    l->items = l->doc->items = w->open->items;
    w->serial++;
}

/* The oldest page goes. */
static void hand_over(struct layout *l)
{
    struct window *w = &l->window;
    struct held_page *h = w->first;
    w->first = h->next;
    w->n--;
    if (!w->counting) {
        w->sink->take(w->sink->user, l->doc, h->index);
    }
    h->page->first = h->page->last = NULL;
    if (w->nspare == SPARE) {
        arena_free(h->items);
        return;
    }
    arena_reset(h->items);
    h->next = w->spare;
    w->spare = h;
    w->nspare++;
}

void window_page_waits(struct layout *l)
{
    if (l->window.open && !l->known) {
        l->window.open->waits = true;
    }
}

void window_page_ends(struct layout *l)
{
    struct window *w = &l->window;
    struct held_page *h = w->open;
    if (!w->sink) {
        return;
    }
    h->page = l->page;
    h->index = l->page_index;
    if (w->first) {
        w->last->next = h;
    } else {
        w->first = h;
    }
    w->last = h;
    w->open = NULL;
    w->n++;
    w->begun |= w->n > WINDOW;
    w->counting |= w->n > WINDOW && w->first->waits;
    if (w->counting) {
        l->waiting = NULL;
    }
    while (w->counting ? w->n > WHILE_COUNTING : w->begun && w->n > 0 && !w->first->waits) {
        hand_over(l);
    }
}

static void free_all(struct held_page *h)
{
    for (; h; h = h->next) {
        arena_free(h->items);
    }
}

void window_close(struct layout *l)
{
    struct window *w = &l->window;
    if (!w->sink) {
        return;
    }
    while (w->first) {
        hand_over(l);
    }
    free_all(w->spare);
    l->items = l->doc->items = l->arena;
}
