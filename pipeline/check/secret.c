/* Secrets: the case is walked once; each secret value becomes the patterns that would tell it. */
#include "check/secret.h"

#include "base/utf8.h"
#include "check/fields.h"

#include <string.h>

enum {
    DEEPEST = 300,  /* elements; the reader allows 256 */
    WHOLE = 8,      /* units from which a text is found anywhere, not only as whole words */
    SENTENCE = 12,  /* units that a piece of prose needs to tell anything */
    WINDOW = 4,     /* words in a row that tell of a protected person's free text */
    LONG_NUMBER = 8 /* digits that nothing else has by chance */
};

struct walk {
    struct secrets *secrets;
    struct reader reader;
    struct buf *open; /* where open values go; NULL: secrets are collected */
    struct folded folded;
};

/* ---- patterns of a value --------------------------------------------------------------------- */

static void add(struct walk *w, enum pattern_kind kind, int tag)
{
    struct secrets *s = w->secrets;

    patterns_add(s->patterns, w->folded.units, w->folded.n, kind, tag);
    if (w->folded.rtl) { /* as a line is stored by programs that think of glyphs */
        folded_reverse(&w->folded, 0);
        patterns_add(s->patterns, w->folded.units, w->folded.n, kind, tag);
    }
}

static void fold(struct walk *w, const char *text, size_t n)
{
    folded_clear(&w->folded);
    fold_add(w->secrets->fold, &w->folded, text, n);
}

static bool all_digits(const struct folded *t)
{
    for (size_t i = 0; i < t->n; i++)
        if (t->units[i] < '0' || t->units[i] > '9')
            return false;
    return t->n > 0;
}

static void add_text(struct walk *w, const char *text, size_t n, int tag)
{
    fold(w, text, n);
    if (all_digits(&w->folded))
        add(w, w->folded.n < LONG_NUMBER ? PATTERN_NUMBER : PATTERN_DIGITS, tag);
    else
        add(w, w->folded.n < WHOLE ? PATTERN_WORD : PATTERN_TEXT, tag);
}

/* The next word of [*at, end): its start; *n its length. 0 at the end. */
static const char *next_word(const char **at, const char *end, size_t *n)
{
    const char *start;

    while (*at < end && strchr(" \t\r\n,/()", **at))
        ++*at;
    start = *at;
    while (*at < end && !strchr(" \t\r\n,/()", **at))
        ++*at;
    *n = (size_t)(*at - start);
    return start;
}

static void add_words(struct walk *w, const char *text, size_t n, int tag)
{
    const char *end = text + n, *word;
    size_t length;

    add_text(w, text, n, tag);
    if (!w->reader.job->strict)
        return;
    while (word = next_word(&text, end, &length), length > 0)
        add_text(w, word, length, tag);
}

/* Four words in a row, at every place. */
static void add_windows(struct walk *w, const char *text, size_t n, int tag)
{
    const char *end = text + n, *starts[WINDOW];
    size_t length, count = 0;
    const char *word;

    while (word = next_word(&text, end, &length), length > 0) {
        starts[count++ % WINDOW] = word;
        if (count < WINDOW)
            continue;
        fold(w, starts[count % WINDOW], (size_t)(word + length - starts[count % WINDOW]));
        if (w->folded.n >= SENTENCE)
            add(w, PATTERN_TEXT, tag);
    }
}

static void add_sentence(struct walk *w, const char *text, size_t n, int tag)
{
    fold(w, text, n);
    if (w->folded.n >= SENTENCE)
        add(w, PATTERN_TEXT, tag);
    if (w->reader.job->strict)
        add_windows(w, text, n, tag);
}

static void add_prose(struct walk *w, const char *text, size_t n, int tag)
{
    const char *end = text + n, *start = text;

    for (; text < end; text++)
        if (strchr(".!?;:\n", *text)) {
            add_sentence(w, start, (size_t)(text - start), tag);
            start = text + 1;
        }
    add_sentence(w, start, (size_t)(end - start), tag);
}

/* The digits behind country code and leading zero, which are written in many ways. */
static void add_phone(struct walk *w, const char *text, size_t n, int tag)
{
    size_t skip;

    fold(w, text, n);
    skip = w->folded.n > 4 && memcmp(w->folded.units, u"0046", 8) == 0 ? 4
           : *text == '+' && w->folded.n > 2                           ? 2
                                                                       : 0;
    if (skip < w->folded.n && w->folded.units[skip] == '0')
        skip++;
    if (w->folded.n - skip >= 6)
        patterns_add(w->secrets->patterns, w->folded.units + skip, w->folded.n - skip,
                     w->folded.n - skip < LONG_NUMBER ? PATTERN_NUMBER : PATTERN_DIGITS, tag);
}

/* Ten digits, with or without the century before them. */
static void add_number(struct walk *w, const char *text, size_t n, int tag)
{
    size_t skip;

    fold(w, text, n);
    skip = all_digits(&w->folded) && w->folded.n == 12 ? 2 : 0;
    patterns_add(w->secrets->patterns, w->folded.units + skip, w->folded.n - skip,
                 all_digits(&w->folded) ? PATTERN_DIGITS : PATTERN_TEXT, tag);
}

