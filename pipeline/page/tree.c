/* Constructors of the page tree: everything comes zeroed out of the document's arena. */
#include "page/page.h"

struct page_doc *page_doc_new(struct arena *arena)
{
    struct page_doc *doc = arena_new_of(arena, struct page_doc);
    doc->arena = doc->items = arena;
    doc->title = "";
    doc->lang = "und";
    doc->root = page_elem_new(doc, "Document");
    return doc;
}

struct page *page_add(struct page_doc *doc, mpt width, mpt height)
{
    struct page *page = arena_new_of(doc->arena, struct page);
    page->width = width;
    page->height = height;
    if (doc->last)
        doc->last->next = page;
    else
        doc->first = page;
    doc->last = page;
    doc->npages++;
    return page;
}

struct page_item *page_item_new(struct page_doc *doc, enum page_item_kind kind)
{
    bool stays = kind == ITEM_LINK || kind == ITEM_FIELD; /* the structure tree refers to it */
    struct page_item *item = arena_new_of(stays ? doc->arena : doc->items, struct page_item);
    item->kind = kind;
    if (kind == ITEM_GROUP) {
        item->u.group.a = PAGE_MATRIX_ONE;
        item->u.group.d = PAGE_MATRIX_ONE;
    }
    return item;
}

static void append(struct page_item **first, struct page_item **last, struct page_item *item)
{
    item->next = NULL;
    if (*last)
        (*last)->next = item;
    else
        *first = item;
    *last = item;
}

void page_item_append(struct page *page, struct page_item *item)
{
    append(&page->first, &page->last, item);
}

void page_group_append(struct page_group *group, struct page_item *item)
{
    append(&group->first, &group->last, item);
}

static const struct page_about nothing;

struct page_elem *page_elem_new(struct page_doc *doc, const char *role)
{
    struct page_elem *elem = arena_new_of(doc->arena, struct page_elem);
    elem->role = role;
    elem->about = &nothing;
    return elem;
}

struct page_about *page_elem_about(struct page_doc *doc, struct page_elem *elem)
{
    if (elem->about != &nothing) /* then it came from here */
        return (struct page_about *)elem->about;
    struct page_about *about = arena_new_of(doc->arena, struct page_about);
    elem->about = about;
    return about;
}

static void hang(struct page_elem *elem, struct page_kid *kid)
{
    if (elem->last)
        elem->last->next = kid;
    else
        elem->first = kid;
    elem->last = kid;
}

static struct page_kid *kid_append(struct page_doc *doc, struct page_elem *elem,
                                   enum page_kid_kind kind)
{
    struct page_kid *kid = arena_new_of(doc->arena, struct page_kid);
    kid->kind = kind;
    hang(elem, kid);
    return kid;
}

void page_elem_append(struct page_doc *doc, struct page_elem *parent, struct page_elem *child)
{
    kid_append(doc, parent, KID_ELEM)->u.elem = child;
    child->parent = parent;
}

struct page_mark *page_mark_new(struct page_doc *doc, struct page_elem *elem, int page)
{
    struct page_mark *mark = arena_new_of(doc->arena, struct page_mark);
    mark->elem = elem;
    mark->page = page;
    mark->kid.kind = KID_MARK;
    mark->kid.u.mark = mark;
    hang(elem, &mark->kid);
    return mark;
}

void page_elem_append_object(struct page_doc *doc, struct page_elem *elem, struct page_item *object)
{
    kid_append(doc, elem, KID_OBJECT)->u.object = object;
}
