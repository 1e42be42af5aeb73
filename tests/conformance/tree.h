/* The structure tree, followed from the root: every element, what it holds, and its shape. */
#ifndef CONFORMANCE_TREE_H
#define CONFORMANCE_TREE_H

#include "content.h"

/* What a parent wants to know of a child. */
struct shape {
    char role[128]; /* standard */
    int columns;    /* a row's, spans counted */
    int headers;    /* TH below */
};

static void standard_role(struct reader *r, qpdf_oh elem, char role[128])
{
    qpdf_oh map = key(r, key(r, qpdf_get_root(r->q), "/StructTreeRoot"), "/RoleMap");
    char path[130], next[128];
    name_key(r, elem, "/S", role);
    for (int i = 0; i < 10; i++) {
        snprintf(path, sizeof path, "/%s", role);
        if (!*name_key(r, map, path, next))
            return;
        memcpy(role, next, sizeof next);
    }
    fault(r, "the role map goes in a circle at %s", role);
}

static bool is_standard(const char *role)
{
    static const char *const roles[] = {
        "Document", "Part",  "Art",       "Sect",     "Div",   "BlockQuote", "Caption", "TOC",
        "TOCI",     "Index", "NonStruct", "Private",  "P",     "H",          "H1",      "H2",
        "H3",       "H4",    "H5",        "H6",       "L",     "LI",         "Lbl",     "LBody",
        "Table",    "TR",    "TH",        "TD",       "THead", "TBody",      "TFoot",   "Span",
        "Quote",    "Note",  "Reference", "BibEntry", "Code",  "Link",       "Annot",   "Ruby",
        "RB",       "RT",    "RP",        "Warichu",  "WT",    "WP",         "Figure",  "Formula",
        "Form",     NULL};
    return is_one_of(role, roles);
}

/* ---- content that an element holds -------------------------------------------------------------
 */

static void hold_mcid(struct reader *r, int elem, struct page_use *page, int mcid)
{
    if (!page) {
        fault(r, "object %d: MCID %d without the page it is on", elem, mcid);
        return;
    }
    int index = (int)(page - r->pages) + 1;
    if (mcid < 0 || mcid >= page->nmcids || !page->in_content[mcid]) {
        fault(r, "object %d: MCID %d is not on page %d", elem, mcid, index);
        return;
    }
    if (page->owner[mcid])
        fault(r, "page %d: MCID %d is held by objects %d and %d", index, mcid, page->owner[mcid],
              elem);
    page->owner[mcid] = elem;
}

static void hold_object(struct reader *r, int elem, qpdf_oh objr)
{
    int object = number_of(r, key(r, objr, "/Obj"));
    for (int i = 0; i < r->npages; i++) {
        for (int k = 0; k < r->pages[i].nannotations; k++) {
            if (r->pages[i].annotations[k] != object || !object)
                continue;
            if (r->pages[i].holder[k])
                fault(r, "annotation %d is held by objects %d and %d", object,
                      r->pages[i].holder[k], elem);
            r->pages[i].holder[k] = elem;
            return;
        }
    }
    fault(r, "object %d: OBJR to %d, which is no page's annotation", elem, object);
}

/* ---- rules of shape ----------------------------------------------------------------------------
 */

static int heading_level(const char *role)
{
    return role[0] == 'H' && role[1] >= '1' && role[1] <= '6' && !role[2] ? role[1] - '0' : 0;
}

static void check_heading(struct reader *r, int elem, const char *role)
{
    int level = heading_level(role);
    if (level == 0)
        return;
    if (level > r->heading + 1)
        fault(r, "object %d: %s after %s%d", elem, role, r->heading ? "H" : "level ", r->heading);
    r->heading = level;
}

static void check_id(struct reader *r, int elem, qpdf_oh dict, const char *role)
{
    if (!has_text(r, dict, "/ID")) {
        if (strcmp(role, "Note") == 0)
            fault(r, "object %d: a Note without ID", elem);
        return;
    }
    const char *id = qpdf_oh_get_utf8_value(r->q, key(r, dict, "/ID"));
    for (int i = 0; i < r->nids; i++)
        if (strcmp(r->ids[i], id) == 0)
            fault(r, "object %d: the ID of another element", elem);
    r->ids = grown(r->ids, (size_t)r->nids + 1, sizeof *r->ids);
    r->ids[r->nids] = grown(NULL, strlen(id) + 1, 1);
    memcpy(r->ids[r->nids++], id, strlen(id) + 1);
}

