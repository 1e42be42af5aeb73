/* Numbers of persons and telephones in a text, in any spelling. */
#ifndef CHECK_NUMBERS_H
#define CHECK_NUMBERS_H

#include "check/text.h"

enum { NUMBER_DIGITS = 16 };

/* Whether a number may begin at character i: a digit or plus that nothing digital precedes. */
bool numbers_begin(const struct text *t, size_t i);
/* Behind a personal identity or coordination number with a right check digit; i if there is none.
 */
size_t numbers_person(const struct text *t, size_t i);
/* Behind a telephone number; i if there is none. digits: NUMBER_DIGITS + 1 bytes, its digits, +46
 * written as 0. */
size_t numbers_phone(const struct text *t, size_t i, char *digits);

#endif
