/* Insertions: their layout, the lines that hold their anchors, and separators. */
#include "layout/insert.h"

struct result insertion_layout(struct layout *l, struct insertion *ins, mpt room, bool top,
                               const struct strut *pending, const struct token *token)
{
    struct space space = {.ref_width = l->inserts.width,
                          .avail = room,
                          .taken = room_taken(l),
                          .top = top,
                          .pending = *pending};
    mpt saved = l->ref_width;
    bool must_place = l->must_place;
    l->inserts.inside = true;
    l->must_place = top;
    struct result r = layout_fragmentainer(l, ins->box, &space, token);
    l->must_place = must_place;
    l->inserts.inside = false;
    l->ref_width = saved;
    return r;
}

/* ---- anchors ------------------------------------------------------------------------------- */

/* Where an anchor stands in the text; behind the last item: at the paragraph's end. */
static uint32_t anchor_pos(const struct para *p, const struct insert_place *place)
{
    return place->item < p->nitems ? text_para_item_pos(p->text, place->item) : UINT32_MAX;
}

/* The first anchor that does not stand before a position: they are in the order of the text. */
static size_t first_from(const struct para *p, const struct insert_places *list, uint32_t pos)
{
    size_t low = 0, high = list->n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (anchor_pos(p, &list->at[mid]) < pos) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return low;
}

struct insert_range insertions_on(const struct line *line, const struct insert_places *list)
{
    const struct para *p = line->para;
    if (list->n == 0) {
        return (struct insert_range){0, 0};
    }
    bool ends = line->to->kind == BREAK_END;
    return (struct insert_range){.first = line->from ? first_from(p, list, line->from->pos) : 0,
                                 .end = ends ? list->n : first_from(p, list, line->to->pos)};
}

/* ---- separators ---------------------------------------------------------------------------- */

static struct result separator_layout(struct layout *l, const struct fo_node *content, mpt width)
{
    struct space space = {
        .ref_width = width, .avail = MPT_MAX, .top = true, .pending = {.edge = true}};
    bool saved = l->fixed_page;
    l->fixed_page = true;
    struct result r =
        layout_box(l, box_new(room_of_page(l), BOX_STACK, content, NULL), &space, NULL);
    l->fixed_page = saved;
    return r;
}

mpt separator_height(struct layout *l, const struct fo_node *content, mpt width)
{
    if (!content) {
        return 0;
    }
    struct result r = separator_layout(l, content, width);
    return r.used + strut_size_end(&r.trailing);
}

void paint_separator(struct painter *p, const struct fo_node *content, struct rect body, mpt y)
{
    struct painter over = *p;
    over.artifact = true;
    over.artifact_kind = ARTIFACT_LAYOUT;
    paint_frag(&over, separator_layout(p->l, content, body.w).frag, body.x, y);
    p->mark = NULL;
}