/* An attribute of one owner, looked for in /A, which is a dictionary or an array of them. */
static qpdf_oh attribute(struct reader *r, qpdf_oh elem, const char *name)
{
    qpdf_oh a = key(r, elem, "/A");
    if (!qpdf_oh_is_array(r->q, a))
        return key(r, a, name);
    for (int i = 0; i < qpdf_oh_get_array_n_items(r->q, a); i++) {
        qpdf_oh one = qpdf_oh_get_array_item(r->q, a, i);
        if (has(r, one, name))
            return key(r, one, name);
    }
    return qpdf_oh_new_null(r->q);
}

static int span(struct reader *r, qpdf_oh cell, const char *name)
{
    qpdf_oh v = attribute(r, cell, name);
    int n = qpdf_oh_is_integer(r->q, v) ? qpdf_oh_get_int_value_as_int(r->q, v) : 1;
    return n > 0 && n < 1000 ? n : 1;
}

static void check_attributes(struct reader *r, int elem, qpdf_oh dict, const char *role)
{
    if (strcmp(role, "Figure") == 0 || strcmp(role, "Formula") == 0) {
        if (!has_text(r, dict, "/Alt") && !has_text(r, dict, "/ActualText"))
            fault(r, "object %d: a %s without alternative text", elem, role);
        if (!qpdf_oh_is_array(r->q, attribute(r, dict, "/BBox")))
            fault(r, "object %d: a %s without BBox", elem, role);
    }
    if (strcmp(role, "TH") == 0 && !qpdf_oh_is_name(r->q, attribute(r, dict, "/Scope")))
        fault(r, "object %d: a TH without Scope", elem);
}

/* Which children an element may have, where the standard says so. */
static void check_child(struct reader *r, int elem, const char *parent, const char *child)
{
    static const struct {
        const char *parent;
        const char *children[8];
    } rules[] = {
        {"L", {"LI", "Caption", "L", NULL}},
        {"LI", {"Lbl", "LBody", NULL}},
        {"Table", {"TR", "THead", "TBody", "TFoot", "Caption", NULL}},
        {"THead", {"TR", NULL}},
        {"TBody", {"TR", NULL}},
        {"TFoot", {"TR", NULL}},
        {"TR", {"TH", "TD", NULL}},
    };
    static const char *const bound[] = {"LI", "LBody", "THead", "TBody", "TFoot",
                                        "TR", "TH",    "TD",    NULL};
    bool ruled = false, right = false;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (strcmp(rules[i].parent, parent) != 0)
            continue;
        ruled = true;
        right = is_one_of(child, rules[i].children);
    }
    if (ruled ? !right : is_one_of(child, bound))
        fault(r, "object %d: a %s in a %s", elem, child, parent);
}

/* ---- the walk ----------------------------------------------------------------------------------
 */

enum { DEEPEST_ELEMENT = 2000 };

struct kids {
    int n;      /* of any kind */
    int bodies; /* LBody */
    struct shape sum;
    /* the grid of a table: columns still covered by cells from rows above */
    int columns, rows, pending[512];
};

static struct shape walk(struct reader *r, qpdf_oh elem, int parent, int depth, struct kids *grid);

/* Places a cell in the grid of its table: row spans from above are skipped over. */
static void place_cell(struct reader *r, qpdf_oh cell, struct kids *grid, int *column)
{
    int across = span(r, cell, "/ColSpan"), down = span(r, cell, "/RowSpan");
    while (*column < 512 && grid->pending[*column] > 0)
        grid->pending[(*column)++]--;
    for (int i = 0; i < across && *column < 512; i++)
        grid->pending[(*column)++] = down - 1;
}

static void end_row(struct reader *r, int row, struct kids *grid, int column)
{
    while (column < 512 && grid->pending[column] > 0)
        grid->pending[column++]--;
    if (grid->rows++ == 0)
        grid->columns = column;
    else if (column != grid->columns)
        fault(r, "object %d: a row of %d columns in a table of %d", row, column, grid->columns);
}

