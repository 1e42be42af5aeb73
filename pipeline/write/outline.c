/* The document outline (ISO 32000-1, 12.3.3). */
#include "write/outline.h"

#include "write/dests.h"
#include "write/object.h"
#include "write/put.h"

/* The bookmarks below one parent. */
struct level {
    unsigned first, last; /* object numbers, 0: none */
    int visible;          /* items that show when the parent is open */
};

static void put_numbered(struct buf *out, const char *key, unsigned number)
{
    if (number == 0)
        return;
    buf_str(out, key);
    put_ref(out, number);
}

static void put_item(struct pdf_out *o, const struct page_bookmark *b, const struct level *below,
                     struct buf *out)
{
    const struct page_dest *dest = dests_find(o, b->dest);
    buf_str(out, "/Title");
    put_text_string(out, b->title ? b->title : "");
    if (dest) {
        buf_str(out, "/Dest");
        dests_put(o, dest, out);
    }
    if (below->visible)
        buf_printf(out, "/Count %d", b->open ? below->visible : -below->visible);
    put_numbered(out, "/First ", below->first);
    put_numbered(out, "/Last ", below->last);
}

static struct level write_level(struct pdf_out *o, const struct page_bookmark *first,
                                unsigned parent, int depth)
{
    struct level level = {0, 0, 0};
    if (!first || depth > PAGE_DEPTH_MAX)
        return level;
    struct pdf_object *previous = NULL, *obj = object_new(o);
    for (const struct page_bookmark *b = first; b; b = b->next) {
        struct pdf_object *next = b->next ? object_new(o) : obj;
        struct level below = write_level(o, b->first, obj->number, depth + 1);
        struct buf body = BUF_INIT;
        put_item(o, b, &below, &body);
        put_numbered(&body, "/Parent ", parent);
        put_numbered(&body, "/Prev ", previous ? previous->number : 0);
        put_numbered(&body, "/Next ", b->next ? next->number : 0);
        object_set_body(o, obj, &body);
        buf_free(&body);
        level.first = level.first ? level.first : obj->number;
        level.last = obj->number;
        level.visible += 1 + (b->open ? below.visible : 0);
        previous = obj;
        obj = next;
    }
    return level;
}

struct pdf_object *outline_write(struct pdf_out *o)
{
    if (!o->doc->bookmarks)
        return NULL;
    struct pdf_object *root = object_new(o);
    struct level top = write_level(o, o->doc->bookmarks, root->number, 0);
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    buf_printf(b, "/Type/Outlines/Count %d", top.visible);
    put_numbered(b, "/First ", top.first);
    put_numbered(b, "/Last ", top.last);
    object_set_body(o, root, b);
    return root;
}
