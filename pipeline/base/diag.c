/* Diagnostics: one line each, once each, and the exit status that they add up to. */
#include "base/diag.h"

#include "base/arena.h"
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct held { /* a message that waits */
    enum diag_severity severity;
    enum exit_status status;
    struct diag_place place;
    const char *rule, *text;
    struct held *next;
};

struct diag {
    enum diag_language lang;
    struct arena *holding; /* NULL: messages do not wait */
    struct held *held, **held_end;
    enum exit_status status;
    size_t count[3], said;
    uint64_t *seen; /* hashes of the lines so far; a power of two of places, 0: free */
    size_t nseen, places;
    void (*line)(void *user, enum diag_severity severity, const char *text);
    void (*listen)(void *user, const struct diag_message *m);
    void *user;
};

struct diag *diag_new(enum diag_language lang)
{
    struct diag *d = xmalloc(sizeof *d);

    memset(d, 0, sizeof *d);
    d->lang = lang;
    return d;
}

void diag_free(struct diag *d)
{
    if (d)
        free(d->seen);
    free(d);
}

enum diag_language diag_language_of_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);

        if (value && *value)
            return strncmp(value, "sv", 2) == 0 ? DIAG_SV : DIAG_EN;
    }
    return DIAG_EN;
}

static uint64_t hash(const char *s) /* FNV-1a */
{
    uint64_t h = 0xcbf29ce484222325u;

    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 0x100000001b3u;
    return h ? h : 1;
}

/* Enters h into a table that has room; false if it was there. */
static bool enter(uint64_t *table, size_t places, uint64_t h)
{
    size_t i = (size_t)h & (places - 1);

    for (; table[i]; i = (i + 1) & (places - 1))
        if (table[i] == h)
            return false;
    table[i] = h;
    return true;
}

static void grow(struct diag *d)
{
    size_t places = d->places ? d->places * 2 : 64;
    uint64_t *table = xmalloc(places * sizeof *table);

    memset(table, 0, places * sizeof *table);
    for (size_t i = 0; i < d->places; i++)
        if (d->seen[i])
            enter(table, places, d->seen[i]);
    free(d->seen);
    d->seen = table;
    d->places = places;
}

static bool is_new(struct diag *d, const char *line)
{
    if (d->nseen * 2 >= d->places)
        grow(d);
    if (!enter(d->seen, d->places, hash(line)))
        return false;
    d->nseen++;
    return true;
}

static void put_place(struct buf *b, struct diag_place place)
{
    buf_str(b, place.file ? place.file : "duform");
    if (place.file && place.line > 0)
        buf_printf(b, ":%d", place.line);
    if (place.file && place.line > 0 && place.column > 0)
        buf_printf(b, ":%d", place.column);
    buf_str(b, ": ");
}

/* A line is one line whatever a file name holds, and no terminal obeys it. */
static void defuse(struct buf *b)
{
    for (size_t i = 0; i < b->len; i++)
        if ((unsigned char)b->data[i] < 0x20 || b->data[i] == 0x7F)
            b->data[i] = '?';
}

__attribute__((nonnull(1, 2))) static void put_text(struct buf *b, const char *fmt, va_list args)
{
    va_list again;
    int n;

    va_copy(again, args);
    n = vsnprintf(NULL, 0, fmt, again);
    va_end(again);
    if (n <= 0)
        return;
    buf_reserve(b, (size_t)n);
    vsnprintf(b->data + b->len, (size_t)n + 1, fmt, args);
    b->len += (size_t)n;
}

static void print(struct diag *d, enum diag_severity severity, struct buf *b)
{
    if (d->line) {
        d->line(d->user, severity, b->data);
        return;
    }
    buf_char(b, '\n');
    fwrite(b->data, 1, b->len, stderr);
}

/* The line of a message, in b. */
static void put_line(struct buf *b, const struct diag_message *m)
{
    static const char *const words[3] = {"note: ", "warning: ", "error: "};

    put_place(b, m->place);
    buf_str(b, words[m->severity]);
    buf_str(b, m->text);
    if (*m->rule)
        buf_printf(b, " [%s]", m->rule);
    defuse(b);
}

/* Counts and prints a line, unless it was told before. */
static void tell(struct diag *d, const struct diag_message *m, struct buf *line)
{
    d->said++;
    if (!is_new(d, line->data))
        return;
    d->count[m->severity]++;
    if (d->listen)
        d->listen(d->user, m);
    else
        print(d, m->severity, line);
}

void diag_say_with(struct diag *d, enum diag_severity severity, struct diag_place place,
                   const char *rule, const char *line, const char *text, const char *members)
{
    struct diag_message m = {severity, place, rule, line, members};
    struct buf whole = BUF_INIT;

    put_line(&whole, &m);
    m.text = text;
    tell(d, &m, &whole);
    buf_free(&whole);
}

static void say(struct diag *d, enum exit_status status, const struct diag_message *m)
{
    struct buf line = BUF_INIT;

    put_line(&line, m);
    if (m->severity == DIAG_ERROR && status > d->status)
        d->status = status;
    tell(d, m, &line);
    buf_free(&line);
}

static void hold(struct diag *d, enum exit_status status, const struct diag_message *m)
{
    struct held *h = arena_new_of(d->holding, struct held);

    *h = (struct held){.severity = m->severity,
                       .status = status,
                       .place = m->place,
                       .rule = arena_strdup(d->holding, m->rule),
                       .text = arena_strdup(d->holding, m->text)};
    *d->held_end = h;
    d->held_end = &h->next;
}

void diag_say(struct diag *d, enum diag_severity severity, enum exit_status status,
              struct diag_place place, const char *rule, const char *sv, const char *en, ...)
{
    struct buf text = BUF_INIT;
    struct diag_message m = {severity, place, rule ? rule : "", "", ""};
    va_list args;

    va_start(args, en);
    put_text(&text, d->lang == DIAG_SV ? sv : en, args);
    va_end(args);
    m.text = text.data ? text.data : "";
    if (d->holding)
        hold(d, status, &m);
    else
        say(d, status, &m);
    buf_free(&text);
}

void diag_hold(struct diag *d)
{
    d->holding = arena_new();
    d->held = NULL;
    d->held_end = &d->held;
}

void diag_release(struct diag *d, bool said)
{
    struct arena *held = d->holding;

    d->holding = NULL;
    for (const struct held *h = d->held; h && said; h = h->next)
        say(d, h->status, &(struct diag_message){h->severity, h->place, h->rule, h->text, ""});
    d->held = NULL;
    arena_free(held);
}

size_t diag_count(const struct diag *d, enum diag_severity severity)
{
    return d->count[severity];
}

size_t diag_said(const struct diag *d)
{
    return d->said;
}

enum exit_status diag_status(const struct diag *d)
{
    return d->status;
}

void diag_raise(struct diag *d, enum exit_status status)
{
    if (status > d->status)
        d->status = status;
}

enum diag_language diag_lang(const struct diag *d)
{
    return d->lang;
}

void diag_divert(struct diag *d,
                 void (*line)(void *user, enum diag_severity severity, const char *text),
                 void *user)
{
    d->line = line;
    d->user = user;
}

void diag_listen(struct diag *d, void (*listen)(void *user, const struct diag_message *m),
                 void *user)
{
    d->listen = listen;
    d->user = user;
}
