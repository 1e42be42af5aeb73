/* Page content: the items of a page in painting order, each inside marked content. */
#include "write/content.h"
#include "write/object.h"
#include "write/page_tree.h"
#include "write/put.h"

/* ---- marked content (ISO 32000-1, 14.6 and 14.7.4) ---------------------------------------------
 */

static void end_sequence(struct content *c)
{
    content_end_text(c);
    if (c->open)
        buf_str(c->b, "EMC\n");
    c->open = false;
}

static void record_sequence(struct content *c, struct page_mark *mark)
{
    struct pdf_sequence *s = arena_new_of(c->o->arena, struct pdf_sequence);
    s->page = c->page->index;
    s->mcid = c->page->nmcids++;
    struct pdf_sequence **end = &mark->sequences;
    while (*end)
        end = &(*end)->next;
    *end = s;
}

static void begin_marked(struct content *c, struct page_mark *mark)
{
    put_name(c->b, mark->elem->role);
    buf_str(c->b, "<</MCID ");
    put_int(c->b, c->page->nmcids);
    buf_str(c->b, ">>BDC\n");
    record_sequence(c, mark);
}

/* A background artifact has to say where it is (14.8.2.2.2, table 330). */
static bool bounds_of(const struct page_item *item, mpt *x, mpt *y, mpt *w, mpt *h)
{
    if (item->kind == ITEM_RECTANGLE) {
        const struct page_rectangle *r = &item->u.rectangle;
        *x = r->x, *y = r->y, *w = r->w, *h = r->h;
        return true;
    }
    if (item->kind == ITEM_IMAGE) {
        const struct page_image *i = &item->u.image;
        *x = i->x, *y = i->y, *w = i->w, *h = i->h;
        return true;
    }
    return false;
}

static void begin_artifact(struct content *c, const struct page_item *item)
{
    static const char *const properties[] = {
        "/Type/Layout",
        "/Type/Page",
        "/Type/Pagination",
        "/Type/Pagination/Subtype/Header",
        "/Type/Pagination/Subtype/Footer",
        "/Type/Background/BBox[",
    };
    mpt x, y, w, h;
    enum page_artifact kind = item->artifact;
    bool background = kind == ARTIFACT_BACKGROUND && bounds_of(item, &x, &y, &w, &h);
    if (kind == ARTIFACT_BACKGROUND && !background)
        kind = ARTIFACT_LAYOUT;
    buf_str(c->b, "/Artifact<<");
    buf_str(c->b, properties[kind]);
    if (background) {
        put_mpts(c->b, (const mpt[]){x, c->height - y - h, x + w, c->height - y}, 4);
        buf_char(c->b, ']');
    }
    buf_str(c->b, ">>BDC\n");
}

static void need_sequence(struct content *c, const struct page_item *item)
{
    bool same =
        c->open && c->mark == item->mark &&
        (item->mark || (c->artifact == item->artifact && item->artifact != ARTIFACT_BACKGROUND));
    if (same)
        return;
    end_sequence(c);
    c->open = true;
    c->mark = item->mark;
    c->artifact = item->artifact;
    if (item->mark)
        begin_marked(c, item->mark);
    else
        begin_artifact(c, item);
}

/* ---- items -------------------------------------------------------------------------------------
 */

static void write_items(struct content *c, const struct page_item *first);

static void write_clip(struct content *c, const struct page_group *g)
{
    if (!g->clip)
        return;
    put_mpts(c->b,
             (const mpt[]){g->clip_x, c->height - g->clip_y - g->clip_h, g->clip_w, g->clip_h}, 4);
    buf_str(c->b, " re W n\n");
}

/* The group's matrix holds for y downwards from the page's top; ours for y upwards from its foot.
 */
