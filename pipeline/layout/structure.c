/* The structure tree: one element per formatting object, made when its first content is painted,
 * so that no empty elements arise and reading order is the order of the FO file. */
#include "layout/note.h"
#include "layout/paint.h"
#include "layout/table.h"

#include <string.h>

static bool one_of(const char *role, const char *const *names)
{
    for (; *names; names++) {
        if (strcmp(role, *names) == 0) {
            return true;
        }
    }
    return false;
}

/* Elements whose content is a line of text: blocks inside of them add nothing. */
static bool holds_text(const struct page_elem *e)
{
    static const char *const names[] = {"P",        "H",    "H1",   "H2",  "H3",      "H4",
                                        "H5",       "H6",   "Span", "Lbl", "Caption", "Reference",
                                        "BibEntry", "Link", "Code", NULL};
    return e && one_of(e->role, names);
}

static bool is_artifact(const char *role)
{
    return role && strcmp(role, "artifact") == 0;
}

static const char *lang_of(const struct layout *l, const struct page_elem *e)
{
    for (; e; e = e->parent) {
        if (e->lang) {
            return e->lang;
        }
    }
    return l->doc->lang;
}

static bool same_lang(const char *a, const char *b)
{
    return !a || (b && strcmp(a, b) == 0);
}

static struct page_elem *add_elem(struct painter *p, struct page_elem *parent, const char *role,
                                  const struct fo_node *node)
{
    struct layout *l = p->l;
    struct page_elem *e = page_elem_new(l->doc, role);
    page_elem_append(l->doc, parent, e);
    if (!node) {
        return e;
    }
    e->id = node->id;
    if (node->box->alt || node->box->actual_text) {
        struct page_about *about = page_elem_about(l->doc, e);
        about->alt = node->box->alt;
        about->actual_text = node->box->actual_text;
    }
    e->lang = same_lang(node->text->lang, lang_of(l, parent)) ? NULL : node->text->lang;
    return e;
}

void elem_covers(struct painter *p, struct page_elem *elem, struct rect r)
{
    struct page_about *about = page_elem_about(p->l->doc, elem);
    about->has_bbox = true;
    about->bbox[0] = r.x;
    about->bbox[1] = r.y;
    about->bbox[2] = r.x + r.w;
    about->bbox[3] = r.y + r.h;
}

/* ---- boxes --------------------------------------------------------------------------------- */

static bool only_lines(const struct box *box)
{
    if (box->more) { /* there is one run at most between two blocks */
        return false;
    }
    for (size_t i = 0; i < box->nkids; i++) {
        if (box->kids[i]->kind != BOX_LINES) {
            return false;
        }
    }
    return box->nkids > 0;
}

/* The only block of a cell or list body needs no element of its own. */
static bool only_child(const struct box *box, const struct page_elem *parent)
{
    static const char *const names[] = {"TD", "TH", "LBody", NULL};
    const struct box *up = box->parent;
    while (up && up->nkids == 1 && up->node->kind == FO_BLOCK && !up->node->box->role) {
        up = up->parent;
    }
    return parent && one_of(parent->role, names) && up && up->nkids == 1;
}

static const char *role_of_block(const struct box *box, const struct page_elem *parent)
{
    if (holds_text(parent) || (only_lines(box) && only_child(box, parent))) {
        return NULL;
    }
    return only_lines(box) ? "P" : box->mixed ? "Div" : NULL;
}

static const char *role_of_box(const struct box *box, const struct page_elem *parent)
{
    const struct fo_node *node = box->node;
    if (box->kind == BOX_LINES) {
        return box->parent && box->parent->mixed && !holds_text(parent) ? "P" : NULL;
    }
    if (box->inner) {
        return NULL; /* the container's or cell's own element stands above */
    }
    if (node->box->role) {
        return node->box->role;
    }
    switch (node->kind) {
    case FO_BLOCK:
        return role_of_block(box, parent);
    case FO_LIST_BLOCK:
        return "L";
    case FO_LIST_ITEM:
        return "LI";
    case FO_LIST_ITEM_LABEL:
        return "Lbl";
    case FO_LIST_ITEM_BODY:
        return "LBody";
    case FO_TABLE:
        return "Table";
    case FO_BASIC_LINK:
        return "Link";
    case FO_FLOAT:
        return box->kind == BOX_STACK ? NULL : "Div";
    default:
        return NULL;
    }
}

struct page_elem *elem_of_box(struct painter *p, struct box *box)
{
    if (p->artifact) {
        return NULL;
    }
    if (!box) {
        return p->elem;
    }
    if (box->tagged) {
        return box->elem;
    }
    struct page_elem *parent = box->parent ? elem_of_box(p, box->parent) : p->elem;
    box->tagged = true;
    box->elem = parent;
    const char *role = parent ? role_of_box(box, parent) : NULL;
    if (!role) {
        return box->elem;
    }
    if (is_artifact(role)) {
        box->elem = NULL;
        return NULL;
    }
    box->elem = add_elem(p, parent, role, box->kind == BOX_LINES ? NULL : box->node);
    if (box->node->kind == FO_LIST_BLOCK && box->node->box->list_numbering) {
        page_elem_about(p->l->doc, box->elem)->list_numbering = box->node->box->list_numbering;
    }
    return box->elem;
}

/* ---- tables -------------------------------------------------------------------------------- */

