/* Compiling the instructions of a stylesheet. Whatever is not in the subset makes it all NULL. */
#include "transform/sheet_compile.h"

#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST_CODE = 100 };

/* ---- names and expressions ------------------------------------------------------------------ */

const char *compile_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, name) == 0)
            return a->children && a->children->content ? (const char *)a->children->content : "";
    return NULL;
}

bool compile_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->ns->href, XSLT_NS) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

bool compile_is_alias(const struct compiler *c, const xmlNs *ns)
{
    return c->sheet->alias && strcmp((const char *)ns->href, c->sheet->alias) == 0;
}

const char *sheet_intern(struct sheet *s, const char *text, size_t n)
{
    return (const char *)xmlDictLookup(s->transform->shed.names, (const xmlChar *)text, (int)n);
}

static const char *interned(struct compiler *c, const char *text)
{
    return text ? sheet_intern(c->sheet, text, strlen(text)) : NULL;
}

static const char *on_intern(void *user, const char *s, size_t n)
{
    return sheet_intern(((struct compiler *)user)->sheet, s, n);
}

/* Locals hide globals; the innermost hides the others. */
static bool on_variable(void *user, const char *name, int *slot, bool *global)
{
    struct compiler *c = user;

    *global = false;
    for (*slot = c->nlocals; (*slot)-- > 0;)
        if (c->locals[*slot] == name)
            return true;
    *global = true;
    for (size_t i = 0; i < c->sheet->nglobals; i++)
        if (c->sheet->globals[i].name == name) {
            *slot = (int)i;
            return true;
        }
    return false;
}

struct path *compile_path(struct compiler *c, const char *text)
{
    struct path_scope scope = {c->arena,  c->at, on_variable, functions_find, functions_quick,
                               on_intern, c};
    struct path *p = text ? path_parse(&scope, text) : NULL;

    if (!p)
        c->bad = true;
    return p;
}

struct path *compile_required(struct compiler *c, const char *attribute)
{
    return compile_path(c, compile_attribute(c->at, attribute));
}

static struct path *optional(struct compiler *c, const char *attribute)
{
    const char *text = compile_attribute(c->at, attribute);

    return text ? compile_path(c, text) : NULL;
}

/* "a{expression}b", "{{" for a brace. An expression with a brace in it is not in the subset. */
static struct avt *compile_avt(struct compiler *c, const char *s)
{
    struct avt *first = NULL, **end = &first;

    for (;;) {
        struct buf text = BUF_INIT;
        size_t n;

        *end = arena_new_of(c->arena, struct avt);
        for (; *s && (*s != '{' || s[1] == '{'); s++) {
            buf_char(&text, *s);
            s += (*s == '{' || *s == '}') && s[1] == *s;
        }
        (*end)->text = arena_strndup(c->arena, text.data ? text.data : "", text.len);
        buf_free(&text);
        if (!*s)
            return first;
        n = strcspn(++s, "}");
        (*end)->path = compile_path(c, arena_strndup(c->arena, s, n));
        if (!s[n] || c->bad) {
            c->bad = true;
            return first;
        }
        s += n + 1;
        end = &(*end)->next;
    }
}

static struct qname name_of(struct compiler *c, const xmlChar *name, const xmlNs *ns)
{
    return (struct qname){interned(c, (const char *)name),
                          ns ? interned(c, (const char *)ns->href) : NULL,
                          ns ? interned(c, (const char *)ns->prefix) : NULL};
}

/* The name that a literal element or attribute has in the result. The prefix stays, as with
 * libxslt: its namespace is told by the address. */
static struct qname literal_name(struct compiler *c, const xmlChar *name, const xmlNs *ns)
{
    struct qname result = name_of(c, name, ns);

    if (ns && compile_is_alias(c, ns))
        result.href = interned(c, XSLT_NS);
    return result;
}

/* ---- scope of local variables ---------------------------------------------------------------- */

int compile_local(struct compiler *c, const char *name)
{
    if (c->nlocals == MOST_LOCALS || !name) {
        c->bad = true;
        return 0;
    }
    c->locals[c->nlocals] = interned(c, name);
    if (++c->nlocals > c->most)
        c->most = c->nlocals;
    return c->nlocals - 1;
}

/* ---- instructions ---------------------------------------------------------------------------- */

/* The document does not stay. */
struct place compile_place(const struct compiler *c, const xmlNode *at)
{
    struct place place = engine_place(at);

    if (place.file)
        place.file = sheet_intern(c->sheet, place.file, strlen(place.file));
    return place;
}

static struct code *new_code(struct compiler *c, enum code_op op)
{
    struct code *code = arena_new_of(c->arena, struct code);

    code->op = op;
    code->place = compile_place(c, c->at);
    return code;
}

