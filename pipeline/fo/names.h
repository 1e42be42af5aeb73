/* Attribute names: from what stands in the file to rows of the property table. */
#ifndef FO_NAMES_H
#define FO_NAMES_H

#include "fo/refine.h"

/* The namespaces that attributes and elements can be of. */
enum fo_vocabulary {
    VOCABULARY_NONE,
    VOCABULARY_FO,
    VOCABULARY_XML,
    VOCABULARY_FOX,    /* http://xmlgraphics.apache.org/fop/extensions */
    VOCABULARY_DUFORM, /* urn:duform:fo:1 */
    VOCABULARY_OTHER
};
enum fo_vocabulary fo_vocabulary_of(const char *uri);   /* NULL: none */
const char *fo_vocabulary_prefix(enum fo_vocabulary v); /* "fox:", "" */

/* A parsed document keeps one copy of each name, so names are found again by their address. */
enum { NAME_SLOTS = 256, UNKNOWN_NAMES = 64 };
struct fo_names {
    struct fo_name_slot {
        const char *name;
        uint8_t vocabulary, component;
        int16_t property;
        int32_t order; /* refine_order */
    } slots[NAME_SLOTS];
    uint8_t warned[PROP_COUNT];
    struct fo_unknown_name {
        const char *name;
        enum fo_vocabulary vocabulary;
    } unknown[UNKNOWN_NAMES];
    int nunknown;
};

/* Fills in property and component of attr; false when the attribute is to be left out (unknown, not
 * supported, without effect), which has then been reported once for each name. The name must stay
 * where it is as long as names lives. */
bool fo_names_resolve(struct fo_names *names, enum fo_vocabulary vocabulary, const char *name,
                      const char *value, struct diag *diag, struct diag_place place,
                      struct fo_attr *attr);

#endif
