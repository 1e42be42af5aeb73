/* Parsing XPath 1.0 (W3C Recommendation of 16 November 1999, section 3): recursive descent on the
 * characters. Where an operand is due, * is a name test and `and` a name; behind one they are
 * operators, which is all that the rules of section 3.7 ask for. */
#include "transform/path_parse.h"

enum { DEEPEST = 60 };

static struct path *parse_path(struct parser *p)
{
    struct path *e, *filter;

    skip_space(p);
    e = parse_primary(p);
    if (p->bad)
        return NULL;
    if (!e) {
        e = new_path(p, PATH_STEPS, NULL, NULL);
        e->from_root = take(p, "/");
        return e->from_root && !at_step(p) ? e : parse_steps(p, e);
    }
    skip_space(p);
    if (*p->at == '[') {
        filter = new_path(p, PATH_FILTER, e, NULL);
        parse_predicates(p, &filter->where);
        e = filter;
    }
    return take(p, "/") ? parse_steps(p, new_path(p, PATH_STEPS, e, NULL)) : e;
}

static struct path *parse_union(struct parser *p)
{
    struct path *e = parse_path(p);

    while (!p->bad && take(p, "|"))
        e = new_path(p, PATH_UNION, e, parse_path(p));
    return e;
}

static struct path *parse_unary(struct parser *p)
{
    bool negative = false, any = false;

    while (take(p, "-")) {
        negative = !negative;
        any = true;
    }
    if (!any)
        return parse_union(p);
    /* twice negative is a number all the same */
    return negative
               ? new_path(p, PATH_NEGATE, parse_union(p), NULL)
               : new_path(p, PATH_NEGATE, new_path(p, PATH_NEGATE, parse_union(p), NULL), NULL);
}

enum { LEVELS = 6 };

/* The operator at the place, which is left: how long it is, how tightly it binds. 0: none. */
static size_t operator_at(const char *s, enum path_op *op, int *level)
{
    static const struct {
        const char *token;
        enum path_op op;
        int level;
    } operators[] = {
        /* longer ones before their beginnings */
        {"or", PATH_OR, 0},      {"and", PATH_AND, 1},    {"!=", PATH_NE, 2},
        {"=", PATH_EQ, 2},       {"<=", PATH_LE, 3},      {"<", PATH_LT, 3},
        {">=", PATH_GE, 3},      {">", PATH_GT, 3},       {"+", PATH_ADD, 4},
        {"-", PATH_SUBTRACT, 4}, {"*", PATH_MULTIPLY, 5}, {"div", PATH_DIVIDE, 5},
        {"mod", PATH_MODULO, 5},
    };

    if (!*s || *s == ')' || *s == ']' || *s == ',') /* most have none */
        return 0;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        const char *token = operators[i].token;
        size_t n = strlen(token);

        if (*s == *token && strncmp(s, token, n) == 0 &&
            (!is_name_start(*s) || name_length(s) == n)) {
            *op = operators[i].op;
            *level = operators[i].level;
            return n;
        }
    }
    return 0;
}

/* Operators that bind at least so tightly; those of one level from the left. */
static struct path *parse_operators(struct parser *p, int least)
{
    struct path *e = parse_unary(p);
    enum path_op op;
    int level;
    size_t n;

    while (!p->bad) {
        skip_space(p);
        n = operator_at(p->at, &op, &level);
        if (!n || level < least)
            return e;
        p->at += n;
        e = new_path(p, op, e, level + 1 < LEVELS ? parse_operators(p, level + 1) : parse_unary(p));
    }
    return NULL;
}

struct path *parse_expression(struct parser *p)
{
    struct path *e;

    if (++p->depth > DEEPEST)
        return fail(p);
    e = parse_operators(p, 0);
    p->depth--;
    return e;
}

struct path *path_parse(const struct path_scope *scope, const char *text)
{
    struct parser p; /* its stacks are not cleared */
    struct path *e;

    p.scope = scope;
    p.at = text;
    p.depth = 0;
    p.bad = false;
    p.nsteps = p.npaths = 0;
    e = parse_expression(&p);
    skip_space(&p);
    return p.bad || *p.at ? NULL : e;
}

static bool counts(const struct path *p)
{
    bool found =
        p->op == PATH_CALL && p->function &&
        (strcmp(p->function->name, "position") == 0 || strcmp(p->function->name, "last") == 0);

    found = found || (p->a && counts(p->a)) || (p->b && counts(p->b));
    for (size_t i = 0; i < p->args.n && !found; i++)
        found = counts(p->args.at[i]);
    return found; /* predicates within have a place of their own */
}

bool path_by_place(const struct path *p)
{
    bool number = (p->op >= PATH_ADD && p->op <= PATH_NEGATE) || p->op == PATH_NUMBER ||
                  p->op == PATH_VARIABLE ||
                  (p->op == PATH_CALL && (!p->function || p->function->type == VALUE_NUMBER));

    return number || counts(p);
}
