/* Parsing XPath's primary expressions (section 3.1 to 3.3): literals, numbers, variables, calls. */
#include "transform/path_parse.h"

#include <libxml/xpathInternals.h>

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
    name = parser_name(p);
    if (!name || !p->scope->variable(p->scope->user, name, &e->slot, &e->global))
        return fail(p);
    return e;
}

static void parse_arguments(struct parser *p, struct predicates *args)
{
    size_t before = p->npaths;

    if (take(p, ")"))
        return;
    do
        parser_gather(p, parse_expression(p));
    while (!p->bad && take(p, ","));
    if (!take(p, ")"))
        fail(p);
    *args = parser_gathered(p, before);
}

/* At a name, a prefix perhaps, and an opening parenthesis. */
static struct path *parse_call(struct parser *p)
{
    struct path *e = new_path(p, PATH_CALL, NULL, NULL);
    size_t n = name_length(p->at);

    if (p->at[n] == ':') {
        const char *href = parser_namespace(p, p->at, n);

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

struct path *parse_primary(struct parser *p)
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
