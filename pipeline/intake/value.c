/* Values: dates, times, ticks and lines. */
#include "intake/value.h"

#include "base/utf8.h"
#include "intake/when.h"

#include <string.h>

const char *value_type(const struct slot *slot)
{
    if (!slot->type)
        return slot->part ? slot->part->type : "";
    return slot->type->value ? slot->type->value : "";
}

const char *value_line(struct arena *a, const char *s)
{
    char *out = arena_alloc(a, strlen(s) + 1), *to = out;

    for (; *s; s++) {
        bool blank = *s == ' ' || *s == '\n' || *s == '\t' || *s == '\r';

        if (!blank)
            *to++ = *s;
        else if (to > out && to[-1] != ' ')
            *to++ = ' ';
    }
    if (to > out && to[-1] == ' ')
        to--;
    *to = '\0';
    return out;
}

/* Arabic-Indic and Persian digits as 0-9, no-break spaces as blanks, other dashes as hyphens. */
static const char *plain_digits(struct arena *a, const char *s)
{
    size_t n = strlen(s);
    char *out = arena_alloc(a, n + 4), *to = out;
    const char *p = s, *end = s + n;

    while (p < end) {
        uint32_t c = utf8_next(&p, end);

        if (c >= 0x660 && c <= 0x669)
            c = c - 0x660 + '0';
        else if (c >= 0x6F0 && c <= 0x6F9)
            c = c - 0x6F0 + '0';
        else if (c == 0xA0 || c == 0x202F)
            c = ' ';
        else if (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2212)
            c = '-';
        else if (c >= 0x200E && c <= 0x2069 && (c <= 0x200F || c >= 0x2066))
            continue; /* marks of direction */
        to += utf8_put(to, c);
    }
    *to = '\0';
    return out;
}

/* 19610118 2803 with a hyphen. */
static const char *number(struct arena *a, const char *s)
{
    size_t n = strspn(s, "0123456789");

    if ((n != 6 && n != 8) || s[n] != ' ' || strlen(s) != n + 5)
        return s;
    return arena_printf(a, "%.*s-%s", (int)n, s, s + n + 1);
}

static bool one_of(const char *type, const char *list)
{
    const char *at = strstr(list, type);
    size_t n = strlen(type);

    return n && at && (at == list || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0');
}

const char *value_wanted(const struct slot *slot, enum diag_language lang)
{
    static const struct {
        const char *type, *sv, *en;
    } wanted[] = {
        {"Date", "ska vara ett datum, till exempel 2026-03-09", "must be a date, e.g. 2026-03-09"},
        {"Time", "ska vara dag och klockslag, till exempel 2026-03-09 13.00",
         "must be a day and a time, e.g. 2026-03-09 13.00"},
        {"Phone", "ska vara ett telefonnummer", "must be a telephone number"},
        {"PersonalNumber", "ska vara ett personnummer", "must be a personal identity number"},
        {"PostCode", "ska vara ett postnummer", "must be a post code"},
        {"SchoolUnitCode", "ska vara skolenhetens kod, åtta siffror",
         "must be the school unit's code, eight digits"},
        {"HsaId", "ska vara ett HSA-id", "must be an HSA id"},
        {"Line", "ska vara en rad på högst 250 tecken", "must be a line of at most 250 characters"},
        {"xs:positiveInteger", "ska vara ett heltal", "must be a whole number"},
    };
    const char *type = value_type(slot);

    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (strcmp(wanted[i].type, type) == 0)
            return lang == DIAG_SV ? wanted[i].sv : wanted[i].en;
    return NULL;
}

static const char *tick(const struct slot *slot, const char *value)
{
    bool off = strcmp(value, "Off") == 0 || (!*value && slot->field->button);

    if (strcmp(value, "Yes") == 0)
        return "yes";
    return off ? "no" : value;
}

const char *value_of_slot(struct arena *a, const struct slot *slot)
{
    const char *type = value_type(slot), *value = slot->field->value;

    if (slot->type && slot->type->mixed)
        return value;
    value = value_line(a, value);
    if (strcmp(type, "YesNo") == 0)
        return tick(slot, value);
    if (strcmp(value, "Off") == 0 && slot->field->button)
        return "";
    if (one_of(type, "Date xs:date Time xs:dateTime PersonalNumber Phone PostCode "
                     "xs:positiveInteger xs:nonNegativeInteger SchoolUnitCode HsaId"))
        value = value_line(a, plain_digits(a, value));
    if (strcmp(type, "PersonalNumber") == 0)
        return number(a, value);
    if (one_of(type, "Date xs:date"))
        return when_day(a, value);
    if (one_of(type, "Time xs:dateTime"))
        return when_time(a, value);
    return value;
}
