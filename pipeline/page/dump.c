/* Text dump of the page tree: pages and their items, destinations and bookmarks. */
#include "page/dump.h"

#include "base/quote.h"

#include <stdlib.h>
#include <string.h>

void page_dump_length(struct buf *out, mpt length)
{
    long long v = length < 0 ? -(long long)length : (long long)length;
    buf_printf(out, "%s%lld.%03lld", length < 0 ? "-" : "", v / MPT_PER_PT, v % MPT_PER_PT);
}

void page_dump_indent(struct buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        buf_str(out, "  ");
}

void page_dump_string(struct buf *out, const char *s)
{
    quote_string(out, s, strlen(s));
}

static void lengths(struct buf *out, const mpt *v, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        buf_char(out, ' ');
        page_dump_length(out, v[i]);
    }
}
#define LENGTHS(out, ...)                                                                          \
    lengths((out), (const mpt[]){__VA_ARGS__}, sizeof((const mpt[]){__VA_ARGS__}) / sizeof(mpt))

static void colour(struct buf *out, const char *what, struct page_colour c)
{
    static const int components[] = {0, 1, 3, 4};
    static const char *const names[] = {"none", "gray", "rgb", "cmyk"};
    if (c.space > COLOUR_CMYK)
        c.space = COLOUR_NONE;
    buf_printf(out, " %s=%s", what, names[c.space]);
    for (int i = 0; i < components[c.space]; i++)
        buf_printf(out, "%c%d", i ? ',' : ':', c.v[i]);
}

static void stroke(struct buf *out, enum page_stroke style)
{
    static const char *const names[] = {"solid", "dashed", "dotted", "double"};
    buf_printf(out, " %s", names[style]);
}

static void dump_text(const struct page_item *item, struct arena *scratch, struct buf *out)
{
    const struct page_text *t = &item->u.text;
    mpt width = 0;
    for (size_t i = 0; i < t->nglyphs; i++)
        width += t->glyphs[i].advance;
    buf_str(out, "text");
    LENGTHS(out, t->x, t->y);
    buf_str(out, " width=");
    page_dump_length(out, width);
    buf_printf(out, " %s", t->font ? t->font->postscript_name : "-");
    LENGTHS(out, t->size);
    colour(out, "colour", t->colour);
    if (t->rtl)
        buf_str(out, " rtl");
    buf_char(out, ' ');
    page_dump_string(out, page_text_of(item, scratch));
}

static void dump_rule(const struct page_rule *r, struct buf *out)
{
    buf_str(out, "rule");
    LENGTHS(out, r->x0, r->y0, r->x1, r->y1);
    buf_str(out, " width=");
    page_dump_length(out, r->width);
    stroke(out, r->stroke);
    colour(out, "colour", r->colour);
}

static void dump_rectangle(const struct page_rectangle *r, struct buf *out)
{
    buf_str(out, "rectangle");
    LENGTHS(out, r->x, r->y, r->w, r->h);
    colour(out, "fill", r->fill);
}

static void dump_path(const struct page_path *p, struct buf *out)
{
    static const char verbs[] = "MLCZR";
    static const int points[] = {1, 1, 3, 0, 2};
    buf_str(out, "path");
    colour(out, "fill", p->fill);
    colour(out, "stroke", p->stroke);
    buf_str(out, " width=");
    page_dump_length(out, p->width);
    stroke(out, p->style);
    if (p->even_odd)
        buf_str(out, " even-odd");
    for (size_t i = 0; i < p->n; i++) {
        const struct page_segment *s = &p->segments[i];
        buf_printf(out, " %c", verbs[s->kind]);
        for (int k = 0; k < points[s->kind]; k++)
            LENGTHS(out, s->x[k], s->y[k]);
    }
}

static void dump_image(const struct page_image *i, struct buf *out)
{
    buf_str(out, "image");
    LENGTHS(out, i->x, i->y, i->w, i->h);
    buf_printf(out, " %ux%ux%u %s%s%s", i->image->width, i->image->height, i->image->components,
               i->image->encoding == IMAGE_JPEG ? "jpeg" : "raw", i->image->alpha ? " alpha" : "",
               i->image->icc ? " icc" : "");
}

static void dump_link(const struct page_link *l, struct buf *out)
{
    buf_str(out, "link");
    LENGTHS(out, l->x, l->y, l->w, l->h);
    buf_str(out, l->uri ? " uri=" : " dest=");
    page_dump_string(out, l->uri ? l->uri : l->dest ? l->dest : "");
    buf_str(out, " contents=");
    page_dump_string(out, l->contents ? l->contents : "");
}

