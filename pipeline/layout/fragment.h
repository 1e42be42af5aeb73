/* Fragmentation: how every layout algorithm is called, and what it gives back.
 *
 * A layout algorithm takes a box, a constraint space and the token of the break at which the box
 * was left on the page before (NULL: it starts). It lays out as much as the space can take and
 * returns a fragment and, when the box is not finished, a token for the next page. This is the
 * scheme of block fragmentation in Blink's LayoutNG ("LayoutNG block fragmentation", Chromium
 * documentation), with XSL's keeps in the place of CSS's break values.
 *
 * The best break is found like this. An algorithm fills the space from the top until something
 * does not fit, and breaks there: the natural break. On the way it notes the cheapest break that
 * it passed, the latter of two equal ones, as a plan. Where a fragmentainer is filled (a page, a
 * cell, a list item's body) the cost of the natural break and of the plan are compared; when the
 * plan is cheaper the content is laid out a second time and broken where the plan says. So a page
 * costs two passes at most. Content is placed in any case when nothing stands above it, which
 * makes everything end. */
#ifndef LAYOUT_FRAGMENT_H
#define LAYOUT_FRAGMENT_H

#include "layout/box.h"

/* Costs of breaks. A keep of finite strength s costs s; equal costs: the later break wins. */
enum {
    COST_KEEP_MAX = 900000,
    COST_LINES = 1000000,       /* widows or orphans */
    COST_KEEP_ALWAYS = 2000000, /* keep "always" */
    COST_OVERFLOW = 4000000     /* content that sticks out */
};

struct plan {           /* a path to a break */
    size_t kid;         /* position of the child, or the number of lines before the break */
    struct plan *inner; /* inside that child; NULL: before it */
};

struct token {           /* where a box was left */
    size_t kid;          /* child to go on with */
    struct token *inner; /* NULL: from the child's start */
    uint32_t brk;        /* BOX_LINES: position in the text at which the next line starts */
    size_t floats;       /* … and how many of the side floats in it have been placed */
    /* side by side: per stream, its token (NULL with stream_done false: not begun) */
    struct token **streams;
    bool *stream_done;
    size_t nstreams;
    struct row_token *row; /* tables */
};

/* The flow of a page with columns stops where the next child belongs to another zone. */
enum zone_kind { ZONE_NONE, ZONE_COLUMNS, ZONE_SPAN };
#define BREAK_ZONE ((enum fo_break)100)

struct space {
    mpt ref_width;  /* inline-progression-dimension of the reference area */
    mpt ref_height; /* its block-progression-dimension, 0: not known */
    mpt avail;      /* room from the origin to the end of the fragmentainer; MPT_MAX: no limit */
    mpt taken;      /* what footnotes and floats had taken when avail was worked out */
    bool top;       /* nothing stands above in the fragmentainer: what comes must be placed */
    struct strut pending;      /* spaces before, not resolved yet */
    int32_t keep;              /* strength of the ancestors' keep-together */
    int level;                 /* nesting, for the resolution of spaces */
    enum zone_kind zone;       /* of the flow itself */
    struct float_area *floats; /* of the reference area; NULL: floats stand in the flow */
    mpt flow_y;                /* of the origin in the reference area */
    const struct plan *plan;
};

enum frag_kind {
    FRAG_STACK,
    FRAG_LINES,
    FRAG_CELL,
    FRAG_ROW,
    FRAG_CONTAINER,
    FRAG_GRID,
    FRAG_ANCHOR /* of a float at the page's head: nothing is to be seen here */
};

