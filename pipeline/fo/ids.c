/* The ids of a document: one object each. */
#include "fo/tree.h"

#include <string.h>

static size_t hash(const char *s)
{
    uint64_t h = UINT64_C(0xcbf29ce484222325); /* FNV-1a */

    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * UINT64_C(0x100000001b3);
    return (size_t)(h ^ h >> 29);
}

/* The place of id, or the free one where it belongs. */
static const char **find(const struct fo_tree *t, const char *id)
{
    size_t i = hash(id) & (t->id_places - 1);

    while (t->ids[i] && strcmp(t->ids[i], id) != 0)
        i = (i + 1) & (t->id_places - 1);
    return &t->ids[i];
}

static void grow(struct fo_tree *t)
{
    const char **old = t->ids;
    size_t nold = t->id_places;

    t->id_places = nold ? nold * 2 : 64;
    t->ids = arena_array(t->arena, const char *, t->id_places);
    for (size_t i = 0; i < nold; i++)
        if (old[i])
            *find(t, old[i]) = old[i];
}

bool fo_ids_add(struct fo_tree *t, const char *id, int line)
{
    const char **place;

    if (t->nids * 2 >= t->id_places)
        grow(t);
    place = find(t, id);
    if (*place) {
        diag_warn(t->diag, fo_tree_place(t, line), NULL, "id \"%s\" finns redan",
                  "id \"%s\" is already in use", id);
        return false;
    }
    *place = id;
    t->nids++;
    return true;
}
