/* Leaders: rules, dots and white space that fill a line. They are artifacts. */
#include "layout/paint.h"

#include <string.h>

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
    size_t n = step > 0 && w > 0 ? (size_t)(w / step) : 0;
    mpt slack = w - (mpt)n * step;
    struct glyph *glyphs = arena_array(l->arena, struct glyph, n);
    char *text = arena_alloc(l->arena, n + 1);
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
        unsupported(l, inl->node, true);
        return NULL;
    case LEADER_SPACE:
        break;
    }
    return NULL;
}
