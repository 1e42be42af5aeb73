/* A paragraph's inside: its characters, levels, shaped segments and breaks. */
#ifndef TEXT_PARA_H
#define TEXT_PARA_H

#include "text/engine.h"
#include "text/text.h"

enum segment_kind {
    SEGMENT_WORD,   /* glyphs out of HarfBuzz */
    SEGMENT_SPACE,  /* spaces, all of them U+0020 or all U+00A0 */
    SEGMENT_OBJECT, /* an object of the layout */
    SEGMENT_EDGE,   /* an inline box's start or end */
    SEGMENT_NONE    /* controls and line ends: neither glyph nor width */
};

/* Code units of one item, face, script and level. */
struct segment {
    enum segment_kind kind;
    uint32_t start, end; /* code units */
    uint32_t item;       /* position in the items */
    uint8_t level;
    bool fixed; /* SEGMENT_SPACE: no-break spaces, which do not vanish at a line's end */
    hb_script_t script;
    const struct face *face;         /* words and spaces */
    const struct resolved *resolved; /* words and spaces */
    size_t glyphs, nglyphs;          /* SEGMENT_WORD: in the paragraph's glyphs */
};

struct kept_lines;

struct text_para {
    struct text_engine *engine;
    const struct text_item *items;
    size_t nitems;
    enum text_direction base;
    UChar *text;         /* code units; objects U+FFFC, edges U+200C, forced breaks U+2028 */
    uint32_t n;          /* of them */
    uint32_t *item_from; /* [nitems + 1] code unit that each item begins with */
    char *utf8;          /* the text that can be copied: without what is dropped */
    uint32_t *utf8_from; /* [n + 1] offset in utf8 of each code unit */
    uint8_t *levels;     /* [n], NULL: all 0 */
    struct segment *segments;
    size_t nsegments;
    struct shaped *glyphs; /* of all words, in logical order of the segments */
    struct text_break *breaks;
    size_t nbreaks;
    struct kept_lines *lines; /* NULL: the paragraph is not kept for other letters (kept.h) */
};

/* The stages of text_para_new, each in its file. They put what is only needed while the paragraph
 * is made into the engine's scratch storage. */
bool para_collect(struct text_para *p, struct arena *arena); /* true: bidi has to run */
void para_levels(struct text_para *p, struct arena *arena);
void para_segments(struct text_para *p, struct arena *arena, struct diag *diag,
                   struct diag_place place);
void para_shape(struct text_para *p, struct arena *arena);
/* anywhere: emergency breaks too */
void para_breaks(struct text_para *p, struct arena *arena, struct diag *diag, bool anywhere);

/* What the shape of a segment depends on. */
struct shape_key segment_key(const struct segment *s);

/* Width of one space of a segment [mpt]. */
mpt segment_space_width(const struct text_para *p, const struct segment *s);

/* The advance of a shaped glyph [mpt], letter spacing included where it ends a character.
 * next: the glyph after it in visual order, NULL at the end of the word. */
mpt segment_advance(const struct text_style *style, bool rtl, const struct shaped *g,
                    const struct shaped *next);

/* A word's or a part's glyphs as the page holds them (split.c). */
struct split {
    struct glyph *glyphs; /* room for one a shaped glyph and one a byte of text */
    size_t n;
    mpt width;
};
struct split_source {
    const struct shaped *glyphs;
    size_t n;
    const struct text_style *style;
    const struct face *face;
    const char *utf8;          /* the paragraph's */
    const uint32_t *utf8_from; /* of the first code unit that the clusters count from */
    uint32_t units;            /* code units that the glyphs stand for */
    uint32_t text_base;        /* offset in utf8 that glyph texts count from */
    bool rtl;
};
void split_word(struct split *out, const struct split_source *src);

#endif
