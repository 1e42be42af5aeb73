/* Form fields in lines: their size, and their items. */
#ifndef LAYOUT_FIELD_H
#define LAYOUT_FIELD_H

#include "layout/paint.h"

/* The field in an fo:instream-foreign-object, NULL: it holds something else. */
const struct fo_field *field_of(const struct fo_node *node);
/* Sets the extent of inl: width, how it grows, ascent and descent around the line's baseline. */
void field_measure(struct layout *l, struct inl *inl, mpt ref_width);
/* Adds a field that is not seen to the document. */
void field_hide(struct layout *l, const struct fo_field *f);
/* Its frame, as an artifact, and its widget. at: on the painter's surface. elem: the Form element;
 * NULL (an artifact): only the frame is drawn. */
void paint_field(struct painter *p, struct inl *inl, struct rect at, struct page_elem *elem);

/* field_look.c: what is seen of a field's value, in a field of this size. */
struct page_item *field_look(struct layout *l, const struct inl *inl, mpt w, mpt h);
/* How high a field of several lines must be to show all of its value. */
mpt field_needs(struct layout *l, const struct inl *inl, mpt w);
/* Whether what is written in the field begins at its right. */
bool field_is_rtl(const struct inl *inl);

#endif
