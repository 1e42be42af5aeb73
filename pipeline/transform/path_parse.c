/* Parsing XPath 1.0 (W3C Recommendation of 16 November 1999, section 3): recursive descent on the
 * characters. Where an operand is due, * is a name test and `and` a name; behind one they are
 * operators, which is all that the rules of section 3.7 ask for. */
#include "transform/path.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 60, MOST_STEPS = 200, MOST_PATHS = 400 };

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

static struct path *parse_expression(struct parser *p);

static struct path *fail(struct parser *p)
{
    p->bad = true;
    return NULL;
}

static struct path *new_path(struct parser *p, enum path_op op, struct path *a, struct path *b)
{
    struct path *e = arena_new_of(p->scope->arena, struct path);

    e->op = op;
    e->a = a;
    e->b = b;
    return e;
}

/* ---- characters ---------------------------------------------------------------------------- */

static void skip_space(struct parser *p)
{
    while (*p->at == ' ' || *p->at == '\n' || *p->at == '\t' || *p->at == '\r')
        p->at++;
}

static bool take(struct parser *p, const char *token)
{
    const char *c;

    skip_space(p);
    for (c = p->at; *token; c++, token++)
        if (*c != *token)
            return false;
    p->at = c;
    return true;
}

static bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_name(char c)
{
    return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static size_t name_length(const char *s)
{
    size_t n = 0;

    if (is_name_start(*s))
        while (is_name(s[n]))
            n++;
    return n;
}

static bool take_word(struct parser *p, const char *word)
{
    skip_space(p);
    if (name_length(p->at) != strlen(word) || strncmp(p->at, word, strlen(word)) != 0)
        return false;
    p->at += strlen(word);
    return true;
}

static const char *take_name(struct parser *p)
{
    size_t n = name_length(p->at);
    const char *name = n ? p->scope->intern(p->scope->user, p->at, n) : NULL;

    p->at += n;
    if (!n)
        fail(p);
    return name;
}

/* ---- primary expressions ------------------------------------------------------------------- */

static struct path *parse_literal(struct parser *p)
{
    char quote = *p->at++;
    const char *end = strchr(p->at, quote);
    struct path *e = new_path(p, PATH_LITERAL, NULL, NULL);

    if (!end)
        return fail(p);
    e->string = p->scope->intern(p->scope->user, p->at, (size_t)(end - p->at));
    p->at = end + 1;
    return e;
}

static struct path *parse_number(struct parser *p)
{
    size_t n = strspn(p->at, "0123456789.");
    struct path *e = new_path(p, PATH_NUMBER, NULL, NULL);

    e->number = xmlXPathStringEvalNumber((const xmlChar *)arena_strndup(p->scope->arena, p->at, n));
    p->at += n;
    return e;
}

static struct path *parse_variable(struct parser *p)
{
    struct path *e = new_path(p, PATH_VARIABLE, NULL, NULL);
    const char *name;

    p->at++;
    name = take_name(p);
    if (!name || !p->scope->variable(p->scope->user, name, &e->slot, &e->global))
        return fail(p);
    return e;
}

static void gather(struct parser *p, struct path *e)
{
    if (p->npaths == MOST_PATHS)
        fail(p);
    else
        p->paths[p->npaths++] = e;
}

/* Those gathered since there were so many. */
static struct predicates gathered(struct parser *p, size_t before)
{
    struct predicates list = {NULL, p->npaths - before};

    if (list.n)
        list.at = memcpy(arena_array(p->scope->arena, struct path *, list.n), p->paths + before,
                         list.n * sizeof(void *));
    p->npaths = before;
    return list;
}

static void parse_arguments(struct parser *p, struct predicates *args)
{
    size_t before = p->npaths;

    if (take(p, ")"))
        return;
    do
        gather(p, parse_expression(p));
    while (!p->bad && take(p, ","));
    if (!take(p, ")"))
        fail(p);
    *args = gathered(p, before);
}

static const char *namespace_of(struct parser *p, const char *prefix, size_t n)
{
    const xmlChar *name = (const xmlChar *)arena_strndup(p->scope->arena, prefix, n);
    xmlNsPtr ns = xmlSearchNs(p->scope->node->doc, p->scope->node, name);

    if (!ns)
        fail(p);
    return ns ? p->scope->intern(p->scope->user, (const char *)ns->href,
                                 strlen((const char *)ns->href))
              : NULL;
}

/* At a name, a prefix perhaps, and an opening parenthesis. */
static struct path *parse_call(struct parser *p)
{
    struct path *e = new_path(p, PATH_CALL, NULL, NULL);
    size_t n = name_length(p->at);

    if (p->at[n] == ':') {
        const char *href = namespace_of(p, p->at, n);

        p->at += n + 1;
        n = name_length(p->at);
        e->ours = href ? p->scope->function(href, arena_strndup(p->scope->arena, p->at, n)) : NULL;
        e->quick = e->ours ? p->scope->quick(e->ours) : NULL;
    } else {
        e->function = path_function_find(p->at, n);
    }
    p->at += n;
    take(p, "(");
    parse_arguments(p, &e->args);
    if (!e->ours &&
        (!e->function || e->args.n < e->function->least || e->args.n > e->function->most))
        return fail(p);
    if (e->args.n != 1) /* those that are quick take one argument */
        e->quick = NULL;
    return e;
}

/* ---- location paths ------------------------------------------------------------------------ */

static void parse_predicates(struct parser *p, struct predicates *where)
{
    size_t before = p->npaths;

    while (!p->bad && take(p, "[")) {
        gather(p, parse_expression(p));
        if (!take(p, "]"))
            fail(p);
    }
    *where = gathered(p, before);
}

static void parse_axis(struct parser *p, enum axis *axis)
{
    static const char *const names[] = {
        [AXIS_CHILD] = "child",
        [AXIS_ATTRIBUTE] = "attribute",
        [AXIS_SELF] = "self",
        [AXIS_PARENT] = "parent",
        [AXIS_DESCENDANT] = "descendant",
        [AXIS_DESCENDANT_OR_SELF] = "descendant-or-self",
        [AXIS_FOLLOWING_SIBLING] = "following-sibling",
        [AXIS_ANCESTOR] = "ancestor",
        [AXIS_ANCESTOR_OR_SELF] = "ancestor-or-self",
        [AXIS_PRECEDING_SIBLING] = "preceding-sibling",
        [AXIS_PRECEDING] = "preceding",
    };
    size_t n;

    *axis = AXIS_CHILD;
    if (take(p, "@")) {
        *axis = AXIS_ATTRIBUTE;
        return;
    }
    n = name_length(p->at);
    if (p->at[n] != ':' || p->at[n + 1] != ':')
        return;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == n && strncmp(names[i], p->at, n) == 0) {
            *axis = (enum axis)i;
            p->at += n + 2;
            return;
        }
    fail(p);
}

