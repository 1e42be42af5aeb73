/* Refinement of one object (XSL 1.1, section 5): from attribute strings to computed values. */
#ifndef FO_REFINE_H
#define FO_REFINE_H

#include "fo/elements.h"
#include "fo/number.h"
#include "fo/properties.h"

/* An attribute of an object. */
struct fo_attr {
    int16_t property;  /* enum fo_property_id */
    uint8_t component; /* enum fo_component */
    int32_t order;     /* among the attributes of an object: refine_order */
    const char *value; /* as long as the frame */
};

/* What the children of an object see of it. The outermost frame holds the initial values. */
struct fo_frame {
    struct fo_frame *parent;
    const struct fo_element *element; /* NULL in the outermost frame */
    const struct fo_text_props *text;
    const struct fo_box_props *box;
    const struct fo_attr *attrs; /* sorted by rank */
    int nattrs;
    uint8_t direction;         /* inherited */
    struct fo_column *columns; /* of a table: those that were declared */
    int column;                /* of a cell: the first that it stands in, from 1 */
};

/* A declared column of a table, as from-table-column() sees it. */
struct fo_column {
    struct fo_frame frame;
    int first, last;
    struct fo_column *next;
};

struct refine {
    struct arena *arena;
    struct diag *diag;
    const char *file;
    int line;
    const struct fo_frame *parent;
    const struct fo_element *element;
    struct fo_text_props text;
    struct fo_box_props box;
    struct fo_own own;
    struct fo_length margin[4];   /* by side - SIDE_TOP */
    uint8_t margin_given;         /* bits by side - SIDE_TOP */
    uint8_t margin_shorthand;     /* which of them came from the shorthand alone */
    uint8_t space_given;          /* bits by edge: space-before, -after, -start, -end */
    uint8_t border_colour_given;  /* bits by edge */
    const struct fo_property *at; /* the property being read */
    bool in_shorthand;            /* at is a part of one */
    bool box_used;                /* something was written to box */
    int column;                   /* of a table cell */
    bool remarked;                /* something was reported: each document is to get the report */
    bool depends; /* the result does not follow from the parent's text properties alone */
};

extern const struct fo_text_props fo_initial_text;
extern const struct fo_box_props fo_initial_box;
extern const struct fo_own fo_initial_own;

/* Starts an object that stands in parent: inherits. */
void refine_begin(struct refine *r, const struct fo_frame *parent, const struct fo_element *element,
                  int line);
/* Starts reading what belongs to the object alone, after all else. */
void refine_begin_own(struct refine *r, const struct fo_frame *frame, int line);
/* Applies the attributes (sorted by rank): those that go into own, or all others. */
void refine_apply(struct refine *r, const struct fo_attr *attrs, int n, bool own);
/* Brings together what several properties decide: borders, indents and margins (5.3). */
void refine_finish(struct refine *r);

/* Sorts attributes by the rank of their property, then by table and component. */
int32_t refine_order(int property, enum fo_component component);
void refine_sort(struct fo_attr *attrs, int n);

/* One property; reports a value that cannot be used. Shorthands call it for their parts. */
void refine_set(struct refine *r, int property, enum fo_component component, const char *value);
/* Reads a value into its field; false if it is not one (values.c). */
bool refine_read(struct refine *r, const struct fo_property *p, enum fo_component component,
                 const char *value);
/* Copies the value that property from had on the object of frame to property p of this object;
 * false if their types differ. */
bool refine_copy(struct refine *r, const struct fo_property *p, const struct fo_property *from,
                 const struct fo_frame *frame);

/* The edge that p.arg means in the object's writing mode. */
enum fo_edge refine_edge(const struct refine *r, uint8_t arg);
/* Where the value of p is in the object, or NULL. */
void *refine_field(struct refine *r, const struct fo_property *p);
const void *refine_field_of(const struct fo_property *p, const struct fo_frame *frame,
                            enum fo_writing_mode mode);
struct diag_place refine_place(const struct refine *r);

/* ---- reading values (values.c) ------------------------------------------------------------- */

bool fo_read_length(struct refine *r, const char *s, struct fo_length *out);
bool fo_read_mpt(struct refine *r, const char *s, mpt *out);
bool fo_read_integer(struct refine *r, const char *s, int least, int32_t *out);
bool fo_read_uri(struct refine *r, const char *s, const char **out);
bool fo_length_of(const struct fo_number *n, struct fo_length *out); /* false: out of range */
struct fo_length fo_length_abs(mpt abs);
/* Writes a small integer into a field of 1 or 4 bytes. */
void fo_store_int(void *field, size_t size, int32_t value);
int32_t fo_load_int(const void *field, size_t size);

#endif
