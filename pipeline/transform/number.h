/* Private to transform: personal identity numbers and coordination numbers. */
#ifndef TRANSFORM_NUMBER_H
#define TRANSFORM_NUMBER_H

#include "transform/date.h"

#include <stdbool.h>

enum number_verdict {
    NUMBER_OK,
    NUMBER_BAD_FORM,      /* not 10 or 12 digits with at most a sign before the last four */
    NUMBER_CONTRADICTION, /* + (for people of 100) beside a birth year in four digits */
    NUMBER_BAD_DATE,
    NUMBER_BAD_CHECK
};

struct number {
    struct date birth; /* as the number has it; coordination numbers: day - 60 */
    bool coordination;
    char display[14]; /* YYYYMMDD-NNNN, with the day as in the number */
};

/* Reads a number. today decides the century of a short one. out is filled for NUMBER_OK and
 * NUMBER_BAD_CHECK. */
enum number_verdict number_read(const char *s, struct date today, struct number *out);
const char *number_verdict_name(enum number_verdict v); /* "ok", "bad-check" ... */

#endif
