/* What the unit tests of the text stage share: an engine, paragraphs out of strings, one line each
 * a check. */
#ifndef TESTS_TEXT_CHECK_H
#define TESTS_TEXT_CHECK_H

#include "base/utf8.h"
#include "text/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct check {
    struct diag *diag;
    struct text_engine *engine;
    struct arena *arena;
    int failed;
    struct buf messages; /* what was reported */
};

static inline void check_message(void *user, enum diag_severity severity, const char *text)
{
    struct check *c = user;

    (void)severity;
    buf_str(&c->messages, text);
    buf_char(&c->messages, '\n');
}

static inline struct check *check_start(void)
{
    static struct check c;

    c.diag = diag_new(DIAG_EN);
    diag_divert(c.diag, check_message, &c);
    c.engine = text_engine_new("fonts/fonts.xml", c.diag);
    c.arena = arena_new();
    if (!c.engine) {
        printf("not ok - the engine opens: %s\n", c.messages.data);
        exit(1);
    }
    return &c;
}

static inline int check_end(struct check *c)
{
    arena_free(c->arena);
    text_engine_free(c->engine);
    diag_free(c->diag);
    buf_free(&c->messages);
    return c->failed != 0;
}

static inline void check(struct check *c, bool good, const char *fmt, ...)
{
    va_list args;

    printf(good ? "ok - " : "not ok - ");
    va_start(args, fmt);
    vprintf(fmt, args);
    va_end(args);
    printf("\n");
    c->failed += !good;
}

static inline void check_same(struct check *c, const char *got, const char *want, const char *what)
{
    check(c, !strcmp(got, want), "%s", what);
    if (strcmp(got, want))
        fprintf(stderr, "got    [%s]\nwanted [%s]\n", got, want);
}

static inline const struct text_style *style_of(struct check *c, const char *lang)
{
    struct text_style *s = arena_new_of(c->arena, struct text_style);

    *s = (struct text_style){.family = "Noto Sans", .size = 10000, .weight = 400, .lang = lang};
    return s;
}

static inline struct text_style *style_copy(struct check *c, const struct text_style *style)
{
    struct text_style *s = arena_new_of(c->arena, struct text_style);

    *s = *style;
    return s;
}

static inline struct text_item chars(const struct text_style *style, const char *s)
{
    return (struct text_item){.kind = TEXT_CHARS, .style = style, .utf8 = s, .len = strlen(s)};
}

static inline struct text_para *para_of_items(struct check *c, const struct text_item *items,
                                              size_t n, enum text_direction base)
{
    return text_para_new(c->arena, c->engine, items, n, base, c->diag, diag_at("test", 1));
}

static inline struct text_para *para_of(struct check *c, const struct text_style *style,
                                        const char *s, enum text_direction base)
{
    struct text_item *item = arena_new_of(c->arena, struct text_item);

    *item = chars(style, s);
    return para_of_items(c, item, 1, base);
}

/* The whole paragraph on one line. */
static inline struct text_line whole_line(struct check *c, struct text_para *p)
{
    struct text_line line;
    size_t n;
    const struct text_break *b = text_para_breaks(p, &n);

    text_para_line(p, c->arena, NULL, &b[n - 1], 0, &line);
    return line;
}

/* The text of all glyphs from left to right, as it is painted. */
static inline const char *painted(struct check *c, const struct text_line *line)
{
    struct buf b = BUF_INIT;
    const char *copy;

    for (size_t i = 0; i < line->n; i++) {
        const struct text_piece *p = &line->pieces[i];

        for (size_t k = 0; k < p->nglyphs; k++)
            buf_add(&b, p->text + p->glyphs[k].text, p->glyphs[k].text_len);
    }
    copy = arena_strndup(c->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    return copy;
}

/* The same without right-to-left marks. */
static inline const char *painted_plain(struct check *c, const struct text_line *line)
{
    char *s = arena_strdup(c->arena, painted(c, line)), *to = s;

    for (const char *from = s; *from;) {
        if (!strncmp(from, "\u200F", 3))
            from += 3;
        else
            *to++ = *from++;
    }
    *to = 0;
    return s;
}

/* Breaks a string into lines of at most width, all but the last stretched by extra, and joins what
 * show says of each with |. */
static inline const char *shown_lines(struct check *c, struct text_para *p, mpt width, mpt extra,
                                      const char *(*show)(struct check *c,
                                                          const struct text_line *line))
{
    size_t n;
    const struct text_break *b = text_para_breaks(p, &n), *from = NULL;
    struct buf out = BUF_INIT;
    const char *copy;

    for (size_t i = 0; i < n; i++) {
        struct text_line line;
        mpt start = from ? from->width : 0;

        while (i + 1 < n && b[i].kind != BREAK_FORCED &&
               b[i + 1].width - b[i + 1].trailing + b[i + 1].hyphen - start <= width)
            i++;
        text_para_line(p, c->arena, from, &b[i], i + 1 < n ? extra : 0, &line);
        if (from)
            buf_char(&out, '|');
        buf_str(&out, show(c, &line));
        from = &b[i];
    }
    copy = arena_strndup(c->arena, out.data ? out.data : "", out.len);
    buf_free(&out);
    return copy;
}

static inline const char *lines_of(struct check *c, struct text_para *p, mpt width)
{
    return shown_lines(c, p, width, 0, painted);
}

#endif
