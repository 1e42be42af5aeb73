/* From the slots into the case. */
#ifndef INTAKE_FILL_H
#define INTAKE_FILL_H

#include "intake/slots.h"

struct _xmlDoc;

/* Puts the values of the slots' fields into a case, new elements in the schema's order. What says
 * the same as before stays as it stands, to the last blank. An empty field takes away what it may;
 * rows of which nothing is filled in are not made. */
void fill_case(struct slots *s, struct _xmlDoc *doc);
/* Takes a value out again that the schema does not allow: what was there before comes back. */
void fill_undo(struct slots *s, struct slot *k);
/* Gives every element that needs an id and has none one that is not in use. */
void fill_ids(const struct model *m, struct _xmlDoc *doc);
/* Removes the white space between elements, so that the file can be indented anew. */
void fill_unindent(const struct model *m, struct _xmlDoc *doc);

#endif
