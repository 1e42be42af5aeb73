/* Evaluating XPath: each expression as the type that is asked for, so that a test makes no set and
 * no string. */
#include "transform/path.h"

#include <libxml/xpathInternals.h>
#include <math.h>

static const struct value *variable(const struct focus *f, const struct path *p,
                                    struct value *global)
{
    if (!p->global)
        return &f->m->frame[p->slot];
    *global = f->m->global(f->m, p->slot);
    return global;
}

/* ---- functions of ours, which take and give libxml2's objects ------------------------------- */

static xmlXPathObjectPtr object_of(const struct value *v)
{
    xmlXPathObjectPtr object;

    if (v->type == VALUE_NUMBER)
        return xmlXPathNewFloat(v->as.number);
    if (v->type == VALUE_BOOLEAN)
        return xmlXPathNewBoolean(v->as.boolean);
    if (v->type == VALUE_STRING)
        return xmlXPathNewCString(v->as.string);
    object = xmlXPathNewNodeSet(v->as.nodes.n ? v->as.nodes.at[0] : NULL);
    for (int i = 1; object && i < v->as.nodes.n; i++)
        xmlXPathNodeSetAdd(object->nodesetval, v->as.nodes.at[i]);
    return object;
}

static struct value value_of(struct machine *m, xmlXPathObjectPtr object)
{
    struct value v = {VALUE_STRING, {.string = ""}};

    if (object && object->type == XPATH_NUMBER)
        v = (struct value){VALUE_NUMBER, {.number = object->floatval}};
    else if (object && object->type == XPATH_BOOLEAN)
        v = (struct value){VALUE_BOOLEAN, {.boolean = object->boolval != 0}};
    else if (object && object->type == XPATH_STRING && object->stringval)
        v.as.string = arena_strdup(m->arena, (const char *)object->stringval);
    else if (object && object->type == XPATH_NODESET) {
        xmlNodeSetPtr set = object->nodesetval;

        v = (struct value){VALUE_NODES, {.nodes = {.flat = true}}};
        for (int i = 0; set && i < set->nodeNr; i++)
            nodes_add(m, &v.as.nodes, set->nodeTab[i]);
        v.as.nodes.flat = v.as.nodes.n <= 1;
    }
    xmlXPathFreeObject(object);
    return v;
}

static struct value call_ours(const struct focus *f, const struct path *p)
{
    if (p->quick)
        return p->quick(f, p);
    for (size_t i = 0; i < p->args.n; i++) {
        struct value v = path_value(f, p->args.at[i]);

        valuePush(f->m->xpath, object_of(&v));
    }
    p->ours(f->m->xpath, (int)p->args.n);
    if (f->m->xpath->error != XPATH_EXPRESSION_OK) { /* a wrong number of arguments */
        f->m->xpath->error = XPATH_EXPRESSION_OK;
        f->m->stopped = true;
    }
    return value_of(f->m, valuePop(f->m->xpath));
}

/* ---- operators ----------------------------------------------------------------------------- */

static double arithmetic(enum path_op op, double a, double b)
{
    switch (op) {
    case PATH_ADD:
        return a + b;
    case PATH_SUBTRACT:
        return a - b;
    case PATH_MULTIPLY:
        return a * b;
    case PATH_DIVIDE:
        return a / b;
    default: /* the sign is that of the dividend */
        return fmod(a, b);
    }
}

static struct nodes join(const struct focus *f, const struct path *p)
{
    struct nodes all = {0}, a = path_nodes(f, p->a), b = path_nodes(f, p->b);

    if (!b.n)
        return a;
    if (!a.n)
        return b;
    for (int i = 0; i < a.n; i++)
        nodes_add(f->m, &all, a.at[i]);
    for (int i = 0; i < b.n; i++)
        nodes_add(f->m, &all, b.at[i]);
    nodes_sort(&all);
    return all;
}

struct nodes path_nodes(const struct focus *f, const struct path *p)
{
    struct nodes set = {.flat = true};
    struct value v, global;

    if (!path_budget(f->m))
        return set;
    switch (p->op) {
    case PATH_STEPS:
        return path_walk(f, p);
    case PATH_UNION:
        return join(f, p);
    case PATH_VARIABLE:
        v = *variable(f, p, &global);
        return v.type == VALUE_NODES ? v.as.nodes : set;
    case PATH_FILTER: {
        struct nodes from = path_nodes(f, p->a);

        set.flat = from.flat;
        for (int i = 0; i < from.n; i++) /* what is filtered may be a variable's */
            nodes_add(f->m, &set, from.at[i]);
        path_filter(f, &p->where, &set);
        return set;
    }
    case PATH_CALL:
        v = p->ours ? call_ours(f, p) : p->function->call(f, p);
        return v.type == VALUE_NODES ? v.as.nodes : set;
    default:
        return set;
    }
}

static bool any(void *user, xmlNodePtr node)
{
    (void)user, (void)node;
    return true;
}

bool path_true(const struct focus *f, const struct path *p)
{
    struct value v;
    bool found;

    if (!path_budget(f->m))
        return false;
    switch (p->op) {
    case PATH_OR:
        return path_true(f, p->a) || path_true(f, p->b);
    case PATH_AND:
        return path_true(f, p->a) && path_true(f, p->b);
    case PATH_STEPS:
        if (p->simple)
            return path_first(f, p) != NULL;
        return path_visit(f, p, false, any, NULL, &found) ? found : path_walk(f, p).n > 0;
    case PATH_UNION:
        return path_true(f, p->a) || path_true(f, p->b);
    default:
        if (p->op >= PATH_EQ && p->op <= PATH_GT)
            return path_compare(f, p);
        v = path_value(f, p);
        return value_true(&v);
    }
}

double path_number(const struct focus *f, const struct path *p)
{
    struct value v;

    if (!path_budget(f->m))
        return NAN;
    if (p->op >= PATH_ADD && p->op <= PATH_MODULO)
        return arithmetic(p->op, path_number(f, p->a), path_number(f, p->b));
    if (p->op == PATH_NEGATE)
        return -path_number(f, p->a);
    v = path_value(f, p);
    return value_number(f->m, &v);
}

static bool keep(void *user, xmlNodePtr node)
{
    *(xmlNodePtr *)user = node;
    return true;
}

const char *path_string(const struct focus *f, const struct path *p)
{
    xmlNodePtr first;
    struct value v;
    bool found;

    if (p->op == PATH_LITERAL)
        return p->string;
    if (p->simple && p->steps->axis <= AXIS_SELF) {
        first = path_first(f, p);
        return first ? node_string(f->m, first) : "";
    }
    if (path_visit(f, p, true, keep, &first, &found))
        return found ? node_string(f->m, first) : "";
    v = path_value(f, p);
    return value_string(f->m, &v);
}

struct value path_value(const struct focus *f, const struct path *p)
{
    struct value global;

    switch (p->op) {
    case PATH_LITERAL:
        return (struct value){VALUE_STRING, {.string = p->string}};
    case PATH_NUMBER:
        return (struct value){VALUE_NUMBER, {.number = p->number}};
    case PATH_VARIABLE:
        return *variable(f, p, &global);
    case PATH_CALL:
        return p->ours ? call_ours(f, p) : p->function->call(f, p);
    case PATH_STEPS:
    case PATH_UNION:
    case PATH_FILTER:
        return (struct value){VALUE_NODES, {.nodes = path_nodes(f, p)}};
    default:
        if (p->op >= PATH_ADD)
            return (struct value){VALUE_NUMBER, {.number = path_number(f, p)}};
        return (struct value){VALUE_BOOLEAN, {.boolean = path_true(f, p)}};
    }
}
