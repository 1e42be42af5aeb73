/* A hash table from addresses to addresses. Never walked, so its order cannot reach the output. */
#ifndef WRITE_MAP_H
#define WRITE_MAP_H

#include "base/arena.h"

struct ptr_map {
    const void **keys;
    void **values;
    size_t n, cap; /* cap is 0 or a power of two */
};

void *ptr_map_get(const struct ptr_map *map, const void *key); /* NULL: not there */
void ptr_map_put(struct ptr_map *map, struct arena *arena, const void *key, void *value);

#endif
