/* Private to transform: the plural forms of a language, as far as counts of things go. */
#ifndef TRANSFORM_PLURAL_H
#define TRANSFORM_PLURAL_H

#include "transform/locale.h"

#include <stdbool.h>

enum { PLURAL_FORMS = 6 }; /* zero one two few many other, the names of CLDR */

/* The name of form i (0 … PLURAL_FORMS - 1), in CLDR's order. */
const char *plural_name(int i);
/* Whether whole numbers of things take this form: a form for fractions alone is nobody's work. */
bool plural_used(struct locale *l, int i);
/* Whether one number alone takes this form, so that the text may leave the number out. */
bool plural_single(struct locale *l, int i);
/* Appends the first numbers that take this form, with commas between: "3, 4, 5 …". */
void plural_examples(struct locale *l, int i, struct buf *out);

#endif
