/* Objects of page sequences as nodes. */
#include "fo/tree.h"

#include "base/utf8.h"

#include <string.h>

/* Columns and rows that one object can stand for: enough for any page, and not enough to exhaust
 * the machine. */
enum { MOST_SPANNED = 1000 };

/* The kind of node of an element, and 1; 0: it makes none. */
static const uint8_t kinds[ELEMENT_COUNT] = {
    [ELEMENT_page_sequence] = FO_PAGE_SEQUENCE + 1,
    [ELEMENT_title] = FO_TITLE + 1,
    [ELEMENT_static_content] = FO_STATIC_CONTENT + 1,
    [ELEMENT_flow] = FO_FLOW + 1,
    [ELEMENT_block] = FO_BLOCK + 1,
    [ELEMENT_block_container] = FO_BLOCK_CONTAINER + 1,
    [ELEMENT_wrapper] = FO_WRAPPER + 1,
    [ELEMENT_table_and_caption] = FO_TABLE_AND_CAPTION + 1,
    [ELEMENT_table_caption] = FO_TABLE_CAPTION + 1,
    [ELEMENT_table] = FO_TABLE + 1,
    [ELEMENT_table_column] = FO_TABLE_COLUMN + 1,
    [ELEMENT_table_header] = FO_TABLE_HEADER + 1,
    [ELEMENT_table_footer] = FO_TABLE_FOOTER + 1,
    [ELEMENT_table_body] = FO_TABLE_BODY + 1,
    [ELEMENT_table_row] = FO_TABLE_ROW + 1,
    [ELEMENT_table_cell] = FO_TABLE_CELL + 1,
    [ELEMENT_list_block] = FO_LIST_BLOCK + 1,
    [ELEMENT_list_item] = FO_LIST_ITEM + 1,
    [ELEMENT_list_item_label] = FO_LIST_ITEM_LABEL + 1,
    [ELEMENT_list_item_body] = FO_LIST_ITEM_BODY + 1,
    [ELEMENT_character] = FO_TEXT + 1,
    [ELEMENT_inline] = FO_INLINE + 1,
    [ELEMENT_inline_container] = FO_INLINE_CONTAINER + 1,
    [ELEMENT_bidi_override] = FO_BIDI_OVERRIDE + 1,
    [ELEMENT_leader] = FO_LEADER + 1,
    [ELEMENT_page_number] = FO_PAGE_NUMBER + 1,
    [ELEMENT_page_number_citation] = FO_PAGE_NUMBER_CITATION + 1,
    [ELEMENT_page_number_citation_last] = FO_PAGE_NUMBER_CITATION_LAST + 1,
    [ELEMENT_external_graphic] = FO_EXTERNAL_GRAPHIC + 1,
    [ELEMENT_instream_foreign_object] = FO_INSTREAM_FOREIGN_OBJECT + 1,
    [ELEMENT_basic_link] = FO_BASIC_LINK + 1,
    [ELEMENT_footnote] = FO_FOOTNOTE + 1,
    [ELEMENT_footnote_body] = FO_FOOTNOTE_BODY + 1,
    [ELEMENT_float] = FO_FLOAT + 1,
    [ELEMENT_marker] = FO_MARKER + 1,
    [ELEMENT_retrieve_marker] = FO_RETRIEVE_MARKER + 1,
};

static bool kind_of(enum fo_element_id element, enum fo_kind *kind)
{
    if (!kinds[element])
        return false;
    *kind = (enum fo_kind)(kinds[element] - 1);
    return true;
}

static struct fo_open *parent_level(struct fo_tree *t, const struct fo_open *level)
{
    return level->frame.parent == &t->outermost ? NULL : (struct fo_open *)level->frame.parent;
}

/* Markers stand in front, also those that come late: layout looks for them there, and not through
 * all of a flow for each page. */
static bool comes_late(const struct fo_node *parent, const struct fo_node *node)
{
    return node->kind == FO_MARKER && parent->last && parent->last->kind != FO_MARKER;
}

