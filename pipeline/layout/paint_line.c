/* Painting lines: text, graphics, leaders, inline boxes and decorations. */
#include "layout/field.h"
#include "layout/head.h"
#include "layout/number.h"
#include "layout/paint.h"

#include <stdlib.h>
#include <string.h>

struct row { /* a line being painted */
    struct painter *p;
    struct line *line;
    struct box *box;
    mpt x, y, base; /* content rectangle's left, line's top, baseline */
    struct waiting_line *waiting;
    size_t spaced; /* the piece that takes the space at the line's end; SIZE_MAX: none */
};

/* ---- inline boxes -------------------------------------------------------------------------- */

static bool has_box(const struct inl *inl)
{
    const struct fo_box_props *b = inl->node->box;
    return inl->kind == INL_BOX && inl->node->kind != FO_BLOCK &&
           (b->background.space != COLOUR_NONE || b->background_image || b->border[0].width > 0 ||
            b->border[1].width > 0 || b->border[2].width > 0 || b->border[3].width > 0);
}

static void paint_inline_box(struct row *r, struct inl *box, size_t from, size_t to)
{
    const struct fo_box_props *b = box->node->box;
    const struct line *line = r->line;
    mpt before = b->border[EDGE_BEFORE].width + fo_resolve(&b->padding[EDGE_BEFORE], 0);
    mpt after = b->border[EDGE_AFTER].width + fo_resolve(&b->padding[EDGE_AFTER], 0);
    struct rect rect = {r->x + line->at[from], r->base - box->shift - box->ascent - before,
                        line->at[to - 1] + line->wide[to - 1] - line->at[from],
                        box->ascent + box->descent + before + after};
    paint_background(r->p, box->node, rect);
    paint_borders(r->p, b->border, rect, is_rtl(box->node), true, true, b->radius);
}

/* Pieces of a line that stand side by side in one box. */
struct boxed {
    struct inl *box;
    size_t from, to;
};
struct boxes {
    struct boxed *at;
    size_t n, cap;
};

static void add_piece(const struct row *r, struct boxes *boxes, struct inl *box, size_t i)
{
    struct boxed *last = box->boxed < boxes->n ? &boxes->at[box->boxed] : NULL;
    if (last && last->box == box && last->to == i) {
        last->to++;
        return;
    }
    box->boxed = boxes->n;
    *arena_push(r->p->l->now, boxes->at, boxes->n, boxes->cap) = (struct boxed){box, i, i + 1};
}

static int by_order(const void *a, const void *b)
{
    const struct boxed *x = a, *y = b;
    if (x->box != y->box) {
        return x->box->order < y->box->order ? -1 : 1;
    }
    return (x->from > y->from) - (x->from < y->from);
}

/* The outermost boxes first, so that inner ones lie upon them. Only those of the line's pieces are
 * looked at: a paragraph may have many thousands. */
static void paint_inline_boxes(struct row *r)
{
    struct boxes boxes = {NULL, 0, 0};
    for (size_t i = 0; i < r->line->text.n; i++) {
        for (struct inl *inl = inl_of(&r->line->text.pieces[i]); inl; inl = inl->parent) {
            if (has_box(inl)) {
                add_piece(r, &boxes, inl, i);
            }
        }
    }
    if (boxes.n) {
        qsort(boxes.at, boxes.n, sizeof *boxes.at, by_order);
    }
    for (size_t i = 0; i < boxes.n; i++) {
        paint_inline_box(r, boxes.at[i].box, boxes.at[i].from, boxes.at[i].to);
    }
}

/* ---- pieces -------------------------------------------------------------------------------- */

static void place_ids(struct row *r, struct inl *inl, mpt x, struct page_elem *elem)
{
    for (; inl; inl = inl->parent) {
        if (inl->node->id && inl->node->kind != FO_BLOCK) {
            struct rect at = {x, r->base - inl->shift - inl->ascent, 0, 0};
            at = on_page(r->p, at);
            id_place(r->p->l, inl->node->id, at.x, at.y, elem);
            inl->placed = true;
        }
    }
}

static void paint_decoration(struct row *r, const struct inl *inl, const struct text_piece *piece,
                             mpt x, mpt w, struct page_elem *elem)
{
    const struct font *font = piece->font ? piece->font : inl->style->font;
    mpt size = inl->style->text.size;
    mpt thick = size * (font->underline_thickness > 0 ? font->underline_thickness : 50) / 1000;
    mpt base = r->base - inl->shift;
    mpt at[3] = {base - size * font->underline_position / 1000, base - inl->ascent,
                 base - size * font->x_height / 2000};
    for (int i = 0; i < 3; i++) {
        if (!(inl->decoration & (1U << i))) {
            continue;
        }
        struct page_item *item = page_item_new(r->p->l->doc, ITEM_RULE);
        item->u.rule = (struct page_rule){
            x, at[i], x + w, at[i], thick, STROKE_SOLID, colour_of(inl->node->text->colour)};
        put_content(r->p, item, elem);
    }
}

