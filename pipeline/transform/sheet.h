/* Private to transform: a stylesheet, compiled for speed.
 *
 * A mailing runs the same few stylesheets for every letter. libxslt looks up each variable and
 * function by name, evaluates every global variable of a run whether it is needed or not, and takes
 * every node and every step of a path from the heap. Here names are places, global variables are
 * evaluated when they are asked for, and all of a run lies in one arena.
 *
 * It is the part of XSLT 1.0 that our own stylesheets use: template, call-template,
 * apply-templates, param, with-param, variable, if, choose, for-each, sort, value-of, copy-of,
 * copy, element, attribute, text, message, include, output, namespace-alias. A stylesheet with
 * anything else is not compiled, and libxslt runs it. Both give the same tree:
 * tests/transform/engines.c compares them.
 */
#ifndef TRANSFORM_SHEET_H
#define TRANSFORM_SHEET_H

#include "transform/engine.h"

struct sheet;

/* doc is not needed afterwards; name is its path below the data folder. NULL:
 * libxslt has to run it (reports only that an included file is not well-formed). */
struct sheet *sheet_new(struct transform *t, xmlDocPtr doc, const char *name, struct diag *diag);
void sheet_free(struct sheet *s);
/* The result, for transform_doc_free. NULL: it failed, and run->fault says where. */
xmlDocPtr sheet_run(struct sheet *s, struct run *run, xmlDocPtr source);

#endif
