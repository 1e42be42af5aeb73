/* Plain words: terms of the trade with what to write instead, and abbreviations. */
#include "check/exam.h"

#include <string.h>

/* "Elevhälsan" may be the name of a unit of the case: then it is a name, where it has a capital. */
static bool is_name(const struct exam *x, const struct text *t, size_t i)
{
    const struct word *w = &t->words[i];

    return w->capital && !w->opens && table_find(&x->known, w->low);
}

static size_t term(struct exam *x, const struct text *t, size_t i)
{
    size_t n = 1;
    const struct entry *e = rules_match(x->rules, LIST_JARGON, t, i, &n);

    if (!exam_counts(x, e) || is_name(x, t, i))
        return 0;
    exam_remark_words(x, t, i, n, "DU-JARGON", DIAG_WARNING, e->use,
                      "ord ur fackspråket: skriv med vanliga ord",
                      "a word of the trade: write plainly");
    return n;
}

static size_t abbreviation(struct exam *x, const struct text *t, size_t i)
{
    size_t n = 1;
    const struct entry *e = rules_match(x->rules, LIST_ABBREVIATIONS, t, i, &n);

    if (!e || !*e->use)
        return 0;
    exam_remark_words(x, t, i, n, "DU-ABBREVIATION", DIAG_NOTE, e->use,
                      "förkortning: skriv ut orden", "an abbreviation: write the words");
    return n;
}

/* The behind of "SIP-möte" explains nothing; the first part counts. */
static bool is_acronym(const struct exam *x, const struct word *w)
{
    size_t n = strcspn(w->low, "-:");

    return w->all_capital && n >= 2 && n <= 5 &&
           !rules_has(x->rules, LIST_ACRONYMS, arena_strndup(x->scratch, w->low, n)) &&
           !table_find(&x->known, w->low) && !table_find(&x->told, w->low);
}

/* "LSS (lagen om …)" or "… (LSS)". */
static bool is_explained(const struct text *t, const struct word *w)
{
    size_t i = w->end;

    while (i < t->n && t->c[i] == ' ')
        i++;
    return (i < t->n && t->c[i] == '(') || (w->start > 0 && t->c[w->start - 1] == '(');
}

static void acronym(struct exam *x, const struct text *t, size_t i)
{
    const struct word *w = &t->words[i];

    if (w->kind != WORD_PLAIN || !is_acronym(x, w))
        return;
    *table_enter(&x->told, w->low) = x;
    if (!is_explained(t, w))
        exam_remark_words(x, t, i, 1, "DU-ABBREVIATION", DIAG_NOTE, NULL,
                          "förkortning som inte är förklarad: skriv vad den betyder",
                          "an abbreviation that is not explained: say what it means");
}

void check_jargon(struct exam *x, const struct text *t)
{
    for (size_t i = 0; i < t->nwords;) {
        size_t n = t->words[i].quoted ? 1 : term(x, t, i);

        if (!n)
            n = abbreviation(x, t, i);
        if (!n)
            acronym(x, t, i);
        i += n ? n : 1;
    }
}