/* A table with another role than Table is there for its places only: no rows, no cells. */
static bool is_data_table(const struct box *box)
{
    const char *role = box->node->box->role;
    return !role || strcmp(role, "Table") == 0;
}

static struct page_elem *elem_of_row(struct painter *p, struct box *box, struct table_row *row)
{
    struct page_elem *table = elem_of_box(p, box);
    if (!table || row->elem) {
        return row->elem;
    }
    struct table_part *part = row->part;
    if (!part->elem) {
        const char *role = part == &box->table->header   ? "THead"
                           : part == &box->table->footer ? "TFoot"
                                                         : "TBody";
        part->elem = add_elem(p, table, role, part->node);
    }
    row->elem = add_elem(p, part->elem, "TR", row->node);
    return row->elem;
}

static void set_cell(struct page_elem *e, const struct table_cell *cell, bool in_header)
{
    e->col_span = (uint16_t)(cell->cols > 1 ? cell->cols : 0);
    e->row_span = (uint16_t)(cell->rows > 1 ? cell->rows : 0);
    if (cell->header) {
        uint8_t scope = cell->node->box->scope;
        e->scope = scope ? scope : in_header ? SCOPE_COLUMN : SCOPE_ROW;
    }
}

/* Places of the grid without a cell become empty cells, so that all rows are equally long. */
static void fill_gaps(struct painter *p, const struct table *t, struct table_row *row,
                      unsigned until)
{
    size_t first = (size_t)(row - t->rows) * t->ncols;
    for (; row->tagged < until; row->tagged++) {
        if (!t->grid[first + row->tagged]) {
            add_elem(p, row->elem, "TD", NULL);
        }
    }
}

struct page_elem *elem_of_cell(struct painter *p, struct box *table, struct table_cell *cell)
{
    if (p->artifact) {
        return NULL;
    }
    if (cell->box->tagged) {
        return cell->box->elem;
    }
    cell->box->tagged = true;
    if (!is_data_table(table)) {
        cell->box->elem = elem_of_box(p, table);
        return cell->box->elem;
    }
    struct table_row *row = &table->table->rows[cell->row];
    struct page_elem *tr = elem_of_row(p, table, row);
    if (!tr) {
        return NULL;
    }
    fill_gaps(p, table->table, row, cell->col);
    row->tagged = cell->col + cell->cols;
    struct page_elem *e = add_elem(p, tr, cell->header ? "TH" : "TD", cell->node);
    set_cell(e, cell, row->part == &table->table->header);
    cell->box->elem = e;
    return e;
}

void elem_of_gaps(struct painter *p, struct box *table, unsigned row)
{
    struct table *t = table->table;
    if (p->artifact || !is_data_table(table)) {
        return;
    }
    if (elem_of_row(p, table, &t->rows[row])) {
        fill_gaps(p, t, &t->rows[row], t->ncols);
    }
}

/* ---- inline objects ------------------------------------------------------------------------ */

static const char *role_of_inl(const struct painter *p, const struct inl *inl,
                               const struct page_elem *parent)
{
    const struct fo_node *node = inl->node;
    if (inl->kind == INL_TEXT || inl->kind == INL_NUMBER || inl->kind == INL_LEADER ||
        node->kind == FO_BLOCK) {
        return NULL;
    }
    if (node->box->role) {
        return node->box->role;
    }
    if (inl->kind == INL_GRAPHIC) {
        return "Figure";
    }
    if (inl->kind == INL_FIELD) {
        return "Form";
    }
    if (node->kind == FO_BASIC_LINK) {
        return "Link";
    }
    if (inl->parent && inl->parent->note && node->kind == FO_INLINE) {
        return "Reference";
    }
    bool own = !same_lang(node->text->lang, lang_of(p->l, parent)) || node->box->alt ||
               node->box->actual_text;
    return own ? "Span" : NULL;
}

/* The note follows what refers to it in the structure, though it stands at the page's end. */
static void add_note(struct painter *p, struct insertion *note, struct page_elem *parent)
{
    const struct fo_node *body = note->box->node;
    if (note->box->tagged) {
        return;
    }
    note->box->tagged = true;
    if (is_artifact(body->box->role)) {
        return;
    }
    struct page_elem *e = add_elem(p, parent, body->box->role ? body->box->role : "Note", body);
    e->placement = PLACEMENT_BLOCK;
    if (!e->id) {
        /* PDF/UA asks for one; with a # it is none that a document can have given */
        e->id = arena_printf(p->l->arena, "#note-%lu", ++p->l->notes.count);
    }
    note->box->elem = e;
}

struct page_elem *elem_of_note(struct painter *p, struct insertion *note)
{
    if (!note->box->tagged) {
        add_note(p, note, p->elem);
    }
    return note->box->elem;
}

struct page_elem *elem_of_inl(struct painter *p, struct inl *inl, struct page_elem *block)
{
    if (p->artifact || !block || !inl) {
        return p->artifact ? NULL : block;
    }
    if (inl->tagged) {
        return inl->elem;
    }
    struct page_elem *parent = elem_of_inl(p, inl->parent, block);
    inl->tagged = true;
    inl->elem = parent;
    const char *role = parent ? role_of_inl(p, inl, parent) : NULL;
    if (role) {
        inl->elem = is_artifact(role) ? NULL : add_elem(p, parent, role, inl->node);
    }
    if (parent && inl->parent && inl->parent->note) {
        add_note(p, inl->parent->note, parent);
    }
    return inl->elem;
}
