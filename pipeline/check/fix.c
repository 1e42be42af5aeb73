/* Applying the certain changes, and showing them as a diff. A change never adds or takes a line. */
#include "check/characters.h"
#include "check/exam.h"

#include "base/utf8.h"

#include <string.h>

/* What the walk over the texts fills: an examination with a list at its end. */
struct mending {
    struct exam exam; /* first: the walk hands it back */
    struct changes all;
};

static void on_text(struct exam *x, const struct text *t, const struct source_text *raw)
{
    struct mending *m = (struct mending *)(void *)x;
    struct changes found;

    (void)t;
    changes_find(&x->source, raw, &found, x->scratch);
    for (size_t i = 0; i < found.count; i++) {
        struct change *c = arena_push(x->arena, m->all.items, m->all.count, m->all.cap);

        *c = found.items[i];
        c->put = arena_strdup(x->arena, c->put);
    }
}

static void apply(const struct check_source *source, const struct changes *changes, struct buf *out)
{
    size_t at = 0;

    for (size_t i = 0; i < changes->count; i++) {
        const struct change *c = &changes->items[i];

        if (c->from < at)
            continue;
        buf_add(out, source->data + at, c->from - at);
        buf_str(out, c->put);
        at = c->to;
    }
    buf_add(out, source->data + at, source->len - at);
}

static size_t line_length(const char *p, const char *end)
{
    const char *feed = memchr(p, '\n', (size_t)(end - p));

    return feed ? (size_t)(feed - p) : (size_t)(end - p);
}

/* Each line that differs, as a hunk of its own. */
static int show(const struct check_source *source, const struct buf *out, struct buf *changes)
{
    const char *a = source->data, *a_end = a + source->len;
    const char *b = out->data, *b_end = b + out->len;
    int changed = 0;

    for (int line = 1; a < a_end && b < b_end; line++) {
        size_t n = line_length(a, a_end), m = line_length(b, b_end);

        if (n != m || memcmp(a, b, n) != 0) {
            buf_printf(changes, "@@ -%d +%d @@\n-", line, line);
            buf_add(changes, a, n);
            buf_str(changes, "\n+");
            buf_add(changes, b, m);
            buf_char(changes, '\n');
            changed++;
        }
        a += n + (a + n < a_end);
        b += m + (b + m < b_end);
    }
    return changed;
}

int check_fix(struct checker *c, const struct check_source *source, struct buf *out,
              struct buf *changes, struct diag *diag)
{
    struct mending m = {.exam = {.checker = c, .rules = c->rules, .file = source, .diag = diag}};
    int changed;

    if (!utf8_valid(source->data, source->len)) {
        diag_error(diag, EXIT_INPUT, diag_at(source->file, 0), NULL,
                   "--fix: en fil i UTF-8 väntades", "--fix: a file in UTF-8 was expected");
        return -1;
    }
    m.exam.arena = arena_new();
    m.exam.scratch = arena_new();
    m.exam.source = (struct source){.data = source->data, .len = source->len};
    source_scan(&m.exam.source, m.exam.arena);
    exam_raw_texts(&m.exam, on_text);
    apply(source, &m.all, out);
    changed = show(source, out, changes);
    arena_free(m.exam.scratch);
    arena_free(m.exam.arena);
    return changed;
}
