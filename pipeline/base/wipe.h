/* Memory that is wiped before it is given back: what a case says does not stay in it. */
#ifndef BASE_WIPE_H
#define BASE_WIPE_H

#include <stddef.h>

/* As free() and realloc(), of memory of malloc(). */
void wipe_free(void *p);
void *wipe_realloc(void *p, size_t size); /* NULL: no memory, and p is as it was */

#endif
