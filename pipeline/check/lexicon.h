/* A lexicon: the dictionary of one language, and what it said of words before. */
#ifndef CHECK_LEXICON_H
#define CHECK_LEXICON_H

#include "check/exam.h"

/* The engines. A handle is for one thread. */
struct speller {
    void *handle;
    bool (*knows)(void *handle, const char *word);
    /* Calls each for every proposal, at most most. */
    void (*propose)(void *handle, const char *word, size_t most,
                    void (*each)(void *user, const char *word), void *user);
    /* A word more, inflected like model (NULL: as it is). NULL: the engine takes none. */
    void (*add)(void *handle, const char *word, const char *model);
    void (*close)(void *handle);
};
/* false: there is no such dictionary in the folders. */
bool hunspell_open(struct speller *s, const char *name);
bool voikko_open(struct speller *s);
/* Whether the dictionary's files are there, without loading them. */
bool hunspell_is_there(const char *name);
bool voikko_is_there(void);

/* The lexicon of a language; NULL where there is none (told once as a note), after a report where
 * it ought to be there (x->failed), or where spelling is not asked for. */
struct lexicon *lexicon_of(struct exam *x, const char *lang);
void lexicons_close(struct lexicon *first);
/* A case's share of work begins: a dictionary is asked only so much, whatever a text holds. */
void lexicons_begin(struct lexicon *first);
/* Whether a word went unasked since then. */
bool lexicons_tired(const struct lexicon *first);
/* When the share is used up every word is right. */
bool lexicon_knows(struct lexicon *l, const char *word);
/* Whether a word is one slip from a word that is known. */
bool lexicon_knows_like(struct lexicon *l, const char *word, struct arena *a);
/* What may have been meant by an unknown word: up to 5, in order of likeness. The array lives as
 * long as the lexicon. */
struct proposals {
    const char *words[5];
    size_t count;
};
const struct proposals *lexicon_propose(struct lexicon *l, const char *word);
/* Proposals that differ by one slip, tried in order of likeness (slips.c). */
void slips(struct lexicon *l, const char *word, struct proposals *out, struct arena *a);

#endif
