/* Page sequences: pages are made one after another until the flow is used up. */
#include "layout/pages.h"

#include "layout/fill.h"
#include "layout/marker.h"
#include "layout/number.h"
#include "layout/window.h"

#include <string.h>

struct sequence {
    struct layout *l;
    const struct fo_node *node;
    struct masters masters;
    struct page_elem *elem;
    struct rest rest;
    bool first;
    long *number;
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
    s->l->label = number_format(s->l->arena, s->node->u.sequence->format, *s->number);
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
    warn_about_break(l, &a->r);
    paint_filled(&p, &s->rest, a, body);
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
    fill_page(&s->rest, last, &again);
    if (fill_ends(&again)) {
        *a = again;
    } else {
        fill_page(&s->rest, a->master, a); /* it does not fit there; the plain master stays */
    }
}

static void next_attempt(struct sequence *s, struct attempt *a)
{
    struct page_kind kind = {s->first, false, false, *s->number};
    fill_page(&s->rest, masters_pick(s->l, &s->masters, s->node, kind), a);
}

/* A last page of a few lines looks like a mistake, and costs a sheet. Where little is left for the
 * next page, this one is tried with as little space as df:least-space allows, which is kept if it
 * then holds all. Other pages keep the optimum: what is drawn together to no end only looks uneven.
 * The minimum of a space says something else: other formatters take it on any page. */
static void draw_together(struct sequence *s, struct attempt *a)
{
    struct layout *l = s->l;
    enum { LITTLE = 4 }; /* blocks, begun ones too */
    bool little = a->r.status == RESULT_BROKEN && !a->r.forced && a->r.token &&
                  !box_has(l, s->rest.box, a->r.token->kid + LITTLE);
    if (l->least_space >= 100 || !little) {
        return;
    }
    struct attempt tight;
    l->tight = true;
    fill_page(&s->rest, a->master, &tight);
    if (fill_ends(&tight)) {
        *a = tight;
    } else {
        l->tight = false;
        fill_page(&s->rest, a->master, a);
    }
}

/* The FO tree may be wanted for a second run, and markers stand for later pages. */
static void forget_tree(const struct layout *l, const struct fo_node *goes_on)
{
    if (!l->fo->marks && (l->known || !l->fo->cites)) {
        fo_forget_before(l->fo, goes_on);
    }
}

/* What ends on this page is done with, unless a line still waits for a number, or a note or a float
 * for its page. */
static void forget(const struct sequence *s)
{
    const struct rest *rest = &s->rest;
    const struct layout *l = s->l;
    if (!l->window.sink || l->waiting || rest->notes || rest->heads.first || rest->finished) {
        return;
    }
    box_forget(rest->box, rest->token);
    forget_tree(l, box_goes_on(rest->box, rest->token));
}

static void forget_sequence(const struct sequence *s)
{
    const struct layout *l = s->l;
    const struct fo_node *next = s->node->next;
    const struct fo_node *flow = next ? flow_of(next) : NULL;
    if (!l->window.sink || l->waiting) {
        return;
    }
    room_close(s->rest.box->room);
    if (flow && flow->first) {
        forget_tree(l, flow->first);
    }
}

/* Where nothing could be placed, what stands first wants a page of another parity, or is at odds
 * with itself: breaks that meet there want both parities, or one side of a list item waits for the
 * next page whenever the other is placed. */
static void attempt_in_any_case(struct sequence *s, struct attempt *a)
{
    next_attempt(s, a);
    if (a->r.status == RESULT_NOFIT && (!a->r.forced || wrong_parity(a->r.forced, *s->number))) {
        blank_page(s, false);
        window_page_begins(s->l);
        next_attempt(s, a);
    }
    if (a->r.status == RESULT_NOFIT) {
        s->l->must_place = true;
        next_attempt(s, a);
    }
}

/* One page of the flow. false: the flow has come to its end. */
static bool flow_page(struct sequence *s)
{
    struct attempt a;
    turn_page(s->l);
    window_page_begins(s->l);
    s->l->least_space = s->node->text->least_space;
    attempt_in_any_case(s, &a);
    draw_together(s, &a);
    bool done = fill_ends(&a);
    if (done) {
        retry_as_last(s, &a);
    }
    s->l->must_place = false;
    s->l->tight = false;
    paint_page(s, &a);
    next_page(s);
    fill_turn(&s->rest, &a);
    room_page_ends(s->l);
    forget(s);
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
    int want = next && next->kind == FO_PAGE_SEQUENCE ? next->u.sequence->initial_page_number : 0;
    switch (s->node->u.sequence->force_page_count) {
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
    int initial = s->node->u.sequence->initial_page_number;
    if (initial > 0) {
        *s->number = initial;
    } else if ((initial == -1 && *s->number % 2 == 0) || (initial == -2 && *s->number % 2 != 0)) {
        ++*s->number;
    }
    name_page(s);
}

void layout_sequence(struct layout *l, const struct fo_node *sequence, long *number)
{
    struct sequence s = {.l = l, .node = sequence, .number = number};
    s.rest = (struct rest){.l = l, .flow = flow_of(sequence)};
    if (!s.rest.flow || !masters_begin(l, &s.masters, sequence)) {
        return;
    }
    s.first = true;
    s.elem = elem_for(l, s.rest.flow, elem_for(l, sequence, l->doc->root));
    s.rest.box = box_new(room_open(l, l->room), BOX_STACK, s.rest.flow, NULL);
    s.rest.note_separator = static_content(sequence, "xsl-footnote-separator");
    s.rest.head_separator = static_content(sequence, "xsl-before-float-separator");
    first_number(&s);
    int before = l->doc->npages;
    while (flow_page(&s)) {
    }
    if (needs_blank(&s, l->doc->npages - before)) {
        blank_page(&s, true);
    }
    forget_sequence(&s);
}
