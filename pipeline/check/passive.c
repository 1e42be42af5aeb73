/* Passives that hide who does it: "stöd beviljas". Swedish has no list of verbs to hand, but the
 * dictionary knows their forms: a word in -as is a passive where the same stem with -ar and -ade is
 * a word too ("beviljas": beviljar, beviljade; but not "mammas": no mammar). */
#include "check/exam.h"

#include <string.h>

static bool known(const struct exam *x, const char *stem, size_t n, const char *end)
{
    return exam_knows(x, arena_printf(x->scratch, "%.*s%s", (int)n, stem, end));
}

static bool ends(const char *word, size_t n, const char *end)
{
    size_t m = strlen(end);

    return n > m + 1 && strncmp(word + n - m, end, m) == 0;
}

/* The stem is that of a verb like erbjuda, erbjuder. */
static bool verb_in_er(const struct exam *x, const char *stem, size_t n)
{
    return n > 2 && known(x, stem, n, "er") && known(x, stem, n, "a") &&
           (known(x, stem, n, "te") || known(x, stem, n, "de") || known(x, stem, n, "s"));
}

static bool verb_in_ar(const struct exam *x, const char *stem, size_t n)
{
    return n > 1 && known(x, stem, n, "ar") && known(x, stem, n, "ade");
}

bool exam_is_verb(const struct exam *x, const char *low)
{
    size_t n = strlen(low);

    if (rules_has(x->rules, LIST_VERBS, low))
        return true;
    if (ends(low, n, "ar"))
        return verb_in_ar(x, low, n - 2) && known(x, low, n - 2, "a");
    if (ends(low, n, "er"))
        return known(x, low, n - 2, "a") &&
               (known(x, low, n - 2, "te") || known(x, low, n - 2, "de"));
    return ends(low, n, "r") && known(x, low, n - 1, "s") && known(x, low, n - 1, "dde");
}

static bool looks_passive(const struct exam *x, const char *low)
{
    size_t n = strlen(low);

    if (n < 4 || low[n - 1] != 's')
        return false;
    if (ends(low, n, "ades") || ends(low, n, "ats"))
        return verb_in_ar(x, low, n - (low[n - 2] == 't' ? 3 : 4));
    if (ends(low, n, "as"))
        return verb_in_ar(x, low, n - 2) || verb_in_er(x, low, n - 2) ||
               (known(x, low, n - 2, "") && known(x, low, n - 2, "a") &&
                known(x, low, n - 2, "de"));
    if (ends(low, n, "des") || ends(low, n, "tes"))
        return verb_in_er(x, low, n - 3);
    return verb_in_er(x, low, n - 1) && !known(x, low, n - 1, "en") && !known(x, low, n - 1, "et");
}

/* "utförs av hemtjänsten": somebody does it. */
static bool says_who(const struct text *t, size_t i)
{
    for (size_t k = i + 1; k < t->nwords && t->words[k].sentence == t->words[i].sentence; k++)
        if (strcmp(t->words[k].low, "av") == 0)
            return true;
    return false;
}

void check_passive(struct exam *x, const struct text *t)
{
    for (size_t i = 0; i < t->nwords; i++) {
        const struct word *w = &t->words[i];
        size_t n = 1;
        const struct entry *e = rules_match(x->rules, LIST_PASSIVE, t, i, &n);

        if (w->quoted || w->kind != WORD_PLAIN || (w->capital && !w->opens) ||
            rules_has(x->rules, LIST_ACTIVE, w->low))
            continue;
        if ((e || looks_passive(x, w->low)) && !says_who(t, i))
            exam_remark_words(x, t, i, n, "DU-PASSIVE", DIAG_WARNING, e ? e->use : NULL,
                              "vem gör det? skriv vem", "who does it? say who");
    }
}
