/* The rules of free text: lang/sv-rules.xml and lang/texts.xml, which a language consultant edits.
 * Word forms are written "insats, -en, -er": a form that begins with a hyphen is added to the
 * first. A form of several words matches them one after the other. */
#ifndef CHECK_RULES_H
#define CHECK_RULES_H

#include "base/diag.h"
#include "check/table.h"
#include "check/text.h"

/* The lists of words, as the elements are called. */
enum list {
    LIST_ABBREVIATIONS,
    LIST_ACRONYMS, /* that need no explanation */
    LIST_PERSON,   /* third-person words for the person */
    LIST_PRONOUNS,
    LIST_POSSESSIVES, /* sin, sitt, sina */
    LIST_OTHERS,      /* people that a pronoun may stand for */
    LIST_VERBS,       /* that a sentence without subject begins with; also known verbs of goals */
    LIST_MAN,         /* words before "man" that make it a noun */
    LIST_ACTIVE,      /* verbs in -s that are not passive */
    LIST_PASSIVE,     /* passive forms that cannot be told by their form, and phrases */
    LIST_JARGON,
    LIST_VAGUE,    /* verbs of goals that cannot be followed up */
    LIST_OPEN,     /* phrases that leave open whether anything happens */
    LIST_MEASURES, /* words that make a goal measurable: day, time, how often */
    LIST_STREETS,  /* endings of street names */
    LIST_UNITS,    /* words after a number that make it an amount */
    LIST_COUNT
};

/* For whom an entry counts. */
enum { ENTRY_EASY = 1, ENTRY_CHILD = 2 };

struct entry {
    const char *use; /* what to write instead; "" if nothing is proposed */
    unsigned only;   /* ENTRY_… */
};

/* One form of an entry. */
struct phrase {
    const struct entry *entry;
    const char *const *rest; /* the words after the first */
    size_t nrest;
    struct phrase *next; /* with the same first word, longer ones first */
};

struct limits {
    int sentence, sentence_easy;                /* words */
    int lix, lix_high, lix_easy, lix_easy_high; /* readability index */
    int lix_words;                              /* in shorter texts it says nothing */
};

struct dictionary {
    const char *lang, *engine, *file, *package;
    bool optional; /* its absence is told, but no fault */
};

struct rules {
    struct table first[LIST_COUNT]; /* first word → struct phrase */
    const char **streets;
    size_t nstreets, streets_cap;
    const char **other_ends; /* endings of LIST_OTHERS */
    size_t nother_ends, other_ends_cap;
    struct limits limits;
    struct table fields; /* path → struct field */
    struct dictionary *dictionaries;
    size_t ndictionaries, dictionaries_cap;
};

/* NULL after a report (EXIT_SYSTEM). Lives in the arena. */
struct rules *rules_read(const char *home, struct arena *a, struct diag *diag);
const struct dictionary *rules_dictionary(const struct rules *r, const char *lang);

/* The longest form of a list that begins with word i of the text, NULL if none; *n: its words. */
const struct entry *rules_match(const struct rules *r, enum list list, const struct text *t,
                                size_t i, size_t *n);
/* Whether a single word is in a list. */
bool rules_has(const struct rules *r, enum list list, const char *low);

#endif
