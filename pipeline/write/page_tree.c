/* The page tree: pages below the root, or below nodes of 32 pages each where there are more.
 *
 * The dictionaries are as libharu writes those of its own pages, of which each takes it 4 KB until
 * the end of the document. */
#include "write/page_tree.h"

#include "write/annotations.h"
#include "write/object.h"
#include "write/put.h"

enum { PAGES_A_NODE = 32 };

static unsigned root_number(const struct pdf_out *o)
{
    return o->pdf->root_pages->header.obj_id & 0xFFFFFF;
}

static void add_page(struct pdf_out *o, const struct page *next)
{
    struct pdf_page *page = arena_new_of(o->arena, struct pdf_page);
    page->page = next;
    page->index = (int)o->npages;
    if (o->npages % PAGES_A_NODE == 0 && (o->nnodes || o->doc->npages > PAGES_A_NODE))
        *arena_push(o->arena, o->nodes, o->nnodes, o->nodes_cap) = object_light(o, LIGHT_NODE);
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): pointers are what is listed */
    *arena_push(o->arena, o->pages, o->npages, o->pages_cap) = page;
    page->number = object_light(o, LIGHT_PAGE);
    object_light(o, LIGHT_CONTENT);
    object_light(o, LIGHT_LENGTH);
}

void page_tree_add(struct pdf_out *o, size_t n)
{
    const struct page *next = o->npages ? o->pages[o->npages - 1]->page->next : o->doc->first;
    for (; next && o->npages < n && !o->failed; next = next->next)
        add_page(o, next);
}

/* ---- dictionaries ------------------------------------------------------------------------------
 */

void page_tree_put_page(const struct pdf_out *o, const struct pdf_page *page, struct buf *out)
{
    buf_str(out, "/Type /Page\n/Contents ");
    put_ref(out, page->number + 1);
    buf_str(out, "\n/Parent ");
    put_ref(out, o->nnodes ? o->nodes[page->index / PAGES_A_NODE] : root_number(o));
    buf_str(out, "\n/MediaBox[0 0");
    put_mpts(out, (const mpt[]){page->page->width, page->page->height}, 2);
    buf_str(out, "]/Resources ");
    put_ref(out, o->resources->number);
    buf_str(out, "/Tabs/S");
    if (page->nmcids) {
        buf_str(out, "/StructParents ");
        put_int(out, o->first_key + page->index);
    }
    annotations_put_list(page, out);
}

static void put_kid(struct buf *out, unsigned number)
{
    put_ref(out, number);
    buf_char(out, ' ');
}

static void put_count(struct buf *out, size_t n)
{
    buf_str(out, "]\n/Count ");
    put_int(out, (int64_t)n);
    buf_char(out, '\n');
}

void page_tree_put_node(const struct pdf_out *o, size_t node, struct buf *out)
{
    size_t from = node * PAGES_A_NODE;
    size_t to = from + PAGES_A_NODE < o->npages ? from + PAGES_A_NODE : o->npages;
    buf_str(out, "/Type /Pages\n/Kids [ ");
    for (size_t i = from; i < to; i++)
        put_kid(out, o->pages[i]->number);
    put_count(out, to - from);
    buf_str(out, "/Parent ");
    put_ref(out, root_number(o));
    buf_char(out, '\n');
}

/* libharu would count its own pages, of which there are none. */
static struct pdf_object *take_root(struct pdf_out *o)
{
    HPDF_Dict dict = o->pdf->root_pages;
    dict->before_write_fn = NULL;
    if (HPDF_Dict_RemoveElement(dict, "Kids") != HPDF_OK ||
        HPDF_Dict_RemoveElement(dict, "Count") != HPDF_OK)
        pdf_fail(o, EXIT_SYSTEM, "libharu gav ett sidträd utan sidor",
                 "libharu gave a page tree without pages");
    return object_adopt(o, dict);
}

unsigned page_tree_write_root(struct pdf_out *o, unsigned parent)
{
    struct pdf_object *root = take_root(o);
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    buf_str(b, "/Kids [ ");
    for (size_t i = 0; i < o->nnodes; i++)
        put_kid(b, o->nodes[i]);
    for (size_t i = 0; i < o->npages && !o->nnodes; i++)
        put_kid(b, o->pages[i]->number);
    put_count(b, o->npages);
    if (parent) {
        buf_str(b, "/Parent ");
        put_ref(b, parent);
    }
    object_set_body(o, root, b);
    return root->number;
}
