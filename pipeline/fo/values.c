/* Reading the values of the types that many properties share. */
#include "fo/colour.h"
#include "fo/expression.h"
#include "fo/words.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct fo_length fo_length_abs(mpt abs)
{
    return (struct fo_length){.abs = abs};
}

void fo_store_int(void *field, size_t size, int32_t value)
{
    uint8_t byte = (uint8_t)value;

    if (size == sizeof byte)
        memcpy(field, &byte, sizeof byte);
    else
        memcpy(field, &value, sizeof value);
}

int32_t fo_load_int(const void *field, size_t size)
{
    int32_t value = 0;

    if (size == 1)
        return *(const uint8_t *)field;
    memcpy(&value, field, sizeof value);
    return value;
}

bool fo_length_of(const struct fo_number *n, struct fo_length *out)
{
    int64_t pct = fo_round(n->pct, 1000), proportion = fo_round(n->proportion, 1000);

    if ((n->power != 1 && n->abs != 0) || pct > INT32_MAX / 4 || pct < INT32_MIN / 4 ||
        proportion > INT32_MAX / 4 || proportion < 0)
        return false;
    *out = (struct fo_length){
        .abs = fo_number_mpt(n), .pct = (int32_t)pct, .proportion = (int32_t)proportion};
    return true;
}

bool fo_read_length(struct refine *r, const char *s, struct fo_length *out)
{
    struct fo_number n;

    return fo_expression(r, s, r->text.font_size, &n) && fo_length_of(&n, out);
}

bool fo_read_mpt(struct refine *r, const char *s, mpt *out)
{
    struct fo_length l;

    if (!fo_read_length(r, s, &l) || l.pct || l.proportion)
        return false;
    *out = l.abs;
    return true;
}

/* Fractions are rounded and too small values become the least, as the specification says of
 * counts. */
bool fo_read_integer(struct refine *r, const char *s, int least, int32_t *out)
{
    struct fo_number n;
    int64_t v;

    if (!fo_expression(r, s, r->text.font_size, &n) || n.power)
        return false;
    v = fo_round(n.abs, FO_ONE);
    if (v > INT32_MAX / 2)
        return false;
    *out = v < least ? least : (int32_t)v;
    return true;
}

bool fo_read_uri(struct refine *r, const char *s, const char **out)
{
    size_t len = strlen(s);

    if (strncmp(s, "url(", 4) == 0) {
        if (s[len - 1] != ')')
            return false;
        s += 4;
        len -= 5;
    }
    for (; len > 0 && strchr(" \t\r\n", *s); s++)
        len--;
    while (len > 0 && strchr(" \t\r\n", s[len - 1]))
        len--;
    if (len >= 2 && (*s == '"' || *s == '\'') && s[len - 1] == *s) {
        s++;
        len -= 2;
    }
    *out = arena_strndup(r->arena, s, len);
    return true;
}

static bool read_range(struct refine *r, struct fo_range *range, enum fo_component component,
                       const char *value)
{
    struct fo_length l;
    int32_t word;

    if (fo_word_find(fo_words_auto, value, &word) || strcmp(value, "none") == 0)
        l = (struct fo_length){.is_auto = true};
    else if (!fo_read_length(r, value, &l))
        return false;
    if (component == COMPONENT_NONE || component == COMPONENT_LENGTH)
        range->min = range->opt = range->max = l;
    else if (component == COMPONENT_MINIMUM)
        range->min = l;
    else if (component == COMPONENT_OPTIMUM)
        range->opt = l;
    else if (component == COMPONENT_MAXIMUM)
        range->max = l;
    else
        return false;
    return true;
}

/* The optimum lies within the range, whatever order the components came in (5.11). */
static void keep_order(struct fo_space *s)
{
    if (s->max.pct == s->opt.pct && s->max.abs < s->opt.abs)
        s->max = s->opt;
    if (s->min.pct == s->opt.pct && s->min.abs > s->opt.abs)
        s->min = s->opt;
}

