/* Pronouns that stand for the person: hen, han, hon, sin. They are right where they stand for
 * somebody else, "Mamma ringer när hon kommer hem", so the nearest being named before decides. */
#include "check/exam.h"

#include <string.h>

enum being { BEING_NONE, BEING_PERSON, BEING_OTHER };

static bool ends_like_other(const struct exam *x, const char *low)
{
    size_t n = strlen(low);

    for (size_t i = 0; i < x->rules->nother_ends; i++) {
        size_t m = strlen(x->rules->other_ends[i]);

        if (n >= m && strcmp(low + n - m, x->rules->other_ends[i]) == 0)
            return true;
    }
    return false;
}

static enum being being_at(const struct exam *x, const struct text *t, size_t i)
{
    const struct word *w = &t->words[i];
    size_t n;

    if (table_find(&x->own_names, w->low) && w->capital && !table_find(&x->other_names, w->low))
        return BEING_PERSON;
    if (exam_counts(x, rules_match(x->rules, LIST_PERSON, t, i, &n)))
        return BEING_PERSON;
    if (rules_match(x->rules, LIST_OTHERS, t, i, &n) || ends_like_other(x, w->low) ||
        table_find(&x->other_names, w->low))
        return BEING_OTHER;
    return w->capital && !w->opens && !w->all_capital && w->kind == WORD_PLAIN ? BEING_OTHER
                                                                               : BEING_NONE;
}

/* Who was named last before word i, in its sentence or the one before. */
static enum being named_before(const struct exam *x, const struct text *t, size_t i)
{
    uint32_t sentence = t->words[i].sentence;

    while (i-- > 0 && t->words[i].sentence + 1 >= sentence) {
        enum being who = being_at(x, t, i);

        if (who != BEING_NONE)
            return who;
    }
    return BEING_NONE;
}

/* "Den hemtjänsten, hon" – a word like "denna" is a pronoun only before a verb. */
static bool stands_alone(const struct exam *x, const struct text *t, size_t i)
{
    if (strcmp(t->words[i].low, "denna") != 0)
        return true;
    return i + 1 < t->nwords && t->words[i + 1].sentence == t->words[i].sentence &&
           rules_has(x->rules, LIST_VERBS, t->words[i + 1].low);
}

static bool is_pronoun(const struct exam *x, const struct text *t, size_t i)
{
    return rules_has(x->rules, LIST_PRONOUNS, t->words[i].low) && stands_alone(x, t, i);
}

/* "sin" belongs to the person where the sentence has no subject, or the person is it. */
static bool own_of_person(const struct exam *x, const struct text *t, size_t i)
{
    const struct sentence *s = &t->sentences[t->words[i].sentence];
    const struct word *first = &t->words[s->first];

    for (size_t k = i; k-- > s->first;) {
        enum being who = being_at(x, t, k);

        if (who != BEING_NONE)
            return who == BEING_PERSON;
        if (is_pronoun(x, t, k))
            return named_before(x, t, k) != BEING_OTHER;
        if (strcmp(t->words[k].low, "du") == 0)
            return true;
    }
    return rules_has(x->rules, LIST_VERBS, first->low) && i > s->first;
}

void check_pronouns(struct exam *x, const struct text *t)
{
    for (size_t i = 0; i < t->nwords; i++) {
        size_t n;
        const struct entry *e;

        if (t->words[i].quoted)
            continue;
        if (is_pronoun(x, t, i) && named_before(x, t, i) != BEING_OTHER) {
            e = rules_match(x->rules, LIST_PRONOUNS, t, i, &n);
            exam_remark_words(x, t, i, 1, "DU-PRONOUN", DIAG_WARNING, e ? e->use : NULL,
                              "om det är personen: skriv du, dig, din",
                              "if this is the person: write du, dig, din");
        } else if ((e = rules_match(x->rules, LIST_POSSESSIVES, t, i, &n)) &&
                   own_of_person(x, t, i)) {
            exam_remark_words(x, t, i, 1, "DU-PRONOUN", DIAG_WARNING, e->use,
                              "om det är personens: skriv din, ditt, dina",
                              "if this is the person's: write din, ditt, dina");
        }
    }
}