static void dump_field(const struct page_field *f, struct buf *out)
{
    static const char *const kinds[] = {"text",  "multiline", "date",  "tick",
                                        "radio", "choice",    "hidden"};
    buf_printf(out, "field %s", kinds[f->kind]);
    LENGTHS(out, f->x, f->y, f->w, f->h);
    buf_char(out, ' ');
    page_dump_string(out, f->name);
    buf_str(out, " tooltip=");
    page_dump_string(out, f->tooltip);
    if (f->kind == FIELD_TICK || f->kind == FIELD_RADIO) {
        buf_str(out, " on=");
        page_dump_string(out, f->on);
    }
    if (*f->value) {
        buf_str(out, " value=");
        page_dump_string(out, f->value);
    }
    for (const struct page_option *o = f->options; o; o = o->next) {
        buf_str(out, " option=");
        page_dump_string(out, o->value);
    }
    buf_str(out, f->required ? " required" : "");
    buf_str(out, f->rtl ? " rtl" : "");
}

static void dump_group(const struct page_group *g, struct buf *out)
{
    buf_str(out, "group");
    if (g->clip) {
        buf_str(out, " clip");
        LENGTHS(out, g->clip_x, g->clip_y, g->clip_w, g->clip_h);
    }
    if (page_group_transforms(g)) {
        buf_printf(out, " matrix %d %d %d %d", (int)g->a, (int)g->b, (int)g->c, (int)g->d);
        LENGTHS(out, g->e, g->f);
    }
}

/* What the item belongs to: the role of its structure element, or the kind of artifact. */
static void dump_owner(const struct page_item *item, struct buf *out)
{
    static const char *const kinds[] = {"layout", "page",   "pagination",
                                        "header", "footer", "background"};
    if (item->kind == ITEM_GROUP || item->kind == ITEM_LINK || item->kind == ITEM_FIELD)
        return;
    if (item->mark)
        buf_printf(out, " {%s}", item->mark->elem->role);
    else
        buf_printf(out, " {artifact %s}", kinds[item->artifact]);
}

static void dump_item(const struct page_item *item, struct arena *scratch, int depth,
                      struct buf *out)
{
    page_dump_indent(out, depth);
    switch (item->kind) {
    case ITEM_GROUP:
        dump_group(&item->u.group, out);
        break;
    case ITEM_TEXT:
        dump_text(item, scratch, out);
        break;
    case ITEM_RULE:
        dump_rule(&item->u.rule, out);
        break;
    case ITEM_RECTANGLE:
        dump_rectangle(&item->u.rectangle, out);
        break;
    case ITEM_PATH:
        dump_path(&item->u.path, out);
        break;
    case ITEM_IMAGE:
        dump_image(&item->u.image, out);
        break;
    case ITEM_LINK:
        dump_link(&item->u.link, out);
        break;
    case ITEM_FIELD:
        dump_field(&item->u.field, out);
        break;
    }
    dump_owner(item, out);
    buf_char(out, '\n');
    const struct page_item *kid = item->kind == ITEM_GROUP   ? item->u.group.first
                                  : item->kind == ITEM_FIELD ? item->u.field.appearance
                                                             : NULL;
    for (; kid && depth < PAGE_DEPTH_MAX; kid = kid->next)
        dump_item(kid, scratch, depth + 1, out);
}

static void dump_page(const struct page *page, int number, struct arena *scratch, struct buf *out)
{
    buf_printf(out, "page %d", number);
    LENGTHS(out, page->width, page->height);
    if (page->label) {
        buf_str(out, " label=");
        page_dump_string(out, page->label);
    }
    buf_char(out, '\n');
    for (const struct page_item *item = page->first; item; item = item->next) {
        dump_item(item, scratch, 1, out);
        arena_reset(scratch);
    }
}

static void dump_dests(const struct page_dest *dest, struct buf *out)
{
    for (; dest; dest = dest->next) {
        buf_str(out, "destination ");
        page_dump_string(out, dest->id);
        buf_printf(out, " page %d", dest->page + 1);
        LENGTHS(out, dest->x, dest->y);
        buf_char(out, '\n');
    }
}

static void dump_bookmarks(const struct page_bookmark *b, int depth, struct buf *out)
{
    for (; b; b = b->next) {
        page_dump_indent(out, depth);
        buf_str(out, b->open ? "bookmark open " : "bookmark ");
        page_dump_string(out, b->title);
        buf_str(out, " dest=");
        page_dump_string(out, b->dest ? b->dest : "");
        buf_char(out, '\n');
        if (depth < PAGE_DEPTH_MAX)
            dump_bookmarks(b->first, depth + 1, out);
    }
}

void page_dump(const struct page_doc *doc, struct buf *out)
{
    struct arena *scratch = arena_new();
    buf_printf(out, "document %s%s pages=%d title=", doc->lang, doc->rtl ? " rtl" : "",
               doc->npages);
    page_dump_string(out, doc->title);
    buf_char(out, '\n');
    int number = 0;
    for (const struct page *page = doc->first; page; page = page->next)
        dump_page(page, ++number, scratch, out);
    for (const struct page_item *item = doc->hidden_fields; item; item = item->next)
        dump_item(item, scratch, 0, out);
    dump_dests(doc->dests, out);
    dump_bookmarks(doc->bookmarks, 0, out);
    page_dump_structure(doc, out);
    arena_free(scratch);
}
