/* Private to transform: XPath 1.0, parsed once and evaluated on libxml2's trees. What it lacks (the
 * axes following and namespace, id(), key(), lang(), namespace-uri(), unparsed entities)
 * is not parsed, and libxslt takes over. */
#ifndef TRANSFORM_PATH_H
#define TRANSFORM_PATH_H

#include "base/arena.h"

#include <libxml/xpath.h>
#include <stdbool.h>

/* ---- values -------------------------------------------------------------------------------- */

enum value_type { VALUE_NODES, VALUE_STRING, VALUE_NUMBER, VALUE_BOOLEAN };

/* Nodes in document order, each once. flat: none of them is an ancestor of another. */
struct nodes {
    xmlNodePtr *at;
    int n, cap;
    bool flat;
};

/* A result tree fragment is a set of one node, of type XML_DOCUMENT_FRAG_NODE. */
struct value {
    enum value_type type;
    union {
        struct nodes nodes;
        const char *string;
        double number;
        bool boolean;
    } as;
};

/* ---- expressions --------------------------------------------------------------------------- */

enum path_op {
    PATH_OR, /* the operators first, in the order of the parser's table */
    PATH_AND,
    PATH_EQ,
    PATH_NE,
    PATH_LE,
    PATH_LT,
    PATH_GE,
    PATH_GT,
    PATH_ADD,
    PATH_SUBTRACT,
    PATH_MULTIPLY,
    PATH_DIVIDE,
    PATH_MODULO,
    PATH_NEGATE,
    PATH_UNION,
    PATH_LITERAL,
    PATH_NUMBER,
    PATH_VARIABLE,
    PATH_CALL,
    PATH_FILTER, /* a, with predicates */
    PATH_STEPS   /* from a, or where it is NULL from the root or the context node */
};

enum axis {
    AXIS_CHILD, /* these three, taken depth first, give the order of the document */
    AXIS_ATTRIBUTE,
    AXIS_SELF,
    AXIS_PARENT,
    AXIS_DESCENDANT,
    AXIS_DESCENDANT_OR_SELF,
    AXIS_FOLLOWING_SIBLING,
    AXIS_ANCESTOR, /* from here on in the reverse order of the document */
    AXIS_ANCESTOR_OR_SELF,
    AXIS_PRECEDING_SIBLING,
    AXIS_PRECEDING
};
enum node_test { TEST_NAME, TEST_NAMESPACE, TEST_ANY, TEST_NODE, TEST_TEXT, TEST_COMMENT };

struct path;

/* Predicates or arguments. */
struct predicates {
    struct path **at;
    size_t n;
};

struct step {
    enum axis axis;
    enum node_test test;
    const char *name, *href; /* href NULL: no namespace */
    struct predicates where;
    bool by_place; /* a predicate counts, or could, but for the one that follows */
    size_t first; /* [1] behind predicates that do not count: its place, from 1; 0: there is none */
};

struct focus;
typedef struct value path_quick(const struct focus *f, const struct path *p);
/* A function of XPath or XSLT. Arguments are evaluated by the function itself. */
struct path_function {
    const char *name;
    size_t least, most; /* arguments; without the optional one it is the context node */
    enum value_type type;
    struct value (*call)(const struct focus *f, const struct path *p);
};

struct path {
    enum path_op op;
    struct path *a, *b; /* operands */
    const char *string; /* PATH_LITERAL */
    double number;      /* PATH_NUMBER */
    int slot;           /* PATH_VARIABLE */
    bool global;
    const struct path_function *function; /* PATH_CALL; NULL: one of ours */
    xmlXPathFunction ours;
    path_quick *quick;       /* the same without libxml2's objects; NULL: there is none */
    struct predicates args;  /* PATH_CALL */
    struct predicates where; /* PATH_FILTER */
    struct step *steps;      /* PATH_STEPS */
    size_t nsteps;
    bool from_root;
    bool simple;       /* one step from the context node, without predicates: most are */
    struct memo *memo; /* PATH_STEPS; NULL: where they lead depends on more than where they start */
};

