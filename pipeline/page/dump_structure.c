/* Text dump of the structure tree: an element a line, each mark with its page and its text. */
#include "page/dump.h"

#include <stdlib.h>
#include <string.h>

/* An item that belongs to a mark, with its place in painting order. */
struct marked {
    const struct page_mark *mark;
    const struct page_item *item;
    size_t order;
    uint32_t offset; /* of its first character in its paragraph's text */
};

struct marked_list {
    struct marked *v;
    size_t n, cap;
    struct arena *arena;
};

static uint32_t first_offset(const struct page_item *item)
{
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; item->kind == ITEM_TEXT && i < item->u.text.nglyphs; i++) {
        const struct glyph *g = &item->u.text.glyphs[i];
        if (g->text_len && !(g->flags & GLYPH_MARK) && g->text < least)
            least = g->text;
    }
    return least;
}

static void collect(struct marked_list *list, const struct page_item *item, int depth)
{
    for (; item; item = item->next) {
        if (item->kind == ITEM_GROUP) {
            if (depth < PAGE_DEPTH_MAX)
                collect(list, item->u.group.first, depth + 1);
        } else if (item->mark) {
            size_t order = list->n;
            *arena_push(list->arena, list->v, list->n, list->cap) =
                (struct marked){item->mark, item, order, first_offset(item)};
        }
    }
}

/* Only groups the items of a mark; no order between marks is ever shown. */
static int by_mark(const void *a, const void *b)
{
    const struct marked *x = a, *y = b;
    if (x->mark != y->mark)
        return (uintptr_t)x->mark < (uintptr_t)y->mark ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* Pieces of one line stand in visual order; their offsets in the paragraph give the logical one. */
static bool same_line(const struct marked *a, const struct marked *b)
{
    return a->item->kind == ITEM_TEXT && b->item->kind == ITEM_TEXT &&
           a->item->u.text.text == b->item->u.text.text &&
           a->item->u.text.line == b->item->u.text.line;
}

static void order_lines(struct marked *v, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        struct marked m = v[i];
        size_t k = i;
        for (; k > 0 && same_line(&v[k - 1], &m) && v[k - 1].offset > m.offset; k--)
            v[k] = v[k - 1];
        v[k] = m;
    }
}

static void dump_mark(const struct marked_list *list, const struct page_mark *mark, int depth,
                      struct buf *out)
{
    size_t lo = 0, hi = list->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if ((uintptr_t)list->v[mid].mark < (uintptr_t)mark)
            lo = mid + 1;
        else
            hi = mid;
    }
    size_t end = lo;
    while (end < list->n && list->v[end].mark == mark)
        end++;
    order_lines(list->v + lo, end - lo);
    struct buf text = BUF_INIT;
    page_dump_indent(out, depth);
    buf_printf(out, "mark page %d", mark->page + 1);
    for (size_t i = lo; i < end; i++) {
        if (list->v[i].item->kind == ITEM_TEXT)
            buf_str(&text, page_text_of(list->v[i].item, list->arena));
        else if (list->v[i].item->kind == ITEM_IMAGE)
            buf_str(out, " image");
    }
    if (end == lo)
        buf_str(out, " nothing");
    if (text.len) {
        buf_char(out, ' ');
        page_dump_string(out, text.data);
    }
    buf_char(out, '\n');
    buf_free(&text);
}

static void string_attribute(struct buf *out, const char *name, const char *value)
{
    if (!value)
        return;
    buf_printf(out, " %s=", name);
    page_dump_string(out, value);
}

static void dump_attributes(const struct page_elem *e, struct buf *out)
{
    static const char *const scopes[] = {"", "column", "row", "both"};
    static const char *const placements[] = {"", "block", "inline"};
    if (e->lang)
        buf_printf(out, " lang=%s", e->lang);
    string_attribute(out, "id", e->id);
    string_attribute(out, "title", e->about->title);
    string_attribute(out, "alt", e->about->alt);
    string_attribute(out, "actual-text", e->about->actual_text);
    if (e->col_span > 1)
        buf_printf(out, " columns=%u", e->col_span);
    if (e->row_span > 1)
        buf_printf(out, " rows=%u", e->row_span);
    if (e->scope)
        buf_printf(out, " scope=%s", scopes[e->scope]);
    if (e->about->list_numbering)
        buf_printf(out, " numbering=%s", e->about->list_numbering);
    if (e->placement)
        buf_printf(out, " placement=%s", placements[e->placement]);
    if (e->about->has_bbox) {
        buf_str(out, " bbox=");
        for (int i = 0; i < 4; i++) {
            page_dump_length(out, e->about->bbox[i]);
            if (i < 3)
                buf_char(out, ',');
        }
    }
}

static void dump_elem(const struct marked_list *list, const struct page_elem *e, int depth,
                      struct buf *out)
{
    page_dump_indent(out, depth);
    buf_str(out, e->role);
    dump_attributes(e, out);
    buf_char(out, '\n');
    if (depth >= PAGE_DEPTH_MAX)
        return;
    for (const struct page_kid *kid = e->first; kid; kid = kid->next) {
        switch (kid->kind) {
        case KID_ELEM:
            dump_elem(list, kid->u.elem, depth + 1, out);
            break;
        case KID_MARK:
            dump_mark(list, kid->u.mark, depth + 1, out);
            break;
        case KID_OBJECT:
            page_dump_indent(out, depth + 1);
            buf_str(out, kid->u.object->kind == ITEM_LINK ? "link\n" : "field\n");
            break;
        }
    }
}

void page_dump_structure(const struct page_doc *doc, struct buf *out)
{
    struct marked_list list = {0};
    list.arena = arena_new();
    for (const struct page *page = doc->first; page; page = page->next)
        collect(&list, page->first, 0);
    if (list.n)
        qsort(list.v, list.n, sizeof *list.v, by_mark);
    buf_str(out, "structure\n");
    dump_elem(&list, doc->root, 1, out);
    arena_free(list.arena);
}
