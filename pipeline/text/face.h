/* A face: one font file, mapped, with what shaping asks of it all the time kept at hand. */
#ifndef TEXT_FACE_H
#define TEXT_FACE_H

#include "base/font.h"
#include "base/fontlist.h"

#include <hb.h>

enum {
    FACE_UNITS = 1000, /* shaping is done in 1/1000 em, the unit of a PDF's glyph widths */
    FACE_LOW = 0x250   /* Latin: glyphs looked up once */
};

struct face {
    struct font font; /* font.impl is this face */
    hb_blob_t *blob;
    hb_face_t *hb_face;
    hb_font_t *hb_font;   /* scale FACE_UNITS, never changed */
    hb_face_t *to_subset; /* preprocessed for hb-subset; NULL until it pays */
    unsigned subsets;     /* made so far */
    uint16_t low[FACE_LOW];
    uint16_t space, hyphen; /* glyphs, 0 if there is none */
    int32_t space_advance, hyphen_advance;
    int line_ascent, line_descent; /* nominal, both positive [1/1000 em] */
};

enum face_state { FACE_UNTRIED, FACE_READY, FACE_UNUSABLE };

/* Maps the file and fills in the face. false: absent, unreadable or not a usable font. */
bool face_load(struct face *face, const char *path, const struct font_family *family,
               enum font_shape shape, unsigned id);
void face_unload(struct face *face);

/* Glyph of a code point, 0 if there is none. */
uint16_t face_glyph(const struct face *face, uint32_t code_point);

/* Metrics out of OS/2, head, hhea and post (metrics.c). */
void face_read_metrics(struct face *face, enum font_shape shape);

/* The operations that the writer calls (subset.c). */
extern const struct font_ops face_ops;

#endif
