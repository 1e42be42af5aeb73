/* Character codes: a CID for each pair of glyph and text, in order of first use.
 *
 * Since one glyph may stand for different texts (the dotless yeh of Arabic and Farsi), a code of
 * its own for each pair is what makes ToUnicode exact. Codes run from 1 without gaps, so the widths
 * are one array. */
#include "write/cid.h"

#include <string.h>

static uint32_t hash_of(uint16_t gid, const char *text, uint8_t n)
{
    uint32_t h = 2166136261u ^ gid; /* FNV-1a */
    h *= 16777619u;
    for (uint8_t i = 0; i < n; i++)
        h = (h ^ (uint8_t)text[i]) * 16777619u;
    return h ^ h >> 15;
}

static void rehash(struct pdf_out *o, struct pdf_font *font)
{
    font->nslots = font->nslots ? font->nslots * 2 : 256;
    font->slots = arena_array(o->fonts->arena, uint16_t, font->nslots);
    for (size_t i = 1; i < font->ncids; i++) {
        size_t slot = font->cids[i].hash & (font->nslots - 1);
        while (font->slots[slot])
            slot = (slot + 1) & (font->nslots - 1);
        font->slots[slot] = (uint16_t)i;
    }
}

static uint16_t add(struct pdf_out *o, struct pdf_font *font, struct pdf_cid cid)
{
    if (font->ncids > UINT16_MAX) {
        pdf_fail(o, EXIT_INPUT, "fler än 65535 olika tecken i ett typsnitt",
                 "more than 65535 different characters in one font");
        return 0;
    }
    /* the text outlives its page */
    cid.text = arena_strndup(o->fonts->arena, cid.text, cid.text_len);
    cid.width = font->font->ops->advance(font->font, cid.gid);
    *arena_push(o->fonts->arena, font->cids, font->ncids, font->cap) = cid;
    return (uint16_t)(font->ncids - 1);
}

uint16_t cid_of(struct pdf_out *o, struct pdf_font *font, uint16_t gid, const char *text, uint8_t n)
{
    if (font->ncids * 2 >= font->nslots)
        rehash(o, font);
    uint32_t h = hash_of(gid, text, n);
    size_t slot = h & (font->nslots - 1);
    for (; font->slots[slot]; slot = (slot + 1) & (font->nslots - 1)) {
        const struct pdf_cid *c = &font->cids[font->slots[slot]];
        if (c->hash == h && c->gid == gid && c->text_len == n && memcmp(c->text, text, n) == 0)
            return font->slots[slot];
    }
    uint16_t cid = add(o, font, (struct pdf_cid){text, h, 0, gid, n});
    font->slots[slot] = cid;
    return cid;
}
