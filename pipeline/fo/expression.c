/* The expression language: a recursive descent over + - * div mod, brackets and functions. */
#include "fo/expression.h"

#include <string.h>

enum { DEEPEST = 32 };

struct parser {
    struct refine *r;
    const char *s;
    mpt em;
    int depth;
};

static bool sum(struct parser *p, struct fo_number *out);

static void skip_space(struct parser *p)
{
    while (*p->s == ' ' || *p->s == '\t' || *p->s == '\n' || *p->s == '\r')
        p->s++;
}

static bool is_name_char(char c)
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == ':';
}

static size_t name_length(const char *s)
{
    size_t n = 0;

    while (is_name_char(s[n]))
        n++;
    return n;
}

static bool accept(struct parser *p, char c)
{
    skip_space(p);
    if (*p->s != c)
        return false;
    p->s++;
    return true;
}

static bool accept_word(struct parser *p, const char *word)
{
    size_t len = strlen(word);

    skip_space(p);
    if (strncmp(p->s, word, len) != 0 || is_name_char(p->s[len]))
        return false;
    p->s += len;
    return true;
}

/* ---- functions ----------------------------------------------------------------------------- */

static bool is(const char *name, size_t len, const char *function)
{
    return strlen(function) == len && memcmp(name, function, len) == 0;
}

static int64_t to_whole(int64_t v, int direction) /* -1 floor, 0 round, 1 ceiling; millionths */
{
    int64_t rest = v % FO_ONE;

    if (rest < 0)
        rest += FO_ONE;
    if (direction == 0) /* a half goes up */
        direction = rest * 2 >= FO_ONE ? 1 : -1;
    return rest == 0 ? v : direction > 0 ? v - rest + FO_ONE : v - rest;
}

/* floor, ceiling, round, min, max, abs (5.10.1) */
static bool number_function(struct parser *p, const char *name, size_t len, struct fo_number *out)
{
    struct fo_number other;

    if (!sum(p, out))
        return false;
    if (is(name, len, "min") || is(name, len, "max")) {
        if (!accept(p, ',') || !sum(p, &other) || other.power != out->power ||
            !fo_number_is_absolute(out) || !fo_number_is_absolute(&other))
            return false;
        if ((name[1] == 'i') == (other.abs < out->abs))
            *out = other;
        return true;
    }
    if (!fo_number_is_absolute(out))
        return false;
    if (is(name, len, "abs"))
        out->abs = out->abs < 0 ? -out->abs : out->abs;
    else if (out->power)
        return false;
    else
        out->abs = to_whole(out->abs, is(name, len, "floor") ? -1 : is(name, len, "ceiling"));
    return true;
}

/* body-start() and label-end() (5.10.4). The indent is that of the list item, which inherits it
 * from the list block that the specification names: so an item with an indent of its own takes its
 * label and body along. */
static bool list_function(struct parser *p, bool body, struct fo_number *out)
{
    const struct fo_frame *item = fo_nearest(p->r, ELEMENT_list_item);
    const struct fo_text_props *list = item ? item->text : &p->r->text;
    struct fo_number distance = fo_number_of_length(&list->provisional_distance);
    struct fo_number separation = fo_number_of_length(&list->provisional_separation);

    p->r->depends = true;
    *out =
        fo_number_of_length(item ? &item->text->start_indent : &p->r->parent->text->start_indent);
    if (!fo_number_add(out, &distance, 1))
        return false;
    if (body)
        return true;
    if (!fo_number_add(out, &separation, -1))
        return false;
    *out = (struct fo_number){.power = 1,
                              .abs = -out->abs,
                              .pct = 100 * FO_ONE - out->pct,
                              .proportion = -out->proportion};
    return true;
}

/* The name between the brackets of a property value function, by default the property itself. */
static bool property_argument(struct parser *p, int *property)
{
    size_t len;

    skip_space(p);
    if ((len = name_length(p->s)) > 0) {
        *property = fo_property_find(p->s, len);
        p->s += len;
    }
    return *property != PROP_UNKNOWN && accept(p, ')');
}

