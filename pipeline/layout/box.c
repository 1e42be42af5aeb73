/* Boxes: which formatting objects stand one below another, and which make lines. */
#include "layout/box.h"

#include "layout/head.h"
#include "layout/para.h"
#include "layout/side.h"

#include <string.h>

struct box *box_new(struct room *room, enum box_kind kind, const struct fo_node *node,
                    struct box *parent)
{
    struct box *box = arena_new_of(room->arena, struct box);
    box->room = room;
    box->kind = kind;
    box->node = node;
    box->parent = parent;
    return box;
}

struct box *box_content(struct box *box)
{
    if (!box->opened) {
        box->opened = true;
        box->kids = arena_array(box->room->arena, struct box *, 1);
        box->nkids = 1;
        box->kids[0] = box_new(box->room, BOX_STACK, box->node, box);
        box->kids[0]->inner = true;
    }
    return box->kids[0];
}

bool in_flow(const struct box *box)
{
    return box->kind != BOX_OUT && box->kind != BOX_FLOAT && box->kind != BOX_ANCHOR;
}

bool blank_text(const struct fo_node *node)
{
    if (node->kind != FO_TEXT || !node->text->white_space_collapse ||
        node->text->linefeed_treatment == 1) {
        return false;
    }
    for (size_t i = 0; i < node->u.chars.len; i++) {
        if (!strchr(" \t\r\n", node->u.chars.utf8[i]) || node->u.chars.utf8[i] == '\0') {
            return false;
        }
    }
    return true;
}

static bool has_block_inside(const struct fo_node *node)
{
    for (const struct fo_node *n = node->first; n; n = n->next) {
        if (!inline_level(n) && n->kind != FO_MARKER) {
            return true;
        }
    }
    return false;
}

/* Inlines, links and wrappers that hold a block are block-level themselves. */
bool inline_level(const struct fo_node *node)
{
    switch (node->kind) {
    case FO_TEXT:
    case FO_LEADER:
    case FO_PAGE_NUMBER:
    case FO_PAGE_NUMBER_CITATION:
    case FO_PAGE_NUMBER_CITATION_LAST:
    case FO_EXTERNAL_GRAPHIC:
    case FO_INSTREAM_FOREIGN_OBJECT:
    case FO_FOOTNOTE:
    case FO_INLINE_CONTAINER:
        return true;
    case FO_FLOAT:
        return float_way(node) != FLOAT_IN_PLACE;
    case FO_INLINE:
    case FO_BIDI_OVERRIDE:
    case FO_BASIC_LINK:
    case FO_WRAPPER:
        return !has_block_inside(node);
    default:
        return false;
    }
}

/* A float, or an inline with nothing else in it. */
static bool only_floats(const struct fo_node *node)
{
    bool inner = (node->kind == FO_INLINE || node->kind == FO_WRAPPER) && !node->id && node->first;
    for (const struct fo_node *n = inner ? node->first : NULL; n; n = n->next) {
        inner = inner && (blank_text(n) || only_floats(n));
    }
    return inner || node->kind == FO_FLOAT;
}

static bool caption_beside(const struct fo_node *node)
{
    bool both = node->first && node->first->kind == FO_TABLE_CAPTION && node->first->next;
    return both && (node->text->caption_side == EDGE_START || node->text->caption_side == EDGE_END);
}

static enum box_kind kind_of(const struct fo_node *node)
{
    switch (node->kind) {
    case FO_TABLE:
        return BOX_TABLE;
    case FO_LIST_ITEM:
        return BOX_ITEM;
    case FO_TABLE_AND_CAPTION:
        return caption_beside(node) ? BOX_ITEM : BOX_STACK;
    case FO_BLOCK_CONTAINER:
        return node->box->position == POSITION_ABSOLUTE || node->box->position == POSITION_FIXED
                   ? BOX_OUT
                   : BOX_CONTAINER;
    default:
        return BOX_STACK;
    }
}

