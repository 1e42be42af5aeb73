/* Sets of nodes: growing, and the order of the document. */
#include "transform/path.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

void nodes_add(struct machine *m, struct nodes *set, xmlNodePtr node)
{
    if (set->n == set->cap) {
        int cap = set->cap ? set->cap * 2 : 4;
        xmlNodePtr *at = arena_array(m->arena, xmlNodePtr, (size_t)cap);

        if (set->n)
            memcpy(at, set->at, (size_t)set->n * sizeof(void *));
        set->at = at;
        set->cap = cap;
    }
    set->at[set->n++] = node;
}

static int by_order(const void *a, const void *b)
{
    xmlNodePtr x = *(const xmlNodePtr *)a, y = *(const xmlNodePtr *)b;
    int order = x == y ? 0 : xmlXPathCmpNodes(x, y);

    if (order == -2) /* of two documents: any order, but always the same */
        return (uintptr_t)x->doc < (uintptr_t)y->doc ? -1 : 1;
    return -order;
}

void nodes_sort(struct nodes *set)
{
    int n = 0;

    if (set->n > 1)
        qsort(set->at, (size_t)set->n, sizeof(void *), by_order);
    for (int i = 0; i < set->n; i++)
        if (!n || set->at[n - 1] != set->at[i])
            set->at[n++] = set->at[i];
    set->n = n;
}
