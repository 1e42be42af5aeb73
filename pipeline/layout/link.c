/* Links: a rectangle per line under one Link element. */
#include "layout/paint.h"

static struct page_item *new_link(struct painter *p, const struct fo_node *node, struct rect r,
                                  struct page_elem *elem)
{
    struct page_item *item = page_item_new(p->l->doc, ITEM_LINK);
    struct page_link *link = &item->u.link;
    r = on_page(p, r);
    *link = (struct page_link){.x = r.x, .y = r.y, .w = r.w, .h = r.h, .elem = elem};
    link->uri = node->u.link.external;
    link->dest = link->uri ? NULL : node->u.link.internal;
    link->contents = node->box->alt ? node->box->alt : link->uri ? link->uri : "";
    page_item_append(p->l->page, item);
    page_elem_append_object(p->l->doc, elem, item);
    return item;
}

/* A link needs an element (ISO 14289-1, 7.18.5), and artifacts have none. */
static void said_static(const struct painter *p, const struct fo_node *node)
{
    if (p->artifact && !p->l->static_link && !p->l->window.counting) {
        p->l->static_link = true;
        diag_warn(p->l->diag, place_of(p->l, node), NULL,
                  "en länk i sidhuvud, sidfot eller annan artefakt är bara text",
                  "a link in static content or another artifact is text only");
    }
}

static bool goes_somewhere(const struct painter *p, const struct fo_node *node)
{
    said_static(p, node);
    return !p->artifact && (node->u.link.external || node->u.link.internal);
}

static struct inl *link_of(struct inl *inl)
{
    while (inl && !(inl->kind == INL_BOX && inl->node->kind == FO_BASIC_LINK)) {
        inl = inl->parent;
    }
    return inl;
}

/* What the link says, for readers that list links: its own text on this line. */
static const char *words_of(struct painter *p, const struct line *line, size_t from, size_t to)
{
    char *text = arena_strdup(p->l->arena, "");
    for (size_t i = from; i < to; i++) {
        const struct text_item *item = line->text.pieces[i].item;
        if (item->kind == TEXT_CHARS) {
            text = arena_printf(p->l->arena, "%s%.*s", text, (int)item->len, item->utf8);
        }
    }
    return text;
}

static void paint_link(struct painter *p, const struct line *line, size_t from, size_t to, mpt x,
                       mpt base)
{
    struct inl *inl = link_of(inl_of(&line->text.pieces[from]));
    if (!goes_somewhere(p, inl->node) || !inl->elem) {
        return;
    }
    mpt left = line->at[from], right = line->at[to - 1] + line->wide[to - 1];
    mpt up = inl->ascent, down = inl->descent;
    for (size_t i = from; i < to; i++) {
        const struct inl *in = inl_of(&line->text.pieces[i]);
        up = in->ascent + in->shift > up ? in->ascent + in->shift : up;
    }
    struct rect r = {x + left, base - up, right - left, up + down};
    struct page_item *item = new_link(p, inl->node, r, inl->elem);
    if (!inl->node->box->alt && !item->u.link.uri) {
        item->u.link.contents = words_of(p, line, from, to);
    }
}

void paint_links(struct painter *p, const struct line *line, mpt x, mpt base)
{
    for (size_t i = 0; i < line->text.n;) {
        const struct inl *link = link_of(inl_of(&line->text.pieces[i]));
        size_t end = i + 1;
        while (end < line->text.n && link_of(inl_of(&line->text.pieces[end])) == link) {
            end++;
        }
        if (link) {
            paint_link(p, line, i, end, x, base);
        }
        i = end;
    }
}

void paint_block_link(struct painter *p, struct box *box, struct rect r)
{
    struct page_elem *elem = elem_of_box(p, box);
    if (goes_somewhere(p, box->node) && elem) {
        new_link(p, box->node, r, elem);
    }
}
