/* The expression language (XSL 1.1, 5.9 and 5.10). */
#ifndef FO_EXPRESSION_H
#define FO_EXPRESSION_H

#include "fo/refine.h"

/* Evaluates s for the property that r is at. em: font size of the unit em. False if s is not an
 * expression with a numeric value. */
bool fo_expression(struct refine *r, const char *s, mpt em, struct fo_number *out);

/* The object that a property value function looks at: from-parent, inherited-property-value,
 * from-nearest-specified-value and from-table-column (5.10.4). NULL: name is none of them. */
const struct fo_frame *fo_function_frame(struct refine *r, const char *name, size_t len,
                                         int property);
/* Recognises a whole value that is one such function: its frame and property, else NULL. */
const struct fo_frame *fo_function_of_value(struct refine *r, const char *value, int *property);

/* The margin of a side (enum fo_side) of the object of a frame: what became of it. */
struct fo_length fo_margin_of(const struct fo_frame *frame, uint8_t side);
/* The nearest ancestor of this kind of the object that is being refined, NULL: none, or the object
 * itself is one. */
const struct fo_frame *fo_nearest(const struct refine *r, enum fo_element_id id);
struct fo_number fo_number_of_length(const struct fo_length *l);

/* The numeric value that a property has on the object of a frame. */
bool fo_number_of_property(const struct fo_frame *frame, int property, struct fo_number *out);

#endif
