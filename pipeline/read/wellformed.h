/* Private to read: what to say about a document that is not well-formed. */
#ifndef READ_WELLFORMED_H
#define READ_WELLFORMED_H

#include "base/diag.h"

#include <stdbool.h>

/* Reports libxml2's fault code at place (EXIT_INPUT). at_end: it was found where the file ends. */
void wellformed_report(int code, bool at_end, struct diag_place place, struct diag *diag);

#endif