static void put_in_front(struct fo_node *parent, struct fo_node *marker)
{
    struct fo_node **place = &parent->first;

    while ((*place)->kind == FO_MARKER)
        place = &(*place)->next;
    marker->next = *place;
    *place = marker;
}

void fo_node_append(struct fo_node *parent, struct fo_node *node)
{
    node->parent = parent;
    if (comes_late(parent, node)) {
        put_in_front(parent, node);
        return;
    }
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
}

/* What is asked for on later pages than its own stays: markers, and parts of tables. */
static bool stays(enum fo_kind kind)
{
    return kind == FO_MARKER || kind == FO_TABLE_COLUMN || kind == FO_TABLE_HEADER ||
           kind == FO_TABLE_FOOTER;
}

static struct arena *arena_for(const struct fo_tree *t, const struct fo_open *parent,
                               enum fo_kind kind)
{
    if (!parent || !parent->node || !t->doc->flows || stays(kind))
        return t->arena;
    return parent->node->kind == FO_FLOW ? t->doc->flows : parent->arena;
}

static bool in_flow(const struct fo_open *parent)
{
    return parent && parent->node && (parent->in_flow || parent->node->kind == FO_FLOW);
}

static void note_use(struct fo_tree *t, const struct fo_open *level, enum fo_kind kind)
{
    bool cites = kind == FO_PAGE_NUMBER_CITATION || kind == FO_PAGE_NUMBER_CITATION_LAST;
    bool numbered = kind == FO_PAGE_NUMBER && level->in_flow;

    t->doc->cites = t->doc->cites || cites || numbered;
    t->doc->marks = t->doc->marks || kind == FO_MARKER;
}

static struct fo_node *new_node(struct fo_tree *t, const struct fo_open *level, enum fo_kind kind)
{
    struct fo_node *n = arena_new_of(level->arena, struct fo_node);

    n->kind = kind;
    n->line = level->line;
    n->text = level->frame.text;
    n->box = level->frame.box;
    n->id = t->own->id && fo_ids_add(t, t->own->id, level->line) ? t->own->id : NULL;
    return n;
}

/* ---- page sequences ------------------------------------------------------------------------ */

static bool enter_sequence(struct fo_tree *t, struct fo_open *level, struct fo_node *n)
{
    const char *master = t->own->master_reference;
    struct fo_page_sequence *sequence;

    if (!fo_require(t, level, master, PROP_master_reference))
        return false;
    if (!fo_page_master(t->doc, master) && !fo_sequence_master(t->doc, master)) {
        t->failed = true;
        diag_error(t->diag, EXIT_INPUT, fo_tree_place(t, level->line), NULL,
                   "det finns ingen sidmall \"%s\"", "there is no page master \"%s\"", master);
        return false;
    }
    sequence = arena_new_of(t->arena, struct fo_page_sequence);
    sequence->master = master;
    sequence->initial_page_number = t->own->initial_page_number;
    sequence->force_page_count = t->own->force_page_count;
    sequence->format = t->own->format ? t->own->format : "1";
    n->u.sequence = sequence;
    if (t->last_sequence)
        t->last_sequence->next = n;
    else
        t->doc->first_sequence = n;
    t->last_sequence = n;
    return true;
}

static bool has_region(const struct fo_page_master *m, const char *name)
{
    for (int i = 0; i < REGION_COUNT; i++)
        if (m->region[i].present && strcmp(m->region[i].name, name) == 0)
            return true;
    return false;
}

static bool is_region(const struct fo_doc *doc, const char *name)
{
    for (const struct fo_page_master *m = doc->masters; m; m = m->next)
        if (has_region(m, name))
            return true;
    return strcmp(name, "xsl-footnote-separator") == 0 ||
           strcmp(name, "xsl-before-float-separator") == 0;
}

static bool enter_flow(struct fo_tree *t, struct fo_open *level, struct fo_node *n)
{
    if (!fo_require(t, level, t->own->flow_name, PROP_flow_name))
        return false;
    n->u.flow.flow_name = t->own->flow_name;
    if (!is_region(t->doc, t->own->flow_name))
        diag_warn(t->diag, fo_tree_place(t, level->line), NULL,
                  "fo:%s: ingen sidmall har regionen \"%s\"",
                  "fo:%s: no page master has the region \"%s\"", level->frame.element->name,
                  t->own->flow_name);
    return true;
}

