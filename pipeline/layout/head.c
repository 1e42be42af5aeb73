/* Floats at the head of a page: their room, those of one page, and those that wait. */
#include "layout/head.h"

#include "layout/side.h"

struct box *head_box(struct layout *l, struct room *room, const struct fo_node *node,
                     struct box *parent)
{
    struct box *box = box_new(room, BOX_ANCHOR, node, parent);
    box->head = arena_new_of(room->arena, struct insertion);
    box->head->box = box_content(box);
    l->heads.any = true;
    return box;
}

static const struct strut at_edge = {.edge = true}, between = {.edge = false};

/* ---- room ---------------------------------------------------------------------------------- */

/* Twice, since a space before its content is none at the head, and one below another float. */
static void measure(struct layout *l, struct insertion *ins)
{
    if (ins->measured && ins->width == l->inserts.width) {
        return;
    }
    struct result r = insertion_layout(l, ins, MPT_MAX, true, &at_edge, NULL);
    struct result lower = insertion_layout(l, ins, MPT_MAX, true, &between, NULL);
    ins->end = strut_size_end(&r.trailing);
    ins->trail = strut_size(&r.trailing);
    ins->height = r.used + ins->end;
    ins->lead = lower.used - r.used;
    ins->width = l->inserts.width;
    ins->measured = true;
}

static mpt need_of(struct layout *l, struct insertion *ins, const struct taken *t)
{
    measure(l, ins);
    if (t->heads == 0) {
        return ins->height + l->heads.separator;
    }
    mpt gap = t->trail > ins->lead ? t->trail : ins->lead;
    return ins->height + gap - t->end;
}

static void take_one(struct layout *l, struct insertion *ins, mpt left, struct taken *t)
{
    ins->seen = l->heads.pass;
    if (t->wait || ins->settled || l->inserts.width <= 0) {
        return;
    }
    mpt need = need_of(l, ins, t);
    if (t->nheads >= l->heads.limit || t->heads + need > l->heads.cap ||
        t->notes + t->heads + need > left) {
        t->wait = true;
        return;
    }
    t->heads += need;
    t->end = ins->end;
    t->trail = ins->trail;
    t->nheads++;
}

void head_take(struct layout *l, const struct line *line, mpt left, struct taken *t)
{
    const struct insert_places *list = &line->para->heads;
    struct insert_range on = insertions_on(line, list);
    for (size_t i = on.first; i < on.end; i++) {
        take_one(l, list->at[i].insertion, left, t);
    }
}

struct result layout_anchor(struct layout *l, struct box *box, const struct space *space)
{
    struct result r = {.status = RESULT_DONE, .trailing = space->pending, .blame = box->node};
    mpt room = room_of(l, space);
    if (room != MPT_MAX) {
        mpt left = room - strut_size(&space->pending) + room_taken(l);
        take_one(l, box->head, left, &l->taken);
        l->heads.tried = l->taken.nheads > l->heads.tried ? l->taken.nheads : l->heads.tried;
    }
    r.frag = frag_new(l, FRAG_ANCHOR, box);
    r.frag->starts = r.frag->ends = true;
    return r;
}

/* ---- a page's floats ----------------------------------------------------------------------- */

mpt heads_height(const struct layout *l, const struct head_area *a)
{
    bool any = a->carried.first || a->own.first;
    return any ? a->y + strut_size_end(&a->trailing) + l->heads.separator : 0;
}

void heads_taken(const struct layout *l, const struct head_area *a, struct taken *t)
{
    t->heads = heads_height(l, a);
    t->end = strut_size_end(&a->trailing);
    t->trail = strut_size(&a->trailing);
    t->nheads = a->nown;
    t->wait = a->wait;
}

mpt heads_next(struct layout *l, const struct head_area *a)
{
    struct taken t = {0};
    heads_taken(l, a, &t);
    return need_of(l, a->later->insertion, &t);
}

static void put(struct layout *l, struct head_area *a, struct placed_list *list,
                struct insertion *ins, const struct result *r)
{
    struct placed *p = arena_new_of(l->now, struct placed);
    struct frag *f = frag_new(l, FRAG_STACK, ins->box->parent);
    f->w = l->inserts.width;
    f->h = r->used;
    f->starts = f->ends = true;
    frag_append(f, r->frag);
    *p = (struct placed){.insertion = ins, .frag = f, .y = a->y};
    if (list->last) {
        list->last->next = p;
    } else {
        list->first = p;
    }
    list->last = p;
    a->y += r->used;
    a->trailing = r->trailing;
}

static struct result whole(struct layout *l, const struct head_area *a, struct insertion *ins,
                           const struct token *token)
{
    bool first = !a->carried.first && !a->own.first;
    return insertion_layout(l, ins, MPT_MAX, true, first ? &at_edge : &a->trailing, token);
}

