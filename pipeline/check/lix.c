/* LIX (Björnsson 1968), for Swedish only. A colon ends a sentence too, a number is a word and never
 * a long one, a compound with a hyphen is one word, and letters are counted, not bytes. It says
 * nothing of texts of a few words, so short ones are counted but not judged. */
#include "check/lix.h"

#include "check/exam.h"

int lix_of(size_t words, size_t sentences, size_t long_words)
{
    if (!words || !sentences)
        return 0;
    return (int)((2 * words * words + 200 * long_words * sentences + words * sentences) /
                 (2 * words * sentences));
}

static bool is_long(const struct word *w)
{
    return (w->kind == WORD_PLAIN || w->kind == WORD_CODE) && text_letters(w->text) > 6;
}

/* The limit that is exceeded; 0: none. */
static int exceeded(const struct exam *x, bool easy, size_t words, int lix)
{
    const struct limits *l = &x->rules->limits;
    int low = easy ? l->lix_easy : l->lix, high = easy ? l->lix_easy_high : l->lix_high;

    if (words < (size_t)l->lix_words)
        return 0;
    return lix > high ? high : lix > low ? low : 0;
}

void check_lix(struct exam *x, const struct text *t)
{
    struct arena *a = x->remarks->arena;
    size_t long_words = 0;
    int lix, limit;

    for (size_t i = 0; i < t->nwords; i++)
        long_words += is_long(&t->words[i]);
    if (t->field->du || !x->easy) {
        x->words += t->nwords;
        x->sentences += t->nsentences;
        x->long_words += long_words;
    }
    lix = lix_of(t->nwords, t->nsentences, long_words);
    limit = exceeded(x, x->easy && t->field->du, t->nwords, lix);
    if (limit)
        exam_remark(x, t, 0, t->n, "DU-LIX",
                    limit == x->rules->limits.lix || limit == x->rules->limits.lix_easy
                        ? DIAG_NOTE
                        : DIAG_WARNING,
                    NULL, arena_printf(a, "texten är svår att läsa: LIX %d, högst %d", lix, limit),
                    arena_printf(a, "the text is hard to read: LIX %d, at most %d", lix, limit));
}

void check_lix_of_all(struct exam *x)
{
    int lix = lix_of(x->words, x->sentences, x->long_words);
    int limit = exceeded(x, x->easy, x->words, lix);

    if (limit)
        diag_note(x->diag, diag_at(x->file->file, 0), "DU-LIX",
                  "allt som personen läser: LIX %d, högst %d",
                  "all that the person reads: LIX %d, at most %d", lix, limit);
}
