/* The civil calendar. Day numbers after Hinnant, "chrono-compatible low-level date algorithms":
 * years begin in March, so that the leap day is the last day of the year. */
#include "transform/date.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

static int digits(const char *s, int n)
{
    int value = 0;

    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        value = value * 10 + (s[i] - '0');
    }
    return value;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

bool date_exists(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days_in_month(year, month);
}

bool date_parse(const char *iso, struct date *out)
{
    struct date d;

    if (strlen(iso) < 10 || iso[4] != '-' || iso[7] != '-' || (iso[10] && iso[10] != 'T'))
        return false;
    d = (struct date){digits(iso, 4), digits(iso + 5, 2), digits(iso + 8, 2)};
    if (!date_exists(d.year, d.month, d.day))
        return false;
    *out = d;
    return true;
}

void date_print(struct date d, char out[11])
{
    snprintf(out, 11, "%04u-%02u-%02u", (unsigned)d.year % 10000, (unsigned)d.month % 100,
             (unsigned)d.day % 100);
}

int64_t date_number(struct date d)
{
    int64_t y = d.month <= 2 ? d.year - 1 : d.year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return era * 146097 + day_of_era - 719468;
}

struct date date_of_number(int64_t days)
{
    int64_t z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t day_of_era = z - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153; /* from March */
    struct date d;

    d.day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
    d.month = (int)(month < 10 ? month + 3 : month - 9);
    d.year = (int)(year_of_era + era * 400 + (d.month <= 2));
    return d;
}

struct date date_add_months(struct date d, int n)
{
    int months = d.year * 12 + d.month - 1 + n;
    int last;

    d.year = months / 12;
    d.month = months % 12 + 1;
    last = days_in_month(d.year, d.month);
    if (d.day > last)
        d.day = last;
    return d;
}

int date_age(struct date birth, struct date on)
{
    int years = on.year - birth.year;

    if (date_number(date_add_months(birth, 12 * years)) > date_number(on))
        years--;
    return years;
}

int date_weekday(struct date d)
{
    int64_t n = (date_number(d) + 3) % 7; /* 1970-01-01 was a Thursday */

    return (int)(n < 0 ? n + 7 : n) + 1;
}

bool date_time(const char *iso, int *hour, int *minute)
{
    const char *t = strchr(iso, 'T');

    t = t ? t + 1 : iso;
    if (strlen(t) < 5 || t[2] != ':')
        return false;
    *hour = digits(t, 2);
    *minute = digits(t + 3, 2);
    return *hour >= 0 && *hour < 24 && *minute >= 0 && *minute < 60;
}
