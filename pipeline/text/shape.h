/* Shaping: characters of one face, script and direction to glyphs, with a cache of words. */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include "text/face.h"

#include <unicode/utypes.h>

struct text_engine;

enum { SHAPE_NO_KERNING = 1, SHAPE_NO_LIGATURES = 2 };

/* What the shape of a run depends on besides its characters. */
struct shape_key {
    const struct face *face;
    hb_language_t language;
    hb_script_t script;
    unsigned features; /* SHAPE_… bits */
    bool rtl;
};

enum {
    SHAPED_MARK = 1, /* ink without an advance: sits on another glyph */
    SHAPED_BLANK = 2 /* of a joiner or selector: text without ink */
};

/* A glyph as HarfBuzz places it [1/1000 em], in visual order. */
struct shaped {
    uint16_t gid;
    uint16_t flags;
    uint32_t cluster; /* code unit of the run that it begins with */
    int32_t advance, dx, dy;
};

/* The glyphs of text[start, start + len); what stands around it decides how Arabic letters join.
 * Valid until the next call. */
const struct shaped *shape_run(struct text_engine *e, const struct shape_key *key,
                               const UChar *text, size_t total, size_t start, size_t len,
                               size_t *n);

#endif
