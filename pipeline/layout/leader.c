/* Leaders: rules, dots and white space that fill a line. They are artifacts. */
#include "layout/paint.h"

#include <string.h>

enum { MOST_REPEATS = 10000 };

static size_t repeats(mpt w, mpt step)
{
    size_t n = step > 0 && w > 0 ? (size_t)(w / step) : 0;
    return n < MOST_REPEATS ? n : MOST_REPEATS;
}

static struct page_item *paint_rule(struct layout *l, const struct inl *inl, mpt x, mpt y, mpt w)
{
    const struct fo_text_props *t = inl->node->text;
    if (t->rule_style == BORDER_NONE || t->rule_style == BORDER_HIDDEN) {
        return NULL;
    }
    struct page_item *item = page_item_new(l->doc, ITEM_RULE);
    struct page_rule *r = &item->u.rule;
    *r = (struct page_rule){x, y, x + w, y, t->rule_thickness, STROKE_SOLID, colour_of(t->colour)};
    r->stroke = t->rule_style == BORDER_DASHED   ? STROKE_DASHED
                : t->rule_style == BORDER_DOTTED ? STROKE_DOTTED
                : t->rule_style == BORDER_DOUBLE ? STROKE_DOUBLE
                                                 : STROKE_SOLID;
    return item;
}

/* Dots stand on a grid of the pattern's width that begins at the reference area's end, so that
 * those of several lines stand below each other. */
static struct page_item *paint_dots(struct layout *l, const struct inl *inl, mpt x, mpt y, mpt w,
                                    bool rtl)
{
    const struct style *s = inl->style;
    const struct fo_text_props *t = inl->node->text;
    struct page_item *item = page_item_new(l->doc, ITEM_TEXT);
    uint16_t gid = s->font->ops->glyph(s->font, '.');
    mpt dot = s->text.size * s->font->ops->advance(s->font, gid) / 1000;
    mpt step = t->leader_pattern_width.is_auto ? 0 : fo_resolve(&t->leader_pattern_width, w);
    step = step < dot ? dot : step;
    size_t n = repeats(w, step);
    mpt slack = w - (mpt)n * step;
    struct glyph *glyphs = arena_array(l->items, struct glyph, n);
    char *text = arena_alloc(l->items, n + 1);
    memset(text, '.', n);
    for (size_t i = 0; i < n; i++) {
        glyphs[i] = (struct glyph){
            .gid = gid, .text = (uint32_t)i, .text_len = 1, .advance = (int32_t)step};
    }
    item->u.text = (struct page_text){.font = s->font,
                                      .size = s->text.size,
                                      .x = rtl ? x : x + slack,
                                      .y = y,
                                      .colour = colour_of(t->colour),
                                      .text = text,
                                      .glyphs = glyphs,
                                      .nglyphs = n};
    return item;
}

/* The leader's own text, set once. Returns its width with the spaces at its end, 0: there is none.
 */
static mpt set_content(struct layout *l, const struct inl *inl, struct text_line *line)
{
    const struct fo_node *n = inl->node->first;
    while (n && n->kind != FO_TEXT) {
        n = n->first ? n->first : n->next;
    }
    if (!n || n->u.chars.len == 0) {
        return 0;
    }
    struct text_item *item = arena_new_of(l->now, struct text_item);
    *item = (struct text_item){.kind = TEXT_CHARS,
                               .style = &style_of(l, n->text)->text,
                               .utf8 = n->u.chars.utf8,
                               .len = n->u.chars.len};
    struct text_para *p =
        text_para_new(l->now, l->text, item, 1, TEXT_LTR, l->diag, place_of(l, n));
    size_t count;
    const struct text_break *b = text_para_breaks(p, &count);
    text_para_line(p, l->now, NULL, &b[count - 1], 0, line);
    return line->n > 0 && line->pieces[0].nglyphs > 0 ? b[count - 1].width : 0;
}

/* The text of one font is repeated as often as there is room, at the leader's end. */
static struct page_item *paint_content(struct layout *l, const struct inl *inl, mpt x, mpt y, mpt w)
{
    struct text_line line = {0};
    mpt wide = set_content(l, inl, &line);
    if (wide <= 0) {
        return NULL;
    }
    const struct text_piece *piece = &line.pieces[0];
    mpt least = fo_resolve(&inl->node->text->leader_pattern_width, w);
    mpt step = least > wide ? least : wide;
    size_t n = repeats(w, step), len = strlen(piece->text), k = piece->nglyphs;
    struct page_item *item = page_item_new(l->doc, ITEM_TEXT);
    struct glyph *glyphs = arena_array(l->items, struct glyph, n * k);
    char *text = arena_alloc(l->items, n * len + 1);
    for (size_t i = 0; i < n; i++) {
        memcpy(text + i * len, piece->text, len);
        memcpy(glyphs + i * k, piece->glyphs, k * sizeof *glyphs);
        for (size_t j = 0; j < k; j++) {
            glyphs[i * k + j].text += (uint32_t)(i * len);
        }
        glyphs[i * k + k - 1].advance += (int32_t)(step - piece->width);
    }
    item->u.text = (struct page_text){.font = piece->font,
                                      .size = piece->item->style->size,
                                      .x = x + w - (mpt)n * step,
                                      .y = y,
                                      .colour = colour_of(inl->node->text->colour),
                                      .text = text,
                                      .glyphs = glyphs,
                                      .nglyphs = n * k};
    return item;
}

struct page_item *leader_item(struct layout *l, const struct inl *inl, mpt x, mpt y, mpt w,
                              bool rtl)
{
    if (w <= 0 || inl->node->text->hidden) {
        return NULL;
    }
    switch (inl->node->text->leader_pattern) {
    case LEADER_RULE:
        return paint_rule(l, inl, x, y, w);
    case LEADER_DOTS:
        return paint_dots(l, inl, x, y, w, rtl);
    case LEADER_USE_CONTENT:
        return paint_content(l, inl, x, y, w);
    case LEADER_SPACE:
        break;
    }
    return NULL;
}