static void add_kid(struct reader *r, qpdf_oh kid, int elem, const char *role, qpdf_oh page,
                    struct kids *kids, struct kids *grid, int *column, int depth)
{
    char type[128];
    kids->n++;
    if (qpdf_oh_is_integer(r->q, kid)) {
        hold_mcid(r, elem, page_of(r, number_of(r, page)), qpdf_oh_get_int_value_as_int(r->q, kid));
        return;
    }
    name_key(r, kid, "/Type", type);
    if (strcmp(type, "MCR") == 0) {
        qpdf_oh own = key(r, kid, "/Pg");
        hold_mcid(r, elem, page_of(r, number_of(r, qpdf_oh_is_null(r->q, own) ? page : own)),
                  int_key(r, kid, "/MCID", -1));
        return;
    }
    if (strcmp(type, "OBJR") == 0) {
        hold_object(r, elem, kid);
        return;
    }
    struct shape child = walk(r, kid, elem, depth + 1, grid);
    if (!child.role[0])
        return;
    check_child(r, number_of(r, kid), role, child.role);
    kids->bodies += strcmp(child.role, "LBody") == 0;
    kids->sum.headers += child.headers;
    if (grid && strcmp(role, "TR") == 0)
        place_cell(r, kid, grid, column);
}

static void check_kids(struct reader *r, int elem, const char *role, const struct kids *kids)
{
    static const char *const may_be_empty[] = {"TD", "TH", "LBody", "Document", NULL};
    if (kids->n == 0 && !is_one_of(role, may_be_empty))
        fault(r, "object %d: an empty %s", elem, role);
    if (strcmp(role, "LI") == 0 && kids->bodies != 1)
        fault(r, "object %d: an LI with %d LBody", elem, kids->bodies);
    if (strcmp(role, "Table") == 0 && kids->sum.headers == 0)
        fault(r, "object %d: a Table without TH", elem);
}

/* An element is reached once, by the parent that it names. */
static bool arrive(struct reader *r, qpdf_oh elem, int parent, int depth)
{
    int object = number_of(r, elem);
    if (!qpdf_oh_is_dictionary(r->q, elem) || object <= 0 || object >= r->nobjects) {
        fault(r, "object %d: a child that is no element", parent);
        return false;
    }
    if (r->reached[object]) {
        fault(r, "object %d is reached twice: a cycle or two parents", object);
        return false;
    }
    r->reached[object] = 1;
    if (number_of(r, key(r, elem, "/P")) != parent)
        fault(r, "object %d: /P is not %d, which holds it", object, parent);
    if (depth > DEEPEST_ELEMENT) {
        fault(r, "object %d: the structure is too deep", object);
        return false;
    }
    return true;
}

static struct shape walk(struct reader *r, qpdf_oh elem, int parent, int depth, struct kids *grid)
{
    struct kids kids = {0};
    int object = number_of(r, elem), column = 0;
    if (!arrive(r, elem, parent, depth))
        return kids.sum;
    char *role = kids.sum.role;
    standard_role(r, elem, role);
    if (!is_standard(role))
        fault(r, "object %d: %s is no standard role", object, role);
    bool table = strcmp(role, "Table") == 0;
    if (table || is_one_of(role, (const char *const[]){"TD", "TH", NULL}))
        grid = table ? &kids : NULL; /* a cell's own content is no part of the grid */
    check_heading(r, object, role);
    check_id(r, object, elem, role);
    check_attributes(r, object, elem, role);
    qpdf_oh k = key(r, elem, "/K"), page = key(r, elem, "/Pg");
    if (qpdf_oh_is_array(r->q, k))
        for (int i = 0; i < qpdf_oh_get_array_n_items(r->q, k); i++)
            add_kid(r, qpdf_oh_get_array_item(r->q, k, i), object, role, page, &kids, grid, &column,
                    depth);
    else if (!qpdf_oh_is_null(r->q, k))
        add_kid(r, k, object, role, page, &kids, grid, &column, depth);
    check_kids(r, object, role, &kids);
    if (grid && strcmp(role, "TR") == 0)
        end_row(r, object, grid, column);
    kids.sum.headers = (table ? 0 : kids.sum.headers) + (strcmp(role, "TH") == 0);
    return kids.sum;
}

#endif
