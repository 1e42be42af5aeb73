/* Reading XML safely: no network, no DTD loading, no entity expansion, capped size, depth and
 * nodes. */
#ifndef READ_READ_H
#define READ_READ_H

#include "base/diag.h"
#include "base/sax.h"

#include <stdbool.h>
#include <stddef.h>

struct _xmlDoc;

struct read_limits {
    size_t bytes; /* default 8 MiB */
    int depth;    /* default 256 (FO: more) */
    size_t nodes; /* default 1,000,000 */
    /* Comments and instructions within the root are passed over, so that the text around them is
     * one: whoever takes the first text of an element takes all of it. */
    bool bare; /* default false */
};
extern const struct read_limits read_limits_default;
extern const struct read_limits read_limits_case; /* bare */
extern const struct read_limits read_limits_fo;   /* for `duform format`: large documents */

/* From now on what XML and stylesheets were in memory is wiped when it is given back. Before
 * anything else of libxml2. */
void read_take_memory(void);
/* Whether it is, from now on; gives whether it was. It takes a tenth of the time of a letter in a
 * mailing, and what never held a case need not be wiped. */
bool read_wipe_memory(bool on);

/* Parses a file ("-": standard input). One line says file, line and what was expected, and never
 * echoes content. NULL after a report (EXIT_INPUT). A document type declaration
 * is refused. The caller frees with xmlFreeDoc. */
struct _xmlDoc *read_xml(const char *path, const struct read_limits *limits, struct diag *diag);
struct _xmlDoc *read_xml_memory(const char *data, size_t len, const char *name,
                                const struct read_limits *limits, struct diag *diag);

/* Who takes a document while it is read, so that it is never in memory as a whole. What is handed
 * over lives during the call, but for names and namespaces (base/sax.h); text comes in pieces. */
struct read_visitor {
    void (*open)(void *user, const struct sax_element *element);
    void (*text)(void *user, const char *s, size_t len, int line);
    void (*close)(void *user);
    void *user;
};
/* As read_xml; false after a report. The visitor may have seen a part by then. */
bool read_xml_parts(const char *path, const struct read_limits *limits,
                    const struct read_visitor *visitor, struct diag *diag);

/* Whether the root is element root of namespace uri; reports what was expected (EXIT_INPUT). */
bool read_root_is(struct _xmlDoc *doc, const char *uri, const char *root, const char *name,
                  struct diag *diag);

/* The attribute ref of the root element in the bytes of a file, without parsing the rest; false and
 * "" if none is seen. What it finds has not been checked. */
enum { READ_REFERENCE = 41 };
bool read_reference(const char *data, size_t len, char ref[READ_REFERENCE]);

/* A compiled XSD. NULL after a report (EXIT_SYSTEM: it is our own data). */
struct read_schema;
struct read_schema *read_schema_new(const char *path, struct diag *diag);
/* The same, but nothing is required, neither elements nor attributes nor that keys refer to
 * something: it finds wrong values in a document of which much is missing. */
struct read_schema *read_schema_relaxed(const char *path, struct diag *diag);
void read_schema_free(struct read_schema *s);
/* Validates; each fault is one line, at most 20. name: file name for messages. */
bool read_validate(struct read_schema *s, struct _xmlDoc *doc, const char *name, struct diag *diag);

/* A fault, taken apart. All lives only during the call. */
struct read_fault {
    const struct _xmlNode *node; /* element or attribute; NULL: not known */
    const char *attribute;       /* whose value it is, where libxml2 names the element; NULL */
    bool is_value;               /* against a type; else something is missing or too much */
    int line;
    const char *what; /* <person protection> */
    const char *text; /* what was expected, in the language of messages */
};
/* The same, without reporting; diag: for the language. All faults, some of them twice. */
bool read_validate_each(struct read_schema *s, struct _xmlDoc *doc, struct diag *diag,
                        void (*each)(void *user, const struct read_fault *fault), void *user);

/* A draft is a case that lacks something; it bears the instruction <?duform-draft?> before its
 * root, and no document is made of it. */
#define READ_DRAFT "duform-draft"
/* false: it is none. */
bool read_is_draft(const struct _xmlDoc *doc);

#endif
