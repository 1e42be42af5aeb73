/* Refinement of one object: inheritance, the order of its properties, and what they decide
 * together.
 *
 * The properties of an object are read one by one in the order of their rank into a copy of the
 * parent's inherited values and of the initial values of all others. Absolute properties
 * (padding-left) go where their counterpart in the writing mode goes (padding-start), later than
 * that one, so that they win as 5.3.1 says. Margins are kept aside: what they mean for spaces and
 * indents is known only when borders and padding are (5.3.2). */
#include "fo/refine.h"

#include "fo/expression.h"

#include <string.h>

const struct fo_text_props fo_initial_text = {
    .font_family = "sans-serif",
    .font_size = 12 * MPT_PER_PT,
    .font_weight = 400,
    .line_height_factor = 1200,
    .colour = {1, {0}},
    .text_align = ALIGN_START,
    .text_align_last = ALIGN_RELATIVE,
    .widows = 2,
    .orphans = 2,
    .least_space = 100,
    .hyphenation_character = 0x2010,
    .wrap = true,
    .white_space_collapse = true,
    .border_collapse = true,
    .leader_pattern = LEADER_SPACE,
    .leader_length = {.opt = {.abs = 12 * MPT_PER_PT}, .max = {.pct = 100000}},
    .rule_style = BORDER_SOLID,
    .rule_thickness = MPT_PER_PT,
    .leader_pattern_width = {.is_auto = true},
    .provisional_distance = {.abs = 24 * MPT_PER_PT},
    .provisional_separation = {.abs = 6 * MPT_PER_PT},
};

#define AUTO                                                                                       \
    {                                                                                              \
        .is_auto = true                                                                            \
    }
#define AUTO_RANGE                                                                                 \
    {                                                                                              \
        AUTO, AUTO, AUTO                                                                           \
    }
#define BORDER                                                                                     \
    {                                                                                              \
        .style = BORDER_NONE, .width = MPT_PER_PT                                                  \
    }

/* Borders are of medium width until it is known that they have no style. */
const struct fo_box_props fo_initial_box = {
    .border = {BORDER, BORDER, BORDER, BORDER},
    .ipd = AUTO_RANGE,
    .bpd = AUTO_RANGE,
    .top = AUTO,
    .right = AUTO,
    .bottom = AUTO,
    .left = AUTO,
    .columns_spanned = 1,
    .rows_spanned = 1,
    .content_width = AUTO,
    .content_height = AUTO,
};

const struct fo_own fo_initial_own = {
    .format = "1",
    .column_count = 1,
    .columns_repeated = 1,
    .maximum_repeats = -1,
    .starts_shown = true,
    .page_width = AUTO,
    .page_height = AUTO,
    .column_gap = {.abs = 12 * MPT_PER_PT},
    .column_width = AUTO,
};

struct diag_place refine_place(const struct refine *r)
{
    return diag_at(r->file, r->line);
}

/* ---- fields -------------------------------------------------------------------------------- */

static enum fo_edge edge_in(uint8_t arg, enum fo_writing_mode mode)
{
    switch (arg) {
    case SIDE_TOP:
        return EDGE_BEFORE;
    case SIDE_BOTTOM:
        return EDGE_AFTER;
    case SIDE_LEFT:
        return mode == MODE_RL_TB ? EDGE_END : EDGE_START;
    case SIDE_RIGHT:
        return mode == MODE_RL_TB ? EDGE_START : EDGE_END;
    default:
        return (enum fo_edge)arg;
    }
}

enum fo_edge refine_edge(const struct refine *r, uint8_t arg)
{
    return edge_in(arg, r->text.writing_mode);
}

/* Bytes from the field of a property of all edges to that of its own. */
static size_t edge_offset(const struct fo_property *p, enum fo_writing_mode mode)
{
    switch (p->type) {
    case TYPE_PADDING:
        return edge_in(p->arg, mode) * sizeof(struct fo_length);
    case TYPE_BORDER_STYLE:
    case TYPE_BORDER_WIDTH:
    case TYPE_BORDER_COLOUR:
        return edge_in(p->arg, mode) * sizeof(struct fo_border);
    default:
        return 0;
    }
}

void *refine_field(struct refine *r, const struct fo_property *p)
{
    size_t offset = p->offset + edge_offset(p, r->text.writing_mode);

    switch (p->where) {
    case WHERE_TEXT:
        return (char *)&r->text + offset;
    case WHERE_BOX:
        r->box_used = true;
        return (char *)&r->box + offset;
    case WHERE_OWN:
        return (char *)&r->own + offset;
    default:
        return NULL;
    }
}

const void *refine_field_of(const struct fo_property *p, const struct fo_frame *frame,
                            enum fo_writing_mode mode)
{
    size_t offset = p->offset + edge_offset(p, mode);

    if (p->where == WHERE_TEXT)
        return (const char *)frame->text + offset;
    return p->where == WHERE_BOX ? (const char *)frame->box + offset : NULL;
}

