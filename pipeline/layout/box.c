/* Boxes: which formatting objects stand one below another, and which make lines. */
#include "layout/box.h"

#include "layout/head.h"
#include "layout/para.h"
#include "layout/side.h"

#include <string.h>

struct box *box_new(struct layout *l, enum box_kind kind, const struct fo_node *node,
                    struct box *parent)
{
    struct box *box = arena_new_of(l->scratch, struct box);
    box->kind = kind;
    box->node = node;
    box->parent = parent;
    return box;
}

struct box *box_content(struct layout *l, struct box *box)
{
    if (!box->opened) {
        box->opened = true;
        box->kids = arena_array(l->scratch, struct box *, 1);
        box->nkids = 1;
        box->kids[0] = box_new(l, BOX_STACK, box->node, box);
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
    size_t cap;
    const struct fo_node *run; /* first node of the open run */
    bool run_has_content, run_has_float, any_block, any_run;
};

static struct box *push_kid(struct opening *o, struct box *kid)
{
    if (o->box->nkids == o->cap) {
        o->box->kids =
            arena_grow(o->l->scratch, o->box->kids, o->cap, &o->cap, sizeof(struct box *));
    }
    o->box->kids[o->box->nkids++] = kid;
    return kid;
}

static struct box *add_kid(struct opening *o, enum box_kind kind, const struct fo_node *node)
{
    return push_kid(o, box_new(o->l, kind, node, o->box));
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
            push_kid(o, head_box(o->l, n, o->box));
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

void box_open(struct layout *l, struct box *box)
{
    if (box->opened) {
        return;
    }
    box->opened = true;
    struct opening o = {.l = l, .box = box};
    for (const struct fo_node *n = box->node->first; n; n = n->next) {
        if (skipped(l, n)) {
            continue;
        }
        if (inline_level(n)) {
            o.run = o.run ? o.run : n;
            bool floats = only_floats(n);
            o.run_has_float |= floats;
            o.run_has_content |= !floats && !blank_text(n);
        } else {
            close_run(&o, n);
            say_ignored(l, n);
            add_kid(&o, kind_of(n), n);
            o.any_block = true;
        }
    }
    close_run(&o, NULL);
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
        box = down ? box->kids[box->nkids - 1] : NULL;
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
