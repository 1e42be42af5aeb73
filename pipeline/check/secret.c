/* Secrets: the case is walked once; each of its values becomes the patterns that would tell it,
 * when it is first secret to somebody. */
#include "check/secret.h"

#include "check/sign.h"

#include <string.h>

enum { DEEPEST = 300 /* elements; the reader allows 256 */ };

struct value {
    const char *text; /* without blanks around it; not terminated */
    size_t n;
    const char *name; /* of its element or attribute */
    int line;
    bool tells; /* something */
    struct field_place place;
    struct signs *signs[2]; /* of an ordinary document and of a strict one; NULL: not made yet */
};

/* A name, of several parts that are values too. */
struct full_name {
    int line;
    size_t from, to; /* in the list of parts */
};
struct name_part {
    const char *text;
    struct field_place place;
};

struct case_values {
    struct arena *arena;
    const struct _xmlDoc *source;
    struct signer signer;
    struct field_rows rows;
    struct value *list;
    size_t n, cap;
    struct full_name *names;
    size_t nnames, names_cap;
    struct name_part *parts;
    size_t nparts, parts_cap;
};

/* ---- the values of a case -------------------------------------------------------------------- */

/* Dates as such tell nothing; the day of birth has a shape of its own. */
static bool is_date(const char *text, size_t n)
{
    return (n == 10 || (n > 10 && text[10] == 'T')) && strspn(text, "0123456789-T:") >= n &&
           text[4] == '-' && text[7] == '-';
}

static bool is_sure(enum shape shape)
{
    return shape == SHAPE_STREET || shape == SHAPE_PHONE || shape == SHAPE_NUMBER ||
           shape == SHAPE_EMAIL || shape == SHAPE_POSTCODE;
}

/* A function, such as rektor or enhetschef, names nobody; whoever gives a reason writes it. */
static bool is_function(enum shape shape, const char *text, size_t n)
{
    return shape == SHAPE_LINE && *text >= 'a' && *text <= 'z' && !memchr(text, ' ', n) &&
           !memchr(text, '@', n);
}

static bool tells(enum shape shape, const char *text, size_t n)
{
    return !is_function(shape, text, n) &&
           !((shape == SHAPE_PROSE || shape == SHAPE_LINE) && is_date(text, n));
}

static void value(struct case_values *v, const xmlNode *element, const xmlAttr *attribute,
                  const xmlChar *content)
{
    const char *text = (const char *)content;
    struct value found;
    size_t n;

    text += strspn(text, " \t\r\n");
    n = strlen(text);
    while (n && strchr(" \t\r\n", text[n - 1]))
        n--;
    if (!n)
        return;
    found = (struct value){.text = text,
                           .n = n,
                           .name = (const char *)(attribute ? attribute->name : element->name),
                           .line = (int)xmlGetLineNo(element),
                           .place = field_place(&v->rows, element, attribute)};
    found.tells = tells(found.place.shape, text, n);
    *arena_push(v->arena, v->list, v->n, v->cap) = found;
}

/* Attributes that hold words, not codes. */
static bool holds_words(const xmlNode *element, const xmlAttr *a)
{
    static const char *const names[] = {"authority", "covers", "by", "where", "decided-by"};
    const char *name = (const char *)a->name;

    if (strcmp(name, "with") == 0)
        return strcmp((const char *)element->name, "urgent") == 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static void walk(struct case_values *v, const xmlNode *element, int depth)
{
    if (depth > DEEPEST)
        return;
    for (const xmlAttr *a = element->properties; a; a = a->next)
        if (!a->ns && a->children && a->children->content && holds_words(element, a))
            value(v, element, a, a->children->content);
    for (const xmlNode *n = element->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE)
            walk(v, n, depth + 1);
        else if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) && n->content)
            value(v, element, NULL, n->content);
}

static void full_name(struct case_values *v, const xmlNode *name)
{
    struct full_name *found = arena_push(v->arena, v->names, v->nnames, v->names_cap);

    *found = (struct full_name){.line = (int)xmlGetLineNo(name), .from = v->nparts};
    for (const xmlNode *part = name->children; part; part = part->next)
        if (part->type == XML_ELEMENT_NODE && part->children && part->children->content)
            *arena_push(v->arena, v->parts, v->nparts, v->parts_cap) = (struct name_part){
                (const char *)part->children->content, field_place(&v->rows, part, NULL)};
    found->to = v->nparts;
}

