/* The parent tree (ISO 32000-1, 14.7.4.4): from a page's sequences, and from annotations, back to
 * the elements. A document's first keys are its pages', those after them its annotations'. */
#include "write/object.h"
#include "write/put.h"
#include "write/structure.h"

int parent_tree_key(const struct pdf_out *o, const struct pdf_annotation *a)
{
    return o->first_key + o->doc->npages + (int)a->index;
}

static void put_page(struct pdf_out *o, const struct pdf_page *page, struct buf *out)
{
    put_int(out, o->first_key + page->index);
    buf_char(out, '[');
    for (unsigned i = 0; i < page->nmcids; i++) {
        if (!page->owners[i]) {
            pdf_fail(o, EXIT_SYSTEM, "innehåll på en sida saknar strukturelement",
                     "content on a page has no structure element");
            return;
        }
        buf_char(out, ' ');
        put_ref(out, page->owners[i]);
    }
    buf_str(out, "]\n");
}

static void put_annotations(struct pdf_out *o, const struct pdf_page *page, struct buf *out)
{
    for (const struct pdf_annotation *a = page->annotations; a; a = a->next) {
        if (!a->owner) {
            pdf_fail(o, EXIT_SYSTEM, "en länk saknar strukturelement",
                     "a link has no structure element");
            return;
        }
        put_int(out, parent_tree_key(o, a));
        buf_char(out, ' ');
        put_ref(out, a->owner);
        buf_char(out, '\n');
    }
}

/* One node of the number tree holds this many pages, or the annotations of so many. */
enum { PAGES_A_NODE = 64 };

/* Puts the entries of pages from … to - 1; annotations or pages themselves. */
static void put_range(struct pdf_out *o, int from, int to, bool annotations, struct buf *out)
{
    for (int i = from; i < to && !o->failed; i++) {
        const struct pdf_page *page = o->pages[i];
        if (annotations)
            put_annotations(o, page, out);
        else if (page->nmcids)
            put_page(o, page, out);
    }
}

/* First and last key of a range; false: it has none. */
static bool limits(const struct pdf_out *o, int from, int to, bool annotations, int limit[2])
{
    bool any = false;
    for (int i = from; i < to; i++) {
        const struct pdf_page *page = o->pages[i];
        if (annotations ? !page->annotations : !page->nmcids)
            continue;
        int first = annotations ? parent_tree_key(o, page->annotations) : o->first_key + i;
        int last = annotations ? parent_tree_key(o, page->last_annotation) : o->first_key + i;
        limit[0] = any ? limit[0] : first;
        limit[1] = last;
        any = true;
    }
    return any;
}

static void put_leaf(struct pdf_out *o, int from, bool annotations, struct buf *out)
{
    int to = from + PAGES_A_NODE < o->doc->npages ? from + PAGES_A_NODE : o->doc->npages;
    int limit[2];
    if (!limits(o, from, to, annotations, limit))
        return;
    struct pdf_object *obj = object_new(o);
    struct buf b = BUF_INIT;
    buf_printf(&b, "/Limits[%d %d]/Nums[", limit[0], limit[1]);
    put_range(o, from, to, annotations, &b);
    buf_char(&b, ']');
    object_set_body(o, obj, &b);
    buf_free(&b);
    buf_char(out, ' ');
    put_ref(out, obj->number);
}

void parent_tree_put_leaves(struct pdf_out *o, struct buf *out)
{
    int npages = o->doc->npages;
    for (int i = 0; i < npages; i += PAGES_A_NODE)
        put_leaf(o, i, false, out);
    for (int i = 0; i < npages; i += PAGES_A_NODE)
        put_leaf(o, i, true, out);
}

void parent_tree_put(struct pdf_out *o, struct buf *out)
{
    int npages = o->doc->npages;
    buf_str(out, "/ParentTreeNextKey ");
    put_int(out, npages + (int)o->nannotations);
    buf_str(out, "/ParentTree<<");
    if (npages <= PAGES_A_NODE) {
        buf_str(out, "/Nums[");
        put_range(o, 0, npages, false, out);
        put_range(o, 0, npages, true, out);
    } else {
        buf_str(out, "/Kids[");
        parent_tree_put_leaves(o, out);
    }
    buf_str(out, "]>>");
}
