/* Fields: what kind of value stands in a place of the case, and whether a reader may see it. */
#ifndef CHECK_FIELDS_H
#define CHECK_FIELDS_H

#include "check/secret.h"

#include <libxml/tree.h>
#include <stdint.h>

enum shape {
    SHAPE_PROSE, /* sentences */
    SHAPE_LINE,
    SHAPE_NAME,  /* of a human being: each word tells */
    SHAPE_PLACE, /* of a place or a unit: each word tells */
    SHAPE_STREET,
    SHAPE_POSTCODE,
    SHAPE_PHONE,
    SHAPE_NUMBER, /* personal number */
    SHAPE_DATE,   /* of birth */
    SHAPE_EMAIL,
    SHAPE_CODE /* no value that could tell anything */
};

enum { FIELD_ROWS = 127, FIELD_CHAINS = 64 };

/* The rows of the table whose leaves are alike, in order: first and next are one more than the row,
 * 0 ends a chain. */
struct field_rows {
    uint8_t first[FIELD_CHAINS], next[FIELD_ROWS];
};
struct field_rows field_rows(void);

/* A place of the case that a value stands in: all that does not depend on the reader. */
struct field_place {
    const struct field *field; /* its row; NULL: in no row */
    enum shape shape;          /* what the value looks like */
    const xmlNode *element;
    const xmlNode *party; /* that it stands in; NULL: in none */
    bool protected;       /* that party is, or may be */
};
/* Of an element's text (attribute NULL) or of an attribute of it. */
struct field_place field_place(const struct field_rows *rows, const xmlNode *element,
                               const xmlAttr *attribute);

/* The reader of one document, as far as fields are concerned. */
struct reader {
    const struct secret_job *job;
    unsigned role;            /* one bit; 0: the office */
    const xmlNode *party;     /* NULL: the office */
    const xmlChar *party_key; /* its id */
};

struct reader reader_of(const struct secret_job *job);
/* Whether what stands there is secret to the reader. */
bool field_is_secret(const struct reader *r, const struct field_place *place);

#endif