/* Nothing of a document is lost: a float that may not be one stands by itself. */
static void said_in_place(struct layout *l, const struct fo_node *node)
{
    unsigned long bit = 1UL << (unsigned)node->kind;
    if (!(l->unsupported & bit)) {
        diag_warn(l->diag, place_of(l, node), NULL,
                  "%s får inte sin egen plats: det ställs som ett block där det står",
                  "%s gets no place of its own: it is set as a block where it stands",
                  fo_kind_name(node->kind));
    }
    l->unsupported |= bit;
}

/* Objects that have no areas here; a warning where that changes the page. */
static bool skipped(struct layout *l, const struct fo_node *node)
{
    switch (node->kind) {
    case FO_FLOAT:
        if (float_way(node) == FLOAT_IN_PLACE && asks_to_float(node)) {
            said_in_place(l, node);
        }
        return false;
    case FO_RETRIEVE_MARKER:
        unsupported(l, node, true);
        return true;
    case FO_MARKER:
        l->markers.any = true;
        return true;
    case FO_TABLE_COLUMN:
    case FO_TITLE:
        return true;
    default:
        return false;
    }
}

struct opening { /* the children of a box while they are gathered */
    struct layout *l;
    struct box *box;
    struct room *room;  /* of those that are made now */
    struct box ***kids; /* where they are listed */
    size_t *n, cap;
    const struct fo_node *run; /* first node of the open run */
    bool run_has_content, run_has_float, any_block, any_run;
};

static struct box *push_kid(struct opening *o, struct box *kid)
{
    if (*o->n == o->cap) {
        *o->kids = arena_grow(o->room->arena, *o->kids, o->cap, &o->cap, sizeof(struct box *));
    }
    (*o->kids)[(*o->n)++] = kid;
    return kid;
}

static struct box *add_kid(struct opening *o, enum box_kind kind, const struct fo_node *node)
{
    return push_kid(o, box_new(o->room, kind, node, o->box));
}

/* Floats with no text beside them in their run stand between the blocks. As deep as the FO tree. */
static void add_floats(struct opening *o, const struct fo_node *from, const struct fo_node *end)
{
    for (const struct fo_node *n = from; n && n != end; n = n->next) {
        if (n->kind != FO_FLOAT) {
            add_floats(o, n->first, NULL);
        } else if (float_way(n) == FLOAT_SIDE) {
            add_kid(o, BOX_FLOAT, n);
        } else {
            push_kid(o, head_box(o->l, o->room, n, o->box));
        }
    }
}

static void close_run(struct opening *o, const struct fo_node *end)
{
    if (o->run && o->run_has_content) {
        struct box *kid = add_kid(o, BOX_LINES, o->box->node);
        kid->from = o->run;
        kid->to = end;
        kid->first_run = !o->any_run;
        o->any_run = true;
    } else if (o->run_has_float) {
        add_floats(o, o->run, end);
    }
    o->run = NULL;
    o->run_has_content = o->run_has_float = false;
}

/* Up to so many kids from n on, and to the end of a run. Returns where it goes on. */
static const struct fo_node *open_from(struct opening *o, const struct fo_node *n, size_t most)
{
    for (; n && *o->n < most; n = n->next) {
        if (skipped(o->l, n)) {
            continue;
        }
        if (inline_level(n)) {
            o->run = o->run ? o->run : n;
            bool floats = only_floats(n);
            o->run_has_float |= floats;
            o->run_has_content |= !floats && !blank_text(n);
        } else {
            close_run(o, n);
            say_ignored(o->l, n);
            add_kid(o, kind_of(n), n);
            o->any_block = true;
        }
    }
    close_run(o, n);
    return n;
}

/* caption-side="after" */
static void caption_below(struct box *box)
{
    bool below = box->node->kind == FO_TABLE_AND_CAPTION && !box->inner && box->nkids == 2 &&
                 box->node->text->caption_side == EDGE_AFTER;
    if (below && box->kids[0]->node->kind == FO_TABLE_CAPTION) {
        struct box *caption = box->kids[0];
        box->kids[0] = box->kids[1];
        box->kids[1] = caption;
    }
}

/* ---- many children --------------------------------------------------------------------------
 */

struct batch { /* some children of a box, in a room of their own, and with it */
    struct room *room;
    struct box **kids;
    size_t from, n;
    struct batch *next;
};

