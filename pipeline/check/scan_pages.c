/* The scan of the page tree: all texts that the writer puts into a file come from here. */
#include "check/search.h"

#include "page/page.h"

#include <string.h>

struct pages {
    const struct search *search;
    const struct page_elem *block; /* of the last item */
};

static void add(const struct search *s, struct folded *to, const char *text)
{
    if (text && *text)
        search_add(s, to, text, strlen(text));
}

/* The paragraph, heading or cell that an item belongs to; a value stands within one. */
static const struct page_elem *block_of(const struct page_item *item)
{
    const struct page_elem *e = item->mark ? item->mark->elem : NULL;

    while (e && e->parent && (strcmp(e->role, "Span") == 0 || strcmp(e->role, "Link") == 0))
        e = e->parent;
    return e;
}

/* Groups and elements nest at most PAGE_DEPTH_MAX deep: the layout stops before. */
static void add_text(struct pages *p, const struct page_item *item)
{
    struct scan *scan = p->search->scan;
    struct folded *to = item->mark ? &scan->text : &scan->around;
    const struct page_elem *block = block_of(item);

    if (item->mark && block != p->block)
        fold_break(to);
    if (item->mark)
        p->block = block;
    fold_add(scan->fold, to, item->u.text.text, strlen(item->u.text.text));
}

static void add_options(const struct search *s, const struct page_option *o)
{
    for (; o; o = o->next) {
        add(s, &s->scan->strings, o->value);
        add(s, &s->scan->strings, o->label);
    }
}

static void add_items(struct pages *p, const struct page_item *item)
{
    const struct search *s = p->search;

    for (; item; item = item->next) {
        struct scan *scan = s->scan;

        if (item->kind == ITEM_GROUP) {
            add_items(p, item->u.group.first);
        } else if (item->kind == ITEM_TEXT && item->u.text.text) {
            add_text(p, item);
        } else if (item->kind == ITEM_LINK) {
            add(s, &scan->strings, item->u.link.uri);
            add(s, &scan->strings, item->u.link.dest);
            add(s, &scan->strings, item->u.link.contents);
        } else if (item->kind == ITEM_FIELD) {
            add(s, &scan->strings, item->u.field.name);
            add(s, &scan->strings, item->u.field.tooltip);
            add(s, &scan->strings, item->u.field.group);
            add(s, &scan->strings, item->u.field.value);
            add(s, &scan->strings, item->u.field.on);
            add_options(s, item->u.field.options);
            add_items(p, item->u.field.appearance);
        }
    }
}

static void add_element(const struct search *s, const struct page_elem *e)
{
    struct folded *to = &s->scan->strings;

    add(s, to, e->about->alt);
    add(s, to, e->about->actual_text);
    add(s, to, e->id);
    add(s, to, e->about->title);
    for (const struct page_kid *kid = e->first; kid; kid = kid->next)
        if (kid->kind == KID_ELEM)
            add_element(s, kid->u.elem);
}

static void add_bookmarks(const struct search *s, const struct page_bookmark *b)
{
    for (; b; b = b->next) {
        add(s, &s->scan->strings, b->title);
        add(s, &s->scan->strings, b->dest);
        add_bookmarks(s, b->first);
    }
}

static void add_document(const struct search *s, const struct page_doc *doc)
{
    struct folded *to = &s->scan->strings;
    struct pages pages = {s, NULL};

    add(s, to, doc->title);
    add(s, to, doc->lang);
    for (const struct page *p = doc->first; p; p = p->next) {
        add(s, to, p->label);
        fold_break(&s->scan->around);
        add_items(&pages, p->first);
    }
    add_items(&pages, doc->hidden_fields);
    for (const struct page_dest *d = doc->dests; d; d = d->next)
        add(s, to, d->id);
    if (doc->root)
        add_element(s, doc->root);
    add_bookmarks(s, doc->bookmarks);
}

enum scan_result scan_pages(struct scan *s, const struct scan_job *job, const struct page_doc *doc,
                            struct scan_place *place)
{
    struct search search = search_begin(s, job, place);

    folded_clear(&s->text);
    folded_clear(&s->around);
    folded_clear(&s->strings);
    add_document(&search, doc);
    search_in(&search, &s->text, LEAST_IN_TEXT);
    search_in(&search, &s->around, LEAST_IN_TEXT);
    search_in(&search, &s->strings, LEAST_IN_TEXT);
    return search_end(&search);
}
