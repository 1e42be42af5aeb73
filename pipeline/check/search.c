/* The search: secrets are collected, and excused only once something is found, which is rare. */
#include "check/search.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { EXCUSES = 2 }; /* open values of the case; words of the region and the template */

struct scan *scan_new(void)
{
    struct fold *fold = fold_new();
    struct scan *s = NULL;

    if (fold) {
        s = xmalloc(sizeof *s);
        memset(s, 0, sizeof *s);
        s->fold = fold;
    }
    return s;
}

void scan_free(struct scan *s)
{
    if (!s)
        return;
    folded_free(&s->text);
    folded_free(&s->around);
    folded_free(&s->turned);
    folded_free(&s->strings);
    folded_free(&s->data);
    case_values_free(s->values);
    fold_free(s->fold);
    free(s);
}

void scan_keep(struct scan *s, bool on)
{
    case_values_free(s->values);
    s->values = NULL;
    s->keeps = on;
}

static struct secret_job secret_job(const struct scan_job *job)
{
    return (struct secret_job){job->source, job->kind, job->recipient, job->strict};
}

struct search search_begin(struct scan *s, const struct scan_job *job, struct scan_place *place)
{
    struct secret_job secret = secret_job(job);

    *place = (struct scan_place){"", 0};
    if (!case_values_of(s->values, job->source)) {
        case_values_free(s->values);
        s->values = case_values_new(s->fold, job->source);
    }
    return (struct search){s, job, secrets_new(s->values, &secret), place, 0, false};
}

enum scan_result search_end(struct search *s)
{
    secrets_free(s->secrets);
    if (!s->scan->keeps)
        scan_keep(s->scan, false);
    if (!s->found)
        *s->place = (struct scan_place){"", 0};
    return s->found ? SCAN_FOUND : SCAN_CLEAN;
}

/* ---- excuses --------------------------------------------------------------------------------- */

static enum pattern_verdict forget(void *user, const struct pattern *found)
{
    (void)user;
    (void)found;
    return PATTERN_FORGET;
}

/* Of a protected person, likeness with the words of a template excuses no name, number or
 * address. */
static enum pattern_verdict forget_unless_sure(void *user, const struct pattern *found)
{
    const struct search *s = user;

    return s->job->strict && s->secrets->list[found->tag].sure ? PATTERN_GO_ON : PATTERN_FORGET;
}

static void excuse(struct search *s, const struct buf *words,
                   enum pattern_verdict (*each)(void *user, const struct pattern *found))
{
    struct folded text = {0};

    for (const char *line = words->data; line && *line;) {
        size_t n = strcspn(line, "\n");

        fold_break(&text);
        fold_add(s->scan->fold, &text, line, n);
        line += n + (line[n] == '\n');
    }
    patterns_scan(s->secrets->patterns, &text, LEAST_IN_TEXT, each, s);
    folded_free(&text);
}

/* What may be known is no secret, wherever else in the case it stands too. */
static void excuse_open_values(struct search *s)
{
    struct secret_job secret = secret_job(s->job);
    struct buf open = BUF_INIT;

    secrets_open_values(s->scan->values, &secret, &open);
    excuse(s, &open, forget);
    buf_free(&open);
}

static void excuse_words(struct search *s)
{
    struct buf region = BUF_INIT, template = BUF_INIT;

    if (!s->job->words)
        return;
    s->job->words(s->job->user, WORDS_OF_REGION, &region);
    excuse(s, &region, forget);
    s->job->words(s->job->user, WORDS_OF_TEMPLATE, &template);
    excuse(s, &template, forget_unless_sure);
    buf_free(&region);
    buf_free(&template);
}

/* ---- finding --------------------------------------------------------------------------------- */

static enum pattern_verdict on_find(void *user, const struct pattern *found)
{
    struct search *s = user;
    const struct secret *secret = &s->secrets->list[found->tag];

