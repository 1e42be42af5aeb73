/* An examination: one case under check, and the remarks that are made on it. */
#ifndef CHECK_EXAM_H
#define CHECK_EXAM_H

#include "check/check.h"
#include "check/rules.h"
#include "check/source.h"
#include "check/table.h"
#include "check/text.h"

struct lexicon;

struct checker {
    struct arena *arena;
    struct rules *rules;
    const char *home, *words;
    bool spelling, lenient;
    struct lexicon *lexicons; /* linked, one for each language met */
};

/* One thing to mend. Text in both languages; the words are the case's. */
struct remark {
    const char *id;
    enum diag_severity severity;
    const char *sv, *en;
    const char *path, *lang;
    size_t source;           /* byte in the file */
    uint32_t offset, length; /* code points in the element */
    int line, column;
    const char *before, *words, *after; /* "" where they may not be shown */
    const char *use[5];                 /* what may have been meant, or may be written instead */
    size_t nuse;
};

struct remarks {
    struct arena *arena;
    const char *file;
    struct remark *items;
    size_t count, cap;
    size_t dropped; /* more than are kept */
    bool partly;    /* there were too many unknown words to ask for them all */
    bool protected; /* no words of the texts are shown */
};

enum { REMARKS_MOST = 500, SUGGESTIONS_MOST = 40 };

struct exam {
    struct checker *checker;
    const struct rules *rules;
    const struct check_source *file;
    struct source source;
    struct remarks *remarks; /* in an arena of its own */
    struct arena *arena;     /* of the case */
    struct arena *scratch;   /* of one text */
    struct diag *diag;
    struct lexicon *swedish;  /* NULL: without spelling */
    struct table own_names;   /* the person's, in small letters, also with genitive s */
    struct table other_names; /* given names of others */
    struct table known;       /* all words of names, units and places */
    struct table phones;      /* digits of numbers of offices */
    struct table told;        /* acronyms met: told once */
    struct table places;      /* first word → struct place: what a protected case must not tell */
    const char *initials;     /* of the person: "a.l." */
    bool protected, child, easy, suggest;
    size_t suggested; /* words that suggestions were looked for */
    bool failed;      /* a dictionary is missing: reported */
    /* of all that the person reads */
    size_t words, sentences, long_words;
    struct remark *lix_at;
};

/* Adds a remark on the characters from start to end. use: what to write instead, NULL for nothing.
 */
struct remark *exam_remark(struct exam *x, const struct text *t, size_t start, size_t end,
                           const char *id, enum diag_severity severity, const char *use,
                           const char *sv, const char *en);
/* The same for n words from i on. */
struct remark *exam_remark_words(struct exam *x, const struct text *t, size_t i, size_t n,
                                 const char *id, enum diag_severity severity, const char *use,
                                 const char *sv, const char *en);

/* The facts of a case: names, places, whether it is a child (facts.c). */
void exam_facts(struct exam *x);
/* Calls each for every free text of the case, in order (texts.c). */
void exam_texts(struct exam *x, void (*each)(struct exam *x, struct text *t));
/* As characters only: raw is what stands in the element. */
void exam_raw_texts(struct exam *x, void (*each)(struct exam *x, const struct text *t,
                                                 const struct source_text *raw));

/* The checks, one for each file. */
void check_characters(struct exam *x, const struct text *t, const struct source_text *raw);
void check_spelling(struct exam *x, const struct text *t);
void check_person_words(struct exam *x, const struct text *t);
void check_pronouns(struct exam *x, const struct text *t);
void check_passive(struct exam *x, const struct text *t);
void check_jargon(struct exam *x, const struct text *t);
void check_sentences(struct exam *x, const struct text *t);
void check_lix(struct exam *x, const struct text *t);
void check_lix_of_all(struct exam *x);
void check_goal(struct exam *x, const struct text *t);
void check_action(struct exam *x, const struct text *t);
void check_private(struct exam *x, const struct text *t);
void check_places(struct exam *x, const struct text *t);

/* Whether a Swedish word is a verb in the present or imperative: "träffar", "följer". */
bool exam_is_verb(const struct exam *x, const char *low);
bool exam_knows(const struct exam *x, const char *word);
/* The entry counts in this case. */
bool exam_counts(const struct exam *x, const struct entry *e);

#endif
