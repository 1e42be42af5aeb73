/* The functions of XPath (section 4) and those of XSLT that our stylesheets use. Characters are
 * code points. */
#include "transform/path.h"

#include "base/utf8.h"

#include <libxml/tree.h>
#include <math.h>
#include <string.h>

static struct value string_value(const char *s)
{
    return (struct value){VALUE_STRING, {.string = s}};
}

static struct value number_value(double n)
{
    return (struct value){VALUE_NUMBER, {.number = n}};
}

static struct value boolean_value(bool b)
{
    return (struct value){VALUE_BOOLEAN, {.boolean = b}};
}

/* The i-th argument, or the context node where the argument was left out. */
__attribute__((returns_nonnull)) static const char *text(const struct focus *f,
                                                         const struct path *p, size_t i)
{
    return i < p->args.n ? path_string(f, p->args.at[i]) : node_string(f->m, f->node);
}

static xmlNodePtr first_node(const struct focus *f, const struct path *p)
{
    struct nodes set;

    if (!p->args.n)
        return f->node;
    set = path_nodes(f, p->args.at[0]);
    return set.n ? set.at[0] : NULL;
}

/* ---- nodes --------------------------------------------------------------------------------- */

static struct value f_position(const struct focus *f, const struct path *p)
{
    (void)p;
    return number_value(f->position);
}

static struct value f_last(const struct focus *f, const struct path *p)
{
    (void)p;
    return number_value(f->last);
}

static struct value f_count(const struct focus *f, const struct path *p)
{
    return number_value(path_nodes(f, p->args.at[0]).n);
}

struct value path_current(const struct focus *f, const struct path *p)
{
    struct value v = {VALUE_NODES, {.nodes = {.flat = true}}};

    (void)p;
    nodes_add(f->m, &v.as.nodes, f->current);
    return v;
}

static bool has_name(const xmlNode *n)
{
    return n && (n->type == XML_ELEMENT_NODE || n->type == XML_ATTRIBUTE_NODE);
}

static struct value f_local_name(const struct focus *f, const struct path *p)
{
    const xmlNode *n = first_node(f, p);

    return string_value(has_name(n) ? (const char *)n->name : "");
}

static struct value f_name(const struct focus *f, const struct path *p)
{
    const xmlNode *n = first_node(f, p);

    if (has_name(n) && n->ns && n->ns->prefix)
        return string_value(
            arena_printf(f->m->arena, "%s:%s", (const char *)n->ns->prefix, (const char *)n->name));
    return string_value(has_name(n) ? (const char *)n->name : "");
}

/* Numbered in the order in which they are asked for, so that every run gives the same. */
struct value path_generate_id(const struct focus *f, const struct path *p)
{
    xmlNodePtr n = first_node(f, p);
    const char *digits;
    char *id;
    int i = 0;

    if (!n)
        return string_value("");
    while (i < f->m->named.n && f->m->named.at[i] != n)
        i++;
    if (i == f->m->named.n)
        nodes_add(f->m, &f->m->named, n);
    digits = integer_string(f->m, i + 1);
    id = arena_alloc(f->m->arena, strlen(digits) + 3);
    stpcpy(stpcpy(id, "id"), digits);
    return string_value(id);
}

/* ---- strings ------------------------------------------------------------------------------- */

static struct value f_string(const struct focus *f, const struct path *p)
{
    return string_value(text(f, p, 0));
}

static struct value f_concat(const struct focus *f, const struct path *p)
{
    const char **part = arena_array(f->m->arena, const char *, p->args.n);
    size_t len = 0;
    char *all, *at;

    for (size_t i = 0; i < p->args.n; i++)
        len += strlen(part[i] = path_string(f, p->args.at[i]));
    all = at = arena_alloc(f->m->arena, len + 1);
    for (size_t i = 0; i < p->args.n; i++)
        at = stpcpy(at, part[i]);
    return string_value(all);
}

static struct value f_starts_with(const struct focus *f, const struct path *p)
{
    const char *s = text(f, p, 0), *start = text(f, p, 1);

