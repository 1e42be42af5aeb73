/* Running a compiled stylesheet: variables, templates, and which of them is next. */
#include "transform/sheet_play.h"

#include <stdlib.h>
#include <string.h>

void play_stop(struct play *p, const struct place *at)
{
    if (!p->run->fault.file && at)
        p->run->fault = *at;
    p->m.stopped = true;
}

/* ---- variables --------------------------------------------------------------------------------
 */

/* What a body makes, as a fragment that stands in no document. */
static struct value fragment_of(struct play *p, const struct focus *f, const struct code *body)
{
    struct value v = {VALUE_NODES, {.nodes = {.flat = true}}};
    struct grove before = p->out;

    grove_start(&p->out, before.doc);
    nodes_add(&p->m, &v.as.nodes, grove_fragment(&p->out));
    play_body(p, f, body);
    grove_flush(&p->out);
    p->out = before;
    return v;
}

struct value play_value(struct play *p, const struct focus *f, const struct path *select,
                        const struct code *body)
{
    if (select)
        return path_value(f, select);
    if (body)
        return fragment_of(p, f, body);
    return (struct value){VALUE_STRING, {.string = ""}};
}

/* A frame of local variables; NULL: too many are in hand. */
static struct value *push_frame(struct play *p, int nslots, const struct place *at)
{
    struct value *frame = p->top;

    if (p->depth >= DEEPEST_TEMPLATE || p->top + nslots > p->run->transform->stack + MOST_VALUES) {
        play_stop(p, at);
        return NULL;
    }
    p->depth++;
    p->top += nslots;
    if (p->top > p->highest)
        p->highest = p->top;
    return frame;
}

static void pop_frame(struct play *p, struct value *frame, struct value *before)
{
    p->depth--;
    p->top = frame;
    p->m.frame = before;
}

static void evaluate_global(struct play *p, int i)
{
    const struct global *g = &p->sheet->globals[i];
    const char *given = g->parameter ? engine_parameter(p->run, g->name) : NULL;
    struct value *before = p->m.frame, *frame = push_frame(p, g->nslots, &g->place);
    struct focus f = {&p->m, p->m.root, p->m.root, 1, 1};

    p->globals[i] = (struct value){VALUE_STRING, {.string = ""}};
    if (!frame)
        return;
    p->m.frame = frame;
    p->known[i] = BEING_EVALUATED;
    if (given)
        p->globals[i].as.string = given;
    else
        p->globals[i] = play_value(p, &f, g->select, g->body);
    p->known[i] = KNOWN;
    if (p->m.stopped)
        play_stop(p, &g->place);
    pop_frame(p, frame, before);
}

static struct value on_global(struct machine *m, int i)
{
    struct play *p = (struct play *)m;

    if (p->known[i] == UNKNOWN)
        evaluate_global(p, i);
    else if (p->known[i] == BEING_EVALUATED)
        play_stop(p, &p->sheet->globals[i].place); /* it depends on itself */
    return p->globals[i];
}

/* ---- templates --------------------------------------------------------------------------------
 */

struct passed *play_pass(struct play *p, const struct focus *f, const struct with *with)
{
    struct passed *first = NULL, **end = &first;

    for (; with; with = with->next) {
        *end = arena_new_of(p->m.arena, struct passed);
        (*end)->name = with->name;
        (*end)->value = play_value(p, f, with->select, with->body);
        end = &(*end)->next;
    }
    return first;
}

void play_template(struct play *p, const struct focus *f, const struct template *t,
                   const struct passed *passed)
{
    struct value *before = p->m.frame, *frame = push_frame(p, t->nslots, &t->place);

    if (!frame)
        return;
    p->m.frame = frame;
    for (const struct parameter *q = t->parameters; q; q = q->next) {
        const struct passed *given = passed;

        while (given && given->name != q->name)
            given = given->next;
        frame[q->slot] = given ? given->value : play_value(p, f, q->select, q->body);
    }
    play_body(p, f, t->body);
    pop_frame(p, frame, before);
}

/* The built-in templates: on through the tree, and the text. */
static void apply_built_in(struct play *p, const struct focus *f, const char *mode)
{
    const xmlNode *n = f->node;
    struct focus inner = *f;
    struct nodes kids = {0};

    if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE ||
        n->type == XML_ATTRIBUTE_NODE) {
        const char *s = node_string(&p->m, n);

        grove_text(&p->out, s, strlen(s));
        return;
    }
    if (n->type != XML_ELEMENT_NODE && n->type != XML_DOCUMENT_NODE &&
        n->type != XML_DOCUMENT_FRAG_NODE)
        return;
    for (xmlNodePtr kid = n->children; kid; kid = kid->next)
        nodes_add(&p->m, &kids, kid);
    inner.last = kids.n;
    for (int i = 0; i < kids.n && !p->m.stopped; i++) {
        inner.node = inner.current = kids.at[i];
        inner.position = i + 1;
        play_apply(p, &inner, mode, NULL);
    }
}

void play_apply(struct play *p, const struct focus *f, const char *mode,
                const struct passed *passed)
{
    const struct template *t = sheet_match(p->sheet, &p->m, mode, f->node);

    if (t) {
        play_template(p, f, t, passed);
        return;
    }
    if (!push_frame(p, 0, NULL))
        return;
    apply_built_in(p, f, mode);
    pop_frame(p, p->top, p->m.frame);
}

/* ---- a run ------------------------------------------------------------------------------------
 */

/* One sheet runs at a time, for none of our functions runs another: they share one room. The stack
 * is calloc's, of which the system gives as much as is used. */
static bool make_room(struct transform *t)
{
    if (!t->scratch)
        t->scratch = arena_new();
    if (!t->stack)
        t->stack = calloc(MOST_VALUES, sizeof *t->stack);
    return t->stack != NULL;
}

static void clear_room(struct play *p)
{
    struct transform *t = p->run->transform;

    explicit_bzero(t->stack, (size_t)(p->highest - t->stack) * sizeof *t->stack);
    arena_reset(t->scratch); /* p with it */
}

static struct play *new_play(struct sheet *s, struct run *run, xmlDocPtr source)
{
    struct transform *t = run->transform;
    struct play *p = arena_new_of(t->scratch, struct play);

    p->m = (struct machine){
        .arena = t->scratch, .keep = s->arena, .run = run, .global = on_global, .xpath = s->xpath};
    p->m.root = (xmlNodePtr)source;
    p->sheet = s;
    p->run = run;
    p->top = p->highest = t->stack;
    p->globals = arena_array(t->scratch, struct value, s->nglobals);
    p->known = arena_array(t->scratch, char, s->nglobals);
    s->stand_in->_private = run;
    s->stand_in->state = XSLT_STATE_OK;
    return p;
}

xmlDocPtr sheet_run(struct sheet *s, struct run *run, xmlDocPtr source)
{
    xmlDocPtr result;
    struct play *p;
    struct focus f;
    bool good;

    if (!make_room(run->transform))
        return NULL;
    p = new_play(s, run, source);
    f = (struct focus){&p->m, (xmlNodePtr)source, (xmlNodePtr)source, 1, 1};
    result = grove_new(&run->transform->shed);
    grove_start(&p->out, result);
    play_apply(p, &f, NULL, NULL);
    grove_flush(&p->out);
    good = !p->m.stopped;
    clear_room(p);
    if (good)
        return result;
    grove_free(result);
    return NULL;
}
