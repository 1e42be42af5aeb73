/* Private to the compiled stylesheet: its code. */
#ifndef TRANSFORM_SHEET_CODE_H
#define TRANSFORM_SHEET_CODE_H

#include "transform/path.h"
#include "transform/sheet.h"

/* An attribute value template: text and expressions in turn. */
struct avt {
    const char *text;  /* before the expression */
    struct path *path; /* NULL at the end */
    struct avt *next;
};

struct qname {
    const char *name, *href, *prefix; /* href NULL: no namespace */
};

struct literal_attribute {
    struct qname name;
    struct avt *value;
    xmlNodePtr text; /* of a value without expressions, for all copies; NULL: it has some */
    struct literal_attribute *next;
};

struct namespace
{
    const char *href, *prefix;
    struct namespace *next;
};

enum code_op {
    CODE_TEXT,
    CODE_LITERAL, /* an element of the result */
    CODE_VALUE_OF,
    CODE_IF,
    CODE_CHOOSE, /* its body: CODE_IF for each when, the last without a test for otherwise */
    CODE_FOR_EACH,
    CODE_CALL,
    CODE_APPLY,
    CODE_ATTRIBUTE,
    CODE_ELEMENT,
    CODE_COPY,
    CODE_COPY_OF,
    CODE_VARIABLE,
    CODE_MESSAGE
};

struct sort {
    struct path *select; /* NULL: the string of the node */
    bool number, descending;
    struct sort *next;
};

struct with {
    const char *name;
    struct path *select;
    struct code *body; /* where there is no select */
    struct with *next;
};

struct code {
    enum code_op op;
    struct place place;
    struct path *select;
    struct code *body, *next;
    struct with *with;
    struct sort *sort;
    const char *text, *mode; /* CODE_TEXT; CODE_APPLY, NULL: no mode */
    size_t len;
    int slot;                  /* CODE_VARIABLE */
    struct template *template; /* CODE_CALL */
    struct qname name;         /* CODE_LITERAL, CODE_ATTRIBUTE */
    struct avt *make;          /* CODE_ELEMENT, CODE_ATTRIBUTE: a name that is computed */
    struct literal_attribute *attributes; /* CODE_LITERAL */
    struct namespace *namespaces;         /* CODE_LITERAL: to be declared here */
    bool stops;                           /* CODE_MESSAGE */
};

struct parameter {
    const char *name;
    int slot;
    struct path *select;
    struct code *body;
    struct parameter *next;
};

struct template
{
    xmlNodePtr node; /* while it is compiled */
    struct place place;
    const char *name; /* NULL: for a pattern only */
    struct parameter *parameters;
    struct code *body;
    int nslots;
    struct template *next;
};

/* One alternative of a match, with the template that it leads to. */
struct rule {
    struct path *pattern; /* PATH_STEPS; steps without positions */
    struct template *template;
    const char *mode;
    double priority;
    int order;
};

enum { BUCKETS = 64 };
/* The rules of a mode, best first, by the name that the node must have. */
struct rules {
    const char *mode;
    struct rule **bucket[BUCKETS];
    size_t n[BUCKETS], cap[BUCKETS];
    struct rules *next;
};

struct global {
    const char *name;
    bool parameter;
    xmlNodePtr node; /* while it is compiled */
    struct place place;
    struct path *select;
    struct code *body;
    int nslots;
};

struct sheet {
    struct transform *transform;
    struct arena *arena;
    struct template *templates;
    struct rule **rules;
    size_t nrules, caprules;
    struct rules *modes;
    struct global *globals;
    size_t nglobals, capglobals;
    const char *alias;          /* elements and attributes of this namespace become those of XSLT */
    xmlXPathContextPtr context; /* carries arguments of our functions */
    xmlXPathParserContextPtr xpath;
    xsltTransformContextPtr stand_in; /* what our functions take for libxslt's */
};

/* As many variables as the templates in hand may have together, and templates in one another: more
 * than any document of ours needs, less than would hurt. */
enum { MOST_VALUES = 15000, DEEPEST_TEMPLATE = 600 };

double sheet_default_priority(const struct path *pattern);
struct template *sheet_named(const struct sheet *s, const char *name); /* name interned; or NULL */
/* Places the rules of all modes; false: a pattern is not one that sheet_match can match. */
bool sheet_order(struct sheet *s);
/* The template for a node; NULL: the built-in one. */
struct template *sheet_match(const struct sheet *s, struct machine *m, const char *mode,
                             xmlNodePtr node);
const char *sheet_intern(struct sheet *s, const char *text, size_t n);

#endif
