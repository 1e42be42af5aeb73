/* The text of an item, put together from what its glyphs stand for. */
#include "page/page.h"

#include <stdlib.h>
#include <string.h>

static int by_offset(const void *a, const void *b)
{
    const struct glyph *x = a, *y = b;
    return x->text < y->text ? -1 : x->text > y->text;
}

/* A mark's text is carried by another glyph, so the mark itself says nothing. */
static bool says_something(const struct glyph *g)
{
    return g->text_len > 0 && !(g->flags & GLYPH_MARK);
}

const char *page_text_of(const struct page_item *item, struct arena *arena)
{
    if (item->kind != ITEM_TEXT || item->u.text.nglyphs == 0)
        return "";
    const struct page_text *text = &item->u.text;
    struct glyph *glyphs = arena_array(arena, struct glyph, text->nglyphs);
    size_t n = 0, len = 0;
    for (size_t i = 0; i < text->nglyphs; i++) {
        if (says_something(&text->glyphs[i])) {
            len += text->glyphs[i].text_len;
            glyphs[n++] = text->glyphs[i];
        }
    }
    qsort(glyphs, n, sizeof *glyphs, by_offset);
    char *out = arena_alloc(arena, len + 1);
    char *p = out;
    for (size_t i = 0; i < n; i++) {
        memcpy(p, text->text + glyphs[i].text, glyphs[i].text_len);
        p += glyphs[i].text_len;
    }
    return out;
}
