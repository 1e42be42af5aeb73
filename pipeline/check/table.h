/* A table from words to pointers, in an arena. */
#ifndef CHECK_TABLE_H
#define CHECK_TABLE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct table_place {
    const char *key; /* NULL: free */
    void *value;
    uint32_t hash;
};

struct table {
    struct arena *arena;
    struct table_place *places; /* a power of two */
    size_t count, size;
};

void table_init(struct table *t, struct arena *a);
/* Where the value of key is kept; NULL if the key is not there. */
void **table_find(const struct table *t, const char *key);
/* The same; a new key is copied and gets the value NULL. */
void **table_enter(struct table *t, const char *key);

#endif
