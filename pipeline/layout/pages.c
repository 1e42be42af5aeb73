/* Page sequences: pages are made one after another until the flow is used up. */
#include "layout/pages.h"

#include "layout/columns.h"
#include "layout/marker.h"
#include "layout/note.h"
#include "layout/number.h"
#include "layout/side.h"
#include "layout/window.h"

#include <string.h>

struct sequence {
    struct layout *l;
    const struct fo_node *node, *flow;
    struct masters masters;
    struct box *box; /* of the flow */
    struct page_elem *elem;
    struct token *token; /* where the flow goes on */
    bool first;
    bool finished; /* the flow is; its notes go on */
    const struct pending *notes;
    const struct fo_node *separator;
    long *number;
};

struct attempt { /* a page that may still be laid out again with another master */
    const struct fo_page_master *master;
    struct regions regions;
    struct result r;
    struct note_area notes;
};

static const struct fo_node *flow_of(const struct fo_node *sequence)
{
    const struct fo_node *n = sequence->first;
    while (n && n->kind != FO_FLOW) {
        n = n->next;
    }
    return n;
}

/* ---- one page ------------------------------------------------------------------------------ */

/* What stands below the flow takes so much of the page. */
static mpt notes_height(const struct layout *l, const struct note_area *a)
{
    return a->first ? a->height + l->notes.separator : 0;
}

static void begin_notes(struct sequence *s, mpt width, mpt height)
{
    struct note_state *n = &s->l->notes;
    n->width = width;
    n->separator = note_separator(s->l, s->separator, width);
    n->cap = height / 4;
    n->height = 0;
    n->off = false;
}

/* The flow on this page; taken: what notes have taken before. */
static void lay_out_body(struct sequence *s, struct attempt *a, mpt taken)
{
    struct rect body = a->regions.body;
    struct layout *l = s->l;
    l->notes.height = taken;
    struct float_area floats = {0};
    struct space space = {.ref_width = body.w > 0 ? body.w : 0,
                          .ref_height = body.h > 0 ? body.h : 0,
                          .avail = body.h - taken,
                          .noted = taken,
                          .top = true,
                          .floats = &floats,
                          .pending = {.edge = true}};
    const struct fo_region_spec *region = &a->master->region[REGION_BODY];
    a->r = region->columns > 1 ? layout_columns(l, s->box, region, &space, s->token)
                               : layout_fragmentainer(l, s->box, &space, s->token);
    mpt bottom = floats_bottom(&floats);
    a->r.used = a->r.status != RESULT_NOFIT && bottom > a->r.used ? bottom : a->r.used;
}

static void collect_notes(struct sequence *s, struct attempt *a)
{
    if (s->l->notes.any && a->r.frag) {
        mpt room = a->regions.body.h - a->r.used - s->l->notes.separator;
        notes_collect(s->l, &a->notes, a->r.frag, room);
    }
}

/* Notes of table rows and the like may have found no room, since not every algorithm counts them:
 * the page is made once more with that much less room for the flow. */
static void make_room_for_notes(struct sequence *s, struct attempt *a, bool carried)
{
    mpt height = a->regions.body.h;
    mpt need = s->l->notes.height;
    if (!a->notes.rest || carried || a->r.status == RESULT_NOFIT || need > height / 2 ||
        a->r.used + need <= height) {
        return;
    }
    struct attempt again = *a;
    notes_begin(&again.notes);
    s->l->notes.off = true;
    lay_out_body(s, &again, need);
    s->l->notes.off = false;
    collect_notes(s, &again);
    if (!again.notes.rest) {
        *a = again;
    }
}

/* The flow waits, since notes of the page before fill this one. */
static void no_flow(struct sequence *s, struct attempt *a)
{
    a->r = (struct result){.status = s->finished ? RESULT_DONE : RESULT_BROKEN};
    a->r.token = token_copy(s->l, s->token);
}

