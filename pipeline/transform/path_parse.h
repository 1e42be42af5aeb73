/* Private to the parser of XPath: the text it is at, and what it has gathered. */
#ifndef TRANSFORM_PATH_PARSE_H
#define TRANSFORM_PATH_PARSE_H

#include "transform/path.h"

#include <string.h>

enum { MOST_STEPS = 200, MOST_PATHS = 400 };

/* Steps, predicates and arguments are gathered on stacks until it is known how many they are: most
 * are one or two, and there are thousands of them. */
struct parser {
    const struct path_scope *scope;
    const char *at;
    int depth;
    bool bad;
    size_t nsteps, npaths;
    struct step steps[MOST_STEPS];
    struct path *paths[MOST_PATHS];
};

/* path_parse.c. NULL: no expression; the parser is bad then. */
struct path *parse_expression(struct parser *p);
/* path_primary.c. A literal, number, variable, call or parenthesis. NULL where the parser is not
 * bad: something else stands here, a location path therefore. */
struct path *parse_primary(struct parser *p);
/* path_location.c. Whether a step stands here; the steps of e, of which the first does. */
bool at_step(struct parser *p);
struct path *parse_steps(struct parser *p, struct path *e);
/* All [...] that stand here, perhaps none. */
void parse_predicates(struct parser *p, struct predicates *where);

/* ---- path_words.c -------------------------------------------------------------------------- */

/* The name here, which is left; NULL: there is none, and the parser is bad. */
const char *parser_name(struct parser *p);
/* A word, if the whole name here is it. */
bool take_word(struct parser *p, const char *word);
/* The namespace that a prefix stands for; NULL: none, and the parser is bad. */
const char *parser_namespace(struct parser *p, const char *prefix, size_t n);
/* Keeps a predicate or an argument; gives those kept since there were so many. */
void parser_gather(struct parser *p, struct path *e);
struct predicates parser_gathered(struct parser *p, size_t before);

/* ---- characters: what is asked all the time -------------------------------------------------- */

static inline struct path *fail(struct parser *p)
{
    p->bad = true;
    return NULL;
}

static inline struct path *new_path(struct parser *p, enum path_op op, struct path *a,
                                    struct path *b)
{
    struct path *e = arena_new_of(p->scope->arena, struct path);

    e->op = op;
    e->a = a;
    e->b = b;
    return e;
}

static inline void skip_space(struct parser *p)
{
    while (*p->at == ' ' || *p->at == '\n' || *p->at == '\t' || *p->at == '\r')
        p->at++;
}

static inline bool take(struct parser *p, const char *token)
{
    const char *c;

    skip_space(p);
    for (c = p->at; *token; c++, token++)
        if (*c != *token)
            return false;
    p->at = c;
    return true;
}

static inline bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

static inline bool is_name(char c)
{
    return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static inline size_t name_length(const char *s)
{
    size_t n = 0;

    if (is_name_start(*s))
        while (is_name(s[n]))
            n++;
    return n;
}

#endif
