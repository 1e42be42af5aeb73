/* Days and times, matched with patterns. */
#include "intake/when.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct moment {
    int year, month, day, hour, minute;
};

/* A number of least to most digits; -1: there is none. *s moves behind it. */
static int number(const char **s, size_t least, size_t most)
{
    size_t n = strspn(*s, "0123456789");
    int value = 0;

    n = n < most ? n : most;
    if (n < least)
        return -1;
    for (size_t i = 0; i < n; i++)
        value = value * 10 + *(*s)++ - '0';
    return value;
}

/* Y, M, D, h and m stand for numbers, everything else for itself. In YMD all digits are needed. The
 * rest of s; NULL: s does not begin like that. */
static const char *match(const char *s, const char *pattern, struct moment *t)
{
    size_t least = strncmp(pattern, "YMD", 3) == 0 ? 2 : 1;

    for (; *pattern && s; pattern++) {
        int *to = *pattern == 'Y'   ? &t->year
                  : *pattern == 'M' ? &t->month
                  : *pattern == 'D' ? &t->day
                  : *pattern == 'h' ? &t->hour
                  : *pattern == 'm' ? &t->minute
                                    : NULL;

        if (!to)
            s = *s == *pattern ? s + 1 : NULL;
        else if ((*to = number(&s, to == &t->year ? 4 : least, to == &t->year ? 4 : 2)) < 0)
            s = NULL;
    }
    return s;
}

/* What follows the day; NULL: s does not begin with one. */
static const char *day(const char *s, struct moment *t)
{
    static const char *const patterns[] = {"Y-M-D", "YMD", "D.M.Y", "D. M. Y", "D/M Y", "D/M/Y"};

    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        const char *rest = match(s, patterns[i], t);

        if (rest && t->month >= 1 && t->month <= 12 && t->day >= 1 && t->day <= 31)
            return rest;
    }
    return NULL;
}

const char *when_day(struct arena *a, const char *s)
{
    struct moment t = {0};
    const char *rest = day(s, &t);

    if (!rest || *rest)
        return s;
    return arena_printf(a, "%04d-%02d-%02d", t.year, t.month, t.day);
}

static bool hour(const char *s, struct moment *t)
{
    static const char *const patterns[] = {"h:m:00", "h:m", "h.m", "h"};

    s += strspn(s, " T,");
    if (strncmp(s, "kl", 2) == 0)
        s += 2 + strspn(s + 2, ". ");
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        const char *rest = match(s, patterns[i], t);

        if (rest && !*rest)
            return t->hour <= 23 && t->minute <= 59;
    }
    return false;
}

const char *when_time(struct arena *a, const char *s)
{
    struct moment t = {0};
    const char *rest = day(s, &t);

    if (!rest || !hour(rest, &t))
        return s;
    return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:00", t.year, t.month, t.day, t.hour, t.minute);
}