    *s->place = (struct scan_place){secret->element, secret->line};
    s->found = true;
    return PATTERN_STOP;
}

void search_in(struct search *s, const struct folded *text, size_t least)
{
    if (s->found)
        return;
    patterns_scan(s->secrets->patterns, text, least, on_find, s);
    for (; s->found && s->excuses < EXCUSES; s->excuses++) {
        s->found = false;
        if (s->excuses == 0)
            excuse_open_values(s);
        else
            excuse_words(s);
        patterns_scan(s->secrets->patterns, text, least, on_find, s);
    }
}

/* ---- texts in disguise ----------------------------------------------------------------------- */

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* At '&': appends the character that a reference stands for; bytes that it takes, 0: it is none. */
static size_t reference(const char *at, const char *end, struct buf *out)
{
    static const struct {
        const char *name;
        char c;
    } known[] = {{"amp;", '&'}, {"lt;", '<'}, {"gt;", '>'}, {"quot;", '"'}, {"apos;", '\''}};
    char digits[12] = "", utf8[4], *rest;
    size_t n = 0;
    unsigned long c;

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if ((size_t)(end - at - 1) >= strlen(known[i].name) &&
            memcmp(at + 1, known[i].name, strlen(known[i].name)) == 0) {
            buf_char(out, known[i].c);
            return 1 + strlen(known[i].name);
        }
    if (end - at < 4 || at[1] != '#')
        return 0;
    while (n < sizeof digits - 1 && at + 2 + n < end && at[2 + n] != ';') {
        digits[n] = at[2 + n];
        n++;
    }
    c = digits[0] == 'x' ? strtoul(digits + 1, &rest, 16) : strtoul(digits, &rest, 10);
    if (*rest || at + 2 + n >= end || c > 0x10FFFF)
        return 0;
    buf_add(out, utf8, utf8_put(utf8, (uint32_t)c));
    return n + 3;
}

static void resolve(const char *at, const char *end, struct buf *out)
{
    while (at < end) {
        size_t taken = *at == '&' ? reference(at, end, out) : 0;

        if (!taken && *at == '%' && end - at > 2 && hex(at[1]) >= 0 && hex(at[2]) >= 0) {
            buf_char(out, (char)(hex(at[1]) * 16 + hex(at[2])));
            taken = 3;
        } else if (!taken) {
            buf_char(out, *at);
            taken = 1;
        }
        at += taken;
    }
}

void search_add(const struct search *s, struct folded *to, const char *utf8, size_t n)
{
    struct buf plain = BUF_INIT;

    if (!n)
        return;
    fold_break(to);
    fold_add(s->scan->fold, to, utf8, n);
    if (!memchr(utf8, '%', n) && !memchr(utf8, '&', n))
        return;
    resolve(utf8, utf8 + n, &plain);
    fold_break(to);
    fold_add(s->scan->fold, to, plain.data, plain.len);
    buf_free(&plain);
}

void search_add_markup(const struct search *s, struct folded *to, const char *utf8, size_t n)
{
    const char *end = utf8 + n, *at = utf8;
    struct buf text = BUF_INIT;

    search_add(s, to, utf8, n);
    while (at < end) {
        const char *tag = memchr(at, '<', (size_t)(end - at));
        const char *close = tag ? memchr(tag, '>', (size_t)(end - tag)) : NULL;

        resolve(at, close ? tag : end, &text);
        at = close ? close + 1 : end;
    }
    fold_break(to);
    if (text.len)
        fold_add(s->scan->fold, to, text.data, text.len);
    buf_free(&text);
}

enum scan_result scan_text(struct scan *s, const struct scan_job *job, const char *utf8, size_t n,
                           struct scan_place *place)
{
    struct search search = search_begin(s, job, place);

    folded_clear(&s->text);
    search_add_markup(&search, &s->text, utf8, n);
    search_in(&search, &s->text, LEAST_IN_TEXT);
    return search_end(&search);
}
