/* Folding: text reduced to what makes it the same text for a reader: letters and digits.
 *
 * Compatibility decomposition and full case folding (Unicode, chapters 3 and 5; UAX #15); marks,
 * blanks, hyphens, punctuation and controls are dropped, digits of all scripts become 0-9. So a
 * value is found in any normal form, in capitals, hyphenated, spread over lines, in ligatures. */
#ifndef CHECK_FOLD_H
#define CHECK_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What stood between a unit and the one before it. */
enum gap {
    GAP_NONE,
    GAP_SEAM, /* a piece of text ended here: perhaps a blank, perhaps nothing */
    GAP_THIN, /* blanks and hyphens */
    GAP_WIDE  /* other characters too */
};

struct folded {
    uint16_t *units; /* UTF-16 of letters and digits */
    uint8_t *gaps;   /* enum gap before each unit */
    size_t n, cap;
    uint8_t gap; /* waiting for the next unit */
    bool rtl;    /* there is a letter of a script that runs from right to left */
};

struct fold; /* the tables; one per process (or thread) */
struct fold *fold_new(void);
void fold_free(struct fold *f);

/* Appends n bytes of UTF-8 as a piece of its own. Malformed bytes count as punctuation. */
void fold_add(const struct fold *f, struct folded *to, const char *utf8, size_t n);
/* Nothing is found across a break. */
void fold_break(struct folded *to);
void folded_clear(struct folded *t); /* keeps the storage */
void folded_free(struct folded *t);
/* Turns the units from start on around, as a line of right-to-left text is stored by some. */
void folded_reverse(struct folded *t, size_t start);

#endif
