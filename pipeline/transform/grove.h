/* Private to transform: documents of libxml2's structures, built in an arena.
 *
 * They are read like any others. They are freed at once, with their arena, and so libxml2 must not
 * take anything out of them or free anything in them: transform_doc_free knows them, and
 * grove_drop_attribute takes out an attribute. */
#ifndef TRANSFORM_GROVE_H
#define TRANSFORM_GROVE_H

#include "base/arena.h"

#include <libxml/tree.h>
#include <stdbool.h>

/* Where the next node goes. */
struct grove {
    struct arena *arena;
    xmlDocPtr doc;
    xmlNodePtr parent; /* NULL: only text is taken, the rest is dropped */
    char *text;        /* words that wait for more of them */
    size_t len, cap;
    int dropped; /* elements open where only text is taken */
};

/* Arenas of documents that are gone, for the next ones: their memory is warm. And the names in all
 * of them and in stylesheets, which are equal where their addresses are. */
struct grove_shed {
    struct _xmlDict *names;
    struct arena *spare[8];
    int n;
};
void grove_shed_empty(struct grove_shed *shed);

/* A document with an arena of its own, which comes from the shed and goes back there. */
xmlDocPtr grove_new(struct grove_shed *shed);
bool grove_owns(const xmlDoc *doc);
/* Of any document that has none yet: where it says that it comes from. */
void grove_set_url(xmlDocPtr doc, const char *url);
/* The same as a document of libxml2's own, which may be changed; doc is freed. */
xmlDocPtr grove_released(xmlDocPtr doc);
/* Elements of one name, each of which is wanted or passed over with all that is in it. */
struct grove_filter {
    const char *name, *attribute;                            /* without prefix */
    bool (*wanted)(void *user, const char *value, size_t n); /* of that attribute, "" if absent */
    void *user;
};
/* A file of ours (grove_read.c), with lines, and its URL set; filter NULL: all of it. NULL: it
 * cannot be read, is not well-formed or has a DOCTYPE. */
xmlDocPtr grove_read(struct grove_shed *shed, const char *path, const struct grove_filter *filter);
void grove_free(xmlDocPtr doc);

void grove_start(struct grove *g, xmlDocPtr doc); /* at its top level */
xmlNodePtr grove_fragment(struct grove *g);       /* a fragment beside the document, now current */
void grove_start_text(struct grove *g, xmlDocPtr doc); /* text alone */
/* The text alone, zero-terminated. */
const char *grove_take_text(struct grove *g);

/* Strings are copied, but names and what is said of namespaces must be of the shed's names. */
const char *grove_name(struct grove *g, const char *name); /* as one of them */
void grove_text(struct grove *g, const char *s, size_t n);
void grove_flush(struct grove *g); /* waiting words become a node */
void grove_comment(struct grove *g, const char *text);
/* Opens an element; the namespace is found or declared. */
xmlNodePtr grove_open(struct grove *g, const char *name, const char *href, const char *prefix);
/* One of the same name, without attributes. */
void grove_open_like(struct grove *g, const xmlNode *element);
void grove_close(struct grove *g);
/* Declares a namespace on the element that is open, if it does not hold there yet. */
xmlNsPtr grove_namespace(struct grove *g, const char *href, const char *prefix);
/* Replaces one of the same name. Dropped once the element has children. */
void grove_attribute(struct grove *g, const char *name, const char *href, const char *prefix,
                     const char *value);
/* With a value of n bytes. */
void grove_attribute_n(struct grove *g, const char *name, const char *href, const char *prefix,
                       const char *value, size_t n);
/* With a value that outlives all groves, and is not copied: nobody asks whose it is. */
void grove_attribute_of(struct grove *g, const char *name, const char *href, const char *prefix,
                        xmlNodePtr value);
/* Says that a document of ours outlives all groves and stylesheets and stays as it is: copies
 * borrow its strings. Its names are those of the shed. */
void grove_lasting(xmlDocPtr doc);
bool grove_lasts(const xmlNode *node); /* whether it stands in such a document */
/* A copy of an element, attribute, text or, of a document or fragment, what is in it. */
void grove_copy(struct grove *g, const xmlNode *node);

/* Takes an attribute without namespace out of an element of any document; false: it has none. */
bool grove_drop_attribute(xmlNodePtr element, const char *name);

#endif
