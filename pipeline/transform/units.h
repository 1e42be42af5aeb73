/* Private to transform: the translations of lang/LANG.xlf as documents are made with them. */
#ifndef TRANSFORM_UNITS_H
#define TRANSFORM_UNITS_H

#include "transform/engine.h"

/* The unit of this id in a language; kind is that of the document at work. What is read of the file
 * is kept. NULL: there is none, or after a report that the file is not well-formed. */
xmlNodePtr units_find(struct transform *t, const char *lang, const char *kind, const char *id,
                      struct diag *diag);

#endif
