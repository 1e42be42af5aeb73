/* One page: the flow between the floats at its head and the notes at its end.
 *
 * A line takes the room of its insertions when it is placed, so that the page is laid out once as a
 * rule. It is laid out again, with room given beforehand or with fewer floats, where not every
 * algorithm has counted them (columns, cells), or where a break that was chosen afterwards has
 * taken an anchor away. The number of these passes is bounded, and each is kept only if it is
 * better. */
#include "layout/fill.h"

#include "layout/columns.h"
#include "layout/side.h"

#include <limits.h>

enum { LEAST_LINES = 3, MOST_PASSES = 8 };

static mpt least_flow(const struct rest *s)
{
    return LEAST_LINES * style_of(s->l, s->flow->text)->line_height;
}

static void begin_insertions(const struct rest *s, struct rect body)
{
    struct layout *l = s->l;
    l->inserts.width = body.w;
    l->notes.separator = separator_height(l, s->note_separator, body.w);
    l->notes.cap = body.h / 4;
    l->notes.off = false;
    l->heads.separator = separator_height(l, s->head_separator, body.w);
    l->heads.cap = body.h - least_flow(s);
    l->heads.limit = UINT_MAX;
    l->taken = (struct taken){0};
}

/* The flow on this page; taken: what insertions have taken before. */
static void lay_out_flow(const struct rest *s, struct attempt *a, const struct taken *taken)
{
    struct rect body = a->regions.body;
    struct layout *l = s->l;
    l->taken = *taken;
    l->heads.tried = 0;
    l->heads.pass++;
    struct float_area floats = {0};
    struct space space = {.ref_width = body.w > 0 ? body.w : 0,
                          .ref_height = body.h > 0 ? body.h : 0,
                          .avail = body.h - room_taken(l),
                          .taken = room_taken(l),
                          .top = true,
                          .floats = &floats,
                          .pending = {.edge = true}};
    const struct fo_region_spec *region = &a->master->region[REGION_BODY];
    a->r = region->columns > 1 ? layout_columns(l, s->box, region, &space, s->token)
                               : layout_fragmentainer(l, s->box, &space, s->token);
    mpt bottom = floats_bottom(&floats);
    a->r.used = a->r.status != RESULT_NOFIT && bottom > a->r.used ? bottom : a->r.used;
}

static void collect(const struct rest *s, struct attempt *a)
{
    struct layout *l = s->l;
    mpt room = a->regions.body.h - a->r.used;
    if (l->heads.any && a->r.frag) {
        heads_collect(l, &a->heads, a->r.frag, room - l->taken.notes);
    }
    if (l->notes.any && a->r.frag) {
        notes_collect(l, &a->notes, a->r.frag,
                      room - heads_height(l, &a->heads) - l->notes.separator);
    }
}

/* The page anew from where it began. carried: its floats from the page before. */
static struct attempt again(const struct rest *s, const struct attempt *a,
                            const struct head_area *carried, const struct taken *taken)
{
    struct attempt next = *a;
    next.heads = *carried;
    notes_begin(&next.notes);
    lay_out_flow(s, &next, taken);
    collect(s, &next);
    return next;
}

/* Notes of table rows and the like may have found no room, since not every algorithm counts them:
 * the page is made once more with that much less room for the flow. */
static void make_room_for_notes(const struct rest *s, struct attempt *a,
                                const struct head_area *carried)
{
    struct layout *l = s->l;
    mpt height = a->regions.body.h;
    struct taken taken = {.notes = l->taken.notes, .heads = heads_height(l, &a->heads)};
    mpt need = taken.notes + taken.heads;
    if (!a->notes.rest || a->r.status == RESULT_NOFIT || need > height / 2 ||
        a->r.used + need <= height) {
        return;
    }
    taken.wait = true;
    l->notes.off = true;
    struct attempt next = again(s, a, carried, &taken);
    l->notes.off = false;
    if (!next.notes.rest) {
        *a = next;
    }
}

/* Likewise for floats. */
static void make_room_for_heads(const struct rest *s, struct attempt *a,
                                const struct head_area *carried)
{
    struct layout *l = s->l;
    for (int i = 0; i < MOST_PASSES && a->heads.later; i++) {
        struct taken taken = {.wait = true};
        taken.heads = heads_height(l, &a->heads) + heads_next(l, &a->heads);
        if (taken.heads > l->heads.cap) {
            return;
        }
        struct attempt next = again(s, a, carried, &taken);
        if (next.heads.nown <= a->heads.nown || (next.notes.rest && !a->notes.rest)) {
            return;
        }
        *a = next;
    }
}

