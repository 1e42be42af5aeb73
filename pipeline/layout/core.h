/* What all files of the layout stage share: its state, styles, messages and the resolution of
 * spaces. */
#ifndef LAYOUT_CORE_H
#define LAYOUT_CORE_H

#include "base/arena.h"
#include "base/diag.h"
#include "fo/fo.h"
#include "page/page.h"
#include "text/text.h"

#include <stdbool.h>

struct box;
struct para;
struct room;

/* Character properties as the text stage wants them, one per distinct struct of the FO tree. */
struct style {
    const struct fo_text_props *props;
    struct text_style text;
    mpt ascent, descent; /* nominal, both positive */
    mpt line_height;
    const struct font *font;
    const struct style *small; /* font-variant="small-caps": of its small capitals */
};

struct style_table { /* open addressing, keyed by the address of the properties */
    struct style **slots;
    size_t size, used;
};

/* Where an id stands: the pages of its first and last area. */
struct id_entry {
    const char *id;
    int first_page, last_page; /* 0-based */
    const char *first_label, *last_label;
    struct page_dest *dest;
    struct id_entry *next;
};
struct id_table {
    struct id_entry **slots;
    size_t size, used;
};

struct picture { /* a loaded graphic, shared by all references to its URL */
    const char *src;
    struct page_image_data *data;   /* NULL: could not be read, or it is a code */
    const struct text_symbol *code; /* NULL: none (code.h) */
    mpt width, height;              /* natural size */
    struct picture *next;
};

/* Footnotes and floats at the head (insert.h) take their room off the page at work as soon as the
 * line that refers to them is placed. Where that line is taken back, so is this. */
struct taken {
    mpt notes, heads; /* each with its separator */
    mpt end, trail;  /* of the last float: space at its end, within heads, and before another one */
    unsigned nheads; /* floats, but for those that were left by the page before */
    bool wait;       /* a float found no room: all that follow are left to the next page */
};
struct insert_state {
    mpt width;   /* of the area that they stand in; 0: there is none here */
    bool inside; /* one is being laid out */
};
struct note_state { /* footnotes on the page at work (note.c) */
    mpt separator;  /* height of what stands above the first */
    mpt cap;        /* a note that is higher asks for so much only, and is broken */
    bool off;       /* lines do not take room: it was taken before */
    bool any;       /* the document has some */
    unsigned long count;
};
struct head_state { /* floats at the head of the page at work (head.c) */
    mpt separator;  /* height of what stands below the last */
    mpt cap;        /* those of the page's own lines reach no further down, with the separator */
    unsigned limit; /* and are no more */
    unsigned tried; /* so many were placed on the way */
    unsigned long pass; /* over a page */
    bool any;           /* the document has some */
};

struct marker_state { /* the markers on the page at work (marker.c) */
    struct mark_area *areas;
    size_t n, cap;
    struct mark_past *past;
    const struct fo_node *sequence;
    bool any; /* the document has some */
};

struct window { /* pages that are held (window.c); without a sink all pages stay */
    const struct page_sink *sink;
    struct held_page *first, *last, *open, *spare;
    int n, nspare;
    bool begun;           /* the document is so long that pages go as they are made */
    bool counting;        /* nothing is kept: only the numbers of pages are wanted */
    unsigned long serial; /* of the page at work, where pages do not stay */
};

struct waiting_line; /* a line with a citation that is not resolved yet; see number.h */

/* The state of one run of the stage. */
struct layout {
    const struct fo_doc *fo;
    struct text_engine *text;
    struct arena *arena;    /* the result's */
    struct arena *items;    /* of the items of the page at work */
    struct arena *scratch;  /* what stays until the stage ends */
    struct room *room;      /* the outermost (box.h): boxes and inline objects */
    struct room *page_room; /* of the page at work; NULL: not needed yet */
    /* Fragments, tokens and paragraphs live on the page at work and the next one, which reads the
     * tokens; so what a page needs does not grow with the number of pages. */
    struct arena *now, *before;
    unsigned long epoch; /* pages begun; which page arena is which */
    struct diag *diag;
    struct page_doc *doc;
    struct style_table styles;
    struct id_table ids;
    struct picture *pictures;
    struct waiting_line *waiting;
    const struct id_table *known; /* from a first run over the document; NULL: this is it */
    struct window window;
    struct insert_state inserts;
    struct taken taken;
    struct note_state notes;
    struct head_state heads;
    struct marker_state markers;
    struct page_dest *last_dest;
    int least_space;           /* of the page sequence: what spaces may shrink to [%] */
    bool tight;                /* they do: the page is to hold the whole rest */
    unsigned long unsupported; /* bits by enum fo_kind: reported already */
    unsigned ignored;          /* bits by property, likewise (ignored.c) */
    bool static_link;          /* likewise */
    /* the page at work */
    struct page *page;
    mpt page_width, page_height; /* also while the page is not there yet */
    int page_index;              /* 0-based */
    long page_number;            /* as formatted */
    const char *label;           /* page_number, formatted */
    bool fixed_page;             /* page-number is known while lines are made (static content) */
    /* What stands first is placed: it waits for no page of another parity, and makes no way for
     * floats that it would have to wait for. Else pages could be made for ever. */
    bool must_place;
    mpt ref_width; /* content width of the block whose paragraph is being made, for percentages */
};

static inline mpt room_taken(const struct layout *l)
{
    return l->taken.notes + l->taken.heads;
}

struct diag_place place_of(const struct layout *l, const struct fo_node *node);
/* Says once per kind that an object is not supported. what: what becomes of its content. */
void unsupported(struct layout *l, const struct fo_node *node, bool content_lost);

/* Says once what of an object's properties has no effect. */
void say_ignored(struct layout *l, const struct fo_node *node);

/* A new page begins: what the page before the last one used is forgotten. */
void turn_page(struct layout *l);

const struct style *style_of(struct layout *l, const struct fo_text_props *props);

/* ---- spaces (XSL 1.1, section 4.3) -------------------------------------------------------- */

/* A sequence of adjacent space specifiers, resolved so far. Two results are kept: with all
 * specifiers, and with those only whose conditionality is retain, which are what remains at the
 * edge of a reference area. */
struct strut_value {
    bool any;
    int precedence;
    mpt size;
    int level; /* nesting level of the box whose specifier won */
};
struct strut {
    struct strut_value all, retained;
    bool edge; /* begins at the before edge of a reference area */
};

void strut_add(const struct layout *l, struct strut *s, const struct fo_space *space, mpt reference,
               int level);
mpt strut_size(const struct strut *s);     /* between two areas, or after a before edge */
mpt strut_size_end(const struct strut *s); /* at an after edge of a reference area */
int strut_level(const struct strut *s);

#endif
