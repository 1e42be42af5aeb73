/* Character codes: a CID for each pair of glyph and text, those of ordinary text first
 * (ordinary.c), the others in order of first use.
 *
 * Since one glyph may stand for different texts (the dotless yeh of Arabic and Farsi), a code of
 * its own for each pair is what makes ToUnicode exact. Codes run from 1 without gaps, so the widths
 * are one array. */
#include "write/cid.h"

#include "write/ordinary.h"

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

void cid_place(uint16_t *slots, size_t n, uint32_t hash, uint16_t cid)
{
    size_t slot = hash & (n - 1);
    while (slots[slot])
        slot = (slot + 1) & (n - 1);
    slots[slot] = cid;
}

static void rehash(struct pdf_out *o, struct pdf_font *font)
{
    font->nslots = font->nslots ? font->nslots * 2 : CID_SLOTS;
    font->slots = arena_array(o->fonts->arena, uint16_t, font->nslots);
    for (size_t i = 1; i < font->ncids; i++)
        cid_place(font->slots, font->nslots, font->cids[i].hash, (uint16_t)i);
}

struct pdf_cid cid_make(const struct font *font, uint16_t gid, const char *text, uint8_t n)
{
    struct pdf_cid cid = {.text = text, .head = head_of(text, n), .gid = gid, .text_len = n};
    cid.hash = hash_of(gid, cid.head, text, n);
    cid.width = font->ops->advance(font, gid);
    return cid;
}

static uint16_t add(struct pdf_out *o, struct pdf_font *font, uint16_t gid, const char *text,
                    uint8_t n)
{
    if (font->ncids > UINT16_MAX) {
        pdf_fail(o, EXIT_INPUT, "fler än 65535 olika tecken i ett typsnitt",
                 "more than 65535 different characters in one font");
        return 0;
    }
    /* the text outlives its page */
    *arena_push(o->fonts->arena, font->cids, font->ncids, font->cap) =
        cid_make(font->font, gid, arena_strndup(o->fonts->arena, text, n), n);
    return (uint16_t)(font->ncids - 1);
}

static uint16_t find(struct pdf_out *o, struct pdf_font *font, uint16_t gid, const char *text,
                     uint8_t n)
{
    if (font->ncids == 1 && is_ordinary(text, n))
        ordinary_begin(o, font);
    if (font->ncids * 2 >= font->nslots)
        rehash(o, font);
    struct pdf_cid wanted = {.text = text, .head = head_of(text, n), .gid = gid, .text_len = n};
    wanted.hash = hash_of(gid, wanted.head, text, n);
    size_t slot = wanted.hash & (font->nslots - 1);
    while (font->slots[slot] && !is_cid(&font->cids[font->slots[slot]], &wanted))
        slot = (slot + 1) & (font->nslots - 1);
    if (!font->slots[slot])
        font->slots[slot] = add(o, font, gid, text, n);
    font->cids[font->slots[slot]].used = true;
    return font->slots[slot];
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