/* ---- markers ------------------------------------------------------------------------------- */

/* The content of a marker has the properties that it would have where it is shown (6.13.6). The
 * place that shows it is in a static content, which comes before the flow with the markers. */
static void remember_retrieve(struct fo_tree *t, const struct fo_open *level)
{
    const char *marker_class = t->own->retrieve_class;
    struct fo_retrieve *found = NULL;

    for (size_t i = 0; i < t->nretrieves && !found; i++)
        if (strcmp(t->retrieves[i].marker_class, marker_class) == 0)
            found = &t->retrieves[i];
    if (!found)
        found = arena_push(t->arena, t->retrieves, t->nretrieves, t->retrieves_cap);
    found->marker_class = marker_class;
    found->text = level->frame.parent->text;
    found->box = level->frame.parent->box;
}

static bool enter_retrieve(struct fo_tree *t, struct fo_open *level, struct fo_node *n)
{
    if (!fo_require(t, level, t->own->retrieve_class, PROP_retrieve_class_name))
        return false;
    n->u.retrieve.marker_class = t->own->retrieve_class;
    n->u.retrieve.position = t->own->retrieve_position;
    n->u.retrieve.boundary = t->own->retrieve_boundary;
    remember_retrieve(t, level);
    return true;
}

static bool enter_marker(struct fo_tree *t, struct fo_open *level, struct fo_node *n)
{
    if (!fo_require(t, level, t->own->marker_class, PROP_marker_class_name))
        return false;
    n->u.marker_class = t->own->marker_class;
    for (size_t i = 0; i < t->nretrieves; i++) {
        if (strcmp(t->retrieves[i].marker_class, n->u.marker_class) == 0) {
            n->text = level->frame.text = t->retrieves[i].text;
            n->box = level->frame.box = t->retrieves[i].box;
        }
    }
    return true;
}

/* ---- tables -------------------------------------------------------------------------------- */

static int at_most(struct fo_tree *t, const struct fo_open *level, int n, const char *property)
{
    if (n <= MOST_SPANNED)
        return n;
    diag_warn(t->diag, fo_tree_place(t, level->line), NULL, "egenskapen %s: högst %d",
              "property %s: at most %d", property, (int)MOST_SPANNED);
    return MOST_SPANNED;
}

static bool enter_column(struct fo_tree *t, struct fo_open *level, struct fo_node *n)
{
    struct fo_open *table = parent_level(t, level);
    int given = level->frame.box->column_number;
    struct fo_table_column *column;

    column = arena_new_of(t->arena, struct fo_table_column);
    column->number = at_most(t, level, given > 0 ? given : table->next_column, "column-number");
    column->repeated = at_most(t, level, t->own->columns_repeated, "number-columns-repeated");
    column->width = t->own->column_width;
    n->u.column = column;
    table->next_column = column->number + column->repeated;
    fo_cells_column(t, level, n);
    return true;
}

static bool enter_cell(struct fo_tree *t, struct fo_open *level, struct fo_node *n)
{
    const struct fo_box_props *box = level->frame.box;
    struct fo_box_props *capped;

    if (box->columns_spanned <= MOST_SPANNED && box->rows_spanned <= MOST_SPANNED &&
        box->column_number <= MOST_SPANNED)
        return true;
    capped = arena_new_of(t->arena, struct fo_box_props);
    *capped = *box;
    capped->columns_spanned = at_most(t, level, box->columns_spanned, "number-columns-spanned");
    capped->rows_spanned = at_most(t, level, box->rows_spanned, "number-rows-spanned");
    capped->column_number = at_most(t, level, box->column_number, "column-number");
    n->box = capped;
    return true;
}

/* ---- inlines ------------------------------------------------------------------------------- */

