/* Rooms: what is worked out for a part of a long document, and forgotten when its pages are done.
 */
#include "layout/fragment.h"
#include "layout/table.h"

struct room *room_open(struct layout *l, struct room *parent)
{
    if (!l->window.sink || parent->passing) {
        return parent;
    }
    struct arena *arena = arena_sub(l->scratch);
    struct room *room = arena_new_of(arena, struct room);
    *room = (struct room){.arena = arena, .parent = parent, .next = parent->first};
    room->place = &parent->first;
    if (room->next) {
        room->next->place = &room->next;
    }
    parent->first = room;
    return room;
}

struct room *room_new(struct arena *arena)
{
    struct room *room = arena_new_of(arena, struct room);
    room->arena = arena;
    return room;
}

/* As deep as boxes are nested, which the FO tree bounds. */
void room_close(struct room *room)
{
    while (room->first) {
        room_close(room->first);
    }
    if (room->parent) {
        *room->place = room->next;
    }
    if (room->next) {
        room->next->place = room->place;
    }
    arena_free(room->arena);
}

/* Lines of the page may come to wait for numbers of others. */
static bool may_wait(const struct layout *l)
{
    return l->fo->cites && !l->known && !l->window.counting;
}

struct room *room_of_page(struct layout *l)
{
    if (!l->window.sink) {
        return l->room;
    }
    if (may_wait(l)) {
        l->page_room = l->page_room ? l->page_room : room_open(l, l->room);
        return l->page_room;
    }
    struct room *room = arena_new_of(l->now, struct room);
    *room = (struct room){.arena = l->now, .passing = true};
    return room;
}

void room_page_ends(struct layout *l)
{
    if (l->page_room && !l->waiting) {
        room_close(l->page_room);
    }
    l->page_room = NULL;
}

void box_forget(struct box *box, const struct token *token)
{
    if (!token) {
        return;
    }
    switch (box->kind) {
    case BOX_STACK:
        box_forget_before(box, token->kid);
        if (token->inner) {
            box_forget(box_kid(box, token->kid), token->inner);
        }
        break;
    case BOX_CONTAINER:
        box_forget(box_content(box), token->inner);
        break;
    case BOX_ITEM:
        for (size_t i = 0; i < token->nstreams; i++) {
            box_forget(box->kids[i], token->streams[i]);
        }
        break;
    case BOX_TABLE:
        table_forget(box->table, token->row);
        break;
    default:
        break;
    }
}

/* The row before is still asked for its keeps, and rows above for cells that reach down. */
static const struct fo_node *row_goes_on(const struct box *box, const struct row_token *token)
{
    const struct table *t = box->table;
    unsigned row = token ? table_open_row(t, token->row) : 0;
    const struct fo_node *node = row > t->body_first ? t->rows[row - 1].node : NULL;
    return node ? node : box->node;
}

/* caption-side="after": the caption is yet to come, though it stands first in the FO tree. */
static bool caption_waits(const struct box *box, size_t kid)
{
    return box->node->kind == FO_TABLE_AND_CAPTION && !box->inner && kid == 0 && box->nkids > 1 &&
           box->kids[1]->node->kind == FO_TABLE_CAPTION;
}

const struct fo_node *box_goes_on(const struct box *box, const struct token *token)
{
    if (!token) {
        return box->node;
    }
    switch (box->kind) {
    case BOX_STACK: {
        if (caption_waits(box, token->kid)) {
            return box->node;
        }
        const struct box *kid = box_kid(box, token->kid);
        return kid->kind == BOX_LINES ? kid->from : box_goes_on(kid, token->inner);
    }
    case BOX_CONTAINER:
        return box_goes_on(box->kids[0], token->inner);
    case BOX_TABLE:
        return row_goes_on(box, token->row);
    default:
        return box->node;
    }
}