static void copy_border(struct fo_border *to, const struct fo_border *from, uint8_t type)
{
    if (type == TYPE_BORDER_STYLE)
        to->style = from->style;
    else if (type == TYPE_BORDER_COLOUR)
        to->colour = from->colour;
    else {
        to->width = from->width;
        to->retain = from->retain;
    }
}

bool refine_copy(struct refine *r, const struct fo_property *p, const struct fo_property *from,
                 const struct fo_frame *frame)
{
    const void *source = refine_field_of(from, frame, frame->text->writing_mode);
    void *field;

    if (!source || p->type != from->type || p->size != from->size || p->words != from->words ||
        p->set != from->set || !(field = refine_field(r, p)))
        return false;
    if (p->type == TYPE_BORDER_STYLE || p->type == TYPE_BORDER_WIDTH ||
        p->type == TYPE_BORDER_COLOUR) {
        copy_border(field, source, p->type);
        if (p->type == TYPE_BORDER_COLOUR)
            r->border_colour_given |= (uint8_t)(1u << refine_edge(r, p->arg));
        return true;
    }
    if (p->type == TYPE_SPACE) /* as precise as one that is read: the margin shorthand yields */
        r->space_given |= (uint8_t)(1u << p->arg);
    memcpy(field, source, p->type == TYPE_PADDING ? sizeof(struct fo_length) : p->size);
    return true;
}

/* ---- one property -------------------------------------------------------------------------- */

