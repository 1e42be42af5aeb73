/* A schema that requires nothing. */
#ifndef READ_RELAX_H
#define READ_RELAX_H

#include "base/diag.h"

struct _xmlDoc;

/* The schema in a file, with those that it includes in one document, every element and attribute
 * optional. NULL after a report. The caller frees it. */
struct _xmlDoc *relax_schema(const char *path, struct diag *diag);

#endif
