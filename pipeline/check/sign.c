/* Signs: a value in the forms in which it would stand in a document. */
#include "check/sign.h"

#include <string.h>

enum {
    WHOLE = 8,      /* units from which a text is found anywhere, not only as whole words */
    SENTENCE = 12,  /* units that a piece of prose needs to tell anything */
    WINDOW = 4,     /* words in a row that tell of a protected person's free text */
    LONG_NUMBER = 8 /* digits that nothing else has by chance */
};

/* Making the signs of one value. */
struct telling {
    struct signer *signer;
    struct signs *signs;
    bool strict;
};

static void add_units(struct telling *t, size_t from, enum pattern_kind kind)
{
    const struct folded *f = &t->signer->folded;
    size_t n = f->n - from;
    uint16_t *units;

    if (n < PATTERN_LEAST)
        return;
    units = arena_array(t->signs->arena, uint16_t, n);
    memcpy(units, f->units + from, n * sizeof *units);
    *arena_push(t->signs->arena, t->signs->list, t->signs->n, t->signs->cap) =
        (struct pattern){units, n, kind, 0};
}

static void add(struct telling *t, enum pattern_kind kind)
{
    add_units(t, 0, kind);
    if (t->signer->folded.rtl) { /* as a line is stored by programs that think of glyphs */
        folded_reverse(&t->signer->folded, 0);
        add_units(t, 0, kind);
    }
}

static struct folded *fold(struct telling *t, const char *text, size_t n)
{
    struct folded *f = &t->signer->folded;

    folded_clear(f);
    fold_add(t->signer->fold, f, text, n);
    return f;
}

static bool all_digits(const struct folded *t)
{
    for (size_t i = 0; i < t->n; i++)
        if (t->units[i] < '0' || t->units[i] > '9')
            return false;
    return t->n > 0;
}

static void add_text(struct telling *t, const char *text, size_t n)
{
    const struct folded *f = fold(t, text, n);

    if (all_digits(f))
        add(t, f->n < LONG_NUMBER ? PATTERN_NUMBER : PATTERN_DIGITS);
    else
        add(t, f->n < WHOLE ? PATTERN_WORD : PATTERN_TEXT);
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

static void add_words(struct telling *t, const char *text, size_t n)
{
    const char *end = text + n, *word;
    size_t length;

    add_text(t, text, n);
    if (!t->strict)
        return;
    while (word = next_word(&text, end, &length), length > 0)
        add_text(t, word, length);
}

/* Four words in a row, at every place. */
static void add_windows(struct telling *t, const char *text, size_t n)
{
    const char *end = text + n, *starts[WINDOW];
    size_t length, count = 0;
    const char *word;

    while (word = next_word(&text, end, &length), length > 0) {
        starts[count++ % WINDOW] = word;
        if (count < WINDOW)
            continue;
        if (fold(t, starts[count % WINDOW], (size_t)(word + length - starts[count % WINDOW]))->n >=
            SENTENCE)
            add(t, PATTERN_TEXT);
    }
}

static void add_sentence(struct telling *t, const char *text, size_t n)
{
    if (fold(t, text, n)->n >= SENTENCE)
        add(t, PATTERN_TEXT);
    if (t->strict)
        add_windows(t, text, n);
}

static void add_prose(struct telling *t, const char *text, size_t n)
{
    const char *end = text + n, *start = text;

    for (; text < end; text++)
        if (strchr(".!?;:\n", *text)) {
            add_sentence(t, start, (size_t)(text - start));
            start = text + 1;
        }
    add_sentence(t, start, (size_t)(end - start));
}

/* The digits behind country code and leading zero, which are written in many ways. */
static void add_phone(struct telling *t, const char *text, size_t n)
{
    const struct folded *f = fold(t, text, n);
    size_t skip = f->n > 4 && memcmp(f->units, u"0046", 8) == 0 ? 4
                  : *text == '+' && f->n > 2                    ? 2
                                                                : 0;

    if (skip < f->n && f->units[skip] == '0')
        skip++;
    if (f->n - skip >= 6)
        add_units(t, skip, f->n - skip < LONG_NUMBER ? PATTERN_NUMBER : PATTERN_DIGITS);
}

/* Ten digits, with or without the century before them. */
static void add_number(struct telling *t, const char *text, size_t n)
{
    const struct folded *f = fold(t, text, n);
    bool digits = all_digits(f);

    add_units(t, digits && f->n == 12 ? 2 : 0, digits ? PATTERN_DIGITS : PATTERN_TEXT);
}

static void add_date(struct telling *t, const char *text, size_t n)
{
    fold(t, text, n);
    add(t, PATTERN_NUMBER);
}

void signs_add(struct signer *signer, struct signs *signs, enum shape shape, bool strict,
               const char *text, size_t n)
{
    struct telling telling = {signer, signs, strict}, *t = &telling;

    switch (shape) {
    case SHAPE_NAME:
    case SHAPE_PLACE:
    case SHAPE_STREET:
        add_words(t, text, n);
        break;
    case SHAPE_PHONE:
        add_phone(t, text, n);
        break;
    case SHAPE_NUMBER:
        add_number(t, text, n);
        break;
    case SHAPE_DATE:
        add_date(t, text, n);
        break;
    case SHAPE_PROSE:
        if (!memchr(text, ' ', n))
            add_text(t, text, n);
        add_prose(t, text, n);
        break;
    default:
        add_text(t, text, n);
    }
}