static void try_page(struct sequence *s, const struct fo_page_master *master, struct attempt *a)
{
    struct layout *l = s->l;
    a->master = master;
    regions_of(master, &a->regions);
    l->page_width = master->width;
    l->page_height = master->height;
    struct rect body = a->regions.body;
    begin_notes(s, body.w, body.h);
    notes_begin(&a->notes);
    mpt least = 3 * style_of(l, s->flow->text)->line_height;
    bool room = !s->notes || notes_carry(l, &a->notes, s->notes, body.h - l->notes.separator);
    mpt taken = notes_height(l, &a->notes);
    if (s->finished || !room || (taken > 0 && body.h - taken < least)) {
        no_flow(s, a);
        return;
    }
    lay_out_body(s, a, taken);
    collect_notes(s, a);
    make_room_for_notes(s, a, s->notes != NULL);
}

static void begin_page(struct sequence *s, const struct fo_page_master *master)
{
    struct layout *l = s->l;
    l->page = page_add(l->doc, master->width, master->height);
    l->page->label = l->label;
    l->page_index = l->doc->npages - 1;
}

static void name_page(struct sequence *s)
{
    s->l->page_number = *s->number;
    s->l->label = number_format(s->l->arena, s->node->u.sequence.format, *s->number);
}

static void warn_about_break(struct layout *l, const struct result *r)
{
    if (r->status == RESULT_BROKEN && !r->forced && r->cost >= COST_KEEP_ALWAYS &&
        r->cost < COST_OVERFLOW) {
        diag_warn(l->diag, place_of(l, r->blame), NULL,
                  "det som ska hållas ihop får inte plats på en sida och delas",
                  "what is to be kept together does not fit on one page and is broken");
    }
}

static enum fo_display_align body_align(const struct fo_page_master *m)
{
    const struct fo_text_props *t = m->region[REGION_BODY].text;
    return t ? t->display_align : DISPLAY_AUTO;
}

static void paint_page(struct sequence *s, const struct attempt *a)
{
    struct layout *l = s->l;
    begin_page(s, a->master);
    markers_of_page(l, a->r.frag, s->node);
    if (s->node->id) {
        id_place(l, s->node->id, 0, 0, s->elem);
    }
    paint_regions(l, s->node, &a->regions);
    struct painter p = {.l = l, .to_page = {1, 0, 0, 1, 0, 0}, .elem = s->elem};
    p.artifact = l->window.counting;
    struct rect body = region_begin(&p, &a->regions, REGION_BODY);
    mpt free = body.h - a->r.used - notes_height(l, &a->notes);
    enum fo_display_align align = body_align(a->master);
    mpt dy = free <= 0 ? 0 : align == DISPLAY_AFTER ? free : align == DISPLAY_CENTER ? free / 2 : 0;
    warn_about_break(l, &a->r);
    if (a->r.frag) {
        paint_frag(&p, a->r.frag, body.x, body.y + dy);
    }
    paint_notes(&p, &a->notes, s->separator, body);
    markers_turn(l);
    window_page_ends(l);
}

static void next_page(struct sequence *s)
{
    masters_advance(&s->masters);
    s->first = false;
    ++*s->number;
    name_page(s);
}

/* A page without a flow, for parity. */
static void blank_page(struct sequence *s, bool last)
{
    struct page_kind kind = {s->first, last, true, *s->number};
    struct attempt a = {0};
    if (!s->l->window.open) {
        window_page_begins(s->l);
    }
    a.master = masters_pick(s->l, &s->masters, s->node, kind);
    regions_of(a.master, &a.regions);
    begin_page(s, a.master);
    markers_of_page(s->l, NULL, s->node);
    paint_regions(s->l, s->node, &a.regions);
    window_page_ends(s->l);
    next_page(s);
}

/* ---- the sequence -------------------------------------------------------------------------- */

static bool wrong_parity(enum fo_break forced, long number)
{
    return (forced == FO_BREAK_EVEN && number % 2 != 0) ||
           (forced == FO_BREAK_ODD && number % 2 == 0);
}

