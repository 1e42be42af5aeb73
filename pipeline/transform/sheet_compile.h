/* Private to the compiled stylesheet: what its compiler's files share. */
#ifndef TRANSFORM_SHEET_COMPILE_H
#define TRANSFORM_SHEET_COMPILE_H

#include "transform/sheet_code.h"

#define XSLT_NS "http://www.w3.org/1999/XSL/Transform"

enum { MOST_LOCALS = 200 };

/* The locals in scope stand on a stack; their place is their slot. */
struct compiler {
    struct sheet *sheet;
    struct arena *arena;
    xmlNodePtr at;       /* the element that is compiled */
    xmlDocPtr *included; /* until all is compiled */
    size_t nincluded, capincluded;
    const char *locals[MOST_LOCALS];
    int nlocals, most; /* most: of the template in hand */
    int depth;
    bool bad; /* not in the subset */
};

/* Without namespace; NULL: there is none. */
const char *compile_attribute(const xmlNode *node, const char *name);
/* Whether it is an instruction of this name. */
bool compile_is(const xmlNode *node, const char *name);
/* Whether namespace-alias has it stand for XSLT's. */
bool compile_is_alias(const struct compiler *c, const xmlNs *ns);
struct place compile_place(const struct compiler *c, const xmlNode *at);
struct path *compile_path(struct compiler *c, const char *text);
struct path *compile_required(struct compiler *c, const char *attribute);
int compile_local(struct compiler *c, const char *name); /* its slot */
struct code *compile_body(struct compiler *c, xmlNodePtr parent);
/* Those that a literal element declares in the result. */
struct namespace *compile_namespaces(struct compiler *c, const xmlNode *node);

#endif
