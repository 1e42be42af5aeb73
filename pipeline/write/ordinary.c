/* Codes of ordinary text.
 *
 * Cutting a subset out of a font, compressing it and writing what each code stands for takes as
 * long as the rest of the writing. A font whose first character is one of ordinary text has the
 * codes of all of them, in the order of the list below; and when most of them are used, all are
 * embedded, for a few KB. Then the letters of a mailing have the same subset, the same map from
 * codes to its glyphs and the same ToUnicode, which are made once (stream_cache.h). What a document
 * looks like depends on itself alone, not on those made before it. */
#include "write/ordinary.h"

#include "base/utf8.h"
#include "write/cid.h"

#include <stdlib.h>
#include <string.h>

static const char text_of_ordinary[] = " abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
                                       "0123456789.,:;-–()/!?+§·”’@\u00A0";
enum { MOST_CODES = 128 };

/* One font's. */
struct ordinary {
    struct ordinary *next;
    unsigned font_id;
    size_t n; /* of codes, .notdef included */
    struct pdf_cid cids[MOST_CODES];
    uint16_t slots[CID_SLOTS];
};

bool is_ordinary(const char *text, uint8_t n)
{
    return n > 0 && memmem(text_of_ordinary, sizeof text_of_ordinary - 1, text, n) != NULL;
}

static struct ordinary *make(const struct font *font)
{
    struct ordinary *all = xmalloc(sizeof *all);
    const char *at = text_of_ordinary, *end = at + sizeof text_of_ordinary - 1;
    memset(all, 0, sizeof *all);
    all->font_id = font->id;
    all->cids[all->n++] = (struct pdf_cid){.text = ""};
    while (at < end) {
        const char *text = at;
        uint16_t gid = font->ops->glyph(font, utf8_next(&at, end));
        all->cids[all->n] = cid_make(font, gid, text, (uint8_t)(at - text));
        cid_place(all->slots, CID_SLOTS, all->cids[all->n].hash, (uint16_t)all->n);
        all->n++;
    }
    return all;
}

void ordinary_begin(struct pdf_out *o, struct pdf_font *font)
{
    struct arena *a = o->fonts->arena;
    const struct ordinary *all = o->w->ordinary;
    while (all && all->font_id != font->font->id)
        all = all->next;
    if (!all) {
        struct ordinary *made = make(font->font);
        made->next = o->w->ordinary;
        all = o->w->ordinary = made;
    }
    font->cap = MOST_CODES;
    font->cids = arena_array(a, struct pdf_cid, font->cap);
    memcpy(font->cids, all->cids, all->n * sizeof *font->cids);
    font->ncids = all->n;
    font->nordinary = all->n - 1;
    font->nslots = CID_SLOTS;
    font->slots = arena_array(a, uint16_t, font->nslots);
    memcpy(font->slots, all->slots, sizeof all->slots);
}

void ordinary_end(struct pdf_font *font)
{
    enum { MOST = 30 };
    size_t used = 0;
    for (size_t i = 1; i <= font->nordinary; i++)
        used += font->cids[i].used;
    for (size_t i = 1; used >= MOST && i <= font->nordinary; i++)
        font->cids[i].used = font->cids[i].gid != 0;
}

void ordinary_free(struct pdf_writer *w)
{
    for (struct ordinary *next; w->ordinary; w->ordinary = next) {
        next = w->ordinary->next;
        free(w->ordinary);
    }
}
