/* Footnotes: how much room they take, which stand on a page, and what is left for the next.
 *
 * A line that refers to a note fits only if the note fits too, so each line takes its notes' room
 * off the page when it is placed. A note that is higher than a quarter of the page does not drive
 * its line to the next page: it is broken, and goes on there above the notes of that page. */
#include "layout/note.h"

struct insertion *note_new(struct layout *l, struct room *room, const struct fo_node *body)
{
    struct insertion *n = arena_new_of(room->arena, struct insertion);
    n->box = box_new(room, BOX_STACK, body, NULL);
    l->notes.any = true;
    return n;
}

static struct result layout_note(struct layout *l, struct insertion *n, mpt room, bool top,
                                 const struct token *token)
{
    return insertion_layout(l, n, room, top, &(struct strut){.edge = true}, token);
}

/* ---- room ---------------------------------------------------------------------------------- */

static mpt note_room(struct layout *l, struct insertion *n)
{
    if (!n->measured || n->width != l->inserts.width) {
        struct result r = layout_note(l, n, MPT_MAX, true, NULL);
        n->height = r.used + strut_size_end(&r.trailing);
        n->width = l->inserts.width;
        n->measured = true;
    }
    return n->height < l->notes.cap ? n->height : l->notes.cap;
}

void note_take(struct layout *l, const struct line *line, struct taken *t)
{
    const struct insert_places *list = &line->para->notes;
    if (list->n == 0 || l->notes.off || l->inserts.width <= 0) {
        return;
    }
    struct insert_range on = insertions_on(line, list);
    mpt sum = 0;
    for (size_t i = on.first; i < on.end; i++) {
        sum += note_room(l, list->at[i].insertion);
    }
    t->notes += sum > 0 && t->notes == 0 ? sum + l->notes.separator : sum;
}

/* ---- a page's notes ------------------------------------------------------------------------ */

void notes_begin(struct note_area *a)
{
    *a = (struct note_area){0};
    a->end = &a->first;
    a->rest_end = &a->rest;
}

static void leave(struct layout *l, struct note_area *a, struct insertion *n, struct token *token)
{
    struct pending *w = arena_new_of(l->now, struct pending);
    w->note = n;
    w->token = token;
    *a->rest_end = w;
    a->rest_end = &w->next;
}

/* Once one note is left for the next page, all that follow are. */
static void place_note(struct layout *l, struct note_area *a, struct insertion *n,
                       const struct token *token, mpt room)
{
    struct result r = {.status = RESULT_NOFIT};
    if (!a->rest) {
        r = layout_note(l, n, room - a->height, false, token);
    }
    if (r.status == RESULT_NOFIT) {
        leave(l, a, n, token_copy(l, token));
        return;
    }
    struct placed *placed = arena_new_of(l->now, struct placed);
    *placed = (struct placed){.insertion = n, .frag = r.frag, .y = a->height};
    *a->end = placed;
    a->end = &placed->next;
    a->height += r.used + strut_size_end(&r.trailing);
    if (r.status == RESULT_BROKEN) {
        leave(l, a, n, r.token);
    }
}

/* Of a page that holds nothing but notes, the first is placed in any case. */
static void place_first(struct layout *l, struct note_area *a, const struct pending *w, mpt room)
{
    struct result r = layout_note(l, w->note, room, true, w->token);
    struct placed *placed = arena_new_of(l->now, struct placed);
    *placed = (struct placed){.insertion = w->note, .frag = r.frag};
    *a->end = placed;
    a->end = &placed->next;
    a->height = r.used + strut_size_end(&r.trailing);
    if (r.status == RESULT_BROKEN) {
        leave(l, a, w->note, r.token);
    }
}

bool notes_carry(struct layout *l, struct note_area *a, const struct pending *from, mpt room)
{
    for (const struct pending *w = from; w; w = w->next) {
        if (w == from) {
            place_first(l, a, w, room);
        } else {
            place_note(l, a, w->note, w->token, room);
        }
    }
    return !a->rest;
}

static void collect_lines(struct layout *l, struct note_area *a, const struct frag *f, mpt room)
{
    const struct insert_places *list = &f->box->para->notes;
    for (size_t k = 0; k < f->nlines; k++) {
        struct insert_range on = insertions_on(&f->lines[k], list);
        for (size_t i = on.first; i < on.end; i++) {
            place_note(l, a, list->at[i].insertion, NULL, room);
        }
    }
}

/* As deep as the boxes are nested, which the FO tree bounds. */
void notes_collect(struct layout *l, struct note_area *a, const struct frag *f, mpt room)
{
    if (f->artifact || f->kind == FRAG_GRID) { /* a grid names its rows once more */
        return;
    }
    if (f->kind == FRAG_LINES && f->box->para->notes.n > 0) {
        collect_lines(l, a, f, room);
    }
    for (const struct frag *c = f->first; c; c = c->next) {
        notes_collect(l, a, c, room);
    }
}

mpt notes_height(const struct layout *l, const struct note_area *a)
{
    return a->first ? a->height + l->notes.separator : 0;
}

void paint_notes(struct painter *p, const struct note_area *a, const struct fo_node *separator,
                 struct rect body)
{
    mpt y = body.y + body.h - a->height;
    if (a->first && separator) {
        paint_separator(p, separator, body, y - p->l->notes.separator);
    }
    for (const struct placed *n = a->first; n; n = n->next) {
        if (!p->artifact) {
            elem_of_note(p, n->insertion);
        }
        paint_frag(p, n->frag, body.x, y + n->y);
    }
}
