/* QR symbols with libqrencode. The letters of a case bear the same one, and weighing its eight
 * masks takes as long as setting a page: it is kept with the paragraphs. */
#include "text/engine.h"
#include "text/kept.h"

#include <qrencode.h>
#include <string.h>

static const struct text_symbol *encode(const char *text, struct arena *arena)
{
    size_t n = strlen(text), modules;
    QRcode *qr = n > 0 && n <= SYMBOL_LONGEST
                     ? QRcode_encodeString(text, 0, QR_ECLEVEL_H, QR_MODE_8, 1)
                     : NULL;
    struct text_symbol *symbol;
    unsigned char *dark;

    if (!qr)
        return NULL;
    modules = (size_t)qr->width * (size_t)qr->width;
    symbol = arena_new_of(arena, struct text_symbol);
    dark = arena_alloc(arena, modules);
    for (size_t i = 0; i < modules; i++)
        dark[i] = qr->data[i] & 1;
    *symbol = (struct text_symbol){(unsigned)qr->width, dark};
    QRcode_free(qr);
    return symbol;
}

const struct text_symbol *text_symbol(struct text_engine *e, const char *text, struct arena *arena)
{
    struct arena *room = e->keeps ? kept_room(e->kept) : NULL;
    const struct text_symbol *symbol = e->keeps ? kept_symbol(e->kept, text) : NULL;

    if (!symbol && (symbol = encode(text, room ? room : arena)) != NULL && room)
        kept_add_symbol(e->kept, text, symbol);
    return symbol;
}
