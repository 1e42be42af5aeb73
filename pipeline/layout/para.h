/* Paragraphs: a run of inline objects as text items, and its lines. */
#ifndef LAYOUT_PARA_H
#define LAYOUT_PARA_H

#include "layout/box.h"

/* An inline-level object; the user pointer of each text item. */
enum inl_kind {
    INL_TEXT,
    INL_BOX, /* inline, wrapper, basic-link, bidi-override */
    INL_LEADER,
    INL_GRAPHIC,
    INL_CONTAINER,
    INL_FIELD,
    INL_NUMBER /* page number or citation that is not known yet */
};

struct inl {
    enum inl_kind kind;
    const struct fo_node *node;
    struct inl *parent; /* NULL: the block */
    size_t order;       /* in the paragraph */
    size_t boxed;       /* where the box was last found in a line that is painted */
    const struct style *style;
    mpt shift;                /* of the baseline, upwards, summed over the ancestors */
    mpt ascent, descent;      /* from its own baseline */
    mpt width;                /* objects: leader's minimum, graphic's width, number's estimate */
    mpt height;               /* INL_GRAPHIC: of its viewport; INL_CONTAINER, INL_FIELD */
    mpt content_w, content_h; /* … of the picture, or the blocks, in it */
    struct box *box;          /* INL_CONTAINER */
    mpt stretch, grow;        /* INL_LEADER, INL_FIELD: optimum and maximum less the minimum */
    mpt edge_start, edge_end; /* INL_BOX: border + padding + space */
    struct picture *picture;
    unsigned decoration; /* bits, of the ancestors too */
    bool placed;         /* its id has a destination */
    bool tagged;
    struct page_elem *elem;
    struct text_item *first_item;
    struct insertion *note; /* INL_BOX of a footnote */
};

struct float_place { /* a side float in a paragraph */
    struct box *box;
    size_t item; /* its anchor stands before this one */
};

struct insert_place { /* a footnote, or a float at the page's head (insert.h) */
    struct insertion *insertion;
    size_t item; /* the last one of what refers to the note; the one that follows the float */
};
struct insert_places { /* in the order of the text */
    struct insert_place *at;
    size_t n, cap;
};

/* What floats take from a line, or room that is left above it (side.h). */
struct line_shape {
    mpt left, right; /* of the content rectangle's width */
    mpt skip;        /* above the line, where nothing stands beside the float */
};

struct line {
    const struct para *para;
    const struct text_break *from, *to; /* from NULL: the paragraph's start */
    mpt x;       /* of its first piece, from the left of the content rectangle */
    mpt height;  /* block-progression-dimension */
    mpt base;    /* from the line's top to the baseline */
    mpt width;   /* that is available */
    mpt natural; /* of its content, leaders at their minimum */
    mpt lead;    /* indent at its start */
    mpt left;    /* what a float takes at its left */
    bool shaped; /* it stands beside a float */
    bool last;   /* ends a paragraph or stands before a forced break */
    bool set;
    unsigned long serial; /* of the page for which it was set */
    unsigned number;
    struct text_line text;
    mpt *at;   /* [text.n] position of each piece, leaders spread */
    mpt *wide; /* [text.n] width of each piece */
};

struct para {
    struct text_para *text; /* with breaks and lines: lives in arena until two pages later */
    struct arena *arena;
    unsigned long epoch; /* when it was shaped */
    bool kept;           /* it is in the stage's arena and stays */
    const struct fo_node *block;
    const struct style *style; /* of the block */
    struct text_item *items;
    size_t nitems, items_cap;
    struct inl **inls;
    size_t ninls, inls_cap;
    const struct text_break *breaks;
    size_t nbreaks;
    bool uniform; /* one font size, no objects: all lines are equally high */
    bool has_leader, has_number, has_hyphens;
    struct insert_places notes, heads;
    struct float_place *floats;
    size_t nfloats, floats_cap;
    size_t nforced; /* forced breaks inside */
    bool empty;     /* makes no line */
    bool anywhere;  /* its breaks are those of text_para_breaks_anywhere */
    bool first_run;
    /* the lines made last: for this width, from this break on */
    struct line *lines;
    size_t nlines;
    mpt lines_width;
    uint32_t lines_from;
    bool has_lines;
    bool shaped; /* some of them stand beside a float */
};

#define PARA_START UINT32_MAX

/* Builds and shapes the paragraph of a BOX_LINES box. resumed: it goes on from an earlier page, and
 * is shaped at most once more, however many pages it fills. */
struct para *para_of(struct layout *l, struct box *box, bool resumed);
/* Lines from break from (PARA_START: all) on, for a content rectangle of this width; the first
 * nshapes of them stand beside floats. */
void para_lines(struct layout *l, struct para *p, mpt width, uint32_t from,
                const struct line_shape *shapes, size_t nshapes);
/* Chooses the breaks of the lines (line.c): fills ends with indices into breaks, returns how many.
 * The paragraph may get more breaks by it; *start, the break to begin after, is then counted anew.
 */
size_t para_break(struct layout *l, struct para *p, mpt width, const struct line_shape *shapes,
                  size_t nshapes, uint32_t *start, uint32_t **ends);
/* The index of the break at a position of the text. */
uint32_t break_index(const struct para *p, uint32_t pos);
/* Gives the paragraph breaks between any two letters. */
void para_break_anywhere(struct layout *l, struct para *p);
/* Takes the pieces of a line out of the paragraph and gives every piece its place. */
void line_set(struct layout *l, struct line *line);
/* Width of the pieces and the places again, after the width of an object has changed. */
void line_place(struct layout *l, struct line *line);
/* Heights of a line: set when it is not uniform. */
void line_heights(struct layout *l, struct line *line);

mpt line_indent(const struct para *p, mpt width);
enum fo_align line_align(const struct para *p, bool last);
static inline struct inl *inl_of(const struct text_piece *piece)
{
    return (struct inl *)piece->item->user;
}

#endif