static void refuse(struct refine *r, const struct fo_property *p, enum fo_component component)
{
    const char *form = fo_property_form(p, component, r->arena);

    r->remarked = true;
    if (form)
        diag_warn(r->diag, refine_place(r), NULL, "egenskapen %s: värdet förstås inte, väntat: %s",
                  "property %s: the value is not understood, expected: %s", p->name, form);
    else
        diag_warn(r->diag, refine_place(r), NULL, "egenskapen %s: värdet förstås inte",
                  "property %s: the value is not understood", p->name);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* White space around a value does not count, except in strings. */
static const char *trim(struct refine *r, const char *s)
{
    size_t len = strlen(s);

    if (len == 0 || (!is_space(s[0]) && !is_space(s[len - 1])))
        return s;
    for (; is_space(*s); s++)
        len--;
    while (len > 0 && is_space(s[len - 1]))
        len--;
    return arena_strndup(r->arena, s, len);
}

static bool inherit_margin(struct refine *r, const struct fo_property *p)
{
    r->margin[p->arg - SIDE_TOP] = fo_margin_of(r->parent, p->arg);
    r->margin_given |= (uint8_t)(1u << (p->arg - SIDE_TOP));
    return true;
}

static bool inherit(struct refine *r, const struct fo_property *p)
{
    r->depends = true;
    if (p->type == TYPE_MARGIN)
        return inherit_margin(r, p);
    if (p->where == WHERE_NOWHERE || p->where == WHERE_OWN)
        return p->inherited;
    return refine_copy(r, p, p, r->parent);
}

/* A value that is as a whole the value of a property of another object. */
static bool read_elsewhere(struct refine *r, const struct fo_property *p, const char *value)
{
    int property;
    const struct fo_frame *frame;

    if (strchr(value, '(') == NULL)
        return false;
    frame = fo_function_of_value(r, value, &property);
    return frame && refine_copy(r, p, &fo_properties[property], frame);
}

void refine_set(struct refine *r, int property, enum fo_component component, const char *value)
{
    const struct fo_property *p = &fo_properties[property], *outer = r->at;
    bool ok, in_shorthand = r->in_shorthand;

    r->at = p;
    r->in_shorthand = outer && outer->type == TYPE_SHORTHAND;
    if (p->type != TYPE_STRING)
        value = trim(r, value);
    if (p->type != TYPE_SHORTHAND && p->type != TYPE_STRING && strcmp(value, "inherit") == 0)
        ok = inherit(r, p);
    else
        ok = refine_read(r, p, component, value) ||
             (component == COMPONENT_NONE && read_elsewhere(r, p, value));
    if (!ok)
        refuse(r, outer && r->in_shorthand ? outer : p, component);
    r->at = outer;
    r->in_shorthand = in_shorthand;
}

/* ---- one object ---------------------------------------------------------------------------- */

void refine_begin(struct refine *r, const struct fo_frame *parent, const struct fo_element *element,
                  int line)
{
    r->parent = parent;
    r->element = element;
    r->line = line;
    r->text = *parent->text;
    r->box = fo_initial_box;
    r->own = fo_initial_own;
    r->margin_given = r->margin_shorthand = r->space_given = 0;
    r->in_shorthand = false;
    r->border_colour_given = 0;
    r->at = NULL;
    r->box_used = false;
    r->depends = r->remarked = false;
}

static bool is_word(const struct fo_property *p)
{
    return p->type == TYPE_STRING || p->type == TYPE_URI || p->type == TYPE_KEYWORD;
}

/* Most of what belongs to one object alone are words, which nothing else has a say in. */
void refine_begin_own(struct refine *r, const struct fo_frame *frame, int line)
{
    bool words = true;

    for (int i = 0; i < frame->nattrs && words; i++) {
        const struct fo_property *p = &fo_properties[frame->attrs[i].property];

        words = p->where != WHERE_OWN || is_word(p);
    }
    if (!words) {
        refine_begin(r, frame->parent, frame->element, line);
        r->text = *frame->text;
        return;
    }
    r->parent = frame->parent;
    r->element = frame->element;
    r->line = line;
    r->own = fo_initial_own;
    r->in_shorthand = false;
    r->at = NULL;
}

void refine_apply(struct refine *r, const struct fo_attr *attrs, int n, bool own)
{
    for (int i = 0; i < n; i++)
        if ((fo_properties[attrs[i].property].where == WHERE_OWN) == own)
            refine_set(r, attrs[i].property, (enum fo_component)attrs[i].component, attrs[i].value);
}

int32_t refine_order(int property, enum fo_component component)
{
    return ((fo_properties[property].rank - RANK_MODE) * PROP_COUNT + property) *
               (COMPONENT_UNKNOWN + 1) +
           (int)component;
}

void refine_sort(struct fo_attr *attrs, int n)
{
    for (int i = 1; i < n; i++) { /* insertion: attributes are few, and often in order */
        struct fo_attr a = attrs[i];
        int k = i;

        for (; k > 0 && attrs[k - 1].order > a.order; k--)
            attrs[k] = attrs[k - 1];
        attrs[k] = a;
    }
}

static void finish_borders(struct refine *r)
{
    for (int e = EDGE_BEFORE; e <= EDGE_END; e++) {
        struct fo_border *b = &r->box.border[e];

        if (b->style == BORDER_NONE || b->style == BORDER_HIDDEN)
            b->width = 0;
        if (!(r->border_colour_given & 1u << e))
            b->colour = r->text.colour;
    }
}

static const struct fo_length *margin_at(const struct refine *r, enum fo_side side)
{
    return r->margin_given & 1u << (side - SIDE_TOP) ? &r->margin[side - SIDE_TOP] : NULL;
}

/* The margin that becomes a space: none where the space is given and the margin is only that of the
 * shorthand, which is less precise. */
static const struct fo_length *space_margin_at(const struct refine *r, enum fo_side side)
{
    if (r->margin_shorthand & 1u << (side - SIDE_TOP) &&
        r->space_given & 1u << refine_edge(r, (uint8_t)side))
        return NULL;
    return margin_at(r, side);
}

static void add(struct fo_length *a, const struct fo_length *b)
{
    a->abs += b->abs;
    a->pct += b->pct;
}

/* 5.3.2: an indent from a margin counts from the parent's indent, or from the edge where the
 * object makes a reference area of its own. Without a margin an indent stays as it is: padding and
 * border then stand outside of it. */
static void indent_from_margin(struct refine *r, enum fo_edge edge, const struct fo_length *margin)
{
    struct fo_length *indent = edge == EDGE_START ? &r->text.start_indent : &r->text.end_indent;
    struct fo_length border = fo_length_abs(r->box.border[edge].width);

    if (!margin)
        return;
    *indent = edge == EDGE_START ? r->parent->text->start_indent : r->parent->text->end_indent;
    if (r->element->level == LEVEL_REFERENCE)
        *indent = (struct fo_length){0};
    add(indent, margin);
    add(indent, &r->box.padding[edge]);
    add(indent, &border);
}

/* A margin stays at the edges of a page, unlike a space. */
static void space_from_margin(struct refine *r, struct fo_space *space,
                              const struct fo_length *margin)
{
    if (!margin)
        return;
    space->min = space->opt = space->max = *margin;
    space->retain = true;
    r->box_used = true;
}

static void finish_margins(struct refine *r)
{
    bool rtl = r->text.writing_mode == MODE_RL_TB;
    enum fo_side start = rtl ? SIDE_RIGHT : SIDE_LEFT, end = rtl ? SIDE_LEFT : SIDE_RIGHT;

    if (r->element->level == LEVEL_INLINE) {
        space_from_margin(r, &r->box.space_start, space_margin_at(r, start));
        space_from_margin(r, &r->box.space_end, space_margin_at(r, end));
        return;
    }
    indent_from_margin(r, EDGE_START, margin_at(r, start));
    indent_from_margin(r, EDGE_END, margin_at(r, end));
    space_from_margin(r, &r->box.space_before, space_margin_at(r, SIDE_TOP));
    space_from_margin(r, &r->box.space_after, space_margin_at(r, SIDE_BOTTOM));
}

void refine_finish(struct refine *r)
{
    finish_borders(r);
    if (r->margin_given && r->element->level != LEVEL_REGION && r->element->level != LEVEL_NONE)
        finish_margins(r);
}
