/* The case format as the schema says it: which elements stand where, in which order. */
#ifndef INTAKE_MODEL_H
#define INTAKE_MODEL_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>

/* An element or attribute that a type has, in the schema's order. */
struct model_part {
    const char *name;
    const char *type; /* its name; xs: types with the prefix */
    bool attribute, required, repeated;
    int order; /* among the elements, or the attributes, of its parent */
};

struct model_type {
    const char *name;
    bool mixed;        /* free text, with p elements or without */
    const char *value; /* simple content: the type of the text; NULL: none */
    struct model_part *parts;
    size_t nparts, cap;
};

struct model {
    struct arena *arena;
    struct model_type *types;
    size_t ntypes, cap;
};

/* From case.xsd in folder and what it includes. false after a report (EXIT_SYSTEM: our own data).
 */
bool model_read(struct model *m, const char *folder, struct diag *diag);
/* NULL: it is a simple type. */
const struct model_type *model_type(const struct model *m, const char *name);
const struct model_part *model_part(const struct model_type *t, const char *name, bool attribute);
/* The root element's type. */
const struct model_type *model_root(const struct model *m);

#endif