static bool place(struct layout *l, struct head_area *a, struct placed_list *list,
                  struct insertion *ins, const struct token *token, mpt room)
{
    struct result r = whole(l, a, ins, token);
    if (a->y + end_of(&r) > room) {
        return false;
    }
    put(l, a, list, ins, &r);
    return true;
}

/* Of a page without anything else the first is placed in any case. */
static void place_alone(struct layout *l, struct head_area *a, struct insertion *ins,
                        const struct token *token, mpt room)
{
    struct result r = insertion_layout(l, ins, room, true, &at_edge, token);
    put(l, a, &a->carried, ins, &r);
    a->token = r.status == RESULT_BROKEN ? r.token : NULL;
}

void heads_carry(struct layout *l, struct head_area *a, const struct head_queue *q, mpt room,
                 bool alone)
{
    for (struct insertion *ins = q->first; ins; ins = ins->next) {
        const struct token *token = ins == q->first ? q->token : NULL;
        bool fits = place(l, a, &a->carried, ins, token, room);
        if (!fits && ins == q->first && alone) {
            place_alone(l, a, ins, token, room);
            fits = !a->token;
        } else if (!fits && ins == q->first) {
            a->token = token_copy(l, token);
        }
        if (!fits) {
            a->wait = true;
            return;
        }
        a->ncarried++;
    }
}

static void add(struct layout *l, struct head_area *a, struct insertion *ins, mpt room)
{
    if (ins->settled) {
        return;
    }
    a->unseen |= ins->seen != l->heads.pass;
    bool may = !a->wait && a->nown < l->heads.limit && l->inserts.width > 0;
    if (may && place(l, a, &a->own, ins, NULL, room)) {
        a->nown++;
        return;
    }
    struct head_later *later = arena_new_of(l->now, struct head_later);
    later->insertion = ins;
    if (a->last) {
        a->last->next = later;
    } else {
        a->later = later;
    }
    a->last = later;
    a->wait = true;
}

struct head_cursor {
    size_t line, i, end;
};

/* The next of the floats that are anchored in lines; at begins with zeros. */
static struct insertion *next_head(const struct frag *f, struct head_cursor *at)
{
    const struct insert_places *list = &f->box->para->heads;
    while (at->i == at->end) {
        if (f->box->para->empty ? at->line > 0 : at->line == f->nlines) {
            return NULL;
        }
        struct insert_range on = {0, list->n}; /* it makes no line: all of them */
        if (f->nlines > 0) {
            on = insertions_on(&f->lines[at->line], list);
        }
        at->line++;
        at->i = on.first;
        at->end = on.end;
    }
    return list->at[at->i++].insertion;
}

/* As deep as the boxes are nested, which the FO tree bounds. */
static void collect(struct layout *l, struct head_area *a, const struct frag *f, mpt room)
{
    if (f->artifact || f->kind == FRAG_GRID) { /* a grid names its rows once more */
        return;
    }
    if (f->kind == FRAG_ANCHOR) {
        add(l, a, f->box->head, room);
    } else if (f->kind == FRAG_LINES && f->box->para->heads.n > 0) {
        struct head_cursor at = {0};
        for (struct insertion *ins; (ins = next_head(f, &at));) {
            add(l, a, ins, room);
        }
    }
    for (const struct frag *c = f->first; c; c = c->next) {
        collect(l, a, c, room);
    }
}

void heads_collect(struct layout *l, struct head_area *a, const struct frag *f, mpt room)
{
    mpt most = room < l->heads.cap ? room : l->heads.cap;
    collect(l, a, f, most - l->heads.separator);
}

static void say_broken(struct layout *l, const struct fo_node *node)
{
    diag_warn(l->diag, place_of(l, node), NULL, "fo:float är högre än sidan och delas",
              "fo:float is higher than the page and is broken");
}

void heads_turn(struct layout *l, const struct head_area *a, struct head_queue *q)
{
    if (a->token && !q->token) {
        say_broken(l, q->first->box->node);
    }
    for (unsigned i = 0; i < a->ncarried; i++) {
        q->first = q->first->next;
    }
    q->last = q->first ? q->last : NULL;
    q->token = a->token;
    for (const struct placed *p = a->own.first; p; p = p->next) {
        p->insertion->settled = true;
    }
    for (const struct head_later *w = a->later; w; w = w->next) {
        if (w->insertion->settled) {
            continue;
        }
        w->insertion->settled = true;
        if (q->last) {
            q->last->next = w->insertion;
        } else {
            q->first = w->insertion;
        }
        q->last = w->insertion;
    }
}

/* ---- painting ------------------------------------------------------------------------------ */

void paint_heads(struct painter *p, const struct placed_list *list, struct rect body)
{
    for (const struct placed *h = list->first; h; h = h->next) {
        paint_frag(p, h->frag, body.x, body.y + h->y);
    }
}

void elems_of_heads(struct painter *p, const struct frag *lines)
{
    struct head_cursor at = {0};
    for (struct insertion *ins; (ins = next_head(lines, &at));) {
        elem_of_box(p, ins->box);
    }
}