    return boolean_value(strncmp(s, start, strlen(start)) == 0);
}

static struct value f_contains(const struct focus *f, const struct path *p)
{
    return boolean_value(strstr(text(f, p, 0), text(f, p, 1)) != NULL);
}

static struct value f_substring_before(const struct focus *f, const struct path *p)
{
    const char *s = text(f, p, 0), *at = strstr(s, text(f, p, 1));

    return string_value(at ? arena_strndup(f->m->arena, s, (size_t)(at - s)) : "");
}

static struct value f_substring_after(const struct focus *f, const struct path *p)
{
    const char *what = text(f, p, 1), *at = strstr(text(f, p, 0), what);

    return string_value(at ? at + strlen(what) : "");
}

/* Bytes of the character at s, which is UTF-8 that libxml2 let in. */
static size_t width(const char *s)
{
    size_t n = 1;

    while (((unsigned char)s[n] & 0xC0) == 0x80)
        n++;
    return n;
}

/* The half that rounds up, as round() of XPath. */
static double rounded(double n)
{
    return floor(n + 0.5);
}

static struct value f_substring(const struct focus *f, const struct path *p)
{
    const char *s = text(f, p, 0), *start = NULL;
    double first = rounded(path_number(f, p->args.at[1]));
    double end = p->args.n > 2 ? first + rounded(path_number(f, p->args.at[2])) : INFINITY;

    for (double at = 1; *s && at < end; at++, s += width(s))
        if (!start && at >= first)
            start = s;
    return string_value(start && first == first && end == end
                            ? arena_strndup(f->m->arena, start, (size_t)(s - start))
                            : "");
}

static struct value f_string_length(const struct focus *f, const struct path *p)
{
    double n = 0;

    for (const char *s = text(f, p, 0); *s; s += width(s))
        n++;
    return number_value(n);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_normal(const char *s)
{
    if (is_space(*s))
        return false;
    for (; *s; s++)
        if (is_space(*s) && (*s != ' ' || is_space(s[1]) || !s[1]))
            return false;
    return true;
}

static struct value f_normalize_space(const struct focus *f, const struct path *p)
{
    const char *s = text(f, p, 0);
    char *out, *at;

    if (is_normal(s))
        return string_value(s);
    out = at = arena_alloc(f->m->arena, strlen(s) + 1);
    for (; *s; s++)
        if (!is_space(*s))
            *at++ = *s;
        else if (at > out && at[-1] != ' ')
            *at++ = ' ';
    if (at > out && at[-1] == ' ')
        at[-1] = '\0';
    return string_value(out);
}

/* The character of `to` that stands where c stands in `from`, "" if it goes; c if it stays. */
static const char *translated(const char *c, const char *from, const char *to)
{
    size_t n = width(c);

    while (*from && (width(from) != n || memcmp(from, c, n) != 0)) {
        from += width(from);
        to += *to ? width(to) : 0;
    }
    return *from ? to : c;
}

/* Where in s the first byte stands that a character of `from` begins with; all bytes of text that
 * is left alone are passed over. */
static size_t untouched(const char *s, const bool *begins)
{
    size_t n = 0;

    while (!begins[(unsigned char)s[n]])
        n++;
    return n;
}

static struct value f_translate(const struct focus *f, const struct path *p)
{
    const char *s = text(f, p, 0), *from = text(f, p, 1), *to = text(f, p, 2);
    bool begins[256] = {[0] = true};
    char *out, *at;
    size_t n;

