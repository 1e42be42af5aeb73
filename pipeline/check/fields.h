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

/* The reader of one document, as far as fields are concerned. */
struct reader {
    const struct secret_job *job;
    unsigned role;            /* one bit; 0: the office */
    const xmlNode *party;     /* NULL: the office */
    const xmlChar *party_key; /* its id */
    /* the rows of the table whose leaves are alike, in order: first and next are one more than the
     * row, 0 ends a chain */
    uint8_t first[FIELD_CHAINS], next[FIELD_ROWS];
};

struct reader reader_of(const struct secret_job *job);
/* Whether the value of an element (attribute NULL) or of an attribute of it is secret to the
 * reader. *shape: what it looks like. */
bool field_is_secret(const struct reader *r, const xmlNode *element, const xmlAttr *attribute,
                     enum shape *shape);

#endif