static bool read_space_length(struct refine *r, struct fo_space *space, enum fo_component component,
                              const char *value)
{
    struct fo_length l;

    if (!fo_read_length(r, value, &l))
        return false;
    if (component == COMPONENT_NONE)
        space->min = space->opt = space->max = l;
    else if (component == COMPONENT_MINIMUM)
        space->min = l;
    else if (component == COMPONENT_MAXIMUM)
        space->max = l;
    else
        space->opt = l;
    return true;
}

static bool read_space(struct refine *r, struct fo_space *space, enum fo_component component,
                       const char *value)
{
    int32_t word;

    switch (component) {
    case COMPONENT_NONE:
    case COMPONENT_MINIMUM:
    case COMPONENT_OPTIMUM:
    case COMPONENT_MAXIMUM:
        return read_space_length(r, space, component, value);
    case COMPONENT_PRECEDENCE:
        if (fo_word_find(fo_words_precedence, value, &word))
            space->precedence = word;
        else if (fo_read_integer(r, value, 0, &word))
            space->precedence = word;
        else
            return false;
        return true;
    case COMPONENT_CONDITIONALITY:
        if (!fo_word_find(fo_words_conditionality, value, &word))
            return false;
        space->retain = word;
        return true;
    default:
        return false;
    }
}

static bool read_keep(struct refine *r, struct fo_keep *keep, enum fo_component component,
                      const char *value)
{
    int32_t v;

    if (!fo_word_find(fo_words_keep, value, &v) && !fo_read_integer(r, value, 1, &v))
        return false;
    if (component == COMPONENT_NONE || component == COMPONENT_WITHIN_LINE)
        keep->line = v;
    if (component == COMPONENT_NONE || component == COMPONENT_WITHIN_COLUMN)
        keep->column = v;
    if (component == COMPONENT_NONE || component == COMPONENT_WITHIN_PAGE)
        keep->page = v;
    return component == COMPONENT_NONE || component == COMPONENT_WITHIN_LINE ||
           component == COMPONENT_WITHIN_COLUMN || component == COMPONENT_WITHIN_PAGE;
}

static bool read_conditionality(const char *value, bool *retain)
{
    int32_t word;

    if (!fo_word_find(fo_words_conditionality, value, &word))
        return false;
    *retain = word;
    return true;
}

static bool read_padding(struct refine *r, const struct fo_property *p, enum fo_component component,
                         const char *value)
{
    enum fo_edge edge = refine_edge(r, p->arg);
    struct fo_length l;

    r->box_used = true;
    if (component == COMPONENT_CONDITIONALITY)
        return read_conditionality(value, &r->box.padding_retain[edge]);
    if (!fo_read_length(r, value, &l) || l.proportion)
        return false;
    if (l.abs < 0)
        l.abs = 0;
    r->box.padding[edge] = l;
    return component == COMPONENT_NONE || component == COMPONENT_LENGTH;
}

static bool read_border_width(struct refine *r, struct fo_border *b, enum fo_component component,
                              const char *value)
{
    int32_t word;

    if (component == COMPONENT_CONDITIONALITY)
        return read_conditionality(value, &b->retain);
    if (fo_word_find(fo_words_border_width, value, &word))
        b->width = word;
    else if (!fo_read_mpt(r, value, &b->width))
        return false;
    if (b->width < 0)
        b->width = 0;
    return component == COMPONENT_NONE || component == COMPONENT_LENGTH;
}

static bool read_border(struct refine *r, const struct fo_property *p, enum fo_component component,
                        const char *value)
{
    struct fo_border *b = refine_field(r, p);
    int32_t word;

    if (p->type == TYPE_BORDER_WIDTH)
        return read_border_width(r, b, component, value);
    if (component != COMPONENT_NONE)
        return false;
    if (p->type == TYPE_BORDER_COLOUR) {
        r->border_colour_given |= (uint8_t)(1u << refine_edge(r, p->arg));
        return fo_colour_read(value, &b->colour);
    }
    if (!fo_word_find(fo_words_border_style, value, &word))
        return false;
    b->style = (enum fo_border_style)word;
    return true;
}

