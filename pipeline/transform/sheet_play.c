/* The instructions of a compiled stylesheet. */
#include "transform/sheet_play.h"

#include <string.h>

static void put(struct play *p, const char *s)
{
    grove_text(&p->out, s, strlen(s));
}

/* An attribute value template. */
static const char *avt_string(struct play *p, const struct focus *f, const struct avt *avt)
{
    struct grove text;
    const char *only;

    if (!avt->path)
        return avt->text;
    if (!*avt->text && !*avt->next->text && !avt->next->path)
        return path_string(f, avt->path);
    grove_start_text(&text, p->out.doc);
    for (; avt; avt = avt->next) {
        grove_text(&text, avt->text, strlen(avt->text));
        if (avt->path) {
            only = path_string(f, avt->path);
            grove_text(&text, only, strlen(only));
        }
    }
    return grove_take_text(&text);
}

static void play_literal(struct play *p, const struct focus *f, const struct code *c)
{
    xmlNodePtr made = grove_open(&p->out, c->name.name, c->name.href, c->name.prefix);

    if (!made) {
        grove_close(&p->out);
        return;
    }
    if (p->sheet->alias && f->node->type == XML_ELEMENT_NODE)
        made->line = f->node->line; /* who writes a template looks there for what stopped */
    for (const struct namespace *ns = c->namespaces; ns; ns = ns->next)
        grove_namespace(&p->out, ns->href, ns->prefix);
    for (const struct literal_attribute *a = c->attributes; a; a = a->next)
        if (a->text)
            grove_attribute_of(&p->out, a->name.name, a->name.href, a->name.prefix, a->text);
        else
            grove_attribute(&p->out, a->name.name, a->name.href, a->name.prefix,
                            avt_string(p, f, a->value));
    play_body(p, f, c->body);
    grove_close(&p->out);
}

static const char *made_name(struct play *p, const struct focus *f, const struct code *c)
{
    const char *name = c->make ? avt_string(p, f, c->make) : c->name.name;

    if (c->make && (xmlValidateNCName((const xmlChar *)name, 0) != 0 || !*name))
        play_stop(p, &c->place);
    return c->make ? grove_name(&p->out, name) : name;
}

static void play_element(struct play *p, const struct focus *f, const struct code *c)
{
    grove_open(&p->out, made_name(p, f, c), c->name.href, c->name.prefix);
    play_body(p, f, c->body);
    grove_close(&p->out);
}

/* The one instruction of a body that is nothing but words or a value. */
static const char *simple_string(const struct focus *f, const struct code *body)
{
    if (!body)
        return "";
    if (!body->next && body->op == CODE_TEXT)
        return body->text;
    return !body->next && body->op == CODE_VALUE_OF ? path_string(f, body->select) : NULL;
}

/* What a body says, without its elements. */
static const char *body_string(struct play *p, const struct focus *f, const struct code *body)
{
    const char *value = simple_string(f, body);
    struct grove before;

    if (value)
        return value;
    before = p->out;
    grove_start_text(&p->out, before.doc);
    play_body(p, f, body);
    value = grove_take_text(&p->out);
    p->out = before;
    return value;
}

static void play_attribute(struct play *p, const struct focus *f, const struct code *c)
{
    const char *value = body_string(p, f, c->body);

    grove_attribute(&p->out, made_name(p, f, c), c->name.href, c->name.prefix, value);
}

static void play_copy(struct play *p, const struct focus *f, const struct code *c)
{
    const xmlNode *n = f->node;
    bool element = n->type == XML_ELEMENT_NODE;

    if (!element && n->type != XML_DOCUMENT_NODE && n->type != XML_DOCUMENT_FRAG_NODE) {
        grove_copy(&p->out, n);
        return;
    }
    if (element)
        grove_open_like(&p->out, n);
    play_body(p, f, c->body);
    if (element)
        grove_close(&p->out);
}

static void play_copy_of(struct play *p, const struct focus *f, const struct code *c)
{
    struct value v = path_value(f, c->select);

    if (v.type != VALUE_NODES) {
        put(p, value_string(&p->m, &v));
        return;
    }
    for (int i = 0; i < v.as.nodes.n; i++)
        grove_copy(&p->out, v.as.nodes.at[i]);
}

static void play_choose(struct play *p, const struct focus *f, const struct code *c)
{
    const struct code *when = c->body;

    while (when && when->select && !path_true(f, when->select))
        when = when->next;
    if (when)
        play_body(p, f, when->body);
}

static void play_for_each(struct play *p, const struct focus *f, const struct code *c)
{
    struct nodes set = path_nodes(f, c->select);
    struct focus inner = {.m = f->m, .last = set.n};

    if (c->sort)
        play_sort(f, c->sort, &set);
    for (int i = 0; i < set.n && !p->m.stopped; i++) {
        inner.node = inner.current = set.at[i];
        inner.position = i + 1;
        play_body(p, &inner, c->body);
    }
}

static void play_apply_templates(struct play *p, const struct focus *f, const struct code *c)
{
    const struct passed *passed = play_pass(p, f, c->with);
    struct nodes set = {0};
    struct focus inner = {.m = f->m};

    if (c->select)
        set = path_nodes(f, c->select);
    else if (f->node->type != XML_ATTRIBUTE_NODE && f->node->type != XML_TEXT_NODE)
        for (xmlNodePtr kid = f->node->children; kid; kid = kid->next)
            nodes_add(&p->m, &set, kid);
    if (c->sort)
        play_sort(f, c->sort, &set);
    inner.last = set.n;
    for (int i = 0; i < set.n && !p->m.stopped; i++) {
        inner.node = inner.current = set.at[i];
        inner.position = i + 1;
        play_apply(p, &inner, c->mode, passed);
    }
}

/* Its words could quote a case: they are said only where none is near. */
static void play_message(struct play *p, const struct focus *f, const struct code *c)
{
    if (p->run->words)
        buf_str(p->run->words, body_string(p, f, c->body));
    if (c->stops)
        play_stop(p, &c->place);
}

/* In a template that is called, the context stays. */
static void play_one(struct play *p, const struct focus *f, const struct code *c)
{
    switch (c->op) {
    case CODE_TEXT:
        grove_text(&p->out, c->text, c->len);
        break;
    case CODE_LITERAL:
        play_literal(p, f, c);
        break;
    case CODE_VALUE_OF:
        put(p, path_string(f, c->select));
        break;
    case CODE_IF:
        if (path_true(f, c->select))
            play_body(p, f, c->body);
        break;
    case CODE_CHOOSE:
        play_choose(p, f, c);
        break;
    case CODE_FOR_EACH:
        play_for_each(p, f, c);
        break;
    case CODE_CALL:
        play_template(p, f, c->template, play_pass(p, f, c->with));
        break;
    case CODE_APPLY:
        play_apply_templates(p, f, c);
        break;
    case CODE_ATTRIBUTE:
        play_attribute(p, f, c);
        break;
    case CODE_ELEMENT:
        play_element(p, f, c);
        break;
    case CODE_COPY:
        play_copy(p, f, c);
        break;
    case CODE_COPY_OF:
        play_copy_of(p, f, c);
        break;
    case CODE_VARIABLE:
        p->m.frame[c->slot] = play_value(p, f, c->select, c->body);
        break;
    case CODE_MESSAGE:
        play_message(p, f, c);
        break;
    }
    if (p->m.stopped || p->sheet->stand_in->state != XSLT_STATE_OK)
        play_stop(p, &c->place);
}

void play_body(struct play *p, const struct focus *f, const struct code *body)
{
    for (; body && !p->m.stopped; body = body->next)
        play_one(p, f, body);
}
