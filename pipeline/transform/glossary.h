/* Private to transform: whether translations use the terms of the glossary (lang/glossary.xml). */
#ifndef TRANSFORM_GLOSSARY_H
#define TRANSFORM_GLOSSARY_H

#include "base/arena.h"
#include "transform/xliff.h"

/* Warns of each translated unit whose Swedish has a term that its translation into lang lacks.
 * doc is the glossary. */
void glossary_check(xmlDocPtr doc, const char *lang, const struct xliff *x, const char *file,
                    struct diag *diag);

#endif