static struct code *of_text(struct compiler *c, const xmlNode *text)
{
    struct code *code = new_code(c, CODE_TEXT);

    code->text = text && text->content ? arena_strdup(c->arena, (const char *)text->content) : "";
    code->len = strlen(code->text);
    return code;
}

static struct code *of_selection(struct compiler *c, enum code_op op, const char *attribute)
{
    struct code *code = new_code(c, op);

    code->select = compile_required(c, attribute);
    return code;
}

static struct code *of_if(struct compiler *c)
{
    struct code *code = of_selection(c, CODE_IF, "test");

    code->body = compile_body(c, c->at);
    return code;
}

static struct code *of_choose(struct compiler *c)
{
    struct code *code = new_code(c, CODE_CHOOSE), **end = &code->body;

    for (xmlNodePtr kid = c->at->children; kid && !c->bad; kid = kid->next) {
        bool when = compile_is(kid, "when");

        if (kid->type == XML_COMMENT_NODE || xmlIsBlankNode(kid))
            continue;
        if (!when && !compile_is(kid, "otherwise"))
            c->bad = true;
        c->at = kid;
        *end = new_code(c, CODE_IF);
        (*end)->select = when ? compile_required(c, "test") : NULL;
        (*end)->body = compile_body(c, kid);
        end = &(*end)->next;
    }
    return code;
}

static struct sort *sorts_of(struct compiler *c, xmlNodePtr node)
{
    struct sort *first = NULL, **end = &first;

    for (xmlNodePtr kid = node->children; kid && !c->bad; kid = kid->next) {
        const char *type, *order;

        if (!compile_is(kid, "sort"))
            continue;
        c->at = kid;
        *end = arena_new_of(c->arena, struct sort);
        type = compile_attribute(kid, "data-type");
        order = compile_attribute(kid, "order");
        (*end)->select = optional(c, "select");
        (*end)->number = type && strcmp(type, "number") == 0;
        (*end)->descending = order && strcmp(order, "descending") == 0;
        if (compile_attribute(kid, "lang") || compile_attribute(kid, "case-order"))
            c->bad = true;
        end = &(*end)->next;
    }
    c->at = node;
    return first;
}

static struct with *withs_of(struct compiler *c, xmlNodePtr node)
{
    struct with *first = NULL, **end = &first;

    for (xmlNodePtr kid = node->children; kid && !c->bad; kid = kid->next) {
        if (!compile_is(kid, "with-param"))
            continue;
        c->at = kid;
        *end = arena_new_of(c->arena, struct with);
        (*end)->name = interned(c, compile_attribute(kid, "name"));
        (*end)->select = optional(c, "select");
        (*end)->body = (*end)->select ? NULL : compile_body(c, kid);
        end = &(*end)->next;
    }
    c->at = node;
    return first;
}

static struct code *of_for_each(struct compiler *c)
{
    struct code *code = of_selection(c, CODE_FOR_EACH, "select");

    code->sort = sorts_of(c, c->at);
    code->body = compile_body(c, c->at);
    return code;
}

static struct code *of_call(struct compiler *c)
{
    struct code *code = new_code(c, CODE_CALL);

    code->template = sheet_named(c->sheet, interned(c, compile_attribute(c->at, "name")));
    code->with = withs_of(c, c->at);
    c->bad |= !code->template;
    return code;
}

static struct code *of_apply(struct compiler *c)
{
    struct code *code = new_code(c, CODE_APPLY);

    code->select = optional(c, "select");
    code->mode = interned(c, compile_attribute(c->at, "mode"));
    code->sort = sorts_of(c, c->at);
    code->with = withs_of(c, c->at);
    return code;
}

/* A name that stands there is resolved now; one that is computed has no prefix. */
static struct code *of_named(struct compiler *c, enum code_op op)
{
    struct code *code = new_code(c, op);
    const char *name = compile_attribute(c->at, "name");
    const char *colon = name ? strchr(name, ':') : NULL;
    xmlNsPtr ns = NULL;

    if (!name || compile_attribute(c->at, "namespace") ||
        compile_attribute(c->at, "use-attribute-sets") || (colon && strchr(name, '{'))) {
        c->bad = true;
        return code;
    }
    if (strchr(name, '{')) {
        code->make = compile_avt(c, name);
    } else {
        if (colon)
            ns =
                xmlSearchNs(c->at->doc, c->at,
                            (const xmlChar *)arena_strndup(c->arena, name, (size_t)(colon - name)));
        c->bad |= colon && !ns;
        code->name = name_of(c, (const xmlChar *)(colon ? colon + 1 : name), ns);
    }
    code->body = compile_body(c, c->at);
    return code;
}

static struct code *of_copy(struct compiler *c)
{
    struct code *code = new_code(c, CODE_COPY);