struct more_kids {
    size_t from;                /* those before are the box's kids */
    const struct fo_node *node; /* where the next batch begins, NULL: all are made */
    bool any_run;
    struct batch *first, *last;
    struct batch *at; /* the last one asked for; NULL: it is forgotten */
};

static bool makes_line(const struct fo_node *n)
{
    return inline_level(n) && !only_floats(n) && !blank_text(n);
}

static void leave_rest(struct opening *o, const struct fo_node *node)
{
    struct more_kids *more = arena_new_of(o->box->room->arena, struct more_kids);
    *more = (struct more_kids){.from = o->box->nkids, .node = node, .any_run = o->any_run};
    o->box->more = more;
    for (const struct fo_node *n = node; n && !o->any_run; n = n->next) {
        o->any_run = makes_line(n);
    }
}

static void next_batch(struct layout *l, struct box *box)
{
    struct more_kids *more = box->more;
    struct room *room = room_open(l, box->room);
    struct batch *batch = arena_new_of(room->arena, struct batch);
    struct opening o = {.l = l,
                        .box = box,
                        .room = room,
                        .kids = &batch->kids,
                        .n = &batch->n,
                        .any_run = more->any_run};
    batch->room = room;
    batch->from = box->nkids;
    more->node = open_from(&o, more->node, KIDS_A_ROOM);
    more->any_run = o.any_run;
    box->nkids += batch->n;
    if (more->last) {
        more->last->next = batch;
    } else {
        more->first = batch;
    }
    more->last = batch;
}

bool box_has(struct layout *l, struct box *box, size_t i)
{
    while (i >= box->nkids && box->more && box->more->node) {
        next_batch(l, box);
    }
    return i < box->nkids;
}

struct box *box_kid(const struct box *box, size_t i)
{
    if (!box->more || i < box->more->from) {
        return box->kids[i];
    }
    struct batch *b = box->more->at;
    if (!b || i < b->from) {
        b = box->more->first;
    }
    while (i >= b->from + b->n) {
        b = b->next;
    }
    box->more->at = b;
    return b->kids[i - b->from];
}

void box_forget_before(struct box *box, size_t kid)
{
    struct more_kids *more = box->more;
    if (more) {
        more->at = NULL;
    }
    while (more && more->first && more->first->from + more->first->n <= kid) {
        struct room *room = more->first->room;
        more->first = more->first->next;
        more->last = more->first ? more->last : NULL;
        if (room != box->room) {
            room_close(room);
        }
    }
}

void box_open(struct layout *l, struct box *box)
{
    if (box->opened) {
        return;
    }
    box->opened = true;
    struct opening o = {
        .l = l, .box = box, .room = box->room, .kids = &box->kids, .n = &box->nkids};
    const struct fo_node *rest = open_from(&o, box->node->first, MANY_KIDS);
    if (rest) {
        leave_rest(&o, rest);
    }
    caption_below(box);
    box->mixed = o.any_block && o.any_run;
}

/* ---- keeps --------------------------------------------------------------------------------- */

/* What holds within a page holds within its columns too. */
int32_t keep_strength(struct fo_keep keep)
{
    return keep.page > keep.column ? keep.page : keep.column;
}

static int32_t stronger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* Lines and what stands out of the flow have no keeps of their own. */
static bool has_keeps(const struct box *box)
{
    return box->kind != BOX_LINES && in_flow(box);
}

int32_t keep_with_next(const struct box *box)
{
    int32_t keep = 0;
    while (box && has_keeps(box)) {
        keep = stronger(keep, keep_strength(box->node->box->keep_with_next));
        bool down = (box->kind == BOX_STACK || box->kind == BOX_ITEM) && box->nkids > 0;
        box = down ? box_kid(box, box->nkids - 1) : NULL;
    }
    return keep;
}

int32_t keep_with_previous(struct layout *l, struct box *box)
{
    int32_t keep = 0;
    while (box && has_keeps(box)) {
        keep = stronger(keep, keep_strength(box->node->box->keep_with_previous));
        if (box->kind != BOX_STACK && box->kind != BOX_ITEM) {
            break;
        }
        box_open(l, box);
        box = box->nkids > 0 ? box->kids[0] : NULL;
    }
    return keep;
}
