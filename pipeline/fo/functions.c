/* Property value functions: the object that they look at, and the value that it has (XSL 1.1,
 * 5.10.4). */
#include "fo/expression.h"

#include <string.h>

static bool is(const char *name, size_t len, const char *function)
{
    return strlen(function) == len && memcmp(name, function, len) == 0;
}

const struct fo_frame *fo_nearest(const struct refine *r, enum fo_element_id id)
{
    if (r->element && r->element->id == id)
        return NULL;
    for (const struct fo_frame *f = r->parent; f && f->element; f = f->parent)
        if (f->element->id == id)
            return f;
    return NULL;
}

struct fo_number fo_number_of_length(const struct fo_length *l)
{
    return (struct fo_number){.power = 1,
                              .abs = l->abs * 1000,
                              .pct = (int64_t)l->pct * 1000,
                              .proportion = (int64_t)l->proportion * 1000};
}

/* The column of the cell that is being refined, or that the object stands in. */
static const struct fo_frame *column_frame(const struct refine *r)
{
    bool own = r->element && r->element->id == ELEMENT_table_cell;
    const struct fo_frame *cell = own ? NULL : fo_nearest(r, ELEMENT_table_cell);
    const struct fo_frame *table = own ? r->parent : cell ? cell->parent : NULL;
    int number = own ? r->column : cell ? cell->column : 0;

    while (table && !(table->element && table->element->id == ELEMENT_table))
        table = table->parent;
    for (const struct fo_column *c = table ? table->columns : NULL; c; c = c->next)
        if (number >= c->first && number <= c->last)
            return &c->frame;
    return NULL;
}

static bool is_specified(const struct fo_frame *f, int property)
{
    for (int i = 0; i < f->nattrs; i++)
        if (f->attrs[i].property == property)
            return true;
    return false;
}

const struct fo_frame *fo_function_frame(struct refine *r, const char *name, size_t len,
                                         int property)
{
    const struct fo_frame *f = r->parent;

    if (is(name, len, "from-table-column")) {
        f = column_frame(r);
    } else if (is(name, len, "from-nearest-specified-value")) {
        while (f->parent && !is_specified(f, property))
            f = f->parent;
    } else if (!is(name, len, "from-parent") && !is(name, len, "inherited-property-value")) {
        return NULL;
    }
    r->depends = true;
    return f;
}

/* 5.3.2 read backwards: what of the object's indent is a margin. */
static struct fo_length indent_margin(const struct fo_frame *f, enum fo_edge edge)
{
    const struct fo_text_props *outer = f->parent ? f->parent->text : f->text;
    struct fo_length own = edge == EDGE_START ? f->text->start_indent : f->text->end_indent;
    struct fo_length from = edge == EDGE_START ? outer->start_indent : outer->end_indent;
    const struct fo_length *padding = &f->box->padding[edge];

    if (f->element && f->element->level == LEVEL_REFERENCE)
        from = (struct fo_length){0};
    if (own.abs == from.abs && own.pct == from.pct)
        return (struct fo_length){0};
    own.abs -= from.abs + padding->abs + f->box->border[edge].width;
    own.pct -= from.pct + padding->pct;
    return own;
}

struct fo_length fo_margin_of(const struct fo_frame *frame, uint8_t side)
{
    bool rtl = frame->text->writing_mode == MODE_RL_TB;

    switch (side) {
    case SIDE_TOP:
        return frame->box->space_before.opt;
    case SIDE_BOTTOM:
        return frame->box->space_after.opt;
    default:
        return indent_margin(frame, (side == SIDE_LEFT) == rtl ? EDGE_END : EDGE_START);
    }
}

bool fo_number_of_property(const struct fo_frame *frame, int property, struct fo_number *out)
{
    const struct fo_property *p = &fo_properties[property];
    struct fo_length margin;
    const void *field = refine_field_of(p, frame, frame->text->writing_mode);
    const struct fo_length *length = field;

    if (p->type == TYPE_MARGIN) {
        margin = fo_margin_of(frame, p->arg);
        *out = fo_number_of_length(&margin);
        return true;
    }
    if (!field)
        return false;
    switch (p->type) {
    case TYPE_INTEGER:
        *out = fo_number_of_int(fo_load_int(field, p->size));
        return true;
    case TYPE_MPT:
        *out = fo_number_of_mpt(*(const mpt *)field);
        return true;
    case TYPE_BORDER_WIDTH:
        *out = fo_number_of_mpt(((const struct fo_border *)field)->width);
        return true;
    case TYPE_SPACE:
        length = &((const struct fo_space *)field)->opt;
        break;
    case TYPE_RANGE:
        length = &((const struct fo_range *)field)->opt;
        break;
    case TYPE_LENGTH:
    case TYPE_PADDING:
        break;
    default:
        if (property == PROP_font_size) {
            *out = fo_number_of_mpt(frame->text->font_size);
            return true;
        }
        if (property != PROP_start_indent && property != PROP_end_indent)
            return false;
    }
    *out = fo_number_of_length(length);
    return !length->is_auto;
}
