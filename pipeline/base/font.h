/* Fonts and glyphs: what the text stage makes, the page tree holds, and the writer embeds. */
#ifndef BASE_FONT_H
#define BASE_FONT_H

#include "base/buf.h"
#include "base/len.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct font;

/* A glyph set cut out of a font file, ready to embed as FontFile2. */
struct font_subset {
    struct buf file;   /* TrueType bytes; owner: who asked */
    uint16_t *new_gid; /* [n] the glyph's number in the subset, by position in the request; heap */
};

struct font_ops {
    /* Cuts out the n distinct glyphs (gid 0 is always kept). false: the font cannot be subset. */
    bool (*subset)(const struct font *f, const uint16_t *gids, size_t n, struct font_subset *out);
    /* The same for text that is not known yet: the glyphs of n code points and the map to them
     * (cmap), so that a viewer can use it. */
    bool (*subset_typing)(const struct font *f, const uint32_t *code_points, size_t n,
                          struct buf *file);
    /* Advance width [1/1000 em, rounded as PDF /W wants it]. */
    int (*advance)(const struct font *f, uint16_t gid);
    /* Glyph of a code point without shaping, 0 if there is none (form fields, calibration). */
    uint16_t (*glyph)(const struct font *f, uint32_t code_point);
};

/* One face of a font. Lives as long as the text engine; never changes after loading. */
struct font {
    const struct font_ops *ops;
    void *impl;                  /* the text stage's own */
    unsigned id;                 /* small number, stable within a run of the program */
    const char *postscript_name; /* "NotoSans-Regular" */
    const char *family;
    int weight; /* 100..900 */
    bool italic;
    bool fixed_pitch;
    bool serif;
    int units_per_em;
    /* [1/1000 em], as a PDF FontDescriptor wants them */
    int ascent, descent, cap_height, x_height, italic_angle, stem_v;
    int bbox[4];
    uint16_t blank_gid; /* an empty zero-width glyph (that of U+200B), 0 if none */
    int underline_position, underline_thickness; /* [1/1000 em] */
};

/* One glyph as it is placed, in visual order from left to right. */
struct glyph {
    uint16_t gid;
    uint8_t flags;    /* enum glyph_flag */
    uint8_t text_len; /* bytes of UTF-8 that this glyph stands for; 0: none */
    uint32_t text;    /* offset of those bytes in the text of its run */
    int32_t advance;  /* [mpt] to the next glyph's origin */
    int32_t dx, dy;   /* [mpt] offset of the picture from the origin, dy upwards */
};

enum glyph_flag {
    GLYPH_MARK = 1,  /* a combining mark whose text is carried by another glyph: paint it at the
                        end of the line inside /Span<</ActualText()>> */
    GLYPH_RIDER = 2, /* the blank glyph, carries text only */
    GLYPH_SPACE = 4, /* a word space */
    GLYPH_HYPHEN = 8 /* inserted by hyphenation or made visible from U+00AD: its text is U+00AD */
};

#endif
