/* Inline objects, flattened to text items: boxes, footnotes, and the paragraph as a whole. */
#include "layout/fragment.h"
#include "layout/gather.h"
#include "layout/head.h"
#include "layout/note.h"
#include "layout/side.h"

#include <string.h>

/* Decorations reach down to descendants until one of them says no-… (7.17.4). */
static unsigned decorate(unsigned outer, uint8_t own)
{
    const unsigned all = DECORATION_UNDERLINE | DECORATION_OVERLINE | DECORATION_THROUGH;
    return (outer | (own & all)) & ~((unsigned)own / DECORATION_NO_UNDERLINE & all);
}

struct text_item *gather_item(struct gather *g, enum text_item_kind kind, struct inl *inl)
{
    struct para *p = g->p;
    struct text_item *item = arena_push(g->box->room->arena, p->items, p->nitems, p->items_cap);
    *item = (struct text_item){.kind = kind, .user = inl};
    item->style = inl ? &inl->style->text : &p->style->text;
    return item;
}

struct inl *gather_inl(struct gather *g, enum inl_kind kind, const struct fo_node *node)
{
    struct para *p = g->p;
    struct inl *inl = arena_new_of(g->box->room->arena, struct inl);
    if (p->ninls == p->inls_cap) {
        p->inls =
            arena_grow(g->box->room->arena, p->inls, p->ninls, &p->inls_cap, sizeof(struct inl *));
    }
    inl->order = p->ninls;
    p->inls[p->ninls++] = inl;
    p->has_leader |= kind == INL_LEADER;
    inl->kind = kind;
    inl->node = node;
    inl->parent = g->parent;
    inl->style = style_of(g->l, node->text);
    inl->shift = g->parent ? g->parent->shift : 0;
    inl->decoration = g->parent ? g->parent->decoration : 0;
    inl->ascent = inl->style->ascent;
    inl->descent = inl->style->descent;
    if (node->kind != FO_TEXT) {
        inl->decoration = decorate(inl->decoration, node->box->decoration);
    }
    if (inl->style->text.size != p->style->text.size || inl->style->ascent != p->style->ascent ||
        kind > INL_BOX) {
        p->uniform = false;
    }
    return inl;
}

/* ---- inline boxes -------------------------------------------------------------------------- */

static mpt shift_of(const struct inl *inl, const struct style *parent)
{
    const struct fo_box_props *b = inl->node->box;
    mpt shift = fo_resolve(&b->baseline_shift, parent->line_height);
    mpt size = inl->style->text.size;
    switch (b->vertical_align) {
    case BASELINE_SUB:
        return shift - size * inl->style->font->x_height / 2000;
    case BASELINE_SUPER:
        return shift + parent->text.size * parent->font->x_height / 1000;
    case BASELINE_TOP:
    case BASELINE_TEXT_TOP:
        return shift + parent->ascent - inl->ascent;
    case BASELINE_BOTTOM:
    case BASELINE_TEXT_BOTTOM:
        return shift - parent->descent + inl->descent;
    case BASELINE_MIDDLE:
        return shift + parent->text.size * parent->font->x_height / 2000 -
               (inl->ascent - inl->descent) / 2;
    case BASELINE_AUTO:
    case BASELINE_BASELINE:
        break;
    }
    return shift;
}

void gather_shift(struct gather *g, struct inl *inl)
{
    mpt shift = shift_of(inl, g->parent ? g->parent->style : g->p->style);
    if (shift != 0) {
        inl->shift += shift;
        g->p->uniform = false;
    }
}

static void gather_edge(struct gather *g, struct inl *inl, mpt width, bool closes)
{
    if (width != 0) {
        struct text_item *item = gather_item(g, TEXT_EDGE, inl);
        item->width = width;
        item->closes = closes;
        g->after_space = false;
    }
}

static void gather_control(struct gather *g, struct inl *inl, uint32_t control)
{
    gather_item(g, TEXT_CONTROL, inl)->control = control;
}

static uint32_t bidi_opening(const struct fo_node *n)
{
    if (n->u.bidi.isolate) {
        return n->u.bidi.rtl ? 0x2067 : 0x2066;
    }
    if (n->u.bidi.override) {
        return n->u.bidi.rtl ? 0x202E : 0x202D;
    }
    return n->u.bidi.rtl ? 0x202B : 0x202A;
}

