/* LIX, the readability index. */
#ifndef CHECK_LIX_H
#define CHECK_LIX_H

#include <stddef.h>

/* words / sentences + 100 * long words / words, rounded to whole numbers; long: more than six
 * letters. 0 without words. */
int lix_of(size_t words, size_t sentences, size_t long_words);

#endif
