/* Wiping memory before it is given back. */
#include "base/wipe.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

enum { LARGE = 1 << 20 };

void wipe_free(void *p)
{
    if (p)
        explicit_bzero(p, malloc_usable_size(p));
    free(p);
}

void *wipe_realloc(void *p, size_t size)
{
    size_t had = p ? malloc_usable_size(p) : 0;
    void *fresh;

    if (had > LARGE) /* the system moves its pages, so that nothing stays behind */
        return realloc(p, size ? size : 1);
    if (p && size <= had && size >= had / 2)
        return p;
    fresh = malloc(size ? size : 1);
    if (fresh && p) {
        memcpy(fresh, p, had < size ? had : size);
        wipe_free(p);
    }
    return fresh;
}
