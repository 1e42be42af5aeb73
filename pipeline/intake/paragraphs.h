/* Free text of a case and the lines of a field: one paragraph a line. */
#ifndef INTAKE_PARAGRAPHS_H
#define INTAKE_PARAGRAPHS_H

#include "base/arena.h"

#include <stdbool.h>

struct _xmlNode;

/* The paragraphs of an element, divided by line feeds: its p elements, or its text divided at blank
 * lines. words: the texts of all its elements with a blank between them instead. */
const char *paragraphs_of(struct arena *a, const struct _xmlNode *element, bool words);
/* Lines with single blanks, empty ones left out. */
const char *paragraphs_clean(struct arena *a, const char *lines);
/* Whether an element says what these clean lines say: white space, direction controls, and blank
 * lines in a text without p elements make no difference. */
bool paragraphs_same(struct arena *a, const struct _xmlNode *element, const char *lines);
/* Makes these lines the element's content: one as text, several as p elements. */
void paragraphs_set(struct arena *a, struct _xmlNode *element, const char *lines);

#endif