static void add_date(struct walk *w, const char *text, size_t n, int tag)
{
    fold(w, text, n);
    add(w, PATTERN_NUMBER, tag);
}

static void add_secret(struct walk *w, enum shape shape, const char *text, size_t n, int tag)
{
    switch (shape) {
    case SHAPE_NAME:
    case SHAPE_PLACE:
    case SHAPE_STREET:
        add_words(w, text, n, tag);
        break;
    case SHAPE_PHONE:
        add_phone(w, text, n, tag);
        break;
    case SHAPE_NUMBER:
        add_number(w, text, n, tag);
        break;
    case SHAPE_DATE:
        add_date(w, text, n, tag);
        break;
    case SHAPE_PROSE:
        if (!memchr(text, ' ', n))
            add_text(w, text, n, tag);
        add_prose(w, text, n, tag);
        break;
    default:
        add_text(w, text, n, tag);
    }
}

/* ---- the case -------------------------------------------------------------------------------- */

/* Dates as such tell nothing; the day of birth has a shape of its own. */
static bool is_date(const char *text, size_t n)
{
    return (n == 10 || (n > 10 && text[10] == 'T')) && strspn(text, "0123456789-T:") >= n &&
           text[4] == '-' && text[7] == '-';
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

static void add_value(struct walk *w, struct secret secret, enum shape shape, const char *text,
                      size_t n)
{
    struct secrets *s = w->secrets;

    if (is_function(shape, text, n) ||
        ((shape == SHAPE_PROSE || shape == SHAPE_LINE) && is_date(text, n)))
        return;
    *arena_push(s->arena, s->list, s->n, s->cap) = secret;
    add_secret(w, shape, text, n, (int)s->n - 1);
}

static void value(struct walk *w, const xmlNode *element, const xmlAttr *attribute,
                  const xmlChar *content)
{
    const char *text = (const char *)content;
    enum shape shape;
    size_t n;
    bool secret;

    text += strspn(text, " \t\r\n");
    n = strlen(text);
    while (n && strchr(" \t\r\n", text[n - 1]))
        n--;
    if (!n)
        return;
    secret = field_is_secret(&w->reader, element, attribute, &shape);
    if (w->open && !secret)
        open_line(w->open, text, n);
    else if (w->secrets && secret)
        add_value(w,
                  (struct secret){(const char *)(attribute ? attribute->name : element->name),
                                  (int)xmlGetLineNo(element), is_sure(shape)},
                  shape, text, n);
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

static void walk(struct walk *w, const xmlNode *element, int depth)
{
    if (depth > DEEPEST)
        return;
    for (const xmlAttr *a = element->properties; a; a = a->next)
        if (!a->ns && a->children && a->children->content && holds_words(element, a))
            value(w, element, a, a->children->content);
    for (const xmlNode *n = element->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE)
            walk(w, n, depth + 1);
        else if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) && n->content)
            value(w, element, NULL, n->content);
}

/* Names are told whole, too: two short words together are long enough. */
static void full_name(struct walk *w, const xmlNode *name)
{
    struct secrets *s = w->secrets;
    struct buf whole = BUF_INIT;
    enum shape shape;

    for (const xmlNode *part = name->children; part; part = part->next)
        if (part->type == XML_ELEMENT_NODE && part->children && part->children->content &&
            field_is_secret(&w->reader, part, NULL, &shape) == !w->open) {
            buf_str(&whole, (const char *)part->children->content);
            buf_char(&whole, ' ');
        }
    if (whole.len && w->open) {
        open_line(w->open, whole.data, whole.len);
    } else if (whole.len && s) {
        *arena_push(s->arena, s->list, s->n, s->cap) =
            (struct secret){"name", (int)xmlGetLineNo(name), true};
        add_text(w, whole.data, whole.len, (int)s->n - 1);
    }
    buf_free(&whole);
}

static void full_names(struct walk *w, const xmlNode *element, int depth)
{
    for (const xmlNode *n = element->children; n && depth < DEEPEST; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp((const char *)n->name, "name") == 0)
            full_name(w, n);
        else
            full_names(w, n, depth + 1);
    }
}

struct secrets *secrets_new(const struct fold *f, const struct secret_job *job)
{
    struct arena *a = arena_new();
    struct secrets *s = arena_new_of(a, struct secrets);
    struct walk w = {.secrets = s, .reader = reader_of(job)};
    const xmlNode *root = xmlDocGetRootElement((xmlDocPtr)job->source);

    s->arena = a;
    s->fold = f;
    s->patterns = patterns_new(a);
    if (root) {
        walk(&w, root, 0);
        full_names(&w, root, 0);
    }
    folded_free(&w.folded);
    return s;
}

void secrets_free(struct secrets *s)
{
    if (s)
        arena_free(s->arena);
}

void secrets_open_values(const struct secret_job *job, struct buf *out)
{
    struct walk w = {.reader = reader_of(job), .open = out};
    const xmlNode *root = xmlDocGetRootElement((xmlDocPtr)job->source);

    if (root) {
        walk(&w, root, 0);
        full_names(&w, root, 0);
    }
}
