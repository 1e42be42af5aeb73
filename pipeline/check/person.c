/* Du-form: words that speak of the person instead of to the person. */
#include "check/exam.h"

#include <string.h>

bool exam_counts(const struct exam *x, const struct entry *e)
{
    return e && (!(e->only & ENTRY_EASY) || x->easy) && (!(e->only & ENTRY_CHILD) || x->child);
}

static bool is_word(const struct text *t, size_t i, size_t of, const char *low)
{
    return i < t->nwords && t->words[i].sentence == t->words[of].sentence &&
           strcmp(t->words[i].low, low) == 0;
}

/* "den personen", "den här personen", "personen som …": somebody else. */
static bool other_person(const struct text *t, size_t i)
{
    return strncmp(t->words[i].low, "personen", 8) == 0 &&
           (is_word(t, i + 1, i, "som") ||
            (i > 0 && (is_word(t, i - 1, i, "den") || is_word(t, i - 1, i, "här"))));
}

/* Whether word i is kept as it is: quoted, somebody else, or "gode mannen". */
static bool exempt(const struct exam *x, const struct text *t, size_t i)
{
    if (i > 0 && strcmp(t->words[i].low, "mannen") == 0 &&
        rules_has(x->rules, LIST_MAN, t->words[i - 1].low))
        return true;
    return t->words[i].quoted || other_person(t, i);
}

static size_t third_person(struct exam *x, const struct text *t, size_t i)
{
    size_t n = 1;
    const struct entry *e = rules_match(x->rules, LIST_PERSON, t, i, &n);

    if (!exam_counts(x, e) || exempt(x, t, i))
        return 1;
    exam_remark_words(x, t, i, n, "DU-FORM", DIAG_WARNING, e->use,
                      "tala till personen: skriv du, dig, din",
                      "speak to the person: write du, dig, din");
    return n;
}

/* ---- the person's own name ------------------------------------------------------------------ */

static bool is_given_of_other(const struct exam *x, const struct text *t, size_t i)
{
    return i < t->nwords && table_find(&x->other_names, t->words[i].low) != NULL;
}

/* "Kaisa Lahdenperä" is the sister: a family name behind the given name of somebody else. */
static bool of_somebody_else(const struct exam *x, const struct text *t, size_t i)
{
    return is_given_of_other(x, t, i) || (i > 0 && is_given_of_other(x, t, i - 1)) ||
           (i > 1 && is_given_of_other(x, t, i - 2) && t->words[i - 1].capital);
}

static void own_name(struct exam *x, const struct text *t, size_t i)
{
    const struct word *w = &t->words[i];
    bool name = w->capital && table_find(&x->own_names, w->low) && !of_somebody_else(x, t, i);
    bool initials = *x->initials && (strcmp(w->low, x->initials) == 0 ||
                                     (strlen(w->low) == 3 && strncmp(w->low, x->initials, 3) == 0));
    size_t n = strlen(w->low);

    if ((!name && !initials) || w->quoted)
        return;
    if (i > 0 && name && table_find(&x->own_names, t->words[i - 1].low) &&
        t->words[i - 1].capital && t->words[i - 1].sentence == w->sentence)
        return; /* given and family name: told once */
    exam_remark_words(x, t, i, 1, "DU-NAME", DIAG_WARNING,
                      n > 2 && w->low[n - 1] == 's' && !initials ? "din" : "du",
                      "personens eget namn: skriv du", "the person's own name: write du");
}

/* ---- man and ni ----------------------------------------------------------------------------- */

static void generic_man(struct exam *x, const struct text *t, size_t i)
{
    const struct word *w = &t->words[i];
    bool same = i > 0 && t->words[i - 1].sentence == w->sentence;

    if (strcmp(w->low, "man") != 0 || w->quoted ||
        (same && rules_has(x->rules, LIST_MAN, t->words[i - 1].low)))
        return;
    exam_remark_words(x, t, i, 1, "DU-MAN", DIAG_WARNING, "du",
                      "vem är man? skriv du eller vem det är",
                      "who is \"man\"? write du, or who it is");
}

static void polite_ni(struct exam *x, const struct text *t, size_t i)
{
    static const char *const words[] = {"ni", "er", "ert", "era"};

    if (x->child || t->words[i].quoted || t->field->readers == READERS_OTHERS)
        return;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (strcmp(t->words[i].low, words[k]) == 0)
            exam_remark_words(x, t, i, 1, "DU-NI", DIAG_NOTE, k == 0 ? "du" : "din",
                              "texten går till en person: skriv du, inte ni",
                              "the text is for one person: write du, not ni");
}

void check_person_words(struct exam *x, const struct text *t)
{
    for (size_t i = 0; i < t->nwords;) {
        own_name(x, t, i);
        generic_man(x, t, i);
        polite_ni(x, t, i);
        i += third_person(x, t, i);
    }
}
