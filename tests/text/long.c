/* Long input under a clock: the cost of a paragraph grows with its length and no faster. */
#include "check.h"

#include <time.h>

enum { LENGTH = 1000000, SECONDS = 20 /* a hundred times what it takes */ };

static double seconds_since(clock_t start)
{
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* n bytes of the pattern, repeated. */
static char *repeated(struct check *c, const char *pattern, size_t n)
{
    char *s = arena_alloc(c->arena, n + 1);
    size_t len = strlen(pattern);

    for (size_t i = 0; i + len <= n; i += len)
        memcpy(s + i, pattern, len);
    return s;
}

static void long_text(struct check *c, const char *pattern, const char *lang, const char *what)
{
    struct text_style *style = style_copy(c, style_of(c, lang));
    clock_t start = clock();
    struct text_para *p;
    const struct text_break *b, *from = NULL;
    size_t n;

    style->hyphenate = true;
    p = para_of(c, style, repeated(c, pattern, LENGTH), *lang == 'a' ? TEXT_RTL : TEXT_LTR);
    b = text_para_breaks(p, &n);
    for (size_t i = 0; i < n; i++) {
        struct text_line line;

        while (i + 1 < n && b[i + 1].width - (from ? from->width : 0) < 400000)
            i++;
        text_para_line(p, c->arena, from, &b[i], 0, &line);
        from = &b[i];
    }
    check(c, seconds_since(start) < SECONDS, "a million bytes of %s (%zu breaks, %.1f s)", what, n,
          seconds_since(start));
}

static void many_items(struct check *c)
{
    enum { N = 100000 };
    const struct text_style *s = style_of(c, "sv");
    struct text_item *items = arena_array(c->arena, struct text_item, N);
    clock_t start = clock();
    struct text_line line;

    for (size_t i = 0; i < N; i++) {
        items[i] = chars(s, "ab ");
        if (i % 3)
            items[i] = (struct text_item){.kind = TEXT_EDGE, .style = s, .closes = i % 3 == 2};
    }
    line = whole_line(c, para_of_items(c, items, N, TEXT_RTL));
    check(c, line.n >= N - 1 && seconds_since(start) < SECONDS, "%d items (%.1f s)", N,
          seconds_since(start));
}

int main(void)
{
    struct check *c = check_start();

    long_text(c, "ord och mer ", "sv", "words");
    long_text(c, "a", "sv", "one word");
    long_text(c, "a-", "sv", "hyphens");
    long_text(c, "samordning\u00AD", "sv", "soft hyphens");
    long_text(c, "a\u0301\u0301\u0301\u0301", "sv", "marks");
    long_text(c, "\u0301", "sv", "nothing but marks");
    long_text(c, " ", "sv", "spaces");
    long_text(c, "\u2066", "sv", "isolates");
    long_text(c, "\u0628\u064E", "ar", "one Arabic word");
    long_text(c, "\u0628\u064E 12 ab ", "ar", "mixed directions");
    long_text(c, "\xFF", "sv", "bytes that are no UTF-8");
    many_items(c);
    return check_end(c);
}
