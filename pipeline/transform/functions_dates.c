/* Extension functions of dates and times. */
#include "transform/call.h"

#include <math.h>

static void f_date(xmlXPathParserContextPtr xpath, int nargs)
{
    struct buf out = BUF_INIT;
    struct call c;
    struct date d;

    if (!call_begin(&c, xpath, nargs, 3))
        return;
    if (!*call_text(&c, 0))
        call_push(&c, "");
    else if (date_parse(call_text(&c, 0), &d) &&
             locale_date(call_locale(&c, 2), d, call_text(&c, 1), &out))
        call_push(&c, out.data);
    else
        call_stop(&c);
    buf_free(&out);
}

static bool time_text(const struct call *c, int i, int lang, struct buf *out)
{
    int hour, minute;

    return date_time(call_text(c, i), &hour, &minute) &&
           locale_time(call_locale(c, lang), hour, minute, out);
}

static void f_time(xmlXPathParserContextPtr xpath, int nargs)
{
    struct buf out = BUF_INIT;
    struct call c;

    if (!call_begin(&c, xpath, nargs, 2))
        return;
    if (!*call_text(&c, 0) || time_text(&c, 0, 1, &out))
        call_push(&c, out.data ? out.data : "");
    else
        call_stop(&c);
    buf_free(&out);
}

static void f_time_range(xmlXPathParserContextPtr xpath, int nargs)
{
    struct buf start = BUF_INIT, end = BUF_INIT, out = BUF_INIT;
    struct call c;
    bool has_end;

    if (!call_begin(&c, xpath, nargs, 3))
        return;
    has_end = *call_text(&c, 1) != '\0';
    if (!*call_text(&c, 0)) {
        call_push(&c, "");
    } else if (time_text(&c, 0, 2, &start) && (!has_end || time_text(&c, 1, 2, &end))) {
        locale_time_range(call_locale(&c, 2), start.data, has_end ? end.data : NULL, &out);
        call_push(&c, out.data ? out.data : "");
    } else {
        call_stop(&c);
    }
    buf_free(&start);
    buf_free(&end);
    buf_free(&out);
}

/* The date of argument i; false after the result was pushed: "" for "", a stop for a bad one. */
static bool date_argument(struct call *c, int i, struct date *d)
{
    if (date_parse(call_text(c, i), d))
        return true;
    if (*call_text(c, i))
        call_stop(c);
    else
        call_push(c, "");
    return false;
}

static void push_date(struct call *c, struct date d)
{
    char iso[11];

    if (d.year < 1 || d.year > 9999) {
        call_stop(c);
        return;
    }
    date_print(d, iso);
    call_push(c, iso);
}

static void f_add_days(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;
    struct date d;

    if (!call_begin(&c, xpath, nargs, 2) || !date_argument(&c, 0, &d))
        return;
    if (fabs(call_number(&c, 1)) < 1e6)
        push_date(&c, date_of_number(date_number(d) + (int64_t)call_number(&c, 1)));
    else
        call_stop(&c);
}

static void f_add_months(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;
    struct date d;

    if (!call_begin(&c, xpath, nargs, 2) || !date_argument(&c, 0, &d))
        return;
    if (fabs(call_number(&c, 1)) < 12 * 1000 && d.year * 12 + call_number(&c, 1) > 12)
        push_date(&c, date_add_months(d, (int)call_number(&c, 1)));
    else
        call_stop(&c);
}

/* Two dates to a number; NaN if one is empty or no date. */
static void number_of_dates(xmlXPathParserContextPtr xpath, int nargs,
                            double (*f)(struct date a, struct date b))
{
    struct call c;
    struct date a, b;

    if (!call_begin(&c, xpath, nargs, 2))
        return;
    if (date_parse(call_text(&c, 0), &a) && date_parse(call_text(&c, 1), &b))
        call_push_number(&c, f(a, b));
    else
        call_push_number(&c, NAN);
}

static double between(struct date a, struct date b)
{
    return (double)(date_number(b) - date_number(a));
}

static double age(struct date birth, struct date on)
{
    return date_age(birth, on);
}

static void f_days_between(xmlXPathParserContextPtr xpath, int nargs)
{
    number_of_dates(xpath, nargs, between);
}

static void f_age(xmlXPathParserContextPtr xpath, int nargs)
{
    number_of_dates(xpath, nargs, age);
}

static void f_weekday(xmlXPathParserContextPtr xpath, int nargs)
{
    struct call c;
    struct date d;

    if (call_begin(&c, xpath, nargs, 1))
        call_push_number(&c, date_parse(call_text(&c, 0), &d) ? date_weekday(d) : NAN);
}

const struct function functions_of_dates[] = {
    {"date", f_date, NULL},
    {"time", f_time, NULL},
    {"time-range", f_time_range, NULL},
    {"add-days", f_add_days, NULL},
    {"add-months", f_add_months, NULL},
    {"days-between", f_days_between, NULL},
    {"age", f_age, NULL},
    {"weekday", f_weekday, NULL},
    {NULL, NULL, NULL},
};
