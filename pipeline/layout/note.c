/* Footnotes: how much room they take, which stand on a page, and what is left for the next.
 *
 * A line that refers to a note fits only if the note fits too, so each line takes its notes' room
 * off the page when it is placed. A note that is higher than a quarter of the page does not drive
 * its line to the next page: it is broken, and goes on there above the notes of that page. */
#include "layout/note.h"

struct note *note_new(struct layout *l, const struct fo_node *body)
{
    struct note *n = arena_new_of(l->scratch, struct note);
    n->box = box_new(l, BOX_STACK, body, NULL);
    l->notes.any = true;
    return n;
}

static struct result layout_note(struct layout *l, struct note *n, mpt room, bool top,
                                 const struct token *token)
{
    struct space space = {.ref_width = l->notes.width,
                          .avail = room,
                          .noted = l->notes.height,
                          .top = top,
                          .pending = {.edge = true}};
    mpt saved = l->ref_width;
    l->notes.inside = true;
    struct result r = layout_fragmentainer(l, n->box, &space, token);
    l->notes.inside = false;
    l->ref_width = saved;
    return r;
}

/* ---- room ---------------------------------------------------------------------------------- */

static mpt note_room(struct layout *l, struct note *n)
{
    if (!n->measured || n->width != l->notes.width) {
        struct result r = layout_note(l, n, MPT_MAX, true, NULL);
        n->height = r.used + strut_size_end(&r.trailing);
        n->width = l->notes.width;
        n->measured = true;
    }
    return n->height < l->notes.cap ? n->height : l->notes.cap;
}

static bool on_line(const struct line *line, const struct note_place *place)
{
    uint32_t pos = text_para_item_pos(line->para->text, place->item);
    bool end = line->to->kind == BREAK_END;
    return (!line->from || pos >= line->from->pos) && (pos < line->to->pos || end);
}

mpt line_notes(struct layout *l, const struct line *line, mpt taken)
{
    const struct para *p = line->para;
    mpt sum = 0;
    if (p->nnotes == 0 || l->notes.off || l->notes.width <= 0) {
        return 0;
    }
    for (size_t i = 0; i < p->nnotes; i++) {
        if (on_line(line, &p->notes[i])) {
            sum += note_room(l, p->notes[i].note);
        }
    }
    return sum > 0 && l->notes.height + taken == 0 ? sum + l->notes.separator : sum;
}

mpt note_separator(struct layout *l, const struct fo_node *content, mpt width)
{
    if (!content) {
        return 0;
    }
    struct space space = {
        .ref_width = width, .avail = MPT_MAX, .top = true, .pending = {.edge = true}};
    bool saved = l->fixed_page;
    l->fixed_page = true;
    struct result r = layout_box(l, box_new(l, BOX_STACK, content, NULL), &space, NULL);
    l->fixed_page = saved;
    return r.used + strut_size_end(&r.trailing);
}

/* ---- a page's notes ------------------------------------------------------------------------ */

void notes_begin(struct note_area *a)
{
    *a = (struct note_area){0};
    a->end = &a->first;
    a->rest_end = &a->rest;
}

static void leave(struct layout *l, struct note_area *a, struct note *n, struct token *token)
{
    struct pending *w = arena_new_of(l->now, struct pending);
    w->note = n;
    w->token = token;
    *a->rest_end = w;
    a->rest_end = &w->next;
}

/* Once one note is left for the next page, all that follow are. */
static void place_note(struct layout *l, struct note_area *a, struct note *n,
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
    struct placed_note *placed = arena_new_of(l->now, struct placed_note);
    *placed = (struct placed_note){.note = n, .frag = r.frag, .y = a->height};
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
    struct placed_note *placed = arena_new_of(l->now, struct placed_note);
    *placed = (struct placed_note){.note = w->note, .frag = r.frag};
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
    const struct para *p = f->box->para;
    for (size_t i = 0; i < p->nnotes; i++) {
        for (size_t k = 0; k < f->nlines; k++) {
            if (on_line(&f->lines[k], &p->notes[i])) {
                place_note(l, a, p->notes[i].note, NULL, room);
                break;
            }
        }
    }
}

/* As deep as the boxes are nested, which the FO tree bounds. */
void notes_collect(struct layout *l, struct note_area *a, const struct frag *f, mpt room)
{
    if (f->artifact || f->kind == FRAG_GRID) { /* a grid names its rows once more */
        return;
    }
    if (f->kind == FRAG_LINES && f->box->para->nnotes > 0) {
        collect_lines(l, a, f, room);
    }
    for (const struct frag *c = f->first; c; c = c->next) {
        notes_collect(l, a, c, room);
    }
}

/* ---- painting ------------------------------------------------------------------------------ */

static void paint_separator(struct painter *p, const struct fo_node *content, struct rect body,
                            mpt y)
{
    struct layout *l = p->l;
    struct painter over = *p;
    struct space space = {
        .ref_width = body.w, .avail = MPT_MAX, .top = true, .pending = {.edge = true}};
    over.artifact = true;
    over.artifact_kind = ARTIFACT_LAYOUT;
    l->fixed_page = true;
    struct result r = layout_box(l, box_new(l, BOX_STACK, content, NULL), &space, NULL);
    l->fixed_page = false;
    paint_frag(&over, r.frag, body.x, y);
    p->mark = NULL;
}

void paint_notes(struct painter *p, const struct note_area *a, const struct fo_node *separator,
                 struct rect body)
{
    mpt y = body.y + body.h - a->height;
    if (a->first && separator) {
        paint_separator(p, separator, body, y - p->l->notes.separator);
    }
    for (const struct placed_note *n = a->first; n; n = n->next) {
        if (!p->artifact) {
            elem_of_note(p, n->note);
        }
        paint_frag(p, n->frag, body.x, y + n->y);
    }
}
