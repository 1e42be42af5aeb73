/* Text dump of the FO tree: an object a line, with what differs from its parent or from the usual.
 *
 * Properties come in the order of the property table. Inherited ones are shown where they differ
 * from the parent's, the others where they differ from the initial value. Lengths are in points,
 * percentages and units of proportional-column-width() (2*) beside them. */
#include "base/quote.h"
#include "fo/refine.h"
#include "fo/show.h"

#include <string.h>

static void indent(struct buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        buf_str(out, "  ");
}

static void string(struct buf *out, const char *what, const char *s)
{
    if (!s)
        return;
    buf_printf(out, " %s=", what);
    quote_string(out, s, strlen(s));
}

static void word(struct buf *out, const char *what, const char *const *words, int value)
{
    if (value)
        buf_printf(out, " %s=%s", what, words[value]);
}

/* Whether a row of the table is what a value is shown by: aliases of other rows are not. */
static bool is_shown(const struct fo_property *p)
{
    return (p->where == WHERE_TEXT || p->where == WHERE_BOX) && p->rank != RANK_ABSOLUTE &&
           p->rank != RANK_LIMIT && p->type != TYPE_SHORTHAND;
}

/* Rows that share a field with a row that is shown already. */
static bool is_alias(const struct fo_property *p)
{
    return p - fo_properties == PROP_relative_position || p - fo_properties == PROP_fox_header;
}

struct view {
    const struct fo_text_props *text;
    const struct fo_box_props *box;
};

static void property(struct buf *out, const struct fo_property *p, const struct view *now,
                     const struct view *before)
{
    struct buf a = BUF_INIT, b = BUF_INIT;

    fo_show_property(p, now->text, now->box, &a);
    fo_show_property(p, before->text, before->box, &b);
    if (a.len > 0 && (b.len == 0 || strcmp(a.data, b.data) != 0))
        buf_printf(out, " %s=%s",
                   p - fo_properties == PROP_absolute_position ? "position" : p->name, a.data);
    buf_free(&a);
    buf_free(&b);
}

static void properties(struct buf *out, const struct view *now,
                       const struct fo_text_props *inherited)
{
    struct view before = {inherited, &fo_initial_box};

    for (int i = 0; i < PROP_COUNT; i++) {
        const struct fo_property *p = &fo_properties[i];

        if (!is_shown(p) || is_alias(p) || (p->where == WHERE_TEXT && now->text == inherited))
            continue;
        property(out, p, now, &before);
    }
    if (now->box->header_cell)
        buf_str(out, " (header cell)");
}

/* ---- masters ------------------------------------------------------------------------------- */

static void margins(struct buf *out, const struct fo_length margin[4])
{
    bool any = false;

    for (int i = 0; i < 4; i++)
        any = any || margin[i].abs || margin[i].pct;
    if (!any)
        return;
    buf_str(out, " margin=");
    for (int i = 0; i < 4; i++) {
        if (i)
            buf_char(out, ',');
        fo_show_length(&margin[i], out);
    }
}

static void region(struct buf *out, const struct fo_region_spec *s, int which,
                   const struct fo_text_props *initial)
{
    static const char *const names[] = {"body", "before", "after", "start", "end"};
    struct view now = {s->text, s->box};

    buf_printf(out, "  region-%s", names[which]);
    string(out, "name", s->name);
    if (which != REGION_BODY) {
        buf_str(out, " extent=");
        fo_show_length(&s->extent, out);
        buf_str(out, s->precedence ? " precedence" : "");
    }
    margins(out, s->margin);
    if (s->columns > 1) {
        buf_printf(out, " columns=%d gap=", s->columns);
        fo_show_length(&s->column_gap, out);
    }
    properties(out, &now, initial);
    buf_char(out, '\n');
}

static void page_master(struct buf *out, const struct fo_page_master *m)
{
    buf_str(out, "page-master");
    string(out, "name", m->name);
    buf_str(out, " width=");
    fo_show_mpt(m->width, out);
    buf_str(out, " height=");
    fo_show_mpt(m->height, out);
    margins(out, m->margin);
    buf_str(out, m->writing_mode == MODE_RL_TB ? " rl-tb" : "");
    if (m->reference_orientation)
        buf_printf(out, " reference-orientation=%d", m->reference_orientation);
    buf_char(out, '\n');
    for (int i = 0; i < REGION_COUNT; i++)
        if (m->region[i].present)
            region(out, &m->region[i], i, &fo_initial_text);
}

static void master_choice(struct buf *out, const struct fo_master_choice *c)
{
    static const char *const positions[] = {"any", "first", "last", "rest", "only"};
    static const char *const sides[] = {"any", "odd", "even"};
    static const char *const blanks[] = {"any", "blank", "not-blank"};

    buf_str(out, "    page");
    string(out, "master", c->master->name);
    word(out, "position", positions, (int)c->position);
    word(out, "side", sides, (int)c->odd_even);
    word(out, "blank", blanks, (int)c->blank);
    buf_char(out, '\n');
}

static void sequence_master(struct buf *out, const struct fo_sequence_master *m)
{
    buf_str(out, "sequence-master");
    string(out, "name", m->name);
    buf_char(out, '\n');
    for (const struct fo_subsequence *s = m->first; s; s = s->next) {
        if (s->maximum_repeats < 0)
            buf_str(out, "  repeat\n");
        else
            buf_printf(out, "  repeat %d\n", s->maximum_repeats);
        for (const struct fo_master_choice *c = s->choices; c; c = c->next)
            master_choice(out, c);
    }
}