    for (const char *c = from; *c; c += width(c))
        begins[(unsigned char)*c] = true;
    n = untouched(s, begins);
    if (!s[n])
        return string_value(s);
    out = at = arena_alloc(f->m->arena, strlen(s) * 4 + 1);
    for (; *s; n = untouched(s, begins)) {
        const char *take;

        memcpy(at, s, n);
        at += n;
        s += n;
        take = *s ? translated(s, from, to) : "";
        n = *take ? width(take) : 0;
        memcpy(at, take, n);
        at += n;
        s += *s ? width(s) : 0;
    }
    return string_value(out);
}

/* ---- booleans and numbers ------------------------------------------------------------------- */

static struct value f_boolean(const struct focus *f, const struct path *p)
{
    return boolean_value(path_true(f, p->args.at[0]));
}

static struct value f_not(const struct focus *f, const struct path *p)
{
    return boolean_value(!path_true(f, p->args.at[0]));
}

static struct value f_true(const struct focus *f, const struct path *p)
{
    (void)f, (void)p;
    return boolean_value(true);
}

static struct value f_false(const struct focus *f, const struct path *p)
{
    (void)f, (void)p;
    return boolean_value(false);
}

static struct value f_number(const struct focus *f, const struct path *p)
{
    struct value v = string_value("");

    if (p->args.n)
        return number_value(path_number(f, p->args.at[0]));
    v.as.string = node_string(f->m, f->node);
    return number_value(value_number(f->m, &v));
}

static struct value f_sum(const struct focus *f, const struct path *p)
{
    struct nodes set = path_nodes(f, p->args.at[0]);
    struct value v = string_value("");
    double sum = 0;

    for (int i = 0; i < set.n; i++) {
        v.as.string = node_string(f->m, set.at[i]);
        sum += value_number(f->m, &v);
    }
    return number_value(sum);
}

static struct value f_floor(const struct focus *f, const struct path *p)
{
    return number_value(floor(path_number(f, p->args.at[0])));
}

static struct value f_ceiling(const struct focus *f, const struct path *p)
{
    return number_value(ceil(path_number(f, p->args.at[0])));
}

static struct value f_round(const struct focus *f, const struct path *p)
{
    return number_value(rounded(path_number(f, p->args.at[0])));
}

const struct path_function *path_function_find(const char *name, size_t n)
{
    static const struct path_function functions[] = {
        {"boolean", 1, 1, VALUE_BOOLEAN, f_boolean},
        {"ceiling", 1, 1, VALUE_NUMBER, f_ceiling},
        {"concat", 2, 99, VALUE_STRING, f_concat},
        {"contains", 2, 2, VALUE_BOOLEAN, f_contains},
        {"count", 1, 1, VALUE_NUMBER, f_count},
        {"current", 0, 0, VALUE_NODES, path_current},
        {"false", 0, 0, VALUE_BOOLEAN, f_false},
        {"floor", 1, 1, VALUE_NUMBER, f_floor},
        {"generate-id", 0, 1, VALUE_STRING, path_generate_id},
        {"last", 0, 0, VALUE_NUMBER, f_last},
        {"local-name", 0, 1, VALUE_STRING, f_local_name},
        {"name", 0, 1, VALUE_STRING, f_name},
        {"normalize-space", 0, 1, VALUE_STRING, f_normalize_space},
        {"not", 1, 1, VALUE_BOOLEAN, f_not},
        {"number", 0, 1, VALUE_NUMBER, f_number},
        {"position", 0, 0, VALUE_NUMBER, f_position},
        {"round", 1, 1, VALUE_NUMBER, f_round},
        {"starts-with", 2, 2, VALUE_BOOLEAN, f_starts_with},
        {"string", 0, 1, VALUE_STRING, f_string},
        {"string-length", 0, 1, VALUE_NUMBER, f_string_length},
        {"substring", 2, 3, VALUE_STRING, f_substring},
        {"substring-after", 2, 2, VALUE_STRING, f_substring_after},
        {"substring-before", 2, 2, VALUE_STRING, f_substring_before},
        {"sum", 1, 1, VALUE_NUMBER, f_sum},
        {"translate", 3, 3, VALUE_STRING, f_translate},
        {"true", 0, 0, VALUE_BOOLEAN, f_true},
    };

    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strlen(functions[i].name) == n && strncmp(functions[i].name, name, n) == 0)
            return &functions[i];
    return NULL;
}