static void gather_run(struct gather *g, const struct fo_node *from, const struct fo_node *to);

static void gather_box(struct gather *g, const struct fo_node *node)
{
    struct inl *inl = gather_inl(g, INL_BOX, node);
    const struct fo_box_props *b = node->box;
    struct inl *saved = g->parent;
    bool bidi = node->kind == FO_BIDI_OVERRIDE;
    gather_shift(g, inl);
    g->parent = inl;
    inl->edge_start = b->border[EDGE_START].width + fo_resolve(&b->padding[EDGE_START], 0);
    inl->edge_end = b->border[EDGE_END].width + fo_resolve(&b->padding[EDGE_END], 0);
    gather_edge(g, inl, inl->edge_start + fo_resolve(&b->space_start.opt, g->ref_width), false);
    if (bidi) {
        gather_control(g, inl, bidi_opening(node));
    }
    gather_run(g, node->first, NULL);
    if (bidi) {
        gather_control(g, inl, node->u.bidi.isolate ? 0x2069 : 0x202C);
    }
    gather_edge(g, inl, inl->edge_end + fo_resolve(&b->space_end.opt, g->ref_width), true);
    g->parent = saved;
}

/* What refers to a footnote stands in the line; its body waits until the page is laid out. */
static void gather_footnote(struct gather *g, const struct fo_node *node)
{
    struct inl *inl = gather_inl(g, INL_BOX, node), *saved = g->parent;
    const struct fo_node *body = node->first;
    while (body && body->kind != FO_FOOTNOTE_BODY) {
        body = body->next;
    }
    g->parent = inl;
    gather_run(g, node->first, body);
    g->parent = saved;
    struct para *p = g->p;
    if (!body || g->l->fixed_page || g->l->inserts.inside) {
        unsupported(g->l, body ? body : node, true);
        return;
    }
    inl->note = note_new(g->l, g->box->room, body);
    *arena_push(g->box->room->arena, p->notes.at, p->notes.n, p->notes.cap) =
        (struct insert_place){inl->note, p->nitems > 0 ? p->nitems - 1 : 0};
}

/* A float stands where the line with its anchor begins, or at the head of its page. It is no part
 * of the block's text. */
static void gather_float(struct gather *g, const struct fo_node *node)
{
    struct para *p = g->p;
    struct box *parent = g->box->parent && g->box->parent->parent ? g->box->parent->parent : NULL;
    struct room *room = g->box->room;
    enum float_way way = float_way(node);
    if (way == FLOAT_IN_PLACE) { /* in the line of what refers to a footnote */
        gather_box(g, node);
        return;
    }
    if (way == FLOAT_HEAD) {
        *arena_push(room->arena, p->heads.at, p->heads.n, p->heads.cap) =
            (struct insert_place){head_box(g->l, room, node, parent)->head, p->nitems};
        return;
    }
    *arena_push(room->arena, p->floats, p->nfloats, p->floats_cap) =
        (struct float_place){box_new(room, BOX_FLOAT, node, parent), p->nitems};
}

static void gather_node(struct gather *g, const struct fo_node *node)
{
    switch (node->kind) {
    case FO_TEXT:
        gather_text(g, node);
        break;
    case FO_LEADER:
        gather_leader(g, node);
        break;
    case FO_EXTERNAL_GRAPHIC:
        gather_graphic(g, node);
        break;
    case FO_PAGE_NUMBER:
    case FO_PAGE_NUMBER_CITATION:
    case FO_PAGE_NUMBER_CITATION_LAST:
        gather_number(g, node);
        break;
    case FO_FOOTNOTE:
        gather_footnote(g, node);
        break;
    case FO_INLINE_CONTAINER:
        gather_container(g, node);
        break;
    case FO_FLOAT:
        gather_float(g, node);
        break;
    case FO_MARKER:
        break; /* one that begins an inline: its block's would be retrieved */
    case FO_INSTREAM_FOREIGN_OBJECT:
        gather_foreign(g, node);
        break;
    case FO_RETRIEVE_MARKER:
        unsupported(g->l, node, true);
        break;
    default:
        gather_box(g, node);
    }
}

