/* The text engine's inside: faces, resolved styles, and what is kept between paragraphs. */
#ifndef TEXT_ENGINE_H
#define TEXT_ENGINE_H

#include "base/fontlist.h"
#include "text/cache.h"
#include "text/face.h"
#include "text/hyphen.h"
#include "text/text.h"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

/* Heap storage that is used again for every paragraph. */
struct scratch {
    void *data;
    size_t size;
};

/* A style as far as shaping depends on it; styles that differ in size or spacing share one. */
struct resolved {
    struct resolved *next;
    const char *family, *lang; /* own copies; lang "" when unknown */
    enum font_shape shape;
    unsigned features; /* SHAPE_… bits */
    hb_language_t language;
    size_t *families; /* positions in the font list: what was asked for, in order */
    size_t nfamilies;
    struct chain *chains; /* by script, made when first needed */
};

/* The families that may set a script in a style, in order of preference. */
struct chain {
    struct chain *next;
    hb_script_t script;
    size_t n;
    size_t families[];
};

struct breaker {
    struct breaker *next;
    char lang[16];
    UBreakIterator *lines;
};

struct text_engine {
    struct arena *arena; /* the font list and the resolved styles */
    const struct font_list *list;
    struct face *faces;  /* [nfamilies * FONT_SHAPES], by font id */
    uint8_t *face_state; /* enum face_state of each */
    struct resolved *styles, *recent;
    struct shape_cache *cache;
    struct hyphenator *hyphenator;
    hb_buffer_t *buffer;
    UBiDi *bidi;
    struct breaker *breakers;
    UBreakIterator *clusters; /* NULL until it is needed */
    struct kept_table *kept;  /* paragraphs of the case at work */
    bool keeps;               /* there is one */
    struct scratch levels, segments, glyphs, shaped, widths, parts, key;
};

/* The style's resolution; kept as long as the engine. */
struct resolved *engine_resolve(struct text_engine *e, const struct text_style *style,
                                struct diag *diag, struct diag_place place);

/* The face of a family in a shape, or its nearest shape; NULL after a report when the file cannot
 * be used. */
struct face *engine_face(struct text_engine *e, size_t family, enum font_shape shape,
                         struct diag *diag);

/* The face that sets most of a style's text; never NULL. */
struct face *engine_first_face(struct text_engine *e, const struct resolved *style,
                               struct diag *diag);

/* The face for a character in text of a script (fallback.c). preferred (may be NULL): the face of
 * the letters around, taken when it has the character. NULL when no font has it. */
struct face *fallback_face(struct text_engine *e, struct resolved *style, hb_script_t script,
                           uint32_t c, struct face *preferred, struct diag *diag);

/* The line break iterator of a language; never NULL (ends the program when ICU has no data). */
UBreakIterator *engine_breaker(struct text_engine *e, const char *lang);

/* At least size bytes, contents undefined. */
void *scratch_reserve(struct scratch *s, size_t size);
/* At least size bytes, contents kept. */
void *scratch_grow(struct scratch *s, size_t size);

/* A length of 1/1000 em at a font size. */
static inline mpt engine_scale(int32_t units, mpt size)
{
    mpt product = (mpt)units * size;

    return (product + (product < 0 ? -FACE_UNITS / 2 : FACE_UNITS / 2)) / FACE_UNITS;
}

#endif
