/* Personal identity numbers (folkbokföringslagen 18 §, SKV 704) and telephone numbers. Digits of
 * any script count, with spaces, hyphens, dashes, plus, dots between the groups. */
#include "check/numbers.h"

#include <string.h>
#include <unicode/uchar.h>

static int digit_at(const struct text *t, size_t i)
{
    if (i >= t->n)
        return -1;
    if (t->c[i] < 0x80)
        return t->c[i] >= '0' && t->c[i] <= '9' ? (int)(t->c[i] - '0') : -1;
    return u_charDigitValue((UChar32)t->c[i]);
}

static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool numbers_begin(const struct text *t, size_t i)
{
    if (digit_at(t, i) < 0 && t->c[i] != '+')
        return false;
    return i == 0 || (digit_at(t, i - 1) < 0 && !text_is_letter(t->c[i - 1]) &&
                      !((is_dash(t->c[i - 1]) || t->c[i - 1] == '.' || t->c[i - 1] == ',') &&
                        i > 1 && digit_at(t, i - 2) >= 0));
}

/* ---- persons -------------------------------------------------------------------------------- */

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* An existing day; of a coordination number 60 more. A year of two digits: any century will do. */
static bool is_day(int year, int month, int day, bool century)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    if (day > 60)
        day -= 60;
    if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
        return false;
    if (century && (year < 1880 || year > 2099))
        return false;
    return month != 2 || day < 29 || is_leap(century ? year : year == 0 ? 2000 : year);
}

/* Modulus 10 over the last ten digits. */
static bool check_digit(const int *d)
{
    int sum = 0;

    for (int i = 0; i < 10; i++) {
        int product = d[i] * (i % 2 == 0 ? 2 : 1);

        sum += product / 10 + product % 10;
    }
    return sum % 10 == 0;
}

static bool is_person(const int *d, int n)
{
    const int *ten = d + n - 10;
    int year = ten[0] * 10 + ten[1];

    if (n == 12)
        year += 100 * (d[0] * 10 + d[1]);
    return is_day(year, ten[2] * 10 + ten[3], ten[4] * 10 + ten[5], n == 12) && check_digit(ten);
}

/* One or two separators, as "900222 - 2397" has three. */
static size_t pass_separators(const struct text *t, size_t i)
{
    size_t end = i;

    while (end < t->n && end < i + 3 &&
           (t->c[end] == ' ' || t->c[end] == '+' || t->c[end] == '.' || t->c[end] == '/' ||
            is_dash(t->c[end])))
        end++;
    return digit_at(t, end) >= 0 ? end : i;
}

/* Reads up to most digits; groups[k]: a separator stands before digit k. */
static size_t read_digits(const struct text *t, size_t i, int *d, bool *groups, int most, int *n)
{
    *n = 0;
    while (*n < most && digit_at(t, i) >= 0) {
        size_t next;

        d[(*n)++] = digit_at(t, i++);
        next = pass_separators(t, i);
        groups[*n] = next > i;
        if (*n < most)
            i = next;
    }
    return i;
}

/* Separators stand only between year, month, day and the last four. */
static bool in_order(const bool *groups, int n)
{
    for (int k = 1; k < n; k++)
        if (groups[k] && k != n - 4 && k != n - 6 && k != n - 8)
            return false;
    return groups[n - 4] || !(groups[n - 6] || groups[n - 8]);
}

size_t numbers_person(const struct text *t, size_t i)
{
    static const int lengths[] = {12, 10};

    if (digit_at(t, i) < 0)
        return i;
    for (int k = 0; k < 2; k++) {
        int d[12], n;
        bool groups[13] = {false};
        size_t end = read_digits(t, i, d, groups, lengths[k], &n);

        if (n == lengths[k] && digit_at(t, end) < 0 && in_order(groups, n) && is_person(d, n))
            return end;
    }
    return i;
}

/* ---- telephones ----------------------------------------------------------------------------- */

static bool between_digits(uint32_t c)
{
    return c == ' ' || c == '/' || c == '(' || c == ')' || is_dash(c);
}

/* Reads digits with single separators; the area code may stand in parentheses. */
static size_t read_phone(const struct text *t, size_t i, char *digits, int *n, int *groups)
{
    *n = 0;
    *groups = 1;
    for (;;) {
        size_t next = i;

        while (digit_at(t, i) >= 0 && *n < NUMBER_DIGITS)
            digits[(*n)++] = (char)('0' + digit_at(t, i++));
        next = i;
        while (next < t->n && next < i + 3 && between_digits(t->c[next]))
            next++;
        if (next == i || digit_at(t, next) < 0 || *n >= NUMBER_DIGITS)
            break;
        i = next;
        ++*groups;
    }
    digits[*n] = '\0';
    return i;
}

/* +46 or 0046, with or without (0), becomes 0. */
static void domestic(char *digits, int *n, bool plus)
{
    int skip = plus && strncmp(digits, "46", 2) == 0 ? 2 : strncmp(digits, "0046", 4) == 0 ? 4 : 0;

    if (!skip)
        return;
    if (digits[skip] == '0')
        skip++;
    memmove(digits + 1, digits + skip, (size_t)(*n - skip) + 1);
    digits[0] = '0';
    *n = *n - skip + 1;
}

size_t numbers_phone(const struct text *t, size_t i, char *digits)
{
    bool plus = t->c[i] == '+';
    int n, groups;
    size_t end = read_phone(t, i + plus, digits, &n, &groups);
    uint32_t behind = end < t->n ? t->c[end] : 0;

    domestic(digits, &n, plus);
    if (behind == '.' && digit_at(t, end + 1) >= 0)
        return i;
    if (text_is_letter(behind) || n < (groups > 1 || plus ? 8 : 9) || n > 11)
        return plus && n >= 9 && n <= 15 ? end : i;
    return plus || (digits[0] == '0' && digits[1] != '0') ? end : i;
}
