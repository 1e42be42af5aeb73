/* Personal data in texts that reach others: numbers of persons, telephone numbers, e-mail and
 * street addresses. What was found is never repeated in the message. */
#include "check/exam.h"

#include "check/numbers.h"

#include <string.h>

static bool reaches_others(const struct text *t)
{
    return t->field->readers == READERS_OTHERS;
}

static void found(struct exam *x, const struct text *t, size_t start, size_t end, const char *id,
                  const char *sv, const char *en)
{
    struct remark *r = exam_remark(x, t, start, end, id, DIAG_WARNING, NULL, sv, en);

    if (r)
        r->before = r->words = r->after = "";
}

/* ---- digits --------------------------------------------------------------------------------- */

static size_t number_at(struct exam *x, const struct text *t, size_t i)
{
    char digits[NUMBER_DIGITS + 1];
    size_t end = numbers_person(t, i);

    if (end > i) {
        found(x, t, i, end, "DU-PRIVATE-NUMBER",
              "personnummer hör inte hemma i texten: ta bort det",
              "a personal identity number does not belong in the text: take it out");
        return end;
    }
    end = numbers_phone(t, i, digits);
    if (end > i && !t->field->contacts && !table_find(&x->phones, digits))
        found(x, t, i, end, "DU-PRIVATE-PHONE",
              "telefonnummer hör inte hemma i texten: ta bort det",
              "a telephone number does not belong in the text: take it out");
    return end;
}

static void check_numbers(struct exam *x, const struct text *t)
{
    for (size_t i = 0; i < t->n;) {
        size_t end = numbers_begin(t, i) ? number_at(x, t, i) : i;

        i = end > i ? end : i + 1;
    }
}

/* ---- addresses ------------------------------------------------------------------------------ */

static bool has_at_sign_in_words(const struct text *t, size_t i)
{
    static const char *const signs[] = {"at", "snabel-a", "snabela"};
    uint32_t before = i > 0 && t->words[i].start > 0 ? t->c[t->words[i].start - 1] : 0;

    if ((before != '(' && before != '[') || i + 1 >= t->nwords)
        return false;
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
        if (strcmp(t->words[i].low, signs[k]) == 0)
            return true;
    return false;
}

static bool ends_like_street(const struct exam *x, const char *low)
{
    size_t n = strlen(low);

    for (size_t i = 0; i < x->rules->nstreets; i++) {
        size_t m = strlen(x->rules->streets[i]);

        if (n > m + 1 && strcmp(low + n - m, x->rules->streets[i]) == 0)
            return true;
    }
    return rules_has(x->rules, LIST_STREETS, low);
}

/* "Storgatan 12 B", "Norra vägen 3": a name of a street and a number that counts nothing. */
static bool is_street(const struct exam *x, const struct text *t, size_t i)
{
    const struct word *w = &t->words[i], *number = w + 1;
    bool two =
        i > 0 && t->words[i - 1].capital && !w->capital && t->words[i - 1].end + 1 == w->start;

    if (i + 1 >= t->nwords || number->start != w->end + 1 ||
        (number->kind != WORD_NUMBER && number->kind != WORD_CODE) ||
        strspn(number->low, "0123456789abcdefgh") != strlen(number->low))
        return false;
    if (i + 2 < t->nwords && rules_has(x->rules, LIST_UNITS, t->words[i + 2].low))
        return false;
    if (two && rules_has(x->rules, LIST_STREETS, w->low))
        return true;
    return ends_like_street(x, w->low) &&
           !(rules_has(x->rules, LIST_STREETS, w->low) && !w->capital);
}

/* "815 97 Tierp" */
static bool is_post_code(const struct text *t, size_t i)
{
    const struct word *w = &t->words[i];

    return i + 2 < t->nwords && strlen(w->low) == 3 && strlen(w[1].low) == 2 &&
           strspn(w->low, "0123456789") == 3 && strspn(w[1].low, "0123456789") == 2 &&
           w[0].low[0] != '0' && w[1].start == w->end + 1 && w[2].capital &&
           w[2].start == w[1].end + 1;
}

static void check_addresses(struct exam *x, const struct text *t)
{
    for (size_t i = 0; i < t->nwords; i++) {
        const struct word *w = &t->words[i];

        if (w->kind == WORD_EMAIL || has_at_sign_in_words(t, i))
            found(x, t, w->start, w->end, "DU-PRIVATE-EMAIL",
                  "e-postadress hör inte hemma i texten: ta bort den",
                  "an e-mail address does not belong in the text: take it out");
        else if (!t->field->contacts && is_street(x, t, i))
            found(x, t, w->start, w[1].end, "DU-PRIVATE-ADDRESS",
                  "gatuadress hör inte hemma i texten: ta bort den",
                  "a street address does not belong in the text: take it out");
        else if (!t->field->contacts && is_post_code(t, i))
            found(x, t, w->start, w[2].end, "DU-PRIVATE-ADDRESS",
                  "postadress hör inte hemma i texten: ta bort den",
                  "a postal address does not belong in the text: take it out");
    }
}

void check_private(struct exam *x, const struct text *t)
{
    if (!reaches_others(t))
        return;
    check_numbers(x, t);
    check_addresses(x, t);
}

/* ---- places --------------------------------------------------------------------------------- */

static size_t place_at(const struct exam *x, const struct text *t, size_t i)
{
    void **at = table_find(&x->places, t->words[i].low);

    for (const struct phrase *p = at ? *at : NULL; p; p = p->next) {
        size_t k = 0;

        while (k < p->nrest && i + 1 + k < t->nwords &&
               strcmp(t->words[i + 1 + k].low, p->rest[k]) == 0)
            k++;
        if (k == p->nrest)
            return k + 1;
    }
    return 0;
}

void check_places(struct exam *x, const struct text *t)
{
    for (size_t i = 0; x->protected && reaches_others(t) && i < t->nwords; i++) {
        size_t n = place_at(x, t, i);

        if (n)
            found(x, t, t->words[i].start, t->words[i + n - 1].end, "DU-PRIVATE-PLACE",
                  "en plats som kan visa var personen finns: ta bort den",
                  "a place that may tell where the person is: take it out");
    }
}
