/* Hyphenation of words after the patterns of a language. */
#ifndef TEXT_HYPHEN_H
#define TEXT_HYPHEN_H

#include "base/fontlist.h"

#include <unicode/utypes.h>

struct hyphenator;

struct hyphenator *hyphenator_new(const struct font_list *list);
void hyphenator_free(struct hyphenator *h); /* NULL is allowed */

enum { HYPHEN_LONGEST = 63 /* code units; longer words are not hyphenated */ };

/* Where a word of letters may be divided: bit i is set when a hyphen may stand before code unit i.
 * before, after: fewest characters on either side, 0: the language's. 0 when lang has no patterns;
 * patterns that should be there but cannot be read are reported as a warning. */
uint64_t hyphenate(struct hyphenator *h, const char *lang, const UChar *word, size_t len,
                   int before, int after, struct diag *diag);

#endif
