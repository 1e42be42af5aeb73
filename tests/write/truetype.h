/* A font for the tests of the writer: a TrueType file embedded whole, so that neither shaper nor
 * subsetter is needed. Reads just enough: head, hhea, hmtx and a cmap of format 4. */
#ifndef TESTS_WRITE_TRUETYPE_H
#define TESTS_WRITE_TRUETYPE_H

#include "base/arena.h"
#include "base/file.h"
#include "base/font.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct truetype {
    const uint8_t *data;
    size_t len;
    const uint8_t *hmtx, *cmap4;
    unsigned nhmetrics;
    int upem;
    int subsets; /* how often a subset was asked for */
};

static unsigned u16(const uint8_t *p)
{
    return (unsigned)p[0] << 8 | p[1];
}

static unsigned u32(const uint8_t *p)
{
    return u16(p) << 16 | u16(p + 2);
}

static const uint8_t *tt_table(const struct truetype *t, const char *tag)
{
    for (unsigned i = 0; i < u16(t->data + 4); i++)
        if (memcmp(t->data + 12 + 16 * i, tag, 4) == 0)
            return t->data + u32(t->data + 12 + 16 * i + 8);
    return NULL;
}

static uint16_t tt_glyph(const struct font *f, uint32_t c)
{
    const struct truetype *t = f->impl;
    unsigned n = u16(t->cmap4 + 6) / 2;
    const uint8_t *end = t->cmap4 + 14, *start = end + 2 * n + 2, *delta = start + 2 * n,
                  *range = delta + 2 * n;
    for (unsigned i = 0; i < n && c < 0x10000; i++) {
        if (u16(end + 2 * i) < c || u16(start + 2 * i) > c)
            continue;
        unsigned offset = u16(range + 2 * i);
        if (!offset)
            return (uint16_t)(c + u16(delta + 2 * i));
        unsigned gid = u16(range + 2 * i + offset + 2 * (c - u16(start + 2 * i)));
        return (uint16_t)(gid ? gid + u16(delta + 2 * i) : 0);
    }
    return 0;
}

static int tt_advance(const struct font *f, uint16_t gid)
{
    const struct truetype *t = f->impl;
    unsigned i = gid < t->nhmetrics ? gid : t->nhmetrics - 1;
    return ((int)u16(t->hmtx + 4 * i) * 1000 + t->upem / 2) / t->upem;
}

static bool tt_subset(const struct font *f, const uint16_t *gids, size_t n, struct font_subset *out)
{
    struct truetype *t = f->impl;
    t->subsets++;
    buf_add(&out->file, t->data, t->len);
    out->new_gid = xmalloc(n * sizeof *out->new_gid);
    memcpy(out->new_gid, gids, n * sizeof *gids);
    return true;
}

static const struct font_ops tt_ops = {
    .subset = tt_subset, .advance = tt_advance, .glyph = tt_glyph};

static bool tt_load(struct font *font, struct truetype *t, const char *path, const char *name)
{
    static unsigned id;
    t->data = file_map(path, &t->len);
    if (!t->data)
        return false;
    const uint8_t *cmap = tt_table(t, "cmap");
    for (unsigned i = 0; i < u16(cmap + 2); i++)
        if (u16(cmap + u32(cmap + 4 + 8 * i + 4)) == 4)
            t->cmap4 = cmap + u32(cmap + 4 + 8 * i + 4);
    t->hmtx = tt_table(t, "hmtx");
    t->nhmetrics = u16(tt_table(t, "hhea") + 34);
    t->upem = (int)u16(tt_table(t, "head") + 18);
    *font = (struct font){.ops = &tt_ops,
                          .impl = t,
                          .id = ++id,
                          .postscript_name = name,
                          .family = name,
                          .weight = 400,
                          .units_per_em = t->upem,
                          .ascent = 928,
                          .descent = -236,
                          .cap_height = 729,
                          .x_height = 547,
                          .stem_v = 80,
                          .bbox = {-1021, -463, 1793, 1232}};
    font->blank_gid = tt_glyph(font, 0x200B);
    return true;
}

#endif