static bool enter_link(struct fo_tree *t, const struct fo_open *level, struct fo_node *n)
{
    n->u.link.internal = t->own->internal_destination;
    n->u.link.external = n->u.link.internal ? NULL : t->own->external_destination;
    if (!n->u.link.internal && !n->u.link.external)
        diag_warn(t->diag, fo_tree_place(t, level->line), NULL, "fo:basic-link saknar mål",
                  "fo:basic-link has no destination");
    return true;
}

static bool enter_bidi(struct fo_tree *t, const struct fo_open *level, struct fo_node *n)
{
    if (t->own->unicode_bidi == BIDI_NORMAL) {
        n->kind = FO_INLINE; /* opens no level of its own */
        return true;
    }
    n->u.bidi.rtl = level->frame.direction == DIRECTION_RTL;
    n->u.bidi.override = t->own->unicode_bidi == BIDI_OVERRIDE;
    n->u.bidi.isolate = t->own->unicode_bidi == BIDI_ISOLATE;
    return true;
}

static bool enter_character(struct fo_tree *t, const struct fo_open *level, struct fo_node *n)
{
    if (!fo_require(t, level, t->own->character, PROP_character))
        return false;
    n->u.chars.utf8 = t->own->character;
    n->u.chars.len = strlen(t->own->character);
    if (utf8_length(n->u.chars.utf8, n->u.chars.len) != 1)
        diag_warn(t->diag, fo_tree_place(t, level->line), NULL,
                  "egenskapen character: ett enda tecken väntas",
                  "property character: a single character is expected");
    return true;
}

static bool enter_reference(struct fo_tree *t, const struct fo_open *level, struct fo_node *n)
{
    n->u.ref_id = t->own->ref_id;
    return fo_require(t, level, n->u.ref_id, PROP_ref_id);
}

static bool enter_graphic(struct fo_tree *t, const struct fo_open *level, struct fo_node *n)
{
    n->u.src = t->own->src;
    return fo_require(t, level, n->u.src, PROP_src);
}

static bool fill(struct fo_tree *t, struct fo_open *level, struct fo_node *n)
{
    switch (n->kind) {
    case FO_PAGE_SEQUENCE:
        return enter_sequence(t, level, n);
    case FO_STATIC_CONTENT:
    case FO_FLOW:
        return enter_flow(t, level, n);
    case FO_TABLE_COLUMN:
        return enter_column(t, level, n);
    case FO_TABLE_CELL:
        return enter_cell(t, level, n);
    case FO_TEXT:
        return enter_character(t, level, n);
    case FO_BIDI_OVERRIDE:
        return enter_bidi(t, level, n);
    case FO_PAGE_NUMBER_CITATION:
    case FO_PAGE_NUMBER_CITATION_LAST:
        return enter_reference(t, level, n);
    case FO_EXTERNAL_GRAPHIC:
        return enter_graphic(t, level, n);
    case FO_BASIC_LINK:
        return enter_link(t, level, n);
    case FO_MARKER:
        return enter_marker(t, level, n);
    case FO_RETRIEVE_MARKER:
        return enter_retrieve(t, level, n);
    default:
        return true;
    }
}

bool fo_enter_node(struct fo_tree *t, struct fo_open *level)
{
    const struct fo_open *parent = parent_level(t, level);
    enum fo_kind kind;
    struct fo_node *n;

    if (!kind_of(level->frame.element->id, &kind))
        return false;
    level->arena = arena_for(t, parent, kind);
    level->in_flow = in_flow(parent);
    note_use(t, level, kind);
    n = new_node(t, level, kind);
    if (!fill(t, level, n))
        return false;
    if (kind != FO_PAGE_SEQUENCE && parent && parent->node)
        fo_node_append(parent->node, n);
    level->node = n;
    return true;
}

void fo_tree_foreign(struct fo_tree *t, const struct fo_foreign *content)
{
    struct fo_foreign *f = arena_new_of(t->arena, struct fo_foreign);

    f->namespace_uri = content->namespace_uri; /* in the tree's arena already, as is the field */
    f->name = content->name;
    f->text = arena_strdup(t->arena, content->text);
    f->field = content->field;
    t->top->node->u.foreign = f;
}