static bool property_function(struct parser *p, const char *name, size_t len, struct fo_number *out)
{
    int property = (int)(p->r->at - fo_properties);
    const struct fo_frame *frame;

    if (!property_argument(p, &property))
        return false;
    frame = fo_function_frame(p->r, name, len, property);
    return frame && fo_number_of_property(frame, property, out);
}

const struct fo_frame *fo_function_of_value(struct refine *r, const char *value, int *property)
{
    struct parser p = {r, value, 0, 0};
    size_t len = name_length(value);

    *property = (int)(r->at - fo_properties);
    p.s += len;
    if (!accept(&p, '(') || !property_argument(&p, property))
        return NULL;
    skip_space(&p);
    return *p.s ? NULL : fo_function_frame(r, value, len, *property);
}

static bool function(struct parser *p, struct fo_number *out)
{
    const char *name = p->s;
    size_t len = name_length(name);
    bool ok;

    p->s += len;
    if (len == 0 || !accept(p, '('))
        return false;
    if (is(name, len, "body-start") || is(name, len, "label-end"))
        return accept(p, ')') && list_function(p, *name == 'b', out);
    if (is(name, len, "from-parent") || is(name, len, "inherited-property-value") ||
        is(name, len, "from-nearest-specified-value") || is(name, len, "from-table-column"))
        return property_function(p, name, len, out);
    if (is(name, len, "proportional-column-width")) {
        if (!sum(p, out) || out->power || !accept(p, ')'))
            return false;
        *out = (struct fo_number){.power = 1, .proportion = out->abs};
        return true;
    }
    ok = is(name, len, "floor") || is(name, len, "ceiling") || is(name, len, "round") ||
         is(name, len, "min") || is(name, len, "max") || is(name, len, "abs");
    return ok && number_function(p, name, len, out) && accept(p, ')');
}

/* ---- operators ----------------------------------------------------------------------------- */

static bool primary(struct parser *p, struct fo_number *out)
{
    skip_space(p);
    if (accept(p, '('))
        return sum(p, out) && accept(p, ')');
    if ((*p->s >= '0' && *p->s <= '9') || *p->s == '.')
        return fo_number_read(&p->s, p->em, out);
    return function(p, out);
}

static bool unary(struct parser *p, struct fo_number *out)
{
    bool negative = false, ok;

    while (accept(p, '-'))
        negative = !negative;
    if (p->depth >= DEEPEST)
        return false;
    p->depth++;
    ok = primary(p, out);
    p->depth--;
    if (ok && negative) {
        out->abs = -out->abs;
        out->pct = -out->pct;
        out->proportion = -out->proportion;
    }
    return ok;
}

static bool product(struct parser *p, struct fo_number *out)
{
    struct fo_number next;

    if (!unary(p, out))
        return false;
    for (;;) {
        if (accept(p, '*')) {
            if (!unary(p, &next) || !fo_number_multiply(out, &next))
                return false;
        } else if (accept_word(p, "div")) {
            if (!unary(p, &next) || !fo_number_divide(out, &next))
                return false;
        } else if (accept_word(p, "mod")) {
            if (!unary(p, &next) || !fo_number_modulo(out, &next))
                return false;
        } else {
            return true;
        }
    }
}

static bool sum(struct parser *p, struct fo_number *out)
{
    struct fo_number next;

    if (!product(p, out))
        return false;
    for (;;) {
        int sign = accept(p, '+') ? 1 : accept(p, '-') ? -1 : 0;

        if (sign == 0)
            return true;
        if (!product(p, &next) || !fo_number_add(out, &next, sign))
            return false;
    }
}

bool fo_expression(struct refine *r, const char *s, mpt em, struct fo_number *out)
{
    struct parser p = {r, s, em, 0};

    if (!sum(&p, out))
        return false;
    skip_space(&p);
    return *p.s == '\0';
}
