/* A hash table from (element, parent's text properties, attributes) to refined properties. */
#include "fo/cache.h"

#include <string.h>

struct entry {
    struct fo_cached result; /* first: a place is given out as a pointer to it */
    uint64_t hash;
    const struct fo_element *element;
    const struct fo_text_props *parent;
    const struct fo_attr *attrs;
    int n;
};

struct fo_cache {
    struct arena *arena;
    struct entry **places;
    size_t nplaces, used; /* nplaces is a power of two */
    bool copies;
};

enum { FIRST_PLACES = 256 };

struct fo_cache *fo_cache_new(struct arena *arena, bool copies)
{
    struct fo_cache *c = arena_new_of(arena, struct fo_cache);

    c->arena = arena;
    c->copies = copies;
    c->nplaces = FIRST_PLACES;
    c->places = arena_array(arena, struct entry *, c->nplaces);
    return c;
}

static uint64_t mix(uint64_t h, uint64_t v) /* FNV-1a by words */
{
    return (h ^ v) * UINT64_C(0x100000001b3);
}

static bool is_own(const struct fo_attr *a)
{
    return fo_properties[a->property].where == WHERE_OWN;
}

static uint64_t hash_of(const struct fo_element *element, const struct fo_text_props *parent,
                        const struct fo_attr *attrs, int n)
{
    uint64_t h = mix(mix(UINT64_C(0xcbf29ce484222325), element->id), (uintptr_t)parent >> 4);

    for (int i = 0; i < n; i++) {
        if (is_own(&attrs[i]))
            continue;
        h = mix(h, (uint64_t)attrs[i].property << 8 | attrs[i].component);
        for (const char *s = attrs[i].value; *s; s++)
            h = mix(h, (unsigned char)*s);
    }
    return h ^ h >> 29;
}

static int skip_own(const struct fo_attr *attrs, int n, int i)
{
    while (i < n && is_own(&attrs[i]))
        i++;
    return i;
}

static bool same_attrs(const struct fo_attr *a, int na, const struct fo_attr *b, int nb)
{
    int i = skip_own(a, na, 0), k = skip_own(b, nb, 0);

    while (i < na && k < nb) {
        if (a[i].property != b[k].property || a[i].component != b[k].component ||
            strcmp(a[i].value, b[k].value) != 0)
            return false;
        i = skip_own(a, na, i + 1);
        k = skip_own(b, nb, k + 1);
    }
    return i == na && k == nb;
}

static struct entry **find(struct fo_cache *c, uint64_t hash, const struct entry *like)
{
    size_t i = (size_t)hash & (c->nplaces - 1);

    for (; c->places[i]; i = (i + 1) & (c->nplaces - 1)) {
        const struct entry *e = c->places[i];

        if (e->hash == hash && e->element == like->element && e->parent == like->parent &&
            same_attrs(e->attrs, e->n, like->attrs, like->n))
            break;
    }
    return &c->places[i];
}

static void grow(struct fo_cache *c)
{
    struct entry **old = c->places;
    size_t nold = c->nplaces;

    c->nplaces *= 2;
    c->places = arena_array(c->arena, struct entry *, c->nplaces);
    for (size_t i = 0; i < nold; i++)
        if (old[i])
            *find(c, old[i]->hash, old[i]) = old[i];
}

static const struct fo_attr *key_of(struct fo_cache *c, const struct fo_attr *attrs, int n)
{
    struct fo_attr *copy = arena_array(c->arena, struct fo_attr, (size_t)n);
    int kept = 0;

    for (int i = skip_own(attrs, n, 0); i < n; i = skip_own(attrs, n, i + 1)) {
        copy[kept] = attrs[i];
        if (c->copies)
            copy[kept].value = arena_strdup(c->arena, attrs[i].value);
        kept++;
    }
    return copy;
}

static int count_shared(const struct fo_attr *attrs, int n)
{
    int count = 0;

    for (int i = 0; i < n; i++)
        count += !is_own(&attrs[i]);
    return count;
}

struct fo_cached *fo_cache_place(struct fo_cache *c, const struct fo_element *element,
                                 const struct fo_text_props *parent, const struct fo_attr *attrs,
                                 int n)
{
    struct entry like = {.element = element, .parent = parent, .attrs = attrs, .n = n};
    struct entry **place, *entry;

    like.hash = hash_of(element, parent, attrs, n);
    place = find(c, like.hash, &like);
    if (*place)
        return &(*place)->result;
    like.attrs = key_of(c, attrs, n);
    like.n = count_shared(attrs, n);
    *place = entry = arena_new_of(c->arena, struct entry);
    *entry = like;
    if (++c->used * 2 > c->nplaces)
        grow(c);
    return &entry->result;
}
