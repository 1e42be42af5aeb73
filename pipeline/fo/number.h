/* Numbers of the expression language (XSL 1.1, 5.9): fixed-point, so that all machines agree. */
#ifndef FO_NUMBER_H
#define FO_NUMBER_H

#include "fo/fo.h"

/* A number (power 0) or a length (power 1). The parts are in millionths: of 1 for numbers, of 1 pt
 * for absolute lengths, of 1 % for percentages, of a unit of proportional-column-width(). */
#define FO_ONE INT64_C(1000000)
struct fo_number {
    int power;
    int64_t abs, pct, proportion;
};

/* Reads an unsigned number with its unit ("12.5pt", "3", "50%") from *s and moves *s behind it.
 * em: font size for the unit em. False: not a number, an unknown unit, or too large. */
bool fo_number_read(const char **s, mpt em, struct fo_number *out);

/* Arithmetic; false where the powers do not fit, on division by zero and on overflow. */
bool fo_number_add(struct fo_number *a, const struct fo_number *b, int sign);
bool fo_number_multiply(struct fo_number *a, const struct fo_number *b);
bool fo_number_divide(struct fo_number *a, const struct fo_number *b);
bool fo_number_modulo(struct fo_number *a, const struct fo_number *b);

bool fo_number_is_absolute(const struct fo_number *n); /* neither percentage nor proportion */
mpt fo_number_mpt(const struct fo_number *n);          /* of the absolute part */
struct fo_number fo_number_of_mpt(mpt length);
struct fo_number fo_number_of_int(int64_t n);
/* millionths to the nearest integer, halves away from zero */
int64_t fo_round(int64_t value, int64_t divisor);

#endif
