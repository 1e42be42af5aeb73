/* The table of properties, from properties.def, and finding a row by name. */
#include "fo/properties.h"

#include "fo/custom.h"
#include "fo/words.h"

#include <string.h>

#define FIELD(place, structure, member)                                                            \
    .where = (place), .offset = offsetof(struct structure, member),                                \
    .size = sizeof(((struct structure *)0)->member)
#define TEXT(member) FIELD(WHERE_TEXT, fo_text_props, member)
#define BOX(member) FIELD(WHERE_BOX, fo_box_props, member)
#define OWN(member) FIELD(WHERE_OWN, fo_own, member)
#define KEYWORD(list) .type = TYPE_KEYWORD, .words = fo_words_##list
#define LENGTH_AUTO .type = TYPE_LENGTH, .words = fo_words_auto
#define CUSTOM(function) .type = TYPE_CUSTOM, .set = fo_set_##function
#define SHORTHAND(function, order)                                                                 \
    .type = TYPE_SHORTHAND, .set = fo_expand_##function, .rank = RANK_##order
#define HARMLESS(value) .type = TYPE_NONE, .harmless = (value)
#define YES true
#define NO false
#define P(id, name_, section_, inherited_, support_, ...)                                          \
    {.name = (name_),                                                                              \
     .section = (section_),                                                                        \
     .inherited = (inherited_),                                                                    \
     .support = SUPPORT_##support_,                                                                \
     __VA_ARGS__},

const struct fo_property fo_properties[PROP_COUNT] = {
#include "fo/properties.def"
};

static int compare(const char *name, size_t len, const char *other)
{
    int order = strncmp(name, other, len);

    return order ? order : other[len] ? -1 : 0;
}

int fo_property_find(const char *name, size_t len)
{
    int low = 0, high = PROP_COUNT - 1;

    while (low <= high) {
        int middle = (low + high) / 2;
        int order = compare(name, len, fo_properties[middle].name);

        if (order == 0)
            return middle;
        if (order < 0)
            high = middle - 1;
        else
            low = middle + 1;
    }
    return PROP_UNKNOWN;
}

static const struct fo_word components[] = {{"minimum", COMPONENT_MINIMUM},
                                            {"optimum", COMPONENT_OPTIMUM},
                                            {"maximum", COMPONENT_MAXIMUM},
                                            {"precedence", COMPONENT_PRECEDENCE},
                                            {"conditionality", COMPONENT_CONDITIONALITY},
                                            {"length", COMPONENT_LENGTH},
                                            {"within-line", COMPONENT_WITHIN_LINE},
                                            {"within-column", COMPONENT_WITHIN_COLUMN},
                                            {"within-page", COMPONENT_WITHIN_PAGE},
                                            {"inline-progression-direction", COMPONENT_INLINE},
                                            {"block-progression-direction", COMPONENT_BLOCK},
                                            {NULL, 0}};

int fo_property_find_compound(const char *name, enum fo_component *component)
{
    const char *dot = strchr(name, '.');
    int32_t value = COMPONENT_NONE;

    if (!dot)
        dot = name + strlen(name);
    else if (!fo_word_find(components, dot + 1, &value))
        value = COMPONENT_UNKNOWN;
    *component = (enum fo_component)value;
    return fo_property_find(name, (size_t)(dot - name));
}

static const char *form_of_type(const struct fo_property *p)
{
    switch (p->type) {
    case TYPE_INTEGER:
        return p->arg ? "<integer ≥ 1>" : "<integer ≥ 0>";
    case TYPE_MPT:
    case TYPE_BORDER_WIDTH:
        return "<length>";
    case TYPE_LENGTH:
    case TYPE_MARGIN:
    case TYPE_PADDING:
        return "<length> | <percentage>";
    case TYPE_COLOUR:
    case TYPE_BORDER_COLOUR:
        return "<color>";
    case TYPE_URI:
        return "url(…)";
    case TYPE_RANGE:
        return "<length> | <percentage> | auto";
    case TYPE_SPACE:
        return "<length>";
    case TYPE_KEEP:
        return "auto | always | <integer ≥ 1>";
    default:
        return NULL;
    }
}

static const struct fo_word *words_of(const struct fo_property *p)
{
    if (p->type == TYPE_BORDER_STYLE)
        return fo_words_border_style;
    return p->type == TYPE_BORDER_WIDTH ? fo_words_border_width : p->words;
}

const char *fo_property_form(const struct fo_property *p, enum fo_component component,
                             struct arena *arena)
{
    const char *form = p->form ? p->form : form_of_type(p);

    if (component == COMPONENT_PRECEDENCE)
        return "force | <integer ≥ 0>";
    if (component == COMPONENT_CONDITIONALITY)
        return "discard | retain";

    for (const struct fo_word *w = words_of(p); w && w->word; w++)
        form = form ? arena_printf(arena, "%s | %s", form, w->word) : w->word;
    return form;
}
