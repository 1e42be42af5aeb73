/* The order that xsl:sort asks for (XSLT 1.0, section 10): by code points, or by number. */
#include "transform/sheet_play.h"

#include <stdlib.h>
#include <string.h>

struct keyed {
    xmlNodePtr node;
    int at;
    const char **text;
    double *number;
    const struct sort *sort;
};

static int by_number(double a, double b)
{
    if (a != a || b != b) /* what is no number comes first */
        return (b != b) - (a != a);
    return (a > b) - (a < b);
}

static int by_keys(const void *x, const void *y)
{
    const struct keyed *a = x, *b = y;
    int i = 0;

    for (const struct sort *s = a->sort; s; s = s->next, i++) {
        int order =
            s->number ? by_number(a->number[i], b->number[i]) : strcmp(a->text[i], b->text[i]);

        if (order)
            return s->descending ? -order : order;
    }
    return a->at - b->at;
}

static void find_keys(const struct focus *f, struct keyed *k, size_t nkeys)
{
    int i = 0;

    k->node = f->node;
    k->at = f->position;
    k->text = arena_array(f->m->arena, const char *, nkeys);
    k->number = arena_array(f->m->arena, double, nkeys);
    for (const struct sort *s = k->sort; s; s = s->next, i++) {
        struct value v = {VALUE_STRING, {.string = ""}};

        v.as.string = s->select ? path_string(f, s->select) : node_string(f->m, f->node);
        k->text[i] = v.as.string;
        k->number[i] = s->number ? value_number(f->m, &v) : 0;
    }
}

void play_sort(const struct focus *f, const struct sort *sort, struct nodes *set)
{
    struct keyed *keyed = arena_array(f->m->arena, struct keyed, (size_t)set->n);
    struct nodes sorted = {0};
    struct focus inner = *f;
    size_t nkeys = 0;

    for (const struct sort *s = sort; s; s = s->next)
        nkeys++;
    inner.last = set->n;
    for (int i = 0; i < set->n; i++) {
        inner.node = inner.current = set->at[i];
        inner.position = i + 1;
        keyed[i].sort = sort;
        find_keys(&inner, &keyed[i], nkeys);
    }
    if (set->n)
        qsort(keyed, (size_t)set->n, sizeof *keyed, by_keys);
    for (int i = 0; i < set->n; i++)
        nodes_add(f->m, &sorted, keyed[i].node);
    *set = sorted;
}
