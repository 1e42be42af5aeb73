/* Gathering: the inline objects of a run become text items (inline.c), with their white space
 * treated (white.c), and objects among them (object.c). */
#ifndef LAYOUT_GATHER_H
#define LAYOUT_GATHER_H

#include "layout/para.h"

struct gather {
    struct layout *l;
    struct para *p;
    struct box *box;
    struct inl *parent; /* the inline at work, NULL: the block */
    mpt ref_width;
    bool after_space; /* the last character is a space that may collapse */
    bool line_start;  /* nothing stands on the line yet */
};

/* inline.c: appends an item, an inline object */
struct text_item *gather_item(struct gather *g, enum text_item_kind kind, struct inl *inl);
struct inl *gather_inl(struct gather *g, enum inl_kind kind, const struct fo_node *node);
/* Moves what inl is off the baseline, as vertical-align and baseline-shift say. */
void gather_shift(struct gather *g, struct inl *inl);

/* white.c */
void gather_text(struct gather *g, const struct fo_node *node);
/* Takes back the space at the end of the run. */
void gather_end(struct gather *g);

/* object.c */
void gather_leader(struct gather *g, const struct fo_node *node);
void gather_graphic(struct gather *g, const struct fo_node *node);
void gather_foreign(struct gather *g, const struct fo_node *node);
void gather_number(struct gather *g, const struct fo_node *node);
/* An object's item, when its width is known. */
void gather_object(struct gather *g, struct inl *inl);

/* inline_container.c */
void gather_container(struct gather *g, const struct fo_node *node);

#endif
