/* A line that is being taken out of a paragraph: the contract between line.c and piece.c. */
#ifndef TEXT_LINING_H
#define TEXT_LINING_H

#include "text/para.h"

/* A segment on the line, perhaps cut. */
struct part {
    const struct segment *segment;
    uint32_t from, to; /* code units */
    const struct shaped *glyphs;
    size_t nglyphs;
    bool hyphen;  /* a hyphen follows in reading order */
    bool hanging; /* the space at the line's end: set without width, so that words stay apart when
                     read */
};

struct lining {
    struct text_para *p;
    struct arena *arena;
    struct part *parts;
    size_t n;
    uint32_t start, ink_end, end; /* code units; from ink_end on white space vanishes */
    size_t first_segment, last_segment;
    mpt natural; /* width before justification */
    mpt extra;
    uint32_t spaces, spaces_done; /* stretchable ones */
};

/* The segment that holds a code unit. */
size_t segment_at(const struct text_para *p, uint32_t unit);

/* White space that vanishes at a line's end. */
static inline bool segment_vanishes(const struct segment *s)
{
    return s->kind == SEGMENT_SPACE && !s->fixed;
}

/* Turns the parts, which stand in visual order, into pieces (piece.c). */
void line_pieces(struct lining *l, struct text_line *line);

#endif
