/* Destinations: places that links and bookmarks lead to. */
#include "write/dests.h"

#include "write/put.h"

#include <stdlib.h>
#include <string.h>

static int by_id(const void *a, const void *b)
{
    const struct pdf_dest *x = a, *y = b;
    return strcmp(x->at->id, y->at->id);
}

void dests_index(struct pdf_out *o)
{
    size_t cap = 0;
    for (const struct page_dest *d = o->doc->dests; d; d = d->next)
        if (d->id && d->page >= 0 && d->page < o->doc->npages)
            *arena_push(o->arena, o->dests, o->ndests, cap) = (struct pdf_dest){d};
    if (o->ndests)
        qsort(o->dests, o->ndests, sizeof *o->dests, by_id);
}

const struct page_dest *dests_find(const struct pdf_out *o, const char *id)
{
    size_t lo = 0, hi = o->ndests;
    while (id && lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int order = strcmp(o->dests[mid].at->id, id);
        if (order == 0)
            return o->dests[mid].at;
        if (order < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return NULL;
}

void dests_put(const struct pdf_out *o, const struct page_dest *dest, struct buf *out)
{
    const struct pdf_page *page = o->pages[dest->page];
    buf_char(out, '[');
    put_ref(out, page->number);
    buf_str(out, "/XYZ");
    put_mpts(out, (const mpt[]){dest->x, page->page->height - dest->y}, 2);
    buf_str(out, " null]");
}