/* ---- the space between lines ---------------------------------------------------------------- */

/* Words are to be told apart by a space in the content, at the end of lines too (ISO 32000-1,
 * 14.8.2.5). Where a line ends between words the text stage leaves one; where a forced break ends
 * it there was none. Which piece takes it: the last in reading order. */
static size_t piece_before_space(const struct line *line)
{
    bool between = line->to->kind == BREAK_FORCED;
    size_t last = SIZE_MAX;
    for (size_t i = 0; between && i < line->text.n; i++) {
        if (last == SIZE_MAX || line->text.pieces[i].logical >= line->text.pieces[last].logical) {
            last = i;
        }
    }
    bool text = last != SIZE_MAX && line->text.pieces[last].item->kind == TEXT_CHARS &&
                line->text.pieces[last].nglyphs > 0;
    return text ? last : SIZE_MAX;
}

/* Hangs a space without width on the end of the text: on its left where that is the end. */
static void add_space(struct layout *l, struct page_text *t)
{
    uint16_t gid = t->font->ops->glyph(t->font, ' ');
    if (gid == 0) {
        return;
    }
    size_t len = strlen(t->text);
    struct glyph *glyphs = arena_array(l->items, struct glyph, t->nglyphs + 1);
    struct glyph space = {.gid = gid, .flags = GLYPH_SPACE, .text_len = 1, .text = (uint32_t)len};
    memcpy(glyphs + (t->rtl ? 1 : 0), t->glyphs, t->nglyphs * sizeof *glyphs);
    glyphs[t->rtl ? 0 : t->nglyphs] = space;
    t->text = arena_printf(l->items, "%s ", t->text);
    t->glyphs = glyphs;
    t->nglyphs++;
}

/* The letters of a pictogram's name became its picture: they say nothing, its alternative text
 * does. */
static void make_mute(struct row *r, struct page_text *t, mpt width, mpt height,
                      struct page_elem *elem)
{
    struct glyph *glyphs = arena_array(r->p->l->items, struct glyph, t->nglyphs);
    struct rect box = on_page(r->p, (struct rect){t->x, t->y - height, width, height});
    for (size_t i = 0; i < t->nglyphs; i++) {
        glyphs[i] = t->glyphs[i];
        glyphs[i].text = glyphs[i].text_len = 0;
    }
    t->glyphs = glyphs;
    t->text = "";
    elem->placement = PLACEMENT_INLINE;
    elem_covers(r->p, elem, box);
}

static bool is_figure(const struct page_elem *elem)
{
    return elem && elem->about->alt && strcmp(elem->role, "Figure") == 0;
}

static struct page_item *paint_text(struct row *r, const struct inl *inl,
                                    const struct text_piece *piece, mpt x, struct page_elem *elem)
{
    struct page_item *item = page_item_new(r->p->l->doc, ITEM_TEXT);
    item->u.text = (struct page_text){.font = piece->font,
                                      .size = inl->style->text.size,
                                      .x = x,
                                      .y = r->base - inl->shift,
                                      .colour = colour_of(inl->node->text->colour),
                                      .text = piece->text,
                                      .glyphs = piece->glyphs,
                                      .nglyphs = piece->nglyphs,
                                      .rtl = piece->level % 2 != 0,
                                      .line = r->line->number};
    put_content(r->p, item, elem);
    return item;
}

/* A number is an empty text for now; it is filled in by resolve_numbers. */
static struct page_item *paint_number(struct row *r, struct inl *inl, mpt x, struct page_elem *elem)
{
    struct page_item *item = page_item_new(r->p->l->doc, ITEM_TEXT);
    item->u.text = (struct page_text){.font = inl->style->font,
                                      .size = inl->style->text.size,
                                      .x = x,
                                      .y = r->base - inl->shift,
                                      .colour = colour_of(inl->node->text->colour),
                                      .text = "",
                                      .line = r->line->number};
    put_content(r->p, item, elem);
    return item;
}

/* Leaders and the edges of inline boxes are artifacts and make no element. */
static struct page_elem *elem_of_piece(struct row *r, struct inl *inl,
                                       const struct text_piece *piece)
{
    if (inl->kind == INL_LEADER || piece->item->kind == TEXT_EDGE) {
        return NULL;
    }
    return elem_of_inl(r->p, inl, elem_of_box(r->p, r->box));
}