static int32_t break_cost(const struct attempt *a)
{
    return a->r.status == RESULT_BROKEN && !a->r.forced ? a->r.cost : 0;
}

/* The floats that have driven away their own anchors, or break what is to be kept together, are
 * left to the next page, and the lines stay. */
static void let_floats_go(const struct rest *s, struct attempt *a, const struct head_area *carried,
                          const struct taken *taken)
{
    struct layout *l = s->l;
    bool left = l->heads.tried > a->heads.nown;
    if (!left && (a->heads.nown == 0 || break_cost(a) == 0)) {
        return;
    }
    l->heads.limit = left ? a->heads.nown : a->heads.nown - 1;
    struct attempt next = again(s, a, carried, taken);
    l->heads.limit = UINT_MAX;
    if (left ? break_cost(&next) <= break_cost(a) : break_cost(&next) < break_cost(a)) {
        *a = next;
    }
}

/* The flow waits, since what the page before has left fills this one. */
static void no_flow(const struct rest *s, struct attempt *a)
{
    a->r = (struct result){.status = s->finished ? RESULT_DONE : RESULT_BROKEN};
    a->r.token = token_copy(s->l, s->token);
}

static void fill_flow(const struct rest *s, struct attempt *a, mpt notes)
{
    struct layout *l = s->l;
    struct head_area carried = a->heads;
    struct taken taken = {.notes = notes};
    heads_taken(l, &carried, &taken);
    mpt room = a->regions.body.h - taken.notes - taken.heads;
    lay_out_flow(s, a, &taken);
    if (carried.carried.first && a->r.status != RESULT_NOFIT && a->r.used > room) {
        no_flow(s, a); /* it has more room without them */
        return;
    }
    collect(s, a);
    if (s->notes) {
        return;
    }
    make_room_for_notes(s, a, &carried);
    if (!carried.wait && (a->heads.unseen || l->heads.tried > a->heads.nown)) {
        make_room_for_heads(s, a, &carried);
    }
    let_floats_go(s, a, &carried, &taken);
}

void fill_page(const struct rest *s, const struct fo_page_master *master, struct attempt *a)
{
    struct layout *l = s->l;
    *a = (struct attempt){.master = master};
    regions_of(master, &a->regions);
    l->page_width = master->width;
    l->page_height = master->height;
    struct rect body = a->regions.body;
    begin_insertions(s, body);
    notes_begin(&a->notes);
    bool room = !s->notes || notes_carry(l, &a->notes, s->notes, body.h - l->notes.separator);
    mpt notes = notes_height(l, &a->notes);
    heads_carry(l, &a->heads, &s->heads, body.h - notes - l->heads.separator, notes == 0);
    mpt taken = notes + heads_height(l, &a->heads);
    if (s->finished || !room || (taken > 0 && body.h - taken < least_flow(s))) {
        no_flow(s, a);
        return;
    }
    fill_flow(s, a, notes);
}

bool fill_ends(const struct attempt *a)
{
    return a->r.status == RESULT_DONE && !a->notes.rest && !a->heads.wait;
}

void fill_turn(struct rest *s, const struct attempt *a)
{
    s->token = a->r.token;
    s->finished = a->r.status == RESULT_DONE;
    s->notes = a->notes.rest;
    heads_turn(s->l, &a->heads, &s->heads);
}

/* ---- painting ------------------------------------------------------------------------------ */

static enum fo_display_align body_align(const struct fo_page_master *m)
{
    const struct fo_text_props *t = m->region[REGION_BODY].text;
    return t ? t->display_align : DISPLAY_AUTO;
}

/* In reading order: floats of the page before, the flow, its own floats. */
void paint_filled(struct painter *p, const struct rest *s, const struct attempt *a,
                  struct rect body)
{
    mpt head = heads_height(p->l, &a->heads);
    mpt free = body.h - a->r.used - head - notes_height(p->l, &a->notes);
    enum fo_display_align align = body_align(a->master);
    mpt dy = free <= 0 ? 0 : align == DISPLAY_AFTER ? free : align == DISPLAY_CENTER ? free / 2 : 0;
    paint_heads(p, &a->heads.carried, body);
    if (a->r.frag) {
        paint_frag(p, a->r.frag, body.x, body.y + head + dy);
    }
    paint_heads(p, &a->heads.own, body);
    if (head > 0 && s->head_separator) {
        paint_separator(p, s->head_separator, body, body.y + head - p->l->heads.separator);
    }
    paint_notes(p, &a->notes, s->note_separator, body);
}
