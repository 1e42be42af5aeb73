/* Slips: what one slip of the finger or the ear makes of a word, likeliest first.
 *
 * Hunspell compares an unknown word with its whole dictionary, which takes about 60 ms a word in
 * Swedish, and for compounds often finds nothing. Most misspelt words differ from the right one by
 * one slip, so those are tried first: letters that sound or look alike, a letter doubled or not,
 * two letters changed about, one letter too many, one too few, one wrong (Damerau 1964: eighty per
 * cent of misspellings are such). */
#include "check/lexicon.h"

#include "base/utf8.h"

#include <string.h>

enum { LETTERS_MOST = 40 };

struct slip {
    struct lexicon *lexicon;
    struct proposals *out;
    struct arena *arena;
    uint32_t c[LETTERS_MOST + 4];
    size_t n;
};

static const uint32_t alphabet[] = {'e', 'a', 'n', 't', 'r', 's', 'l',  'i',  'd', 'o',
                                    'm', 'k', 'g', 'v', 'f', 'h', 'u',  'p',  'b', 'c',
                                    'y', 'j', 'x', 'w', 'z', 'q', 0xE4, 0xE5, 0xF6};
enum { ALPHABET = sizeof alphabet / sizeof *alphabet };

static void try_letters(struct slip *s, const uint32_t *c, size_t n)
{
    char word[4 * (LETTERS_MOST + 4) + 1];
    size_t len = 0;

    if (s->out->count >= 5)
        return;
    for (size_t i = 0; i < n; i++)
        len += utf8_put(word + len, c[i]);
    word[len] = '\0';
    for (size_t i = 0; i < s->out->count; i++)
        if (strcmp(s->out->words[i], word) == 0)
            return;
    if (lexicon_knows(s->lexicon, word))
        s->out->words[s->out->count++] = arena_strdup(s->arena, word);
}

static void try_replaced(struct slip *s, size_t i, uint32_t with)
{
    uint32_t was = s->c[i];

    if (was == with)
        return;
    s->c[i] = with;
    try_letters(s, s->c, s->n);
    s->c[i] = was;
}

static void try_inserted(struct slip *s, size_t i, uint32_t letter)
{
    uint32_t c[LETTERS_MOST + 4];

    memcpy(c, s->c, i * sizeof *c);
    c[i] = letter;
    memcpy(c + i + 1, s->c + i, (s->n - i) * sizeof *c);
    try_letters(s, c, s->n + 1);
}

static void try_without(struct slip *s, size_t i)
{
    uint32_t c[LETTERS_MOST + 4];

    memcpy(c, s->c, i * sizeof *c);
    memcpy(c + i, s->c + i + 1, (s->n - i - 1) * sizeof *c);
    try_letters(s, c, s->n - 1);
}

static void try_swapped(struct slip *s, size_t i)
{
    uint32_t c = s->c[i];

    s->c[i] = s->c[i + 1];
    s->c[i + 1] = c;
    try_letters(s, s->c, s->n);
    s->c[i + 1] = s->c[i];
    s->c[i] = c;
}

static void try_alike(struct slip *s)
{
    static const uint32_t alike[][2] = {
        {'a', 0xE4}, {'a', 0xE5}, {'o', 0xF6}, {'o', 0xE5}, {'e', 0xE4}, {0xE5, 0xE4},
        {'y', 'u'},  {'y', 'i'},  {'g', 'j'},  {'c', 'k'},  {'s', 'c'},  {'k', 'g'},
        {'v', 'f'},  {'d', 't'},  {'b', 'p'},  {'e', 'i'},  {'m', 'n'},  {'e', 0xE9}};

    for (size_t i = 0; i < s->n; i++)
        for (size_t k = 0; k < sizeof alike / sizeof *alike; k++) {
            if (s->c[i] == alike[k][0])
                try_replaced(s, i, alike[k][1]);
            else if (s->c[i] == alike[k][1])
                try_replaced(s, i, alike[k][0]);
        }
}

static void likely(struct slip *s)
{
    for (size_t i = 0; i + 1 < s->n; i++)
        if (s->c[i] == s->c[i + 1])
            try_without(s, i);
    for (size_t i = 0; i < s->n; i++)
        try_inserted(s, i, s->c[i]);
    for (size_t i = 0; i + 1 < s->n; i++)
        if (s->c[i] != s->c[i + 1])
            try_swapped(s, i);
    try_alike(s);
    for (size_t i = 0; i < s->n && s->n > 3; i++)
        try_without(s, i);
}

static void possible(struct slip *s)
{
    for (size_t k = 0; k < ALPHABET; k++)
        for (size_t i = 0; i <= s->n; i++)
            try_inserted(s, i, alphabet[k]);
    for (size_t k = 0; k < ALPHABET; k++)
        for (size_t i = 0; i < s->n; i++)
            try_replaced(s, i, alphabet[k]);
}

void slips(struct lexicon *l, const char *word, struct proposals *out, struct arena *a)
{
    struct slip s = {.lexicon = l, .out = out, .arena = a};
    const char *end = word + strlen(word);

    while (word < end && s.n < LETTERS_MOST)
        s.c[s.n++] = utf8_next(&word, end);
    if (word < end || s.n < 3)
        return;
    likely(&s);
    if (out->count == 0 && s.c[0] < 0x250)
        possible(&s);
}
