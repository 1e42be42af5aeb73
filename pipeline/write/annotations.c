/* Annotations (ISO 32000-1, 12.5): links, each held by its Link element, and widgets (fields.c). */
#include "write/annotations.h"

#include "write/content.h"
#include "write/dests.h"
#include "write/fields.h"
#include "write/object.h"
#include "write/put.h"
#include "write/structure.h"

/* ---- where it is -------------------------------------------------------------------------------
 */

/* Annotations lie in default user space, so the groups' matrices are applied here. */
static void to_page(const struct content *c, mpt *x, mpt *y)
{
    for (const struct group_frame *f = c->group; f; f = f->outer) {
        const struct page_group *g = f->group;
        mpt px = *x, py = *y;
        *x = (g->a * px + g->c * py) / PAGE_MATRIX_ONE + g->e;
        *y = (g->b * px + g->d * py) / PAGE_MATRIX_ONE + g->f;
    }
    *y = c->height - *y;
}

static void set_rect(const struct content *c, struct pdf_annotation *a, mpt x, mpt y, mpt w, mpt h)
{
    for (int i = 0; i < 4; i++) {
        mpt px = i & 1 ? x + w : x, py = i & 2 ? y + h : y;
        to_page(c, &px, &py);
        a->rect[0] = i == 0 || px < a->rect[0] ? px : a->rect[0];
        a->rect[1] = i == 0 || py < a->rect[1] ? py : a->rect[1];
        a->rect[2] = i == 0 || px > a->rect[2] ? px : a->rect[2];
        a->rect[3] = i == 0 || py > a->rect[3] ? py : a->rect[3];
    }
}

void content_annotation(struct content *c, const struct page_item *item)
{
    struct pdf_out *o = c->o;
    struct pdf_annotation *a = arena_new_of(o->arena, struct pdf_annotation);
    const struct page_link *link = &item->u.link;
    const struct page_field *field = &item->u.field;
    if (o->bundle && item->kind == ITEM_FIELD) {
        pdf_fail(o, EXIT_SYSTEM, "en utskrift kan inte ha formulärfält",
                 "a bundle cannot have form fields");
        return;
    }
    a->item = item;
    a->object = object_new(o);
    a->index = o->nannotations++;
    a->page = c->page;
    if (item->kind == ITEM_FIELD)
        set_rect(c, a, field->x, field->y, field->w, field->h);
    else
        set_rect(c, a, link->x, link->y, link->w, link->h);
    ptr_map_put(&o->annotations, o->arena, item, a);
    if (c->page->last_annotation)
        c->page->last_annotation->next = a;
    else
        c->page->annotations = a;
    c->page->last_annotation = a;
    if (item->kind == ITEM_FIELD)
        fields_add(c, a);
}

/* ---- what it does ------------------------------------------------------------------------------
 */

/* URIs are ASCII (RFC 3986); what is not is escaped as the octets of UTF-8. */
static void put_uri(struct buf *out, const char *uri)
{
    struct buf escaped = BUF_INIT;
    for (const char *p = uri; *p; p++) {
        unsigned char ch = (unsigned char)*p;
        if (ch <= ' ' || ch >= 0x7F)
            buf_printf(&escaped, "%%%02X", ch);
        else
            buf_char(&escaped, (char)ch);
    }
    put_byte_string(out, escaped.data ? escaped.data : "", escaped.len);
    buf_free(&escaped);
}

static void put_action(struct pdf_out *o, const struct page_link *link, struct buf *out)
{
    if (link->uri) {
        buf_str(out, "/A<</S/URI/URI");
        put_uri(out, link->uri);
        buf_str(out, ">>");
        return;
    }
    const struct page_dest *dest = dests_find(o, link->dest);
    if (!dest) {
        diag_warn(o->diag, diag_at(NULL, 0), NULL, "en länk leder ingenstans: ”%s” finns inte",
                  "a link leads nowhere: there is no “%s”", link->dest ? link->dest : "");
        return;
    }
    buf_str(out, "/Dest");
    dests_put(o, dest, out);
}

static void write_link(struct pdf_out *o, const struct pdf_annotation *a)
{
    const struct page_link *link = &a->item->u.link;
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    buf_str(b, "/Type/Annot/Subtype/Link/Rect[");
    put_mpts(b, a->rect, 4);
    buf_str(b, "]/Border[0 0 0]/F 4/P "); /* F: Print */
    put_ref(b, a->page->number);
    buf_str(b, "/StructParent ");
    put_int(b, parent_tree_key(o, a));
    buf_str(b, "/Contents");
    put_text_string(b, link->contents ? link->contents : "");
    put_action(o, link, b);
    object_set_body(o, a->object, b);
}

void annotations_write(struct pdf_out *o)
{
    for (int i = 0; i < o->doc->npages; i++)
        for (const struct pdf_annotation *a = o->pages[i]->annotations; a; a = a->next)
            if (a->item->kind == ITEM_FIELD)
                fields_write_widget(o, a);
            else
                write_link(o, a);
}

void annotations_put_list(const struct pdf_page *page, struct buf *out)
{
    if (!page->annotations)
        return;
    buf_str(out, "/Annots[");
    for (const struct pdf_annotation *a = page->annotations; a; a = a->next) {
        buf_char(out, ' ');
        put_ref(out, a->object->number);
    }
    buf_char(out, ']');
}
