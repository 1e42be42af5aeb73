/* Styles: the text stage's view of character properties, made once per distinct struct. */
#include "layout/core.h"

struct diag_place place_of(const struct layout *l, const struct fo_node *node)
{
    return (struct diag_place){l->fo->file, node ? node->line : 0, 0};
}

void unsupported(struct layout *l, const struct fo_node *node, bool content_lost)
{
    unsigned long bit = 1UL << (unsigned)node->kind;
    if (l->unsupported & bit) {
        return;
    }
    l->unsupported |= bit;
    if (content_lost) {
        diag_warn(l->diag, place_of(l, node), NULL,
                  "%s stöds inte: innehållet i det och i alla fler av samma slag trycks inte",
                  "%s is not supported: its content, and that of all others, is not printed",
                  fo_kind_name(node->kind));
    } else {
        diag_warn(l->diag, place_of(l, node), NULL, "%s stöds inte och har ingen verkan",
                  "%s is not supported and has no effect", fo_kind_name(node->kind));
    }
}

enum { SMALL_CAPS_SIZE = 80 }; /* [%] of the font size */

/* "normal" is 1.2, as in most formatters: fonts' own line gaps differ too much. */
static mpt line_height(const struct fo_text_props *p)
{
    switch (p->line_height_kind) {
    case LINE_HEIGHT_FACTOR:
        return p->font_size * p->line_height_factor / 1000;
    case LINE_HEIGHT_LENGTH:
        return p->line_height;
    case LINE_HEIGHT_NORMAL:
        break;
    }
    return p->font_size * 12 / 10;
}

static struct style *make_style(struct layout *l, const struct fo_text_props *p)
{
    struct style *s = arena_new_of(l->scratch, struct style);
    s->props = p;
    s->text = (struct text_style){.family = p->font_family,
                                  .size = p->font_size,
                                  .weight = p->font_weight,
                                  .italic = p->font_italic,
                                  .lang = p->lang,
                                  .letter_spacing = p->letter_spacing,
                                  .word_spacing = p->word_spacing,
                                  .no_kerning = p->kerning_off,
                                  .no_ligatures = p->ligatures_off,
                                  .hyphenate = p->hyphenate,
                                  .hyphenate_before = p->hyphenation_remain,
                                  .hyphenate_after = p->hyphenation_push,
                                  .nowrap = !p->wrap};
    s->font = text_font(l->text, &s->text, l->diag);
    text_extent(l->text, &s->text, l->diag, &s->ascent, &s->descent);
    s->line_height = line_height(p);
    if (p->small_caps) {
        struct fo_text_props *small = arena_new_of(l->scratch, struct fo_text_props);
        *small = *p;
        small->small_caps = false;
        small->font_size = p->font_size * SMALL_CAPS_SIZE / 100;
        s->small = make_style(l, small);
    }
    return s;
}

static size_t slot_of(const struct style_table *t, const struct fo_text_props *p)
{
    size_t h = ((size_t)p >> 4) * (size_t)0x9E3779B97F4A7C15;
    for (h >>= 17; t->slots[h & (t->size - 1)]; h++) {
        if (t->slots[h & (t->size - 1)]->props == p) {
            break;
        }
    }
    return h & (t->size - 1);
}

static void grow(struct layout *l, struct style_table *t)
{
    struct style_table old = *t;
    t->size = old.size ? old.size * 2 : 64;
    t->slots = arena_array(l->scratch, struct style *, t->size);
    for (size_t i = 0; i < old.size; i++) {
        if (old.slots[i]) {
            t->slots[slot_of(t, old.slots[i]->props)] = old.slots[i];
        }
    }
}

const struct style *style_of(struct layout *l, const struct fo_text_props *props)
{
    struct style_table *t = &l->styles;
    if (t->used * 2 >= t->size) {
        grow(l, t);
    }
    size_t slot = slot_of(t, props);
    if (!t->slots[slot]) {
        t->slots[slot] = make_style(l, props);
        t->used++;
    }
    return t->slots[slot];
}
