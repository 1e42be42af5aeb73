/* Bidi levels by ICU (UAX #9), isolates included. */
#include "text/para.h"

#include <string.h>

/* An inline box's edge has no direction of its own. It takes the lower of the levels on its sides,
 * so that it stays with its content inside a run and at the box's side between two runs. */
static void place_edges(struct text_para *p, uint8_t *levels)
{
    size_t i = 0;

    while (i < p->nitems) {
        uint32_t from = p->item_from[i], to;
        uint8_t before, after, level;

        if (p->items[i].kind != TEXT_EDGE) {
            i++;
            continue;
        }
        while (i < p->nitems && p->items[i].kind == TEXT_EDGE)
            i++;
        to = p->item_from[i];
        before = from ? levels[from - 1] : UINT8_MAX;
        after = to < p->n ? levels[to] : UINT8_MAX;
        level = before < after ? before : after;
        memset(levels + from, level == UINT8_MAX ? (uint8_t)(p->base == TEXT_RTL) : level,
               to - from);
    }
}

void para_levels(struct text_para *p, struct arena *arena)
{
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = p->engine->bidi;
    const UBiDiLevel *levels;

    if (!p->n)
        return;
    ubidi_setPara(bidi, p->text, (int32_t)p->n, p->base == TEXT_RTL ? 1 : 0, NULL, &status);
    levels = ubidi_getLevels(bidi, &status);
    p->levels = arena_alloc(arena, p->n);
    if (U_FAILURE(status) || !levels)
        memset(p->levels, p->base == TEXT_RTL, p->n);
    else
        memcpy(p->levels, levels, p->n);
    place_edges(p, p->levels);
}
