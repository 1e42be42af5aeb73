/* Character codes: a CID for each pair of glyph and text, in order of first use.
 *
 * Since one glyph may stand for different texts (the dotless yeh of Arabic and Farsi), a code of
 * its own for each pair is what makes ToUnicode exact. Codes run from 1 without gaps, so the widths
 * are one array. */
#include "write/cid.h"

#include <string.h>

/* Nearly all texts are one character: their bytes are one number. */
enum { HEAD = 4 };

static uint32_t head_of(const char *text, uint8_t n)
{
    uint32_t head = 0;
    for (uint8_t i = 0; i < n && i < HEAD; i++)
        head = head << 8 | (uint8_t)text[i];
    return head;
}

static uint32_t hash_of(uint16_t gid, uint32_t head, const char *text, uint8_t n)
{
    uint32_t h = (head ^ (uint32_t)gid << 16 ^ n) * 0x9E3779B1u;
    for (uint8_t i = HEAD; i < n; i++) /* FNV-1a */
        h = (h ^ (uint8_t)text[i]) * 16777619u;
    return h ^ h >> 15;
}

static bool is_cid(const struct pdf_cid *c, const struct pdf_cid *wanted)
{
    return c->hash == wanted->hash && c->gid == wanted->gid && c->head == wanted->head &&
           c->text_len == wanted->text_len &&
           (c->text_len <= HEAD || memcmp(c->text, wanted->text, c->text_len) == 0);
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

static uint16_t find(struct pdf_out *o, struct pdf_font *font, uint16_t gid, const char *text,
                     uint8_t n)
{
    if (font->ncids * 2 >= font->nslots)
        rehash(o, font);
    struct pdf_cid wanted = {.text = text, .head = head_of(text, n), .gid = gid, .text_len = n};
    wanted.hash = hash_of(gid, wanted.head, text, n);
    size_t slot = wanted.hash & (font->nslots - 1);
    for (; font->slots[slot]; slot = (slot + 1) & (font->nslots - 1))
        if (is_cid(&font->cids[font->slots[slot]], &wanted))
            return font->slots[slot];
    uint16_t cid = add(o, font, wanted);
    font->slots[slot] = cid;
    return cid;
}

/* Most glyphs are letters of ASCII, each nearly always with the same glyph. */
uint16_t cid_of(struct pdf_out *o, struct pdf_font *font, uint16_t gid, const char *text, uint8_t n)
{
    if (n != 1 || (unsigned char)*text >= sizeof font->ascii / sizeof *font->ascii)
        return find(o, font, gid, text, n);
    uint16_t *last = &font->ascii[(unsigned char)*text];
    if (!*last || font->cids[*last].gid != gid)
        *last = find(o, font, gid, text, n);
    return *last;
}
