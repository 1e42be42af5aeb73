/* An element of XML as it is met on the way through a document, whoever reads it. */
#ifndef BASE_SAX_H
#define BASE_SAX_H

#include <stdbool.h>
#include <stddef.h>

struct sax_attribute {
    const char *name; /* its local name */
    const char *uri;  /* of its namespace, NULL: none */
    const char *value;
    size_t len; /* of the value */
};

/* Names and namespaces are kept once for a document and stay as long as it is read, so that an
 * address says which one it is. */
struct sax_element {
    const char *name;
    const char *uri;
    const struct sax_attribute *attributes;
    size_t nattributes;
    int line;   /* where its start tag ends; 0: not known */
    bool stays; /* the values are zero-terminated and stay as well; else they go with the call */
};

#endif
