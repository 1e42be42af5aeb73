/* A free text of a case: its characters, words and sentences, and where each stands in the file. */
#ifndef CHECK_TEXT_H
#define CHECK_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whom a text reaches. */
enum readers { READERS_STAFF, READERS_PERSON, READERS_OTHERS };
/* What a text is, for the checks of goals and actions. */
enum role { ROLE_TEXT, ROLE_GOAL, ROLE_ACTION };

/* One kind of text, of lang/texts.xml. */
struct field {
    enum readers readers;
    enum role role;
    bool du;       /* speaks to the person: du-form */
    bool plain;    /* the person reads it: plain words, short sentences */
    bool quoted;   /* always somebody's own words */
    bool contacts; /* may hold addresses and telephone numbers, as directions do */
};

enum word_kind {
    WORD_PLAIN,
    WORD_NUMBER, /* digits and what stands between them */
    WORD_CODE,   /* letters and digits mixed */
    WORD_EMAIL,
    WORD_LINK,
    WORD_SHORT /* an abbreviation of the list, with its full stops */
};

struct word {
    uint32_t start, end; /* characters of the text */
    const char *text;    /* NFC, UTF-8, with plain apostrophe and hyphen */
    const char *low;     /* the same in small letters */
    enum word_kind kind;
    uint32_t sentence;
    bool capital;     /* its first letter */
    bool all_capital; /* two letters or more, all of them */
    bool opens;       /* first of its sentence */
    bool hangs;       /* ends with a hyphen: hälso- */
    bool trails;      /* begins with a hyphen: -plats */
    bool quoted;      /* within quotation marks */
};

struct sentence {
    uint32_t first, end; /* words */
};

/* NUL-terminated characters are not used: n counts. A paragraph ends with U+2029, all other white
 * space is one U+0020. */
struct text {
    const char *path; /* from the case element, with numbers: plan/goal[2]/text */
    const char *lang; /* primary subtag */
    const struct field *field;
    const struct _xmlNode *node; /* the element */
    bool own_words;              /* quoted words of the person: neither form nor words are judged */
    bool cut;                    /* longer than is checked */
    uint32_t *c;
    size_t n;
    uint32_t *offset; /* [n + 1] in the element's text as it stands there, code points */
    size_t *source;   /* [n + 1] bytes from the beginning of the file */
    struct word *words;
    size_t nwords;
    struct sentence *sentences;
    size_t nsentences;
};

enum { TEXT_LONGEST = 100000 }; /* characters of one text that are checked */

struct rules;
/* Words and sentences of a text that has its characters. */
void text_words(struct text *t, const struct rules *rules, struct arena *a);
/* Whether a character is a letter, or a mark that belongs to one. */
bool text_is_letter(uint32_t c);
/* The characters from start to end in NFC as UTF-8. */
char *text_utf8(const struct text *t, size_t start, size_t end, struct arena *a);
char *text_lower(const char *utf8, struct arena *a);
/* How many letters a UTF-8 word has. */
size_t text_letters(const char *utf8);

#endif