static bool read_margin(struct refine *r, const struct fo_property *p, const char *value)
{
    struct fo_length l = {0};

    if (strcmp(value, "auto") != 0 && (!fo_read_length(r, value, &l) || l.proportion))
        return false;
    r->margin[p->arg - SIDE_TOP] = l;
    r->margin_given |= (uint8_t)(1u << (p->arg - SIDE_TOP));
    if (r->in_shorthand)
        r->margin_shorthand |= (uint8_t)(1u << (p->arg - SIDE_TOP));
    else
        r->margin_shorthand &= (uint8_t) ~(1u << (p->arg - SIDE_TOP));
    return true;
}

static bool read_length_field(struct refine *r, const struct fo_property *p, struct fo_length *out,
                              const char *value)
{
    int32_t word;

    if (!fo_word_find(p->words, value, &word))
        return fo_read_length(r, value, out);
    *out = (struct fo_length){.is_auto = true};
    return true;
}

static bool read_integer_field(struct refine *r, const struct fo_property *p, void *field,
                               const char *value)
{
    int32_t v;

    if (!fo_word_find(p->words, value, &v) && !fo_read_integer(r, value, p->arg, &v))
        return false;
    /* no limit on hyphens in a row is 0 in the tree, 0 repeats of a master are none */
    if (p - fo_properties == PROP_hyphenation_ladder_count && v < 0)
        v = 0;
    fo_store_int(field, p->size, v);
    return true;
}

static bool read_string_field(struct refine *r, const struct fo_property *p, const char **field,
                              const char *value)
{
    int32_t word;

    if (p->type == TYPE_STRING) {
        *field = *value ? arena_strdup(r->arena, value) : NULL;
        return true;
    }
    if (fo_word_find(p->words, value, &word)) {
        *field = NULL;
        return true;
    }
    return fo_read_uri(r, value, field);
}

static bool read_simple(struct refine *r, const struct fo_property *p, const char *value)
{
    void *field = refine_field(r, p);
    int32_t word;

    switch (p->type) {
    case TYPE_KEYWORD:
        if (!fo_word_find(p->words, value, &word))
            return false;
        fo_store_int(field, p->size, word);
        return true;
    case TYPE_INTEGER:
        return read_integer_field(r, p, field, value);
    case TYPE_MPT:
        if (fo_word_find(p->words, value, &word))
            return *(mpt *)field = word, true;
        return fo_read_mpt(r, value, field);
    case TYPE_LENGTH:
        return read_length_field(r, p, field, value);
    case TYPE_COLOUR:
        return fo_colour_read(value, field);
    case TYPE_STRING:
    case TYPE_URI:
        return read_string_field(r, p, field, value);
    default:
        return false;
    }
}

static bool read_space_field(struct refine *r, const struct fo_property *p,
                             enum fo_component component, const char *value)
{
    struct fo_space *space = refine_field(r, p);

    if (!read_space(r, space, component, value))
        return false;
    if (component != COMPONENT_MINIMUM && component != COMPONENT_MAXIMUM)
        keep_order(space);
    r->space_given |= (uint8_t)(1u << p->arg);
    return true;
}

bool refine_read(struct refine *r, const struct fo_property *p, enum fo_component component,
                 const char *value)
{
    switch (p->type) {
    case TYPE_NONE:
        return true;
    case TYPE_RANGE:
        return read_range(r, refine_field(r, p), component, value);
    case TYPE_SPACE:
        return read_space_field(r, p, component, value);
    case TYPE_KEEP:
        return read_keep(r, refine_field(r, p), component, value);
    case TYPE_PADDING:
        return read_padding(r, p, component, value);
    case TYPE_BORDER_STYLE:
    case TYPE_BORDER_WIDTH:
    case TYPE_BORDER_COLOUR:
        return read_border(r, p, component, value);
    case TYPE_MARGIN:
        return component == COMPONENT_NONE && read_margin(r, p, value);
    case TYPE_CUSTOM:
    case TYPE_SHORTHAND:
        return p->set(r, p, component, value);
    default:
        return component == COMPONENT_NONE && read_simple(r, p, value);
    }
}
