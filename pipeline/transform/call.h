/* Private to transform: one call of an extension function. */
#ifndef TRANSFORM_CALL_H
#define TRANSFORM_CALL_H

#include "transform/engine.h"
#include "transform/path.h"

#include <libxml/xpathInternals.h>

/* The arguments of a call as strings, taken from XPath's stack. Each of the call_push functions
 * gives the result and ends the call. */
struct call {
    xmlXPathParserContextPtr xpath;
    struct run *run;
    xsltTransformContextPtr ctxt;
    xmlChar *arg[3];
    int n;
};

/* Takes n (at most 3) arguments; false: wrong number, and XPath has been told. */
bool call_begin(struct call *c, xmlXPathParserContextPtr xpath, int nargs, int n);
const char *call_text(const struct call *c, int i);
double call_number(const struct call *c, int i);
struct locale *call_locale(const struct call *c, int i); /* Swedish where there is no such one */
void call_push(struct call *c, const char *s);
void call_push_buf(struct call *c, struct buf *b); /* frees b */
void call_push_number(struct call *c, double n);
void call_push_node(struct call *c, xmlNodePtr node); /* NULL: an empty node-set */
/* Stops the run: what was asked for cannot be said, and silence would be wrong. */
void call_stop(struct call *c);

struct function {
    const char *name;
    xmlXPathFunction function;
    path_quick *quick; /* of one argument; NULL: there is none */
};
/* The functions of each file, ended by one without a name. */
extern const struct function functions_of_data[], functions_of_dates[], functions_of_text[];

#endif