static void parse_type_test(struct parser *p, struct step *s)
{
    if (take_word(p, "node"))
        s->test = TEST_NODE;
    else if (take_word(p, "text"))
        s->test = TEST_TEXT;
    else if (take_word(p, "comment"))
        s->test = TEST_COMMENT;
    else
        fail(p);
    if (!take(p, "(") || !take(p, ")"))
        fail(p);
}

static void parse_node_test(struct parser *p, struct step *s)
{
    size_t n;

    skip_space(p);
    n = name_length(p->at);
    s->test = TEST_ANY;
    if (*p->at == '*') {
        p->at++;
    } else if (p->at[n] == ':' && p->at[n + 1] != ':') {
        s->href = namespace_of(p, p->at, n);
        p->at += n + 1;
        s->test = *p->at == '*' ? TEST_NAMESPACE : TEST_NAME;
        if (s->test == TEST_NAMESPACE)
            p->at++;
        else
            s->name = take_name(p);
    } else if (n && p->at[n + strspn(p->at + n, " ")] == '(') {
        parse_type_test(p, s);
    } else {
        s->test = TEST_NAME;
        s->name = take_name(p);
    }
}

static struct step *add_step(struct parser *p, enum axis axis)
{
    struct step *s = &p->steps[p->nsteps];

