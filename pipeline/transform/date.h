/* Private to transform: the civil calendar, without clock and time zone. */
#ifndef TRANSFORM_DATE_H
#define TRANSFORM_DATE_H

#include <stdbool.h>
#include <stdint.h>

struct date {
    int year, month, day;
};

/* An existing date YYYY-MM-DD in the years 1 to 9999, at the start of iso; a time may follow. */
bool date_parse(const char *iso, struct date *out);
bool date_exists(int year, int month, int day);
void date_print(struct date d, char out[11]);
/* Days since 1970-01-01 (proleptic Gregorian). */
int64_t date_number(struct date d);
struct date date_of_number(int64_t days);
/* The same day number n months on, or the last day of that month if there is no such day. */
struct date date_add_months(struct date d, int n);
int date_age(struct date birth, struct date on); /* full years; below 0 before birth */
int date_weekday(struct date d);                 /* 1 Monday ... 7 Sunday */
/* Hours and minutes of HH:MM[:SS] or of a date and time YYYY-MM-DDTHH:MM[:SS]. */
bool date_time(const char *iso, int *hour, int *minute);

#endif