static void full_names(struct case_values *v, const xmlNode *element, int depth)
{
    for (const xmlNode *n = element->children; n && depth < DEEPEST; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp((const char *)n->name, "name") == 0)
            full_name(v, n);
        else
            full_names(v, n, depth + 1);
    }
}

struct case_values *case_values_new(const struct fold *f, const struct _xmlDoc *source)
{
    struct arena *a = arena_new();
    struct case_values *v = arena_new_of(a, struct case_values);
    const xmlNode *root = xmlDocGetRootElement((xmlDocPtr)source);

    *v = (struct case_values){.arena = a, .source = source, .signer = {.fold = f}};
    v->rows = field_rows();
    if (root) {
        walk(v, root, 0);
        full_names(v, root, 0);
    }
    return v;
}

void case_values_free(struct case_values *v)
{
    if (!v)
        return;
    folded_free(&v->signer.folded);
    arena_free(v->arena);
}

bool case_values_of(const struct case_values *v, const struct _xmlDoc *source)
{
    return v && v->source == source;
}

/* ---- the secrets of a document --------------------------------------------------------------- */

/* Appends the parts of a name that are secret to the reader, or those that are not. */
static void put_name(const struct case_values *v, const struct full_name *name,
                     const struct reader *r, bool secret, struct buf *out)
{
    for (size_t i = name->from; i < name->to; i++)
        if (field_is_secret(r, &v->parts[i].place) == secret) {
            buf_str(out, v->parts[i].text);
            buf_char(out, ' ');
        }
}

static void add_secret(struct secrets *s, struct secret secret, const struct signs *signs)
{
    *arena_push(s->arena, s->list, s->n, s->cap) = secret;
    for (size_t i = 0; i < signs->n; i++) {
        struct pattern p = signs->list[i];

        p.tag = (int)s->n - 1;
        patterns_add(s->patterns, &p);
    }
}

static void add_value(struct secrets *s, struct case_values *v, struct value *value, bool strict)
{
    struct signs **signs = &value->signs[strict];
    enum shape shape = value->place.shape;

    if (!*signs) {
        *signs = arena_new_of(v->arena, struct signs);
        (*signs)->arena = v->arena;
        signs_add(&v->signer, *signs, shape, strict, value->text, value->n);
    }
    add_secret(s, (struct secret){value->name, value->line, is_sure(shape)}, *signs);
}

/* Names are told whole, too: two short words together are long enough. */
static void add_name(struct secrets *s, struct case_values *v, const struct full_name *name,
                     const struct reader *r)
{
    struct buf whole = BUF_INIT;
    struct signs signs = {.arena = s->arena};

    put_name(v, name, r, true, &whole);
    if (whole.len) {
        signs_add(&v->signer, &signs, SHAPE_LINE, false, whole.data, whole.len);
        add_secret(s, (struct secret){"name", name->line, true}, &signs);
    }
    buf_free(&whole);
}

struct secrets *secrets_new(struct case_values *v, const struct secret_job *job)
{
    struct arena *a = arena_new();
    struct secrets *s = arena_new_of(a, struct secrets);
    struct reader r = reader_of(job);

    s->arena = a;
    s->patterns = patterns_new(a);
    for (size_t i = 0; i < v->n; i++)
        if (v->list[i].tells && field_is_secret(&r, &v->list[i].place))
            add_value(s, v, &v->list[i], job->strict);
    for (size_t i = 0; i < v->nnames; i++)
        add_name(s, v, &v->names[i], &r);
    return s;
}

void secrets_free(struct secrets *s)
{
    if (s)
        arena_free(s->arena);
}

/* Line ends within a value are blanks. */
static void open_line(struct buf *out, const char *text, size_t n)
{
    size_t at = out->len;

    buf_add(out, text, n);
    for (; at < out->len; at++)
        if (out->data[at] == '\n')
            out->data[at] = ' ';
    buf_char(out, '\n');
}

void secrets_open_values(const struct case_values *v, const struct secret_job *job, struct buf *out)
{
    struct reader r = reader_of(job);
    struct buf whole = BUF_INIT;

    for (size_t i = 0; i < v->n; i++)
        if (!field_is_secret(&r, &v->list[i].place))
            open_line(out, v->list[i].text, v->list[i].n);
    for (size_t i = 0; i < v->nnames; i++) {
        buf_clear(&whole);
        put_name(v, &v->names[i], &r, false, &whole);
        if (whole.len)
            open_line(out, whole.data, whole.len);
    }
    buf_free(&whole);
}