/* What names in an expression mean. */
struct path_scope {
    struct arena *arena;
    xmlNodePtr node; /* whose namespace declarations hold */
    /* Finds a variable; false: there is none. */
    bool (*variable)(void *user, const char *name, int *slot, bool *global);
    xmlXPathFunction (*function)(const char *href, const char *name); /* NULL: none of ours */
    path_quick *(*quick)(xmlXPathFunction function);                  /* NULL: there is none */
    const char *(*intern)(void *user, const char *s, size_t n);
    void *user;
};

/* NULL: not XPath, or more than the subset. */
struct path *path_parse(const struct path_scope *scope, const char *text);
/* path_function.c */
const struct path_function *path_function_find(const char *name, size_t n);
/* The functions whose value depends on more than document and context node. */
struct value path_current(const struct focus *f, const struct path *p);
struct value path_generate_id(const struct focus *f, const struct path *p);
/* Whether a predicate is a number, or asks for position() or last(). */
bool path_by_place(const struct path *p);

/* ---- evaluation ---------------------------------------------------------------------------- */

/* What all expressions of one run share. */
struct machine {
    struct arena *arena; /* of this run: values point into it or into documents */
    struct arena *keep;  /* of the stylesheet */
    struct run *run;
    struct value *frame; /* local variables */
    struct value (*global)(struct machine *m, int slot);
    xmlXPathParserContextPtr xpath; /* whose stack carries arguments of our functions */
    xmlNodePtr root;                /* of the source: its document node */
    struct nodes named;             /* those that generate-id() was asked for */
    long work;                      /* evaluations so far */
    bool stopped;
};

struct focus {
    struct machine *m;
    xmlNodePtr node, current;
    int position, last;
};

struct value path_value(const struct focus *f, const struct path *p);
bool path_true(const struct focus *f, const struct path *p);
double path_number(const struct focus *f, const struct path *p);
const char *path_string(const struct focus *f, const struct path *p)
    __attribute__((returns_nonnull));
/* Empty where the value is no node-set. */
struct nodes path_nodes(const struct focus *f, const struct path *p);

bool value_true(const struct value *v);
double value_number(struct machine *m, const struct value *v);
const char *value_string(struct machine *m, const struct value *v);
const char *node_string(struct machine *m, const xmlNode *node) __attribute__((returns_nonnull));
const char *number_string(struct machine *m, double n);
const char *integer_string(struct machine *m, long n);

void nodes_add(struct machine *m, struct nodes *set, xmlNodePtr node);
void nodes_sort(struct nodes *set); /* and each once */
bool path_compare(const struct focus *f, const struct path *p);
/* The nodes that steps lead to. */
struct nodes path_walk(const struct focus *f, const struct path *p);
/* The same, from nodes that are known: in document order, each once. */
struct nodes path_walk_from(const struct focus *f, const struct path *p, struct nodes from);
/* Calls each for the nodes that steps lead to, some perhaps twice, until it says true: *found.
 * ordered: in document order. false: p is not steps, or counts, and a set has to be made. */
bool path_visit(const struct focus *f, const struct path *p, bool ordered,
                bool (*each)(void *user, xmlNodePtr node), void *user, bool *found);
/* The first node that a simple path leads to; NULL: there is none. */
xmlNodePtr path_first(const struct focus *f, const struct path *p);
/* false: this run has worked too long, and is stopped. */
bool path_budget(struct machine *m);
/* Where steps lead from one node of a document that lasts, found once; NULL: they have to be taken.
 */
const struct nodes *path_known(const struct focus *f, const struct path *p,
                               const struct nodes *from);
struct memo *path_memo_new(struct arena *a, const struct path *p); /* NULL: not for these steps */
/* Leaves those of set for which all predicates hold, in the order they have. */
void path_filter(const struct focus *f, const struct predicates *where, struct nodes *set);
bool path_test(const struct step *s, const xmlNode *node);

#endif