static void gather_run(struct gather *g, const struct fo_node *from, const struct fo_node *to)
{
    for (const struct fo_node *n = from; n && n != to; n = n->next) {
        gather_node(g, n);
    }
}

/* ---- the paragraph ------------------------------------------------------------------------- */

/* Does anything of it make a line? Edges and controls alone do not. */
static bool makes_line(const struct para *p)
{
    for (size_t i = 0; i < p->nitems; i++) {
        if (p->items[i].kind == TEXT_OBJECT || p->items[i].kind == TEXT_BREAK ||
            (p->items[i].kind == TEXT_CHARS && p->items[i].len > 0)) {
            return true;
        }
    }
    return false;
}

static unsigned block_decoration(const struct fo_node *node)
{
    unsigned ended = 0, bits = 0;
    for (; node; node = node->parent) {
        bits |= decorate(0, node->box->decoration) & ~ended;
        ended |= (unsigned)node->box->decoration / DECORATION_NO_UNDERLINE;
    }
    return bits;
}

/* The block's own decoration, as an inline around all of the run. */
static struct inl *root_inline(struct gather *g, const struct fo_node *block)
{
    unsigned bits = block_decoration(block);
    if (bits == 0) {
        return NULL;
    }
    struct inl *root = arena_new_of(g->box->room->arena, struct inl);
    *root = (struct inl){.kind = INL_BOX, .node = block, .style = g->p->style, .decoration = bits};
    root->ascent = g->p->style->ascent;
    root->descent = g->p->style->descent;
    return root;
}

static void count_breaks(struct para *p)
{
    p->nforced = 0;
    for (size_t i = 0; i < p->nbreaks; i++) {
        p->nforced += p->breaks[i].kind == BREAK_FORCED;
        p->has_hyphens |= p->breaks[i].kind == BREAK_HYPHEN;
    }
}

void para_break_anywhere(struct layout *l, struct para *p)
{
    p->anywhere = true;
    p->breaks = text_para_breaks_anywhere(p->text, p->arena, &p->nbreaks, l->diag);
}

static void shape(struct layout *l, struct para *p, const struct box *box, bool resumed)
{
    /* lines that wait for numbers are set again at the end */
    bool waits = p->has_number && !l->known && !l->window.counting;
    p->kept = waits || resumed;
    p->arena = p->kept ? box->room->arena : l->now;
    p->epoch = l->epoch;
    p->has_lines = false;
    p->text = text_para_new(p->arena, l->text, p->items, p->nitems,
                            is_rtl(p->block) ? TEXT_RTL : TEXT_LTR, l->diag, place_of(l, p->block));
    p->breaks = text_para_breaks(p->text, &p->nbreaks);
    if (p->anywhere) {
        para_break_anywhere(l, p);
    }
    count_breaks(p);
}

static struct para *gather(struct layout *l, struct box *box)
{
    struct arena *arena = box->room->arena;
    struct para *p = arena_new_of(arena, struct para);
    p->block = box->node;
    p->style = style_of(l, box->node->text);
    p->uniform = true;
    p->first_run = box->first_run;
    p->items_cap = p->inls_cap = 2; /* most paragraphs hold one text, and there are many */
    p->items = arena_array(arena, struct text_item, p->items_cap);
    p->inls = arena_array(arena, struct inl *, p->inls_cap);
    struct gather g = {.l = l, .p = p, .box = box, .line_start = true, .ref_width = l->ref_width};
    g.parent = root_inline(&g, box->node);
    gather_run(&g, box->from, box->to);
    gather_end(&g);
    if (!makes_line(p) && p->notes.n > 0) { /* nothing but notes: a line for them to hang on */
        struct text_item *item = gather_item(&g, TEXT_CHARS, gather_inl(&g, INL_TEXT, p->block));
        item->utf8 = "\u200B";
        item->len = strlen(item->utf8);
    }
    p->empty = !makes_line(p);
    return p;
}

struct para *para_of(struct layout *l, struct box *box, bool resumed)
{
    bool made = box->para != NULL;
    if (!made) {
        box->para = gather(l, box);
    }
    struct para *p = box->para;
    bool forgotten = made && !p->kept && p->epoch + 1 < l->epoch;
    if (!p->empty && (!made || forgotten)) {
        shape(l, p, box, made && resumed);
    }
    return p;
}
