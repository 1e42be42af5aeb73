/* The table of properties: what there is, how a value is read, and where it goes. */
#ifndef FO_PROPERTIES_H
#define FO_PROPERTIES_H

#include "fo/own.h"

struct refine;

enum fo_property_id {
#define P(id, ...) PROP_##id,
#include "fo/properties.def"
#undef P
    PROP_COUNT
};
#define PROP_UNKNOWN (-1)

enum fo_property_type {
    TYPE_NONE,
    TYPE_KEYWORD, /* a word of .words; the field is a bool, uint8_t or enum */
    TYPE_INTEGER, /* .arg: the least value */
    TYPE_MPT,
    TYPE_LENGTH,
    TYPE_COLOUR,
    TYPE_STRING,
    TYPE_URI,
    TYPE_RANGE,
    TYPE_SPACE,
    TYPE_KEEP,
    TYPE_MARGIN,        /* .arg: side */
    TYPE_PADDING,       /* .arg: edge or side, here and below */
    TYPE_BORDER_STYLE,  /* the field is border[0], the edge is added */
    TYPE_BORDER_WIDTH,  /* so is this */
    TYPE_BORDER_COLOUR, /* and this */
    TYPE_CUSTOM,        /* .set reads it */
    TYPE_SHORTHAND      /* .set hands its parts to other properties */
};

/* .arg of properties of one edge: an enum fo_edge, or a side of the paper, which the writing mode
 * turns into an edge. */
enum fo_side { SIDE_TOP = 4, SIDE_RIGHT, SIDE_BOTTOM, SIDE_LEFT };

enum fo_where { WHERE_NOWHERE, WHERE_TEXT, WHERE_BOX, WHERE_OWN };
enum fo_support { SUPPORT_FULL, SUPPORT_PART, SUPPORT_NONE, SUPPORT_HINT };

/* The order in which the properties of one object are refined: what others depend on comes first,
 * and where two properties set one value, the one that wins comes last (XSL 1.1, 5.2 and 5.3). */
enum fo_rank {
    RANK_MODE = -6,
    RANK_FONT,
    RANK_SIZE,
    RANK_WIDE,
    RANK_MIDDLE,
    RANK_NARROW,
    RANK_PLAIN, /* 0 */
    RANK_ABSOLUTE,
    RANK_LIMIT
};

/* Components of compound properties (XSL 1.1, 5.11): what stands behind the dot. */
enum fo_component {
    COMPONENT_NONE,
    COMPONENT_MINIMUM,
    COMPONENT_OPTIMUM,
    COMPONENT_MAXIMUM,
    COMPONENT_PRECEDENCE,
    COMPONENT_CONDITIONALITY,
    COMPONENT_LENGTH,
    COMPONENT_WITHIN_LINE,
    COMPONENT_WITHIN_COLUMN,
    COMPONENT_WITHIN_PAGE,
    COMPONENT_INLINE,
    COMPONENT_BLOCK,
    COMPONENT_UNKNOWN
};

/* A list of words ends with word == NULL. */
struct fo_word {
    const char *word;
    int32_t value;
};

struct fo_property {
    const char *name, *section;
    bool inherited;
    uint8_t support; /* enum fo_support */
    uint8_t type;    /* enum fo_property_type */
    uint8_t where;   /* enum fo_where */
    int8_t rank;     /* enum fo_rank */
    uint8_t arg;
    uint16_t offset, size; /* of the field */
    const struct fo_word *words;
    const char *harmless; /* the value that needs no warning, NULL: none */
    const char *form;     /* of the values, where type and words do not tell */
    /* Reads value; false when it is not one. */
    bool (*set)(struct refine *r, const struct fo_property *p, enum fo_component component,
                const char *value);
};

extern const struct fo_property fo_properties[PROP_COUNT];

/* By name without component; PROP_UNKNOWN if there is none. */
int fo_property_find(const char *name, size_t len);
/* Splits "space-before.optimum"; COMPONENT_UNKNOWN for an unknown component. */
int fo_property_find_compound(const char *name, enum fo_component *component);
/* The form of the values, for messages: "<length> | auto"; NULL: no short one. */
const char *fo_property_form(const struct fo_property *p, enum fo_component component,
                             struct arena *arena);

/* The value of a word in a list; false if it is not there. */
bool fo_word_find(const struct fo_word *words, const char *s, int32_t *value);
/* The word of a value, NULL if none. */
const char *fo_word_of(const struct fo_word *words, int32_t value);

#endif