    if (p->nsteps == MOST_STEPS - 1)
        fail(p);
    else
        p->nsteps++;
    *s = (struct step){.axis = axis, .test = TEST_NODE};
    return s;
}

/* //x is descendant::x, unless a predicate counts among brothers. */
static void join_descendants(struct parser *p, size_t before)
{
    struct step *s = p->nsteps - before > 1 ? &p->steps[p->nsteps - 2] : NULL;

    if (!s || s->axis != AXIS_DESCENDANT_OR_SELF || s->test != TEST_NODE || s->where.n ||
        s[1].axis != AXIS_CHILD || s[1].by_place || s[1].first)
        return;
    s[1].axis = AXIS_DESCENDANT;
    *s = s[1];
    p->nsteps--;
}

static bool is_one(const struct path *p)
{
    return p->op == PATH_NUMBER && p->number == 1;
}

/* before: the steps there were before this path. */
static void parse_step(struct parser *p, size_t before)
{
    struct step *s;

    if (take(p, "..")) {
        add_step(p, AXIS_PARENT);
        return;
    }
    if (*p->at == '.') {
        p->at++;
        add_step(p, AXIS_SELF);
        return;
    }
    s = add_step(p, AXIS_CHILD);
    parse_axis(p, &s->axis);
    parse_node_test(p, s);
    parse_predicates(p, &s->where);
    for (size_t i = 0; i < s->where.n && !p->bad; i++)
        if (!s->by_place && !s->first && is_one(s->where.at[i]))
            s->first = i + 1;
        else
            s->by_place |= path_by_place(s->where.at[i]);
    join_descendants(p, before);
}

static struct path *parse_steps(struct parser *p, struct path *e)
{
    size_t before = p->nsteps;

    do {
        if (take(p, "/"))
            add_step(p, AXIS_DESCENDANT_OR_SELF);
        parse_step(p, before);
    } while (!p->bad && take(p, "/"));
    if (p->bad)
        return e;
    e->nsteps = p->nsteps - before;
    e->steps = memcpy(arena_array(p->scope->arena, struct step, e->nsteps), p->steps + before,
                      e->nsteps * sizeof *e->steps);
    p->nsteps = before;
    e->memo = path_memo_new(p->scope->arena, e);
    e->simple = !e->a && !e->from_root && e->nsteps == 1 && !e->steps->where.n;
    return e;
}

static bool at_step(struct parser *p)
{
    skip_space(p);
    return is_name_start(*p->at) || *p->at == '*' || *p->at == '.' || *p->at == '@' ||
           *p->at == '/';
}

/* A name with a parenthesis behind it, but no node test. */
static bool at_call(const struct parser *p)
{
    static const char *const tests[] = {"node", "text", "comment", "processing-instruction"};
    size_t n = name_length(p->at), whole = n;

    if (n && p->at[n] == ':' && is_name_start(p->at[n + 1]))
        whole = n + 1 + name_length(p->at + n + 1);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        if (strlen(tests[i]) == whole && strncmp(p->at, tests[i], whole) == 0)
            return false;
    return n && p->at[whole + strspn(p->at + whole, " ")] == '(';
}

static struct path *parse_primary(struct parser *p)
{
    struct path *e;

    if (*p->at == '\'' || *p->at == '"')
        return parse_literal(p);
    if ((*p->at >= '0' && *p->at <= '9') || (*p->at == '.' && p->at[1] >= '0' && p->at[1] <= '9'))
        return parse_number(p);
    if (*p->at == '$')
        return parse_variable(p);
    if (*p->at == '(') {
        p->at++;
        e = parse_expression(p);
        return take(p, ")") ? e : fail(p);
    }
    return at_call(p) ? parse_call(p) : NULL;
}

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

/* ---- operators ----------------------------------------------------------------------------- */

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

static struct path *parse_expression(struct parser *p)
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
