/* Remarks: made, put in order, and each told once. */
#include "check/findings.h"
#include "check/exam.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct remarks *remarks_new(const struct check_source *source, bool protected)
{
    struct arena *a = arena_new();
    struct remarks *r = arena_new_of(a, struct remarks);

    r->arena = a;
    r->file = arena_strdup(a, source->file);
    r->protected = protected;
    return r;
}

void remarks_free(struct remarks *r)
{
    if (r)
        arena_free(r->arena);
}

size_t remarks_count(const struct remarks *r)
{
    return r->count + r->dropped;
}

/* ---- making --------------------------------------------------------------------------------- */

enum { AROUND = 32 }; /* characters shown on each side */

/* The beginning of what stands before start: whole words, and an ellipsis where there is more. */
static size_t before_from(const struct text *t, size_t start)
{
    size_t from = start > AROUND ? start - AROUND : 0;

    while (from > 0 && from < start && t->c[from - 1] != ' ' && t->c[from - 1] != 0x2029)
        from++;
    for (size_t i = start; i > from; i--)
        if (t->c[i - 1] == 0x2029)
            return i;
    return from;
}

static size_t after_to(const struct text *t, size_t end)
{
    size_t to = t->n - end > AROUND ? end + AROUND : t->n;

    while (to < t->n && to > end && t->c[to] != ' ' && t->c[to] != 0x2029)
        to--;
    for (size_t i = end; i < to; i++)
        if (t->c[i] == 0x2029)
            return i;
    return to;
}

static void show_words(struct remark *r, const struct text *t, size_t start, size_t end,
                       struct arena *a)
{
    size_t from = before_from(t, start), to = after_to(t, end);
    size_t most = end - start > 80 ? start + 80 : end;

    r->before = text_utf8(t, from, start, a);
    r->words = text_utf8(t, start, most, a);
    r->after = text_utf8(t, end, to, a);
    if (most < end)
        r->words = arena_printf(a, "%s…", r->words);
}

struct remark *exam_remark(struct exam *x, const struct text *t, size_t start, size_t end,
                           const char *id, enum diag_severity severity, const char *use,
                           const char *sv, const char *en)
{
    struct remarks *all = x->remarks;
    struct remark *r;

    if (all->count >= REMARKS_MOST) {
        all->dropped++;
        return NULL;
    }
    r = arena_push(all->arena, all->items, all->count, all->cap);
    *r = (struct remark){.id = id, .severity = severity, .sv = sv, .en = en};
    r->path = arena_strdup(all->arena, t->path);
    r->lang = arena_strdup(all->arena, t->lang);
    r->source = t->source[start];
    r->offset = t->offset[start];
    r->length = t->offset[end] - t->offset[start];
    r->before = r->words = r->after = "";
    if (!x->protected)
        show_words(r, t, start, end, all->arena);
    if (use && *use)
        r->use[r->nuse++] = arena_strdup(all->arena, use);
    return r;
}

struct remark *exam_remark_words(struct exam *x, const struct text *t, size_t i, size_t n,
                                 const char *id, enum diag_severity severity, const char *use,
                                 const char *sv, const char *en)
{
    return exam_remark(x, t, t->words[i].start, t->words[i + n - 1].end, id, severity, use, sv, en);
}

/* ---- order ---------------------------------------------------------------------------------- */

/* By place; of two on the same place, the weightier and then the longer comes first. */
static int compare(const void *one, const void *other)
{
    const struct remark *a = one, *b = other;

    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    if (a->length != b->length)
        return a->length > b->length ? -1 : 1;
    return strcmp(a->id, b->id);
}

/* Whether a remark concerns single words, so that another on the same words says too much. */
static bool on_words(const struct remark *r)
{
    static const char *const on_more[] = {"DU-SENTENCE", "DU-LIX",    "DU-VAGUE", "DU-ACTION",
                                          "DU-LONG",     "DU-SPACES", "DU-HIDDEN"};

    for (size_t i = 0; i < sizeof on_more / sizeof *on_more; i++)
        if (strcmp(r->id, on_more[i]) == 0)
            return false;
    return true;
}

static bool told_before(const struct remarks *all, size_t n, const struct remark *r)
{
    for (size_t i = n; i > 0 && n - i < 8; i--) {
        const struct remark *o = &all->items[i - 1];

        if (strcmp(o->id, r->id) == 0 && o->source == r->source && strcmp(o->en, r->en) == 0)
            return true;
        if (on_words(o) && on_words(r) && strcmp(o->path, r->path) == 0 &&
            r->offset < o->offset + o->length)
            return true;
    }
    return false;
}

/* Line and column of each remark, which are in the order of the file. */
static void find_places(struct remarks *all, const struct check_source *s)
{
    const char *p = s->data, *end = s->data + s->len;
    int line = 1, column = 1;

    if (s->len >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
        p += 3;
    for (size_t i = 0; i < all->count; i++) {
        while (p < end && (size_t)(p - s->data) < all->items[i].source) {
            if (utf8_next(&p, end) == '\n') {
                line++;
                column = 0;
            }
            column++;
        }
        all->items[i].line = line;
        all->items[i].column = column;
    }
}

void remarks_order(struct remarks *all, const struct check_source *s)
{
    size_t kept = 0;

    if (all->count)
        qsort(all->items, all->count, sizeof *all->items, compare);
    for (size_t i = 0; i < all->count; i++)
        if (!told_before(all, kept, &all->items[i]))
            all->items[kept++] = all->items[i];
    all->count = kept;
    find_places(all, s);
}
