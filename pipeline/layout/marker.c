/* Markers of a page in the order of their areas, and the choice of one for a retrieve-marker.
 *
 * The specification orders the areas of a page in a tree and takes the best one; here the first in
 * document order wins, which is the same for markers that stand one after another. The properties
 * of a marker's content have been worked out for the place that shows it. */
#include "layout/marker.h"

#include <string.h>

struct mark_area { /* an area whose object has a marker */
    const struct fo_node *marker;
    bool starts, ends; /* it is its object's first or last */
};

struct mark_past { /* the latest marker of a class on the pages before */
    const struct fo_node *marker, *sequence;
    struct mark_past *next;
};

/* ---- a page's markers ---------------------------------------------------------------------- */

static const struct fo_node *node_of(const struct frag *f)
{
    if (f->kind == FRAG_ROW || f->kind == FRAG_CELL) {
        return f->node;
    }
    return f->box && !f->box->inner && f->box->kind != BOX_LINES ? f->box->node : NULL;
}

/* As deep as the boxes are nested, which the FO tree bounds. */
static void collect(struct layout *l, const struct frag *f)
{
    struct marker_state *m = &l->markers;
    const struct fo_node *node = node_of(f);
    if (f->artifact || f->kind == FRAG_GRID) { /* a grid names its rows once more */
        return;
    }
    for (const struct fo_node *n = node ? node->first : NULL; n && n->kind == FO_MARKER;
         n = n->next) {
        *arena_push(l->scratch, m->areas, m->n, m->cap) = (struct mark_area){n, f->starts, f->ends};
    }
    for (const struct frag *c = f->first; c; c = c->next) {
        collect(l, c);
    }
}

void markers_of_page(struct layout *l, const struct frag *flow, const struct fo_node *sequence)
{
    l->markers.n = 0;
    l->markers.sequence = sequence;
    if (l->markers.any && flow) {
        collect(l, flow);
    }
}

static struct mark_past *past_of(const struct layout *l, const char *marker_class)
{
    struct mark_past *p = l->markers.past;
    while (p && strcmp(p->marker->u.marker_class, marker_class) != 0) {
        p = p->next;
    }
    return p;
}

void markers_turn(struct layout *l)
{
    struct marker_state *m = &l->markers;
    for (size_t i = 0; i < m->n; i++) {
        const struct fo_node *marker = m->areas[i].marker;
        struct mark_past *p = past_of(l, marker->u.marker_class);
        if (!p) {
            p = arena_new_of(l->scratch, struct mark_past);
            p->next = m->past;
            m->past = p;
        }
        p->marker = marker;
        p->sequence = m->sequence;
    }
}

/* ---- the choice ---------------------------------------------------------------------------- */

static const struct fo_node *on_page(const struct layout *l, const struct fo_node *r)
{
    const struct fo_node *first = NULL, *last = NULL, *starts = NULL, *last_starts = NULL,
                         *ends = NULL;
    for (size_t i = 0; i < l->markers.n; i++) {
        const struct mark_area *a = &l->markers.areas[i];
        if (strcmp(a->marker->u.marker_class, r->u.retrieve.marker_class) != 0) {
            continue;
        }
        first = first ? first : a->marker;
        last = a->marker;
        starts = starts || !a->starts ? starts : a->marker;
        last_starts = a->starts ? a->marker : last_starts;
        ends = a->ends ? a->marker : ends;
    }
    switch (r->u.retrieve.position) {
    case RETRIEVE_FIRST_STARTING:
        return starts ? starts : first;
    case RETRIEVE_FIRST_CARRYOVER:
        return first;
    case RETRIEVE_LAST_STARTING:
        return last_starts ? last_starts : last;
    default:
        return ends ? ends : last;
    }
}

static const struct fo_node *retrieve(const struct layout *l, const struct fo_node *r)
{
    const struct fo_node *marker = on_page(l, r);
    if (marker || r->u.retrieve.boundary == RETRIEVE_PAGE) {
        return marker;
    }
    const struct mark_past *p = past_of(l, r->u.retrieve.marker_class);
    bool reaches =
        p && (r->u.retrieve.boundary == RETRIEVE_DOCUMENT || p->sequence == l->markers.sequence);
    return reaches ? p->marker : NULL;
}

/* ---- the content --------------------------------------------------------------------------- */

static bool retrieves(const struct fo_node *node)
{
    for (const struct fo_node *n = node->first; n; n = n->next) {
        if (n->kind == FO_RETRIEVE_MARKER || retrieves(n)) {
            return true;
        }
    }
    return false;
}

static void copy_kids(struct layout *l, struct arena *arena, const struct fo_node *from,
                      struct fo_node *to);

static void copy_node(struct layout *l, struct arena *arena, const struct fo_node *n,
                      struct fo_node *parent)
{
    if (n->kind == FO_RETRIEVE_MARKER) {
        const struct fo_node *marker = retrieve(l, n);
        if (marker) {
            copy_kids(l, arena, marker, parent);
        }
        return;
    }
    struct fo_node *copy = arena_new_of(arena, struct fo_node);
    *copy = *n;
    copy->parent = parent;
    copy->first = copy->last = copy->next = NULL;
    copy_kids(l, arena, n, copy);
    if (parent->last) {
        parent->last->next = copy;
    } else {
        parent->first = copy;
    }
    parent->last = copy;
}

static void copy_kids(struct layout *l, struct arena *arena, const struct fo_node *from,
                      struct fo_node *to)
{
    for (const struct fo_node *n = from->first; n; n = n->next) {
        copy_node(l, arena, n, to);
    }
}

const struct fo_node *with_markers(struct layout *l, struct arena *arena,
                                   const struct fo_node *node)
{
    if (!retrieves(node)) {
        return node;
    }
    struct fo_node *copy = arena_new_of(arena, struct fo_node);
    *copy = *node;
    copy->first = copy->last = NULL;
    copy_kids(l, arena, node, copy);
    return copy;
}
