/* Footnotes: bodies that stand at the end of the page on which a line refers to them
 * (XSL 1.1, 6.12.3). */
#ifndef LAYOUT_NOTE_H
#define LAYOUT_NOTE_H

#include "layout/insert.h"

struct insertion *note_new(struct layout *l, struct room *room, const struct fo_node *body);

/* Takes the room of a line's notes at the page's end. */
void note_take(struct layout *l, const struct line *line, struct taken *t);

struct pending { /* a note that goes on, or waits, on the next page */
    struct insertion *note;
    struct token *token;
    struct pending *next;
};
struct note_area { /* the notes of one page */
    struct placed *first, **end;
    struct pending *rest, **rest_end;
    mpt height; /* of the notes, without the separator */
};
void notes_begin(struct note_area *a);
/* Lays out notes that were left by the page before; false: there is no room for anything else. */
bool notes_carry(struct layout *l, struct note_area *a, const struct pending *from, mpt room);
/* Lays out the notes that f, a page's fragment, refers to. */
void notes_collect(struct layout *l, struct note_area *a, const struct frag *f, mpt room);
/* What the notes take of the page, with their separator. */
mpt notes_height(const struct layout *l, const struct note_area *a);
void paint_notes(struct painter *p, const struct note_area *a, const struct fo_node *separator,
                 struct rect body);

struct page_elem *elem_of_note(struct painter *p, struct insertion *note);

#endif