/* Whether a page is the last is known only when it is laid out; it may want another master. */
static void retry_as_last(struct sequence *s, struct attempt *a)
{
    struct page_kind kind = {s->first, true, false, *s->number};
    const struct fo_page_master *last = masters_pick(s->l, &s->masters, s->node, kind);
    if (last == a->master) {
        return;
    }
    struct attempt again;
    try_page(s, last, &again);
    if (again.r.status == RESULT_DONE && !again.notes.rest) {
        *a = again;
    } else {
        try_page(s, a->master, a); /* it does not fit there; the plain master stays */
    }
}

static void next_attempt(struct sequence *s, struct attempt *a)
{
    struct page_kind kind = {s->first, false, false, *s->number};
    try_page(s, masters_pick(s->l, &s->masters, s->node, kind), a);
}

/* One page of the flow. false: the flow has come to its end. */
static bool flow_page(struct sequence *s)
{
    struct attempt a;
    turn_page(s->l);
    window_page_begins(s->l);
    next_attempt(s, &a);
    if (a.r.status == RESULT_NOFIT) { /* the first block wants a page of the other parity */
        blank_page(s, false);
        window_page_begins(s->l);
        next_attempt(s, &a);
    }
    bool done = a.r.status == RESULT_DONE && !a.notes.rest;
    if (done) {
        retry_as_last(s, &a);
    }
    paint_page(s, &a);
    next_page(s);
    s->token = a.r.token;
    s->finished = a.r.status == RESULT_DONE;
    s->notes = a.notes.rest;
    if (!done && wrong_parity(a.r.forced, *s->number)) {
        blank_page(s, false);
    }
    return !done;
}

/* 0 auto, 1 even, 2 odd, 3 end-on-even, 4 end-on-odd, 5 no-force (XSL 1.1, 7.27.4). */
static bool needs_blank(const struct sequence *s, int pages)
{
    const struct fo_node *next = s->node->next;
    long last = *s->number - 1;
    int want = next && next->kind == FO_PAGE_SEQUENCE ? next->u.sequence.initial_page_number : 0;
    switch (s->node->u.sequence.force_page_count) {
    case 0:
        return want > 0     ? want % 2 == last % 2
               : want == -1 ? last % 2 != 0
               : want == -2 ? last % 2 == 0
                            : false;
    case 1:
        return pages % 2 != 0;
    case 2:
        return pages % 2 == 0;
    case 3:
        return last % 2 != 0;
    case 4:
        return last % 2 == 0;
    default:
        return false;
    }
}

static struct page_elem *elem_for(struct layout *l, const struct fo_node *node,
                                  struct page_elem *parent)
{
    if (!node->box->role || strcmp(node->box->role, "artifact") == 0) {
        return parent;
    }
    struct page_elem *e = page_elem_new(l->doc, node->box->role);
    page_elem_append(l->doc, parent, e);
    return e;
}

static void first_number(struct sequence *s)
{
    int initial = s->node->u.sequence.initial_page_number;
    if (initial > 0) {
        *s->number = initial;
    } else if ((initial == -1 && *s->number % 2 == 0) || (initial == -2 && *s->number % 2 != 0)) {
        ++*s->number;
    }
    name_page(s);
}

void layout_sequence(struct layout *l, const struct fo_node *sequence, long *number)
{
    struct sequence s = {.l = l, .node = sequence, .flow = flow_of(sequence), .number = number};
    if (!s.flow || !masters_begin(l, &s.masters, sequence)) {
        return;
    }
    s.first = true;
    s.elem = elem_for(l, s.flow, elem_for(l, sequence, l->doc->root));
    s.box = box_new(l, BOX_STACK, s.flow, NULL);
    s.separator = static_content(sequence, "xsl-footnote-separator");
    first_number(&s);
    int before = l->doc->npages;
    while (flow_page(&s)) {
    }
    if (needs_blank(&s, l->doc->npages - before)) {
        blank_page(&s, true);
    }
}
