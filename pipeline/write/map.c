/* A hash table from addresses to addresses: open addressing, linear probing, at most half full. */
#include "write/map.h"

#include <stdint.h>

static size_t slot_of(const struct ptr_map *map, const void *key)
{
    /* Fibonacci hashing: addresses differ in their middle bits */
    uint64_t h = (uint64_t)(uintptr_t)key * UINT64_C(0x9E3779B97F4A7C15);
    size_t i = (size_t)(h >> 32) & (map->cap - 1);
    while (map->keys[i] && map->keys[i] != key)
        i = (i + 1) & (map->cap - 1);
    return i;
}

void *ptr_map_get(const struct ptr_map *map, const void *key)
{
    return map->cap ? map->values[slot_of(map, key)] : NULL;
}

static void grow(struct ptr_map *map, struct arena *arena)
{
    struct ptr_map old = *map;
    map->cap = old.cap ? old.cap * 2 : 64;
    map->keys = arena_array(arena, const void *, map->cap);
    map->values = arena_array(arena, void *, map->cap);
    for (size_t i = 0; i < old.cap; i++) {
        if (old.keys[i]) {
            size_t k = slot_of(map, old.keys[i]);
            map->keys[k] = old.keys[i];
            map->values[k] = old.values[i];
        }
    }
}

void ptr_map_put(struct ptr_map *map, struct arena *arena, const void *key, void *value)
{
    if (map->n * 2 >= map->cap)
        grow(map, arena);
    size_t i = slot_of(map, key);
    map->n += !map->keys[i];
    map->keys[i] = key;
    map->values[i] = value;
}
