/* Property values as text, for the dump. */
#ifndef FO_SHOW_H
#define FO_SHOW_H

#include "fo/properties.h"

void fo_show_mpt(mpt v, struct buf *out);
void fo_show_length(const struct fo_length *l, struct buf *out);
void fo_show_colour(const struct fo_colour *c, struct buf *out);
/* The value of a row of the table in a pair of structs; nothing where it is of no consequence. */
void fo_show_property(const struct fo_property *p, const struct fo_text_props *text,
                      const struct fo_box_props *box, struct buf *out);

#endif
