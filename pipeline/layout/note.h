/* Footnotes: bodies that stand at the end of the page on which a line refers to them
 * (XSL 1.1, 6.12.3). */
#ifndef LAYOUT_NOTE_H
#define LAYOUT_NOTE_H

#include "layout/fragment.h"
#include "layout/paint.h"

struct note {
    struct box *box; /* of the footnote-body */
    mpt height, width;
    bool measured;
};
struct note *note_new(struct layout *l, const struct fo_node *body);

/* The room that the notes of a line take at the page's end, but for the first_taken that its
 * predecessors take already. */
mpt line_notes(struct layout *l, const struct line *line, mpt taken);

struct pending { /* a note that goes on, or waits, on the next page */
    struct note *note;
    struct token *token;
    struct pending *next;
};
struct placed_note {
    struct note *note;
    struct frag *frag;
    mpt y; /* from the first note's top */
    struct placed_note *next;
};
struct note_area { /* the notes of one page */
    struct placed_note *first, **end;
    struct pending *rest, **rest_end;
    mpt height; /* of the notes, without the separator */
};
void notes_begin(struct note_area *a);
/* Lays out notes that were left by the page before; false: there is no room for anything else. */
bool notes_carry(struct layout *l, struct note_area *a, const struct pending *from, mpt room);
/* Lays out the notes that f, a page's fragment, refers to. */
void notes_collect(struct layout *l, struct note_area *a, const struct frag *f, mpt room);
/* The height of a static content (the separator's), 0 without one. */
mpt note_separator(struct layout *l, const struct fo_node *content, mpt width);
void paint_notes(struct painter *p, const struct note_area *a, const struct fo_node *separator,
                 struct rect body);

struct page_elem *elem_of_note(struct painter *p, struct note *note);

#endif
