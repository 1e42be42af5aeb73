/* Parsing XPath's location paths (section 2): axes, node tests and predicates, joined to steps. */
#include "transform/path_parse.h"

void parse_predicates(struct parser *p, struct predicates *where)
{
    size_t before = p->npaths;

    while (!p->bad && take(p, "[")) {
        parser_gather(p, parse_expression(p));
        if (!take(p, "]"))
            fail(p);
    }
    *where = parser_gathered(p, before);
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
        s->href = parser_namespace(p, p->at, n);
        p->at += n + 1;
        s->test = *p->at == '*' ? TEST_NAMESPACE : TEST_NAME;
        if (s->test == TEST_NAMESPACE)
            p->at++;
        else
            s->name = parser_name(p);
    } else if (n && p->at[n + strspn(p->at + n, " ")] == '(') {
        parse_type_test(p, s);
    } else {
        s->test = TEST_NAME;
        s->name = parser_name(p);
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

struct path *parse_steps(struct parser *p, struct path *e)
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

bool at_step(struct parser *p)
{
    skip_space(p);
    return is_name_start(*p->at) || *p->at == '*' || *p->at == '.' || *p->at == '@' ||
           *p->at == '/';
}