static void write_matrix(struct content *c, const struct page_group *g)
{
    if (!page_group_transforms(g))
        return;
    const int64_t linear[4] = {g->a, -(int64_t)g->b, -(int64_t)g->c, g->d};
    for (int i = 0; i < 4; i++) {
        put_matrix_number(c->b, linear[i]);
        buf_char(c->b, ' ');
    }
    put_mpt(c->b, g->e + c->height * g->c / PAGE_MATRIX_ONE);
    put_mpts(c->b, (const mpt[]){c->height - c->height * g->d / PAGE_MATRIX_ONE - g->f}, 1);
    buf_str(c->b, " cm\n");
}

/* q nests at most 28 deep (ISO 32000-1, annex C); one is left for images. */
enum { DEEPEST_GROUP = 27 };

static void write_group(struct content *c, const struct page_group *g)
{
    const struct group_frame *outer = c->group;
    struct group_frame frame = {g, outer, outer ? outer->depth + 1 : 1};
    struct paint_state before = c->now;
    if (!g->first)
        return;
    if (frame.depth > DEEPEST_GROUP - 1) {
        pdf_fail(c->o, EXIT_INPUT, "ytor nästlar djupare än vad PDF tillåter (27)",
                 "areas nest deeper than PDF allows (27)");
        return;
    }
    end_sequence(c);
    buf_str(c->b, "q\n");
    write_clip(c, g);
    write_matrix(c, g);
    c->group = &frame;
    write_items(c, g->first);
    c->group = outer;
    end_sequence(c);
    buf_str(c->b, "Q\n");
    c->now = before;
}

static bool paints(const struct page_item *item)
{
    switch (item->kind) {
    case ITEM_TEXT:
        return item->u.text.nglyphs > 0 && item->u.text.size > 0;
    case ITEM_RULE:
        return item->u.rule.colour.space != COLOUR_NONE && item->u.rule.width > 0;
    case ITEM_RECTANGLE:
        return item->u.rectangle.fill.space != COLOUR_NONE;
    case ITEM_PATH:
        return item->u.path.n > 0 &&
               (item->u.path.fill.space != COLOUR_NONE || item->u.path.stroke.space != COLOUR_NONE);
    default:
        return true;
    }
}

static void paint(struct content *c, const struct page_item *item)
{
    if (!paints(item))
        return;
    need_sequence(c, item);
    content_item(c, item);
}

static void write_items(struct content *c, const struct page_item *first)
{
    for (const struct page_item *item = first; item && !c->o->failed; item = item->next) {
        switch (item->kind) {
        case ITEM_GROUP:
            write_group(c, &item->u.group);
            break;
        case ITEM_LINK:
        case ITEM_FIELD:
            content_annotation(c, item);
            break;
        default:
            paint(c, item);
        }
    }
}

/* ---- pages -------------------------------------------------------------------------------------
 */

static void write_page(struct pdf_out *o, struct pdf_page *page)
{
    /* the initial graphics state (8.4.1): black, lines 1 pt wide */
    const struct page_colour black = {COLOUR_GRAY, {0}};
    struct content c = {.o = o, .page = page, .b = &o->w->content, .height = page->page->height};
    c.now = (struct paint_state){black, black, 1 * MPT_PER_PT, STROKE_SOLID, NULL, 0};
    buf_clear(c.b);
    write_items(&c, page->page->first);
    end_sequence(&c);
    page->written = true;
    page->owners = arena_array(o->arena, unsigned, page->nmcids);
    page->content =
        object_store(o, c.b->data ? c.b->data : "", c.b->len, &page->content_len, &page->deflated);
}

void content_write_page(struct pdf_out *o, int index)
{
    page_tree_add(o, (size_t)index + 1);
    if (pdf_check(o))
        write_page(o, o->pages[index]);
}

void content_write_pages(struct pdf_out *o)
{
    page_tree_add(o, (size_t)o->doc->npages);
    for (size_t i = 0; i < o->npages && pdf_check(o); i++)
        if (!o->pages[i]->written)
            write_page(o, o->pages[i]);
}