    c->bad |= compile_attribute(c->at, "use-attribute-sets") != NULL;
    code->body = compile_body(c, c->at);
    return code;
}

static struct code *of_variable(struct compiler *c)
{
    struct code *code = new_code(c, CODE_VARIABLE);

    code->select = optional(c, "select");
    code->body = code->select ? NULL : compile_body(c, c->at);
    code->slot = compile_local(c, compile_attribute(c->at, "name"));
    return code;
}

static struct code *of_message(struct compiler *c)
{
    struct code *code = new_code(c, CODE_MESSAGE);
    const char *terminate = compile_attribute(c->at, "terminate");

    code->stops = terminate && strcmp(terminate, "yes") == 0;
    code->body = compile_body(c, c->at);
    return code;
}

static struct code *of_value(struct compiler *c)
{
    c->bad |= compile_attribute(c->at, "disable-output-escaping") != NULL;
    return of_selection(c, CODE_VALUE_OF, "select");
}

static struct code *of_instruction(struct compiler *c)
{
    const char *name = (const char *)c->at->name;

    if (strcmp(name, "value-of") == 0)
        return of_value(c);
    if (strcmp(name, "if") == 0)
        return of_if(c);
    if (strcmp(name, "choose") == 0)
        return of_choose(c);
    if (strcmp(name, "for-each") == 0)
        return of_for_each(c);
    if (strcmp(name, "call-template") == 0)
        return of_call(c);
    if (strcmp(name, "apply-templates") == 0)
        return of_apply(c);
    if (strcmp(name, "attribute") == 0)
        return of_named(c, CODE_ATTRIBUTE);
    if (strcmp(name, "element") == 0)
        return of_named(c, CODE_ELEMENT);
    if (strcmp(name, "copy") == 0)
        return of_copy(c);
    if (strcmp(name, "copy-of") == 0)
        return of_selection(c, CODE_COPY_OF, "select");
    if (strcmp(name, "variable") == 0)
        return of_variable(c);
    if (strcmp(name, "message") == 0)
        return of_message(c);
    if (strcmp(name, "text") == 0 && !c->at->properties)
        return of_text(c, c->at->children);
    c->bad = true;
    return NULL;
}

/* A value without expressions is the same node in all results. */
static xmlNodePtr constant(struct compiler *c, const struct avt *value)
{
    xmlNodePtr text = value->path ? NULL : arena_new_of(c->arena, xmlNode);

    if (text) {
        text->type = XML_TEXT_NODE;
        text->name = xmlStringText;
        text->content = BAD_CAST value->text;
    }
    return text;
}

static struct code *of_literal(struct compiler *c)
{
    struct code *code = new_code(c, CODE_LITERAL);
    struct literal_attribute **end = &code->attributes;

    code->name = literal_name(c, c->at->name, c->at->ns);
    code->namespaces = compile_namespaces(c, c->at);
    for (const xmlAttr *a = c->at->properties; a; a = a->next) {
        if (a->ns && strcmp((const char *)a->ns->href, XSLT_NS) == 0)
            c->bad = true;
        *end = arena_new_of(c->arena, struct literal_attribute);
        (*end)->name = literal_name(c, a->name, a->ns);
        (*end)->value = compile_avt(
            c, a->children && a->children->content ? (const char *)a->children->content : "");
        (*end)->text = constant(c, (*end)->value);
        end = &(*end)->next;
    }
    code->body = compile_body(c, c->at);
    return code;
}

/* Parameters and sort keys have been read by who owns the body. */
static bool is_passed(const xmlNode *node)
{
    return compile_is(node, "param") || compile_is(node, "with-param") ||
           compile_is(node, "sort") || node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE;
}

static struct code *of_node(struct compiler *c, xmlNodePtr node)
{
    if (is_passed(node))
        return NULL;
    c->at = node;
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        return xmlIsBlankNode(node) ? NULL : of_text(c, node);
    if (node->type != XML_ELEMENT_NODE) {
        c->bad = true;
        return NULL;
    }
    return node->ns && strcmp((const char *)node->ns->href, XSLT_NS) == 0 ? of_instruction(c)
                                                                          : of_literal(c);
}

struct code *compile_body(struct compiler *c, xmlNodePtr parent)
{
    struct code *first = NULL, **end = &first;
    xmlNodePtr at = c->at;
    int locals = c->nlocals;

    if (++c->depth > DEEPEST_CODE)
        c->bad = true;
    for (xmlNodePtr kid = parent->children; kid && !c->bad; kid = kid->next)
        if ((*end = of_node(c, kid)) != NULL)
            end = &(*end)->next;
    c->depth--;
    c->nlocals = locals;
    c->at = at;
    return first;
}
