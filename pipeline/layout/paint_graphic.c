/* Painting graphics: frame, viewport, and the picture in it. */
#include "layout/code.h"
#include "layout/fragment.h"
#include "layout/paint.h"

/* The picture's place in its viewport. */
static struct rect place_picture(const struct inl *inl, struct rect view)
{
    const struct fo_text_props *t = inl->node->text;
    mpt dx = view.w - inl->content_w, dy = view.h - inl->content_h;
    bool rtl = is_rtl(inl->node);
    bool end = t->text_align == ALIGN_END || t->text_align == ALIGN_OUTSIDE;
    dx = t->text_align == ALIGN_CENTER ? dx / 2 : end != rtl ? dx : 0;
    dy = t->display_align == DISPLAY_CENTER ? dy / 2 : t->display_align == DISPLAY_AFTER ? dy : 0;
    return (struct rect){view.x + dx, view.y + dy, inl->content_w, inl->content_h};
}

/* A picture, or the path of a code, in its place. */
static struct page_item *graphic_item(struct layout *l, const struct picture *picture,
                                      struct rect rect)
{
    struct page_item *item = page_item_new(l->doc, picture->code ? ITEM_PATH : ITEM_IMAGE);
    if (picture->code) {
        item->u.path = code_path(l, picture->code, rect.x, rect.y, rect.w);
    } else {
        item->u.image = (struct page_image){picture->data, rect.x, rect.y, rect.w, rect.h};
    }
    return item;
}

static struct page_item *put_picture(struct painter *p, const struct inl *inl, struct rect view,
                                     struct page_elem *elem)
{
    struct rect at = place_picture(inl, view);
    struct page_item *item = graphic_item(p->l, inl->picture, at);
    enum fo_overflow overflow = inl->node->box->overflow;
    bool clip = (at.w > view.w || at.h > view.h) &&
                (overflow == OVERFLOW_HIDDEN || overflow == OVERFLOW_ERROR);
    if (!clip) {
        put_content(p, item, elem);
        return item;
    }
    struct page_item *group;
    struct painter inner = paint_clipped(p, view, &group);
    put_content(&inner, item, elem);
    p->mark = NULL;
    return group;
}

struct page_item *paint_graphic(struct painter *p, struct inl *inl, struct rect r, bool alone,
                                struct page_elem *elem)
{
    const struct fo_box_props *b = inl->node->box;
    mpt top = b->border[EDGE_BEFORE].width + fo_resolve(&b->padding[EDGE_BEFORE], 0);
    mpt left = is_rtl(inl->node) ? inl->edge_end : inl->edge_start;
    struct rect view = {r.x + left, r.y + top, r.w - inl->edge_start - inl->edge_end, inl->height};
    paint_background(p, inl->node, r);
    paint_borders(p, b->border, r, is_rtl(inl->node), true, true, b->radius);
    struct page_item *item = put_picture(p, inl, view, elem);
    if (elem && elem == inl->elem && inl->tagged) {
        struct rect box = on_page(p, view);
        elem->placement = alone ? PLACEMENT_BLOCK : PLACEMENT_INLINE;
        elem_covers(p, elem, box);
    }
    return item;
}