static void paint_piece(struct row *r, size_t i)
{
    struct text_piece *piece = &r->line->text.pieces[i];
    struct inl *inl = inl_of(piece);
    mpt x = r->x + r->line->at[i], w = r->line->wide[i];
    if (!inl || inl->node->text->hidden) {
        return;
    }
    struct page_elem *elem = elem_of_piece(r, inl, piece);
    struct page_item *item = NULL;
    place_ids(r, inl, x, elem);
    if (piece->item->kind == TEXT_CHARS && piece->nglyphs > 0) {
        item = paint_text(r, inl, piece, x, elem);
        if (is_figure(elem)) {
            make_mute(r, &item->u.text, w, inl->style->text.size, elem);
        } else if (i == r->spaced) {
            add_space(r->p->l, &item->u.text);
        }
    } else if (inl->kind == INL_GRAPHIC) {
        item = paint_graphic(r->p, inl,
                             (struct rect){x, r->base - inl->shift - inl->ascent, w, inl->ascent},
                             r->line->text.n == 1, elem);
    } else if (inl->kind == INL_CONTAINER) {
        mpt top = r->base - inl->shift - inl->ascent;
        paint_inline_container(r->p, inl, (struct rect){x, top, w, inl->ascent + inl->descent},
                               elem);
    } else if (inl->kind == INL_FIELD) {
        mpt top = r->base - inl->shift - inl->ascent;
        paint_field(r->p, inl, (struct rect){x, top, w, inl->height}, elem);
    } else if (inl->kind == INL_LEADER) {
        item = leader_item(r->p->l, inl, x, r->base - inl->shift, w, is_rtl(inl->node));
        if (item) {
            put_artifact(r->p, item, ARTIFACT_LAYOUT);
        }
    } else if (inl->kind == INL_NUMBER) {
        item = paint_number(r, inl, x, elem);
    }
    if (item && inl->decoration && item->kind == ITEM_TEXT) {
        paint_decoration(r, inl, piece, x, w, inl->kind == INL_LEADER ? NULL : elem);
    }
    if (r->waiting) {
        r->waiting->items[i] = item;
    }
}

/* ---- lines --------------------------------------------------------------------------------- */

static bool in_order(const struct text_line *line)
{
    for (size_t i = 1; i < line->n; i++) {
        if (line->pieces[i].logical < line->pieces[i - 1].logical) {
            return false;
        }
    }
    return true;
}

static int by_reading(const void *a, const void *b)
{
    const struct text_piece *const *x = a, *const *y = b;
    if ((*x)->logical != (*y)->logical) {
        return (*x)->logical < (*y)->logical ? -1 : 1;
    }
    return (*x > *y) - (*x < *y);
}

/* Pieces are painted in reading order, which on bidirectional lines is not that of their places. */
static void paint_pieces(struct row *r)
{
    const struct text_line *line = &r->line->text;
    if (in_order(line)) {
        for (size_t i = 0; i < line->n; i++) {
            paint_piece(r, i);
        }
        return;
    }
    const struct text_piece **pieces =
        arena_array(r->p->l->now, const struct text_piece *, line->n);
    for (size_t i = 0; i < line->n; i++) {
        pieces[i] = &line->pieces[i];
    }
    qsort(pieces, line->n, sizeof *pieces, by_reading); /* NOLINT(bugprone-sizeof-expression) */
    for (size_t i = 0; i < line->n; i++) {
        paint_piece(r, (size_t)(pieces[i] - line->pieces));
    }
}

static void check_overfull(struct row *r)
{
    const struct line *line = r->line;
    mpt used = 0;
    for (size_t i = 0; i < line->text.n; i++) {
        used += line->wide[i];
    }
    mpt over = used - (line->width - line->lead);
    if (over > 10) { /* justified lines are a few mpt off by rounding */
        diag_warn(r->p->l->diag, place_of(r->p->l, line->para->block), NULL,
                  "en rad är %lld.%lld pt för lång", "a line is %lld.%lld pt too long",
                  (long long)(over / 1000), (long long)(over % 1000 / 100));
    }
}

static void paint_one(struct row *r)
{
    line_set(r->p->l, r->line);
    check_overfull(r);
    if (r->line->para->has_number) {
        r->waiting = wait_for_numbers(r->p->l, r->line, r->x, r->base);
    }
    if (!r->line->para->uniform || r->line->para->ninls > 1) {
        paint_inline_boxes(r);
    }
    r->spaced = piece_before_space(r->line);
    paint_pieces(r);
    paint_links(r->p, r->line, r->x, r->base);
    resolve_known(r->p->l, r->waiting);
}

/* Ids of inlines that have no piece of their own stand where the paragraph ends. */
static void place_empty_ids(struct painter *p, const struct para *para, mpt x, mpt y)
{
    for (size_t i = 0; i < para->ninls; i++) {
        struct inl *inl = para->inls[i];
        if (inl->node->id && !inl->placed) {
            struct rect at = on_page(p, (struct rect){x, y, 0, 0});
            id_place(p->l, inl->node->id, at.x, at.y, NULL);
        }
    }
}

void paint_lines(struct painter *p, struct frag *frag, mpt x, mpt y)
{
    struct para *para = frag->box->para;
    struct row r = {.p = p, .box = frag->box, .x = x, .y = y};
    for (size_t i = 0; i < frag->nlines; i++) {
        r.line = (struct line *)&frag->lines[i];
        r.base = r.y + r.line->base;
        paint_one(&r);
        r.y += r.line->height;
    }
    elems_of_heads(p, frag);
    if (frag->ends) {
        place_empty_ids(p, para, x, y);
    }
}
