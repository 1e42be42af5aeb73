/* libxml2's and libxslt's memory: what they give back is wiped, unless that is turned off. Their
 * callbacks have no user pointer, hence the thread-local. */
#include "read/read.h"

#include "base/wipe.h"

#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

static _Thread_local bool leave;

static void give_back(void *p)
{
    if (leave)
        free(p);
    else
        wipe_free(p);
}

static void *change_size(void *p, size_t size)
{
    return leave ? realloc(p, size) : wipe_realloc(p, size);
}

void read_take_memory(void)
{
    xmlMemSetup(give_back, malloc, change_size, strdup);
}

bool read_wipe_memory(bool on)
{
    bool was = !leave;

    leave = !on;
    return was;
}