static void bookmarks(struct buf *out, const struct fo_bookmark *b, int depth)
{
    for (; b && depth <= 1000; b = b->next) { /* deeper ones do not pass fo_build */
        indent(out, depth);
        buf_str(out, b->open ? "bookmark" : "bookmark closed");
        string(out, "title", b->title);
        string(out, "internal", b->internal);
        string(out, "external", b->external);
        buf_char(out, '\n');
        bookmarks(out, b->first, depth + 1);
    }
}

/* ---- nodes --------------------------------------------------------------------------------- */

static void sequence_details(struct buf *out, const struct fo_node *n)
{
    static const char *const counts[] = {"auto",        "even",       "odd",
                                         "end-on-even", "end-on-odd", "no-force"};

    string(out, "master", n->u.sequence->master);
    if (n->u.sequence->initial_page_number)
        buf_printf(out, " initial-page-number=%d", n->u.sequence->initial_page_number);
    word(out, "force-page-count", counts, n->u.sequence->force_page_count);
    if (strcmp(n->u.sequence->format, "1") != 0)
        string(out, "format", n->u.sequence->format);
}

static void column_details(struct buf *out, const struct fo_node *n)
{
    buf_printf(out, " number=%d", n->u.column->number);
    if (n->u.column->repeated > 1)
        buf_printf(out, " repeated=%d", n->u.column->repeated);
    buf_str(out, " width=");
    fo_show_length(&n->u.column->width, out);
}

static void field_details(struct buf *out, const struct fo_field *f)
{
    if (!f)
        return;
    string(out, "kind", f->kind);
    string(out, "name", f->name);
    string(out, "tooltip", f->tooltip);
    if (*f->on)
        string(out, "on", f->on);
    if (*f->value)
        string(out, "value", f->value);
    if (f->required)
        buf_str(out, " required");
    for (const struct fo_option *o = f->options; o; o = o->next)
        string(out, "option", o->value);
}

static void retrieve_details(struct buf *out, const struct fo_node *n)
{
    static const char *const positions[] = {"first-starting", "first-carryover", "last-starting",
                                            "last-ending"};
    static const char *const boundaries[] = {"page-sequence", "page", "document"};

    string(out, "class", n->u.retrieve.marker_class);
    word(out, "position", positions, n->u.retrieve.position);
    word(out, "boundary", boundaries, n->u.retrieve.boundary);
}

static void bidi_details(struct buf *out, const struct fo_node *n)
{
    buf_str(out, n->u.bidi.rtl ? " rtl" : " ltr");
    buf_str(out, n->u.bidi.override ? " override" : n->u.bidi.isolate ? " isolate" : " embed");
}

static void details(struct buf *out, const struct fo_node *n)
{
    switch (n->kind) {
    case FO_PAGE_SEQUENCE:
        sequence_details(out, n);
        break;
    case FO_STATIC_CONTENT:
    case FO_FLOW:
        string(out, "flow-name", n->u.flow.flow_name);
        break;
    case FO_TEXT:
        buf_char(out, ' ');
        quote_string(out, n->u.chars.utf8, n->u.chars.len);
        break;
    case FO_TABLE_COLUMN:
        column_details(out, n);
        break;
    case FO_BIDI_OVERRIDE:
        bidi_details(out, n);
        break;
    case FO_PAGE_NUMBER_CITATION:
    case FO_PAGE_NUMBER_CITATION_LAST:
        string(out, "ref-id", n->u.ref_id);
        break;
    case FO_EXTERNAL_GRAPHIC:
        string(out, "src", n->u.src);
        break;
    case FO_INSTREAM_FOREIGN_OBJECT:
        string(out, "foreign", n->u.foreign ? n->u.foreign->name : NULL);
        field_details(out, n->u.foreign ? n->u.foreign->field : NULL);
        break;
    case FO_BASIC_LINK:
        string(out, "internal", n->u.link.internal);
        string(out, "external", n->u.link.external);
        break;
    case FO_MARKER:
        string(out, "class", n->u.marker_class);
        break;
    case FO_RETRIEVE_MARKER:
        retrieve_details(out, n);
        break;
    default:
        break;
    }
}

static void node(struct buf *out, const struct fo_node *n, const struct fo_text_props *root,
                 int depth)
{
    const char *name = fo_kind_name(n->kind);
    struct view now = {n->text, n->box};

    indent(out, depth);
    buf_str(out, strncmp(name, "fo:", 3) == 0 ? name + 3 : name);
    string(out, "id", n->id);
    details(out, n);
    properties(out, &now, n->parent ? n->parent->text : root);
    buf_char(out, '\n');
}

static void nodes(struct buf *out, const struct fo_node *top)
{
    int depth = 0;

    for (const struct fo_node *n = top; n;) {
        node(out, n, &fo_initial_text, depth);
        if (n->first) {
            n = n->first;
            depth++;
            continue;
        }
        while (n != top && !n->next) {
            n = n->parent;
            depth--;
        }
        n = n == top ? NULL : n->next;
    }
}

void fo_dump(const struct fo_doc *doc, struct buf *out)
{
    buf_str(out, "document");
    string(out, "title", doc->title);
    string(out, "lang", doc->lang);
    buf_str(out, doc->writing_mode == MODE_RL_TB ? " rl-tb\n" : "\n");
    for (const struct fo_page_master *m = doc->masters; m; m = m->next)
        page_master(out, m);
    for (const struct fo_sequence_master *m = doc->sequences; m; m = m->next)
        sequence_master(out, m);
    bookmarks(out, doc->bookmarks, 0);
    for (const struct fo_node *s = doc->first_sequence; s; s = s->next)
        nodes(out, s);
}