struct frag {
    enum frag_kind kind;
    struct box *box;
    mpt x, y, w, h; /* border rectangle; x in the reference area, y in the parent fragment */
    bool starts, ends;
    bool artifact;  /* a repeated table header or footer */
    bool reference; /* its children's x count from ref_x (in the same terms as x) */
    mpt ref_x;
    mpt overflow; /* how much of it sticks out of the fragmentainer */
    struct frag *first, *last, *next;
    const struct line *lines; /* FRAG_LINES */
    size_t nlines;
    const struct fo_node *node;      /* rows and cells */
    const struct fo_border *borders; /* FRAG_CELL: instead of the node's own, by enum fo_edge */
    struct grid_paint *grid;         /* FRAG_GRID: collapsed borders */
    int rotation;                    /* FRAG_CONTAINER: 0 90 180 270 */
    bool clip, out, fixed;
    mpt out_x, out_y;     /* out of the flow: place in the reference area, or (fixed) on the page */
    mpt inner_w, inner_h; /* FRAG_CONTAINER: extent of the content before rotation */
    struct page_elem **elem; /* rows and cells: where their element is kept */
    const struct table_cell *cell;
};

enum result_status {
    RESULT_DONE,
    RESULT_BROKEN, /* frag holds what was placed, token the rest */
    RESULT_NOFIT   /* nothing was placed: break before this box */
};

struct result {
    enum result_status status;
    struct frag *frag;
    mpt used;     /* from the origin to the end of what was placed, leading spaces included */
    bool content; /* something was placed; else trailing continues the pending spaces */
    struct strut trailing;
    struct token *token;
    int32_t cost;         /* of the break, RESULT_BROKEN */
    enum fo_break forced; /* a forced break, at the break or (RESULT_DONE) after the box */
    struct plan *best;    /* cheapest break passed */
    int32_t best_cost;
    const struct fo_node *blame; /* what did not fit */
};

/* What is left of the room after the footnotes and floats that were placed since. */
static inline mpt room_of(const struct layout *l, const struct space *space)
{
    return space->avail == MPT_MAX ? MPT_MAX : space->avail - (room_taken(l) - space->taken);
}

/* Where the result would end a fragmentainer: with the spaces that stay at its end. */
static inline mpt end_of(const struct result *r)
{
    return r->used + strut_size_end(&r->trailing);
}

/* By the box's kind. */
struct result layout_box(struct layout *l, struct box *box, const struct space *space,
                         const struct token *token);
/* … and chooses the best break, as for a fragmentainer of its own. */
struct result layout_fragmentainer(struct layout *l, struct box *box, const struct space *space,
                                   const struct token *token);

struct result layout_stack(struct layout *l, struct box *box, const struct space *space,
                           const struct token *token);
struct result layout_lines(struct layout *l, struct box *box, const struct space *space,
                           const struct token *token);
struct result layout_item(struct layout *l, struct box *box, const struct space *space,
                          const struct token *token);
struct result layout_table(struct layout *l, struct box *box, const struct space *space,
                           const struct token *token);
struct result layout_container(struct layout *l, struct box *box, const struct space *space,
                               const struct token *token);

struct frag *frag_new(struct layout *l, enum frag_kind kind, struct box *box);
void frag_append(struct frag *parent, struct frag *child);

int32_t cost_of_keep(int32_t strength);
/* Notes a break if it is at least as cheap as the best so far. */
void note_break(struct layout *l, struct result *r, int32_t cost, size_t kid, struct plan *inner);
/* A copy of a token of the page before, for what found no room at all on this one. */
struct token *token_copy(struct layout *l, const struct token *token);
/* A token for child kid. */
struct token *token_new(struct layout *l, size_t kid, struct token *inner);

/* The first baseline in a fragment: y becomes it, from where y was for the fragment's parent. */
bool frag_baseline(const struct frag *f, mpt *y);

/* A box's place in the inline-progression direction. */
struct extent {
    mpt x, w;                  /* content rectangle in the reference area, physical */
    mpt start, end;            /* border + padding */
    mpt before, after;         /* border + padding, of an unbroken box */
    mpt before_cut, after_cut; /* … of a side at a break */
};
struct extent extent_of(const struct fo_node *node, mpt ref_width);
bool is_rtl(const struct fo_node *node);

#endif
