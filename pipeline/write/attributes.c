/* Attributes of structure elements (ISO 32000-1, 14.7.2 table 323 and 14.8.5). */
#include "write/put.h"
#include "write/structure.h"

static void put_text(struct buf *out, const char *key, const char *value)
{
    if (!value)
        return;
    buf_str(out, key);
    put_text_string(out, value);
}

static void put_table(const struct page_elem *e, struct buf *out)
{
    static const char *const scopes[] = {"", "/Column", "/Row", "/Both"};
    if (e->col_span <= 1 && e->row_span <= 1 && !e->scope)
        return;
    buf_str(out, "<</O/Table");
    if (e->col_span > 1)
        buf_printf(out, "/ColSpan %u", e->col_span);
    if (e->row_span > 1)
        buf_printf(out, "/RowSpan %u", e->row_span);
    if (e->scope)
        buf_printf(out, "/Scope%s", scopes[e->scope]);
    buf_str(out, ">>");
}

static void put_list(const struct page_elem *e, struct buf *out)
{
    if (!e->about->list_numbering)
        return;
    buf_str(out, "<</O/List/ListNumbering");
    put_name(out, e->about->list_numbering);
    buf_str(out, ">>");
}

/* page: where the element's content is; -1: nowhere, so that a box would mean nothing. */
static void put_layout(const struct pdf_out *o, const struct page_elem *e, int page,
                       struct buf *out)
{
    const mpt *box = e->about->bbox;
    bool has_box = e->about->has_bbox && page >= 0;
    if (!e->placement && !has_box)
        return;
    buf_str(out, "<</O/Layout");
    if (e->placement)
        buf_str(out, e->placement == PLACEMENT_BLOCK ? "/Placement/Block" : "/Placement/Inline");
    if (has_box) {
        mpt height = o->pages[page]->page->height;
        buf_str(out, "/BBox[");
        put_mpts(out, (const mpt[]){box[0], height - box[3], box[2], height - box[1]}, 4);
        buf_char(out, ']');
    }
    buf_str(out, ">>");
}

void attributes_put(struct pdf_out *o, const struct page_elem *e, int page, struct buf *out)
{
    const struct page_about *about = e->about;
    bool is_document = o->bundle && e == o->doc->root;
    put_text(out, "/Lang", is_document && !e->lang ? o->doc->lang : e->lang);
    put_text(out, "/T", is_document && !about->title ? o->doc->title : about->title);
    put_text(out, "/Alt", about->alt);
    put_text(out, "/ActualText", about->actual_text);
    if (e->has_id) {
        buf_str(out, "/ID");
        structure_put_id(o, e, out);
    }
    size_t before = out->len;
    buf_str(out, "/A[");
    size_t empty = out->len;
    put_table(e, out);
    put_list(e, out);
    put_layout(o, e, page, out);
    if (out->len == empty) {
        out->len = before;
        return;
    }
    buf_char(out, ']');
}
