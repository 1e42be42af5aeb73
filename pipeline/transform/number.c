/* Personal identity numbers and coordination numbers.
 *
 * FOL (1991:481) 18 §: birth date, birth number, check digit; the sign before the birth number
 * becomes + from the year in which the person turns 100 (the year decides, not the day). Lag
 * (2022:1697) 2 kap. 8 §: a coordination number has the day + 60. The check digit is modulus 10
 * with weights 2, 1, 2 ... over the ten-digit form (SKV 704). */
#include "transform/number.h"

#include <stdio.h>
#include <string.h>

enum { EARLIEST_YEAR = 1850 };

/* Spaces of every width, and the dashes that people and word processors write for a hyphen. */
static const struct {
    const char *utf8;
    char becomes; /* 0: dropped */
} variants[] = {
    {" ", 0},
    {"\t", 0},
    {"\n", 0},
    {"\r", 0},
    {"\xC2\xA0", 0},
    {"\xE2\x80\xAF", 0},
    {"\xE2\x80\x89", 0},
    {"\xE2\x80\x90", '-'},
    {"\xE2\x80\x91", '-'},
    {"\xE2\x80\x92", '-'},
    {"\xE2\x80\x93", '-'},
    {"\xE2\x88\x92", '-'},
};

/* The character of s as plain ASCII and how many bytes it took; -1: not one that may stand here. */
static int plain(const char **s)
{
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++) {
        size_t n = strlen(variants[i].utf8);

        if (strncmp(*s, variants[i].utf8, n) == 0) {
            *s += n;
            return variants[i].becomes;
        }
    }
    if ((**s >= '0' && **s <= '9') || **s == '-' || **s == '+')
        return *(*s)++;
    return -1;
}

/* Splits s into digits and the sign before the last four; 0 if there is none. */
static bool split(const char *s, char digits[13], size_t *n, char *sign)
{
    size_t sign_at = 0;

    *n = 0;
    *sign = 0;
    while (*s) {
        int c = plain(&s);

        if (c < 0)
            return false;
        if (c == '-' || c == '+') {
            if (*sign)
                return false;
            *sign = (char)c;
            sign_at = *n;
        } else if (c) {
            if (*n == 12)
                return false;
            digits[(*n)++] = (char)c;
        }
    }
    digits[*n] = '\0';
    return (*n == 10 || *n == 12) && (!*sign || sign_at == *n - 4);
}

static int value(const char *digits, int n)
{
    int v = 0;

    for (int i = 0; i < n; i++)
        v = v * 10 + (digits[i] - '0');
    return v;
}

/* The year that two digits mean: with - the person is below 100 this year, with + 100 or more. */
static int full_year(int two, char sign, int this_year)
{
    int year = this_year - (this_year % 100 - two + 100) % 100;

    return sign == '+' ? year - 100 : year;
}

static bool check_digit_fits(const char ten[10])
{
    int sum = 0;

    for (int i = 0; i < 10; i++) {
        int product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);

        sum += product > 9 ? product - 9 : product;
    }
    return sum % 10 == 0;
}

enum number_verdict number_read(const char *s, struct date today, struct number *out)
{
    char digits[13], sign;
    const char *ten;
    size_t n;
    int year, month, day;

    if (!split(s, digits, &n, &sign))
        return NUMBER_BAD_FORM;
    if (n == 12 && sign == '+')
        return NUMBER_CONTRADICTION;
    ten = digits + (n - 10);
    year = n == 12 ? value(digits, 4) : full_year(value(ten, 2), sign, today.year);
    month = value(ten + 2, 2);
    day = value(ten + 4, 2);
    out->coordination = day > 60;
    day -= out->coordination ? 60 : 0;
    if (year < EARLIEST_YEAR || year > today.year || !date_exists(year, month, day))
        return NUMBER_BAD_DATE;
    out->birth = (struct date){year, month, day};
    snprintf(out->display, sizeof out->display, "%02d%.6s-%.4s", year / 100 % 100, ten, ten + 6);
    return check_digit_fits(ten) ? NUMBER_OK : NUMBER_BAD_CHECK;
}

const char *number_verdict_name(enum number_verdict v)
{
    static const char *const names[] = {"ok", "bad-form", "contradiction", "bad-date", "bad-check"};

    return names[v];
}
