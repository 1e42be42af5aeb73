/* Sentences that are too long to be taken in at once. */
#include "check/exam.h"

/* Words that are no words of the sentence: the mark of a list, a lone hyphen. */
static int length_of(const struct text *t, const struct sentence *s)
{
    int n = 0;

    for (uint32_t i = s->first; i < s->end; i++)
        n += t->words[i].kind != WORD_LINK;
    return n;
}

void check_sentences(struct exam *x, const struct text *t)
{
    int most = x->easy && t->field->du ? x->rules->limits.sentence_easy : x->rules->limits.sentence;

    for (size_t i = 0; i < t->nsentences; i++) {
        const struct sentence *s = &t->sentences[i];
        int n = length_of(t, s);
        struct arena *a = x->remarks->arena;

        if (n > most)
            exam_remark_words(
                x, t, s->first, s->end - s->first, "DU-SENTENCE", DIAG_NOTE, NULL,
                arena_printf(a, "meningen har %d ord, högst %d är lagom: dela den", n, most),
                arena_printf(a, "the sentence has %d words, %d are enough: divide it", n, most));
    }
}
