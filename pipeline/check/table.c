/* A hash table with open addressing; keys and old places stay in the arena. */
#include "check/table.h"

#include <string.h>

void table_init(struct table *t, struct arena *a)
{
    *t = (struct table){.arena = a, .size = 64};
    t->places = arena_array(a, struct table_place, t->size);
}

static uint32_t hash_of(const char *s) /* FNV-1a */
{
    uint32_t h = 2166136261u;

    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 16777619u;
    return h;
}

static struct table_place *place_of(const struct table *t, const char *key, uint32_t hash)
{
    size_t i = hash & (t->size - 1);

    while (t->places[i].key && (t->places[i].hash != hash || strcmp(t->places[i].key, key) != 0))
        i = (i + 1) & (t->size - 1);
    return &t->places[i];
}

static void grow(struct table *t)
{
    struct table larger = {.arena = t->arena, .count = t->count, .size = t->size * 2};

    larger.places = arena_array(t->arena, struct table_place, larger.size);
    for (size_t i = 0; i < t->size; i++)
        if (t->places[i].key)
            *place_of(&larger, t->places[i].key, t->places[i].hash) = t->places[i];
    *t = larger;
}

void **table_find(const struct table *t, const char *key)
{
    struct table_place *p = place_of(t, key, hash_of(key));

    return p->key ? &p->value : NULL;
}

void **table_enter(struct table *t, const char *key)
{
    uint32_t hash = hash_of(key);
    struct table_place *p = place_of(t, key, hash);

    if (p->key)
        return &p->value;
    if (t->count * 2 >= t->size) {
        grow(t);
        p = place_of(t, key, hash);
    }
    *p = (struct table_place){arena_strdup(t->arena, key), NULL, hash};
    t->count++;
    return &p->value;
}
