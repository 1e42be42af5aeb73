/* Spelling of a text, in its language. */
#include "check/exam.h"
#include "check/lexicon.h"

#include <string.h>

bool exam_knows(const struct exam *x, const char *word)
{
    return x->swedish && lexicon_knows(x->swedish, word);
}

/* ---- whether a word is right ---------------------------------------------------------------- */

static bool in_case(const struct exam *x, const char *low)
{
    return table_find(&x->known, low) != NULL;
}

/* The letters of word up to its first hyphen, and so on: all parts right. */
static bool parts_right(struct exam *x, struct lexicon *l, const char *word)
{
    char *copy = arena_strdup(x->scratch, word), *state;
    int parts = 0;

    if (!strchr(word, '-'))
        return false;
    for (char *p = strtok_r(copy, "-", &state); p; p = strtok_r(NULL, "-", &state)) {
        parts++;
        if (!lexicon_knows(l, p) && !in_case(x, text_lower(p, x->scratch)) &&
            strspn(p, "0123456789") != strlen(p))
            return false;
    }
    return parts > 1;
}

/* "hälso- och sjukvård": the head is right by itself, or joined to an end of the word after next.
 */
static bool head_right(struct exam *x, struct lexicon *l, const struct text *t, size_t i)
{
    const char *head = t->words[i].text, *tail;
    size_t n = strlen(head) - 1;

    if (lexicon_knows(l, head))
        return true;
    head = arena_strndup(x->scratch, head, n);
    if (in_case(x, text_lower(head, x->scratch)))
        return true;
    for (size_t k = i + 1; k < t->nwords && k <= i + 3; k++)
        for (tail = t->words[k].low; strlen(tail) > 3; tail++)
            if (((unsigned char)*tail & 0xC0) != 0x80 && lexicon_knows(l, tail) &&
                lexicon_knows(l, arena_printf(x->scratch, "%s%s", head, tail)))
                return true;
    return n > 2 && lexicon_knows(l, head);
}

static bool is_capital_run(const struct word *w)
{
    return w->all_capital && w->end - w->start <= 6;
}

/* "Annas", "Karls-Erik": a genitive s behind a word that is right. */
static bool genitive_right(struct exam *x, struct lexicon *l, const struct word *w)
{
    size_t n = strlen(w->text);

    return w->capital && n > 3 && w->text[n - 1] == 's' &&
           lexicon_knows(l, arena_strndup(x->scratch, w->text, n - 1));
}

/* Persian: with the signs that keep letters from joining, of which dictionaries have other habits:
 * right without them, or in all parts between them. */
static bool unjoined_right(struct exam *x, struct lexicon *l, const char *word)
{
    static const char sign[] = "\u200c";
    const size_t n = sizeof sign - 1;
    char *joined = arena_alloc(x->scratch, strlen(word) + 1);
    bool parts = true;

    if (!strstr(word, sign))
        return false;
    for (const char *p = word, *end = p; *end; p = end + n) {
        end = strstr(p, sign) ? strstr(p, sign) : p + strlen(p);
        strncat(joined, p, (size_t)(end - p));
        parts &= end == p || lexicon_knows(l, arena_strndup(x->scratch, p, (size_t)(end - p)));
    }
    return parts || lexicon_knows(l, joined);
}

static bool right(struct exam *x, struct lexicon *l, const struct text *t, size_t i)
{
    const struct word *w = &t->words[i];
    const char *word = w->trails ? w->text + 1 : w->text;

    if (w->kind != WORD_PLAIN || is_capital_run(w) || w->end - w->start == 1)
        return true;
    if (in_case(x, w->low) || table_find(&x->own_names, w->low))
        return true;
    if (w->hangs)
        return head_right(x, l, t, i);
    if (lexicon_knows(l, word) || (w->opens && w->capital && lexicon_knows(l, w->low)))
        return true;
    return parts_right(x, l, w->text) || genitive_right(x, l, w) || unjoined_right(x, l, w->text);
}

/* ---- remarks -------------------------------------------------------------------------------- */

/* A word in capitals within a sentence is likely a name that no list has: it is flagged only where
 * it is one slip from a longer word. */
static bool is_name(struct exam *x, struct lexicon *l, const struct word *w)
{
    if (!w->capital || w->opens || w->all_capital)
        return false;
    return text_letters(w->text) < 9 || !lexicon_knows_like(l, w->low, x->scratch);
}

static void add_proposals(struct exam *x, struct lexicon *l, const struct word *w, struct remark *r)
{
    const char *word = w->capital && w->opens && !w->all_capital ? w->low : w->text;
    const struct proposals *p;

    if (!x->suggest || x->protected || !r || x->suggested >= SUGGESTIONS_MOST)
        return;
    x->suggested++;
    p = lexicon_propose(l, word);
    for (size_t i = 0; i < p->count; i++)
        r->use[r->nuse++] = arena_strdup(x->remarks->arena, p->words[i]);
}

static void flag(struct exam *x, struct lexicon *l, const struct text *t, size_t i)
{
    const struct word *w = &t->words[i];
    struct remark *r;

    if (is_name(x, l, w))
        return;
    r = exam_remark_words(x, t, i, 1, "DU-SPELLING", DIAG_WARNING, NULL,
                          "ordet finns inte i ordlistan", "the word is not in the dictionary");
    add_proposals(x, l, w, r);
}

/* "sjuk sköterska" is not seen here; "hälso-och" is: the parts are right, but the hyphen hangs. */
static bool lacks_space(const struct word *w)
{
    size_t n = strlen(w->low);

    return (n > 5 && strcmp(w->low + n - 4, "-och") == 0) ||
           (n > 7 && strcmp(w->low + n - 6, "-eller") == 0);
}

void check_spelling(struct exam *x, const struct text *t)
{
    struct lexicon *l = t->nwords ? lexicon_of(x, t->lang) : NULL;

    if (!l)
        return;
    for (size_t i = 0; i < t->nwords; i++)
        if (strcmp(t->lang, "sv") == 0 && lacks_space(&t->words[i]))
            exam_remark_words(x, t, i, 1, "DU-SPELLING", DIAG_WARNING, NULL,
                              "ett mellanslag saknas efter bindestrecket",
                              "a space is missing behind the hyphen");
        else if (!right(x, l, t, i))
            flag(x, l, t, i);
}
